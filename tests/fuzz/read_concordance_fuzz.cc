// Any bytes: read_concordance and read_concepts say at a line what is wrong; where they find
// nothing wrong, every mapping and every assessed article has what annotate() builds on, and a
// checklist counts its concepts from one.

#include <algorithm>
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
    for (std::string const& id : mapping.partly) {
      require(std::count(mapping.covers.begin(), mapping.covers.end(), id) == 0);
    }
    require(mapping.relation != Relation::kOutside ||
            (mapping.covers.empty() && mapping.partly.empty()));
  }
  for (ArticleAssessment const& row : concordance.assessed) {
    require(!row.treaty.empty() && !row.article.empty() && row.treaty != concordance.act);
    require(row.read.empty() != row.elsewhere.empty());
    require(!row.rationale.empty() && !row.valid.empty());
  }
}

void check(Taxonomy const& taxonomy) {
  for (std::string_view const scheme : {"safeguard", "defence"}) {
    int place = 0;
    for (Concept const* each : taxonomy.checklist(scheme)) {
      require(each->checklist == ++place);
    }
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
  check(make_taxonomy(read_concepts(bytes, "f", diagnostics), diagnostics));
  for (Diagnostic const& diagnostic : diagnostics.all()) {
    require(diagnostic.place.line >= 1 && diagnostic.place.column >= 1);
  }
  return 0;
}
