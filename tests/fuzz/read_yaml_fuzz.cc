// Any bytes: parse_yaml gives a tree or says at a line why not, and never both or neither; what it
// gives keeps the promises of the header, and the readers of the own format stand it. Annotations
// without a fault keep the promises that the joining of facts builds on: an assessment rests on
// what its value says and on nothing else, and no power has two of one concept.

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

void check(Assessment const& row) {
  using V = AssessmentValue;
  require(!row.concept_id.empty());
  require(row.at.empty() == (row.value != V::kPresent && row.value != V::kPartial));
  require(row.read.empty() == (row.value != V::kAbsent));
  require(row.elsewhere.empty() == (row.value != V::kElsewhere));
  bool const explained = row.value != V::kUnclear && row.value != V::kNotAssessed;
  require(explained || !row.note.empty());
  require(row.provenance.confidence != Confidence::kVerified || !row.provenance.sources.empty());
}

void check(std::vector<Assessment> const& rows) {
  std::unordered_set<std::string_view> concepts;
  for (Assessment const& row : rows) {
    check(row);
    require(concepts.insert(row.concept_id).second);
  }
}

void check(Annotations const& annotations) {
  bool const treaty = annotations.act.find('/') == std::string::npos;
  for (UnitFacts const& unit : annotations.units) {
    for (LimbFacts const& limb : unit.limbs) {
      for (Power const& power : limb.powers) {
        check(power.safeguards);
      }
      check(limb.defences);
      require(limb.defences.empty() || !limb.offences.empty());
      require(limb.asks.empty() || treaty);
    }
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
  check(diagnostics);
  Diagnostics of_annotations;
  std::optional<Annotations> const annotations = read_annotations(bytes, "f", of_annotations);
  check(of_annotations);
  if (of_annotations.errors() == 0) {
    check(*annotations);
  }
  return 0;
}
