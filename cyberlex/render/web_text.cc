#include "cyberlex/render/web_text.h"

#include <algorithm>
#include <iterator>

#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

void append_escaped(char c, std::string& out) {
  switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += c;
  }
}

// XML 1.0 (5th edition), production 2; what is decoded is no surrogate.
bool stands_in_xml(char32_t value) {
  return value == '\t' || value == '\n' || value == '\r' ||
         (value >= 0x20 && value != 0xFFFE && value != 0xFFFF);
}

}  // namespace

size_t code_points_before(std::string_view text, size_t offset) {
  size_t const end = std::min(offset, text.size());
  size_t count = 0;
  for (size_t at = 0; at < end; at += decode_utf8(text, at).length) {
    ++count;
  }
  return count;
}

std::string percent_encoded(std::string_view text, std::string_view keep) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (char const c : text) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~' ||
                       keep.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char const c : text) {
    append_escaped(c, out);
  }
  return out;
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    Utf8Char const each = decode_utf8(text, at);
    if (!each.valid || !stands_in_xml(each.value)) {
      append_utf8(out, kReplacement);
    } else if (each.value == '\r') {
      out += "&#13;";
    } else if (each.length == 1) {
      append_escaped(text[at], out);
    } else {
      out += text.substr(at, each.length);
    }
    at += each.length;
  }
  return out;
}

std::string_view direction_of(std::string_view language) {
  constexpr std::string_view kFromTheRight[] = {"ar", "ckb", "dv", "fa", "he",
                                                "ps", "sd",  "ug", "ur", "yi"};
  bool const right = std::find(std::begin(kFromTheRight), std::end(kFromTheRight), language) !=
                     std::end(kFromTheRight);
  return right ? "rtl" : "ltr";
}

}  // namespace cyberlex
