#include "cyberlex/text/display_width.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace cyberlex {
namespace {

size_t columns_of(UChar32 point) {
  if (point < 0) {
    return 1;
  }
  uint32_t const nothing = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  constexpr UChar32 kSoftHyphen = 0xAD;  // a format character that terminals show
  if (point != kSoftHyphen && (U_GET_GC_MASK(point) & nothing) != 0) {
    return 0;
  }
  int32_t const width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

size_t display_width(std::string_view text) {
  auto const* const bytes = reinterpret_cast<uint8_t const*>(text.data());
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    UChar32 point = 0;
    U8_NEXT(bytes, at, text.size(), point);
    columns += columns_of(point);
  }
  return columns;
}

}  // namespace cyberlex
