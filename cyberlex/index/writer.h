// Builds a generation beside the current one, verifies it, and puts it in its place.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"
#include "cyberlex/index/held.h"
#include "cyberlex/index/manifest.h"
#include "cyberlex/index/packed_documents.h"

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
  bool full = false;  // writes all of it, also what is there already
};

// An act as the writer takes it: with its documents, or saying whose they are. The record's number
// is its place in the list.
struct ActInput {
  ActRecord record;
  PackedDocuments documents;   // empty when held
  std::optional<ActNum> held;  // the act of `before` that has the same documents
  std::string key;             // HeldAct::key and notes, for the next build
  std::string notes;
};

struct IndexInput {
  std::vector<ActInput> acts;  // by jurisdiction and handle
  Taxonomy taxonomy;
  std::string environment;                       // HeldActs::environment
  std::shared_ptr<HeldGeneration const> before;  // null: nothing is kept
};

struct Written {
  Manifest manifest;
  std::string how;  // "full: …" or "incremental: …", for a person
};

// Writes a new generation of options.index_dir, verifies it, and makes it the current one by an
// atomic rename. Segments of the generation before are handed on as long as little in them is dead
// and they are few; otherwise all is written anew. What the index answers is the same either way.
// The generation before is kept, older ones are removed. When anything fails, or the process dies,
// the generation that was current stays current and readable; leftovers are removed by the next
// build. A generation of the same digest, engine and environment that is there and verifies is made
// current without building. REQUIRES: each act's documents pass check_documents(); an act of
// `before` is held at most once, by an act of the same handle. Errors: kUnavailable (disk,
// permission, another build holds the lock, or has replaced the generation that `before` is),
// kDamaged (verification of the new generation failed), kBadInput (acts out of order). Thread rule:
// one build at a time for an index_dir, held by a lock file.
Result<Written> write_index(WriterOptions const& options, IndexInput const& input);

// The same from documents that lie in memory, in document order (see DocNum); nothing is kept of
// the generation before. kBadInput also when they are out of order or do not match the acts.
Result<Manifest> write_generation(WriterOptions const& options, std::vector<ActRecord> const& acts,
                                  Taxonomy const& taxonomy,
                                  std::vector<IndexDocument> const& documents);

}  // namespace cyberlex
