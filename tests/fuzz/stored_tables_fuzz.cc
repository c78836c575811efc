// What a generation stores beside its documents, and what shards say of themselves: whatever
// decodes encodes to the same bytes; nothing crashes. The first byte picks what to decode.

#include <cstdint>

#include "cyberlex/index/held.h"
#include "cyberlex/index/manifest.h"
#include "cyberlex/index/segments.h"
#include "cyberlex/index/tables.h"
#include "cyberlex/shards/projection.h"
#include "tests/fuzz/require.h"

namespace {

using namespace cyberlex;

template <typename T, typename Encode>
void check(Result<T> const& decoded, std::string_view bytes, Encode const& encode_it) {
  require(!decoded || encode_it(*decoded) == bytes);
}

void check_index(unsigned which, std::string_view bytes) {
  switch (which) {
    case 0: {
      Result<Manifest> const manifest = decode_manifest(bytes);
      require(!manifest || *decode_manifest(encode(*manifest)) == *manifest);
      return;
    }
    case 1:
      return check(decode_segments(bytes), bytes,
                   [](auto const& all) { return encode_segments(all); });
    case 2:
      return check(decode_acts(bytes), bytes, encode_acts);
    case 3:
      return check(decode_eids(bytes), bytes, encode_eids);
    case 4:
      return check(decode_languages(bytes), bytes, encode_languages);
    default:
      return check(decode_held(bytes), bytes, [](auto const& held) { return encode_held(held); });
  }
}

void check_shards(unsigned which, std::string_view bytes) {
  if (which == 0) {
    // The parameters stand there by name, and one that we do not know is refused.
    Result<shards::Projection> const projection = shards::decode_projection(bytes);
    require(!projection || shards::encode(*projection) == bytes);
  } else if (which == 1) {
    check(shards::decode_places(bytes), bytes,
          [](shards::Places const& places) { return shards::encode(places); });
  } else {
    check(shards::decode_values(bytes), bytes, shards::encode_values);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  if (size == 0) {
    return 0;
  }
  std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  unsigned const which = data[0] % 9;
  which < 6 ? check_index(which, bytes) : check_shards(which - 6, bytes);
  return 0;
}
