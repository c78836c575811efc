// UTF-8 read by hand, one character at a time; malformed bytes become U+FFFD, one for each byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cyberlex {

inline constexpr char32_t kReplacement = 0xFFFD;

// A character and the bytes it took. `valid` is false for a byte that begins no well-formed
// sequence.
struct Utf8Char {
  char32_t value = kReplacement;
  uint32_t length = 1;
  bool valid = false;
};

// decode_utf8() of what is not ASCII.
Utf8Char decode_long_utf8(std::string_view text, size_t at);

// The character at `at`; overlong forms, surrogates and values above U+10FFFF are malformed.
// REQUIRES: at < text.size().
inline Utf8Char decode_utf8(std::string_view text, size_t at) {
  auto const byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Utf8Char{byte, 1, true} : decode_long_utf8(text, at);
}

// REQUIRES: a Unicode scalar value.
void append_utf8(std::string& out, char32_t value);

// The longest prefix of at most `limit` bytes that does not cut a character.
std::string_view utf8_prefix(std::string_view text, size_t limit);

}  // namespace cyberlex
