#include "cyberlex/text/utf8.h"

#include <cstring>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

// Length announced by a lead byte, and the smallest value that may be written with it.
struct Lead {
  uint32_t length;
  char32_t bits;
  char32_t smallest;
};

Lead read_lead(unsigned char byte) {
  if (byte >= 0xC2 && byte < 0xE0) {
    return {2, char32_t{byte} & 0x1F, 0x80};
  }
  if (byte >= 0xE0 && byte < 0xF0) {
    return {3, char32_t{byte} & 0x0F, 0x800};
  }
  if (byte >= 0xF0 && byte < 0xF5) {
    return {4, char32_t{byte} & 0x07, 0x10000};
  }
  return {0, 0, 0};
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// How many bytes at the beginning are ASCII.
size_t ascii_prefix(std::string_view text) {
  size_t at = 0;
  for (uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) {
      break;
    }
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
    ++at;
  }
  return at;
}

}  // namespace

Utf8Char decode_long_utf8(std::string_view text, size_t at) {
  Lead const lead = read_lead(static_cast<unsigned char>(text[at]));
  if (lead.length == 0 || text.size() - at < lead.length) {
    return {};
  }
  char32_t value = lead.bits;
  for (uint32_t i = 1; i < lead.length; ++i) {
    if (!is_continuation(text[at + i])) {
      return {};
    }
    value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  bool const surrogate = value >= 0xD800 && value < 0xE000;
  if (value < lead.smallest || surrogate || value > 0x10FFFF) {
    return {};
  }
  return {value, lead.length, true};
}

void append_utf8(std::string& out, char32_t value) {
  auto const put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

std::string_view utf8_prefix(std::string_view text, size_t limit) {
  if (text.size() <= limit) {
    return text;
  }
  while (limit > 0 && is_continuation(text[limit])) {
    --limit;
  }
  return text.substr(0, limit);
}

bool is_utf8(std::string_view text, size_t* bad) {
  size_t at = 0;
  for (;;) {
    at += ascii_prefix(text.substr(at));
    if (at == text.size()) {
      return true;
    }
    Utf8Char const c = decode_utf8(text, at);
    if (!c.valid) {
      if (bad != nullptr) {
        *bad = at;
      }
      return false;
    }
    at += c.length;
  }
}

}  // namespace cyberlex
