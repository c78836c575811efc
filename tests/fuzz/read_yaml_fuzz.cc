// Any bytes: parse_yaml gives a tree or says at a line why not, and never both or neither; what it
// gives keeps the promises of the header, and the readers of the own format stand it.

#include <cstdint>
#include <unordered_set>

#include "cyberlex/text/analyse.h"
#include "indexer/read_act.h"
#include "indexer/yaml_tree.h"
#include "tests/fuzz/require.h"

namespace cyberlex {
namespace {

void check(YamlNode const& node, size_t depth) {
  require(depth <= kDeepestYaml && node.line >= 1 && node.column >= 1 && is_utf8(node.text));
  require(node.kind == YamlKind::kScalar || node.text.empty());
  for (YamlNode const& item : node.items) {
    check(item, depth + 1);
  }
  std::unordered_set<std::string_view> keys;
  for (auto const& [key, value] : node.entries) {
    require(key.kind == YamlKind::kScalar && keys.insert(key.text).second);
    check(value, depth + 1);
  }
}

void check(Diagnostics const& diagnostics) {
  for (Diagnostic const& diagnostic : diagnostics.all()) {
    require(diagnostic.place.line >= 1 && diagnostic.place.column >= 1 &&
            is_utf8(diagnostic.message));
  }
}

}  // namespace
}  // namespace cyberlex

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  using namespace cyberlex;  // NOLINT(google-build-using-namespace)
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  Diagnostics diagnostics;
  std::optional<YamlNode> const root = parse_yaml(bytes, "f", 1, diagnostics);
  require(root.has_value() == (diagnostics.errors() == 0));
  if (root) {
    check(*root, 0);
  }
  read_work(bytes, "f", diagnostics);
  read_expression(bytes, "eng@1990-01-01.restatement.yaml", nullptr, diagnostics);
  read_annotations(bytes, "f", diagnostics);
  check(diagnostics);
  return 0;
}
