// Whatever decodes encodes to the same bytes; nothing crashes. The first byte picks what to decode.

#include "cyberlex/index/record.h"

#include <cstdint>

namespace {

template <typename T>
void check(cyberlex::Result<T> const& decoded, std::string_view bytes) {
  if (decoded && cyberlex::encode(*decoded) != bytes) {
    __builtin_trap();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  if (size == 0) {
    return 0;
  }
  std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      check(cyberlex::decode_provision(bytes), bytes);
      break;
    case 1:
      check(cyberlex::decode_texts(bytes), bytes);
      break;
    case 2:
      check(cyberlex::decode_act(bytes), bytes);
      break;
    default:
      check(cyberlex::decode_taxonomy(bytes), bytes);
  }
  return 0;
}
