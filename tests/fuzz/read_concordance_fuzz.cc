// Any bytes: read_concordance and read_concepts say at a line what is wrong; where they find
// nothing wrong, every mapping has what annotate() builds on.

#include <cstdint>

#include "indexer/read_mappings.h"
#include "tests/fuzz/require.h"

namespace cyberlex {
namespace {

void check(Concordance const& concordance) {
  for (Mapping const& mapping : concordance.mappings) {
    require(!mapping.limb.empty() && !mapping.treaty.empty() && mapping.treaty != concordance.act);
    require(mapping.article.empty() == (mapping.relation == Relation::kOutside));
    require(!mapping.rationale.empty() && !mapping.valid.empty());
  }
}

}  // namespace
}  // namespace cyberlex

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  using namespace cyberlex;  // NOLINT(google-build-using-namespace)
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  Diagnostics diagnostics;
  std::optional<Concordance> const concordance = read_concordance(bytes, "f", diagnostics);
  require(concordance.has_value() || diagnostics.errors() > 0);
  if (diagnostics.errors() == 0) {
    check(*concordance);
  }
  make_taxonomy(read_concepts(bytes, "f", diagnostics), diagnostics);
  for (Diagnostic const& diagnostic : diagnostics.all()) {
    require(diagnostic.place.line >= 1 && diagnostic.place.column >= 1);
  }
  return 0;
}
