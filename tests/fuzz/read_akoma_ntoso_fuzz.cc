// Property: characters found are kept or reported, and the provisions hold exactly what is said to
// be kept.

#include <cstdint>
#include <string_view>

#include "indexer/read_act.h"
#include "indexer/visible_text.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  using namespace cyberlex;
  Diagnostics diagnostics;
  ReadAct const read = read_akoma_ntoso(std::string_view(reinterpret_cast<char const*>(data), size),
                                        "f", diagnostics);
  require(read.characters.found == read.characters.kept + read.characters.reported);
  if (read.act) {
    require(count_provisions(read.act->expressions.at(0).body) == read.characters.kept);
  } else {
    require(diagnostics.warnings() > 0);
  }
  return 0;
}
