#include "cyberlex/api/header_pieces.h"

#include <algorithm>

namespace cyberlex::api {
namespace {

std::string_view trimmed(std::string_view text) {
  size_t const begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace

std::string_view next_piece(std::string_view& text, char separator) {
  size_t const end = std::min(text.find(separator), text.size());
  std::string_view const piece = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return piece;
}

bool same_word(std::string_view a, std::string_view lower_case) {
  return a.size() == lower_case.size() &&
         std::equal(a.begin(), a.end(), lower_case.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
         });
}

}  // namespace cyberlex::api
