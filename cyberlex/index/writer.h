// Builds a generation beside the current one, verifies it, and puts it in its place.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"
#include "cyberlex/index/manifest.h"

namespace cyberlex {

// How far a build is: "tokenising", 1200 of 186000; then "merging", "verifying", "publishing", 0 of
// 1 and 1 of 1. Called from the build's threads, one call at a time.
struct Progress {
  std::string step;
  uint64_t done = 0;
  uint64_t of = 0;
};
using ProgressFn = std::function<void(Progress const&)>;

struct WriterOptions {
  std::string index_dir;  // holds the generations; made when missing
  int jobs = 1;           // threads that tokenise and write
  ProgressFn progress = {};
};

// Writes the documents, which must be in document order (see DocNum), as a new generation of
// options.index_dir, verifies it, and makes it the current one by an atomic rename. The generation
// before is kept, older ones are removed. When anything fails, or the process dies, the generation
// that was current stays current and readable; leftovers are removed by the next build. A
// generation of the same digest and engine that is there and verifies is made current without
// building. Errors: kUnavailable (disk, permission, another build holds the lock), kDamaged
// (verification of the new generation failed), kBadInput (documents out of order, or acts that do
// not match). Thread rule: one build at a time for an index_dir, held by a lock file.
Result<Manifest> write_generation(WriterOptions const& options, std::vector<ActRecord> const& acts,
                                  Taxonomy const& taxonomy,
                                  std::vector<IndexDocument> const& documents);

}  // namespace cyberlex
