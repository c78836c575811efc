// Columns that decode hang together: every row of every level can be read, and they encode to the
// same bytes.

#include "cyberlex/index/columns.h"

#include <cstdint>

namespace {

size_t read_rows(cyberlex::MultiCodeColumn const& column) {
  size_t letters = 0;
  for (size_t row = 0; row + 1 < column.begin.size(); ++row) {
    for (cyberlex::Code const code : column.row(row)) {
      letters += column.names.values.at(code).size();
    }
  }
  return letters;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto const columns = cyberlex::decode_columns(bytes);
  if (!columns) {
    return 0;
  }
  size_t letters = read_rows(columns->state.language) + read_rows(columns->limb.offence) +
                   read_rows(columns->clause.penalty);
  for (size_t doc = 0; doc < columns->documents(); ++doc) {
    for (uint32_t limb = columns->state.limb_begin.at(doc);
         limb < columns->state.limb_begin.at(doc + 1); ++limb) {
      letters += columns->limb.serious.names.values.at(columns->limb.serious.codes.at(limb)).size();
    }
  }
  if (encode(*columns) != bytes || letters > size * size + 1) {
    __builtin_trap();
  }
  return 0;
}
