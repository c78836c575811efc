#include "cyberlex/base/result.h"

namespace cyberlex {

std::string printable(std::string_view text, bool lines) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if ((byte >= 0x20 && byte != 0x7F) || (lines && c == '\n')) {
      out += c;
    } else {
      out += "\\x";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 0xF];
    }
  }
  return out;
}

std::string to_string(Error const& error) {
  std::string const message = printable(error.message, true);
  return error.where.empty() ? message : printable(error.where) + ": " + message;
}

}  // namespace cyberlex
