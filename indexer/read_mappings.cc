#include "indexer/read_mappings.h"

#include "cyberlex/base/file.h"
#include "cyberlex/text/nearest.h"
#include "indexer/own_file.h"
#include "indexer/read_own.h"

namespace cyberlex {
namespace {

void read_file_of_mappings(std::string_view bytes, std::string const& path, Mappings& out,
                           std::vector<Concept>& concepts, Diagnostics& diagnostics) {
  OwnFile file(path, diagnostics);
  std::optional<YamlNode> const root = file.parse(bytes);
  if (!root) {
    return;
  }
  YamlNode const* const format = root->find("format");
  std::string const name = format == nullptr ? "" : format->text;
  if (name == kConcordanceFormat) {
    out.concordances.push_back(read_concordance(*root, file));
  } else if (name == kConceptsFormat) {
    std::vector<Concept> more = read_concepts(*root, file);
    std::move(more.begin(), more.end(), std::back_inserter(concepts));
  } else {
    file.error(format == nullptr ? *root : *format,
               "expected `format: " + std::string(kConcordanceFormat) +
                   "` or `format: " + std::string(kConceptsFormat) + "`" +
                   (name.empty() ? "" : ", found " + in_quotes(name)));
  }
}

}  // namespace

Mappings read_mappings(std::string const& folder, Diagnostics& diagnostics) {
  Mappings out;
  std::vector<Concept> concepts;
  Result<std::vector<std::string>> const files = list_files(folder);
  if (!files) {
    diagnostics.error({folder, 0, 0}, files.error().message);
    return out;
  }
  for (std::string const& path : *files) {
    if (!path.ends_with(".yaml")) {
      diagnostics.note({path, 0, 0}, "not read: mappings are .yaml files");
      continue;
    }
    Result<std::string> const bytes = read_file(path, kLargestYaml);
    if (!bytes) {
      diagnostics.error({path, 0, 0}, bytes.error().message);
      continue;
    }
    read_file_of_mappings(*bytes, path, out, concepts, diagnostics);
  }
  out.taxonomy = make_taxonomy(std::move(concepts), diagnostics);
  return out;
}

}  // namespace cyberlex
