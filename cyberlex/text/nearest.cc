#include "cyberlex/text/nearest.h"

#include <algorithm>
#include <array>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

constexpr size_t kLongestCompared = 64;
constexpr size_t kLongestQuoted = 60;

size_t farthest(size_t length) {
  return std::max<size_t>(length > 3 ? 2 : 1, length / 3);
}

}  // namespace

size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the usual table: the swap looks two rows back.
  std::array<std::array<size_t, kLongestCompared + 1>, 3> rows{};
  a = a.substr(0, kLongestCompared);
  b = b.substr(0, kLongestCompared);
  for (size_t j = 0; j <= b.size(); ++j) {
    rows[0][j] = j;
  }
  for (size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    auto const& above = rows[(i + 2) % 3];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t const replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], rows[(i + 1) % 3][j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

Nearest::Nearest(std::string_view wanted)
    : wanted_(fold(wanted.substr(0, kLongestCompared))), distance_(farthest(wanted_.size()) + 1) {}

void Nearest::consider(std::string_view candidate) {
  size_t const longer = std::max(candidate.size(), wanted_.size());
  size_t const shorter = std::min(candidate.size(), wanted_.size());
  if (longer > kLongestCompared || longer - shorter >= distance_) {
    return;
  }
  size_t const distance = edit_distance(wanted_, candidate);
  if (distance < distance_) {
    distance_ = distance;
    best_ = candidate;
  }
}

std::string Nearest::hint() const {
  return best_.empty() ? "" : ", did you mean \"" + best_ + "\"?";
}

std::string in_quotes(std::string_view text) {
  bool const utf8 = is_utf8(text);
  std::string out = "\"";
  for (size_t at = 0; at < text.size(); ++at) {
    auto const byte = static_cast<unsigned char>(text[at]);
    bool const starts = byte < 0x80 || byte >= 0xC0;
    if (at >= kLongestQuoted && starts) {
      return out + "…\"";
    }
    bool const printable = byte >= 0x20 && byte != 0x7F && (utf8 || byte < 0x80);
    out += printable ? text[at] : '?';
  }
  return out + '"';
}

std::string listed(std::span<std::string_view const> names, size_t most) {
  std::string out;
  for (size_t i = 0; i < std::min(most, names.size()); ++i) {
    out += i == 0 ? "" : ", ";
    out += names[i];
  }
  if (names.size() > most) {
    out += " and " + std::to_string(names.size() - most) + " more";
  }
  return out;
}

}  // namespace cyberlex
