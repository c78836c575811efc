#include "cyberlex/api/target.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "cyberlex/render/web_text.h"
#include "cyberlex/text/analyse.h"

namespace cyberlex::api {
namespace {

Error bad_target(std::string message, size_t position) {
  return Error{.code = ErrorCode::kBadInput, .message = std::move(message), .position = position};
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'a' && c <= 'f') {
    return c - 'a' + 10;
  }
  if (c >= 'A' && c <= 'F') {
    return c - 'A' + 10;
  }
  return -1;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// The byte that the escape at text[at] stands for.
std::optional<char> read_escape(std::string_view text, size_t at) {
  if (text.size() - at < 3) {
    return std::nullopt;
  }
  int const high = hex_value(text[at + 1]);
  int const low = hex_value(text[at + 2]);
  if (high < 0 || low < 0) {
    return std::nullopt;
  }
  return static_cast<char>(high * 16 + low);
}

// Decodes one component, which stands at `offset` of the target. Tabs and line ends are allowed in
// values only: people paste them.
Result<std::string> decode(std::string_view text, size_t offset, bool in_query) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    size_t const begin = at;
    if (c == '%') {
      auto const byte = read_escape(text, at);
      if (!byte) {
        return bad_target("a \"%\" is not followed by two hexadecimal digits", offset + at);
      }
      c = *byte;
      at += 2;
    } else if (c == '+' && in_query) {
      c = ' ';
    }
    bool const white = c == '\t' || c == '\n' || c == '\r';
    if (is_control(c) && !(in_query && white)) {
      return bad_target("a control character", offset + begin);
    }
    out += c;
  }
  if (!is_utf8(out)) {
    return bad_target("the decoded text is not UTF-8", offset);
  }
  return out;
}

std::string_view without_authority(std::string_view target) {
  size_t const scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) {
    return target;
  }
  size_t const path = target.find_first_of("/?", scheme + 3);
  return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
}

// Appends "name=value", which stands at `offset` of the target.
std::optional<Error> add_parameter(std::string_view piece, size_t offset, ParameterList& out) {
  if (piece.empty()) {
    return std::nullopt;
  }
  if (out.size() == kMostParameters) {
    return bad_target("more than " + std::to_string(kMostParameters) + " parameters", offset);
  }
  size_t const equals = std::min(piece.find('='), piece.size());
  size_t const after = std::min(equals + 1, piece.size());
  auto name = decode(piece.substr(0, equals), offset, true);
  if (!name) {
    return name.error();
  }
  auto value = decode(piece.substr(after), offset + after, true);
  if (!value) {
    return value.error();
  }
  out.emplace_back(std::move(name).value(), std::move(value).value());
  return std::nullopt;
}

}  // namespace

Result<Target> parse_target(std::string_view whole) {
  std::string_view const target = without_authority(whole);
  size_t const cut = whole.size() - target.size();
  size_t const question = std::min(target.find('?'), target.size());
  auto path = decode(target.substr(0, question), cut, false);
  if (!path) {
    return path.error();
  }
  Target out{.path = std::move(path).value(), .query = {}};
  if (out.path.empty()) {
    out.path = "/";
  }
  if (out.path.front() != '/') {
    return bad_target("the path does not begin with \"/\"", cut);
  }
  size_t at = question + 1;
  while (at < target.size()) {
    size_t const end = std::min(target.find('&', at), target.size());
    if (auto error = add_parameter(target.substr(at, end - at), cut + at, out.query)) {
      return *error;
    }
    at = end + 1;
  }
  return out;
}

std::string make_url(std::string_view path, ParameterList const& query) {
  std::string out = percent_encoded(path, "/!@:");
  char separator = '?';
  for (auto const& [name, value] : query) {
    out += separator;
    out += percent_encoded(name);
    out += '=';
    out += percent_encoded(value, "/:,@");
    separator = '&';
  }
  return out;
}

}  // namespace cyberlex::api
