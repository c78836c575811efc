// The upstream half of the house in one function: from files to a generation.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/base/result.h"
#include "cyberlex/index/manifest.h"
#include "cyberlex/index/writer.h"
#include "indexer/read_act.h"

namespace cyberlex {

struct PipelineOptions {
  std::vector<std::string> corpus;  // folders or files
  std::string mappings;             // folder; empty = none
  std::string index_dir;            // empty: check only
  int jobs = 1;
  ProgressFn progress = {};
  bool full = false;  // keep nothing of the generation before
};

// What a build read and made.
struct BuildReport {
  uint64_t files = 0;
  uint64_t unreadable = 0;  // files that gave no act
  uint64_t kept = 0;        // files that are as they were, and were not read again
  uint64_t acts = 0;
  uint64_t expressions = 0;
  uint64_t provisions = 0;
  uint64_t states = 0;
  uint64_t mappings = 0;
  CharacterCount characters;
  Manifest manifest;  // of the generation written; empty after a check
  std::string how;    // it was written: Written::how
};

// Reads everything that the current generation does not have already, joins it, and, when index_dir
// is set and there was no error, writes a generation. Faults in the project's own format and in
// mappings are errors, because a wrong fact must not be served; faults in other formats are
// warnings and never stop the run. Returns an Error only when nothing could be built (no folder, no
// disk); what the files said stands in `diagnostics`, and diagnostics.errors() > 0 means that no
// generation was written.
Result<BuildReport> run_pipeline(PipelineOptions const& options, Diagnostics& diagnostics);

}  // namespace cyberlex
