// Property: characters found are kept or reported, the provisions hold what is said to be kept but
// for a title, and every eId is unique.

#include <cstdint>
#include <set>
#include <string_view>

#include "indexer/complete_eids.h"
#include "indexer/read_act.h"
#include "indexer/visible_text.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  using namespace cyberlex;
  Diagnostics diagnostics;
  ReadAct read =
      read_legalize(std::string_view(reinterpret_cast<char const*>(data), size), "f", diagnostics);
  CharacterCount const& count = read.characters;
  require(count.found == count.kept + count.reported);
  if (!read.act) {
    require(count.kept == 0 && diagnostics.warnings() > 0);
    return 0;
  }
  Expression& expression = read.act->expressions.at(0);
  require(count_provisions(expression.body) <= count.kept);
  complete_eids(expression, false, diagnostics);
  std::set<EId> seen;
  walk(expression.body, [&](Provision const& provision, std::vector<Provision const*> const&) {
    require(!provision.eid.empty() && seen.insert(provision.eid).second);
  });
  return 0;
}
