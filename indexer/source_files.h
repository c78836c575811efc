// Which files a build reads, in which order, and which reader each is for.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/base/result.h"

namespace cyberlex {

// The formats the indexer reads.
enum class SourceFormat {
  kActFolder,   // the project's own: path is act.yaml; its siblings belong to it
  kLegalize,    // Markdown with YAML front matter
  kAkomaNtoso,  // XML
};

struct SourceFile {
  std::string path;
  SourceFormat format = SourceFormat::kLegalize;
};

// The acts below each of `roots`, sorted by path, each once. Markdown files without front matter
// (a tree's README) and files of no known format are left out with a note in `diagnostics`.
// kUnavailable when a root cannot be read.
Result<std::vector<SourceFile>> find_source_files(std::vector<std::string> const& roots,
                                                  Diagnostics& diagnostics);

}  // namespace cyberlex
