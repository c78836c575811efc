// Reads the source files of a build, as far as the generation before does not have them already.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/index/held.h"
#include "cyberlex/index/packed_documents.h"
#include "cyberlex/index/writer.h"
#include "indexer/read_act.h"

namespace cyberlex {

// A plain act is one that a single file outside the project's format gives, and of which nothing
// else is said: no annotations, no concordance. Its documents follow from that file alone, so they
// can be made as soon as it is read, and kept while it stays.
struct PlainAct {
  ActRecord record;
  PackedDocuments documents;
};

// What one source file gave. Of `read.act`, `plain` and `held` one is there, or none when the file
// gave no act.
struct FileReading {
  ReadAct read;                   // its tree, its characters
  std::optional<PlainAct> plain;  // instead of the tree
  std::optional<ActNum> held;     // the act of the generation before that this file gave
  std::string handle;
  std::string key;    // HeldAct::key; empty for the project's own format
  std::string notes;  // HeldAct::notes: diagnostics and characters
  Diagnostics diagnostics;
};

struct ReadOptions {
  int jobs = 1;
  ProgressFn progress = {};
  std::set<std::string> mapped = {};  // handles that have concordances: not plain
  std::shared_ptr<HeldGeneration const> before = nullptr;  // null: every file is read
  Taxonomy const* suggest = nullptr;  // from which suggest.h suggests; null: nothing is suggested
};

// In the order of the sources. Nothing depends on the order in which threads finish.
std::vector<FileReading> read_files(std::vector<SourceFile> const& sources,
                                    ReadOptions const& options);

// One file, as a tree whatever it is.
FileReading read_as_tree(SourceFile const& source);

// The environment of a build: this very program, the libraries it has loaded, and the taxonomy.
// Empty, so that nothing is kept, when they cannot be told.
std::string environment_of_build(Taxonomy const& taxonomy);

}  // namespace cyberlex
