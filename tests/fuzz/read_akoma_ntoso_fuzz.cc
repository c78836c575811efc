// Property: characters found are kept or reported, and the provisions hold exactly what is said to
// be kept.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/legalize_body.h"
#include "indexer/read_act.h"

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

}  // namespace

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
