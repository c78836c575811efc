// Random text for property tests: letters of many scripts, marks, joiners, broken bytes.
#pragma once

#include <array>
#include <random>
#include <string>

#include "cyberlex/text/utf8.h"

namespace cyberlex {

inline char32_t random_char(std::mt19937& random) {
  struct Range {
    char32_t first;
    char32_t last;
  };
  static constexpr std::array<Range, 14> kRanges = {{{0x20, 0x7E},
                                                     {0x20, 0x7E},
                                                     {0x61, 0x7A},
                                                     {0xA0, 0xFF},
                                                     {0x100, 0x24F},
                                                     {0x300, 0x36F},
                                                     {0x370, 0x7FF},
                                                     {0x600, 0x6FF},
                                                     {0x600, 0x6FF},
                                                     {0x1E00, 0x1FFF},
                                                     {0x2000, 0x206F},
                                                     {0x2070, 0xD7FF},
                                                     {0xF900, 0xFFFD},
                                                     {0x10000, 0x10FFFF}}};
  Range const range = kRanges.at(random() % kRanges.size());
  return range.first + static_cast<char32_t>(random() % (range.last - range.first + 1));
}

// At most `most` characters; now and then one byte that is no UTF-8.
inline std::string random_text(std::mt19937& random, size_t most) {
  std::string out;
  for (size_t left = random() % (most + 1); left > 0; --left) {
    if (random() % 64 == 0) {
      out += static_cast<char>(random() % 256);
    } else {
      append_utf8(out, random_char(random));
    }
  }
  return out;
}

}  // namespace cyberlex
