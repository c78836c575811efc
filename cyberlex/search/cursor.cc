// A cursor is "generation.day.rank.query.check" in base64url; check = the first digits of the
// SHA-256 of what stands before it: against typing and cutting, not against forging, which would
// gain nothing.

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "cyberlex/base/digest.h"
#include "cyberlex/search/request.h"

namespace cyberlex {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr size_t kCheckDigits = 8;
constexpr size_t kLongestCursor = 512;
constexpr int32_t kFirstDay = -719162;  // 0001-01-01
constexpr int32_t kLastDay = 2932896;   // 9999-12-31

std::string to_base64url(std::string_view bytes) {
  std::string out;
  uint32_t bits = 0;
  int held = 0;
  for (char const c : bytes) {
    bits = (bits << 8U | static_cast<unsigned char>(c)) & 0xFFFFU;
    held += 8;
    while (held >= 6) {
      held -= 6;
      out += kAlphabet[(bits >> held) & 63U];
    }
  }
  if (held > 0) {
    out += kAlphabet[(bits << (6 - held)) & 63U];
  }
  return out;
}

// Nothing for a character outside the alphabet.
std::optional<std::string> from_base64url(std::string_view text) {
  std::string out;
  uint32_t bits = 0;
  int held = 0;
  for (char const c : text) {
    size_t const value = kAlphabet.find(c);
    if (value == std::string_view::npos) {
      return std::nullopt;
    }
    bits = (bits << 6U | static_cast<uint32_t>(value)) & 0xFFFFU;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += static_cast<char>((bits >> held) & 0xFFU);
    }
  }
  return out;
}

std::vector<std::string_view> fields_of(std::string_view text) {
  std::vector<std::string_view> fields;
  while (true) {
    size_t const end = text.find('.');
    fields.push_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      return fields;
    }
    text.remove_prefix(end + 1);
  }
}

template <typename Number>
bool read_number(std::string_view text, Number& out) {
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<Cursor> read_cursor(std::string_view bytes) {
  std::vector<std::string_view> const fields = fields_of(bytes);
  if (fields.size() != 5 || !is_hex(fields[0]) || !is_hex(fields[3])) {
    return std::nullopt;
  }
  int32_t days = 0;
  uint64_t rank = 0;
  bool const numbers = read_number(fields[1], days) && read_number(fields[2], rank);
  if (!numbers || days < kFirstDay || days > kLastDay) {
    return std::nullopt;
  }
  return Cursor{std::string(fields[0]), Date(days), rank, std::string(fields[3])};
}

}  // namespace

std::string encode(Cursor const& cursor) {
  std::string bytes = cursor.generation + '.' + std::to_string(cursor.as_of.days()) + '.' +
                      std::to_string(cursor.rank) + '.' + cursor.query + '.';
  return to_base64url(bytes + sha256(bytes).substr(0, kCheckDigits));
}

Result<Cursor> decode_cursor(std::string_view text) {
  Error const bad{ErrorCode::kBadQuery,
                  "expected a cursor as a page of results gave it; begin again without one",
                  "cursor"};
  if (text.size() > kLongestCursor) {
    return bad;
  }
  std::optional<std::string> const bytes = from_base64url(text);
  std::optional<Cursor> const cursor = bytes ? read_cursor(*bytes) : std::nullopt;
  // Encoding again checks the checksum, and that nothing else spells this cursor.
  if (!cursor || encode(*cursor) != text) {
    return bad;
  }
  return *cursor;
}

Status check_cursor(SearchRequest const& request, std::string const& digest) {
  if (!request.cursor.has_value()) {
    return Ok{};
  }
  if (request.cursor->generation != digest) {
    return Error{
        ErrorCode::kNotFound,
        "gone: this cursor belongs to an index that is no longer held; begin again without one",
        "cursor"};
  }
  if (request.cursor->as_of != request.as_of || request.cursor->query != request_digest(request)) {
    return Error{ErrorCode::kBadQuery,
                 "this cursor belongs to another request; begin again without one", "cursor"};
  }
  return Ok{};
}

}  // namespace cyberlex
