#include "searchd/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace cyberlex::searchd {
namespace {

// The methods that the transport behind knows; any other token is "not implemented".
constexpr auto kMethods = std::to_array<std::string_view>(
    {"GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"});

// Headers that go on, lower case.
constexpr auto kForwarded = std::to_array<std::string_view>(
    {"host", "accept", "accept-datetime", "accept-encoding", "accept-language", "authorization",
     "content-type", "if-none-match", "x-api-key", "x-forwarded-for"});
constexpr size_t kLongestValue = 4000;

struct Line {
  std::string name;  // lower case
  std::string_view value;
};

bool is_token_char(char c) {
  bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

// Visible characters, blanks and bytes above ASCII.
bool is_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
  });
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  size_t const begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

RequestHead refused(int status, std::string detail) {
  RequestHead out;
  out.status = status;
  out.detail = std::move(detail);
  out.keep_alive = false;
  return out;
}

std::optional<Line> read_line(std::string_view line) {
  size_t const colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)) || !is_text(line)) {
    return std::nullopt;
  }
  return Line{.name = lower(line.substr(0, colon)), .value = trimmed(line.substr(colon + 1))};
}

// The request line taken apart, or a refusal.
struct RequestLine {
  std::string_view method;
  std::string_view target;
  std::string_view version;
};

bool split_request_line(std::string_view line, RequestLine& out) {
  size_t const first = line.find(' ');
  size_t const last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    return false;
  }
  out = {.method = line.substr(0, first),
         .target = line.substr(first + 1, last - first - 1),
         .version = line.substr(last + 1)};
  bool const clean =
      is_text(out.target) && out.target.find_first_of(" \t#") == std::string_view::npos;
  return is_token(out.method) && clean && !out.target.empty();
}

std::optional<RequestHead> fault_of(std::string_view line, RequestLine& out) {
  if (line.size() > kLongestRequestLine) {
    return refused(
        414, "the request line is longer than " + std::to_string(kLongestRequestLine) + " bytes");
  }
  if (!split_request_line(line, out)) {
    return refused(400, "the request line is not \"METHOD /path HTTP/1.1\"");
  }
  if (out.version != "HTTP/1.1" && out.version != "HTTP/1.0") {
    bool const other = out.version.starts_with("HTTP/");
    return refused(other ? 505 : 400, "the protocol is not HTTP/1.1 or HTTP/1.0");
  }
  if (std::find(kMethods.begin(), kMethods.end(), out.method) == kMethods.end()) {
    return refused(501, "the method is not known here");
  }
  return std::nullopt;
}

// Every line of a head after the first, or nothing when one is malformed.
std::optional<std::vector<Line>> read_lines(std::string_view rest) {
  std::vector<Line> out;
  while (!rest.starts_with("\r\n")) {
    size_t const end = rest.find("\r\n");
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    auto line = read_line(rest.substr(0, end));
    if (!line) {
      return std::nullopt;
    }
    out.push_back(*std::move(line));
    rest.remove_prefix(end + 2);
  }
  return out;
}

// All values of a header, joined by commas as RFC 9110 allows.
std::string joined(std::vector<Line> const& lines, std::string_view name) {
  std::string out;
  for (Line const& line : lines) {
    if (line.name == name && !line.value.empty()) {
      out += out.empty() ? "" : ", ";
      out += line.value;
    }
  }
  return out;
}

bool has(std::vector<Line> const& lines, std::string_view name) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](Line const& line) { return line.name == name; });
}

// "?" may stand in a query; the transport behind takes one only.
std::string with_one_question_mark(std::string_view target) {
  std::string out;
  bool in_query = false;
  for (char const c : target) {
    if (c == '?' && in_query) {
      out += "%3F";
    } else {
      out += c;
    }
    in_query = in_query || c == '?';
  }
  return out;
}

std::string forward(RequestLine const& first, std::vector<Line> const& lines) {
  std::string out(first.method);
  out.append(" ").append(with_one_question_mark(first.target)).append(" ");
  out.append(first.version).append("\r\n");
  for (std::string_view const name : kForwarded) {
    if (has(lines, name)) {  // an empty Host counts as one
      out.append(name).append(": ").append(joined(lines, name)).append("\r\n");
    }
  }
  return out + "\r\n";
}

bool is_too_long(std::vector<Line> const& lines) {
  return std::any_of(kForwarded.begin(), kForwarded.end(), [&](std::string_view name) {
    return joined(lines, name).size() > kLongestValue;
  });
}

bool wants_keep_alive(RequestLine const& first, std::vector<Line> const& lines) {
  std::string const connection = lower(joined(lines, "connection"));
  if (connection.find("close") != std::string::npos) {
    return false;
  }
  return first.version == "HTTP/1.1" || connection.find("keep-alive") != std::string::npos;
}

// Of a POST the body is read, and its length must be known; of all else it is not.
std::optional<RequestHead> fault_of_body(RequestLine const& first, std::vector<Line> const& lines,
                                         RequestHead& out) {
  std::string const length = joined(lines, "content-length");
  bool const coded = has(lines, "transfer-encoding");
  if (first.method != "POST") {
    out.has_body = coded || (!length.empty() && length != "0");
    return std::nullopt;
  }
  char const* const end = length.data() + length.size();
  auto const read = std::from_chars(length.data(), end, out.body);
  if (coded || (!length.empty() && (read.ec == std::errc::invalid_argument || read.ptr != end))) {
    return refused(411, "the body of a POST needs one Content-Length and no Transfer-Encoding");
  }
  if (read.ec == std::errc::result_out_of_range || out.body > kLongestBody) {
    return refused(413, "a body holds at most " + std::to_string(kLongestBody) + " bytes");
  }
  out.waits_for_go = out.body > 0 && first.version == "HTTP/1.1" &&
                     lower(joined(lines, "expect")) == "100-continue";
  return std::nullopt;
}

}  // namespace

RequestHead parse_head(std::string_view bytes) {
  RequestLine first;
  size_t const end = std::min(bytes.find("\r\n"), bytes.size());
  if (auto fault = fault_of(bytes.substr(0, end), first)) {
    return *std::move(fault);
  }
  auto const lines = read_lines(bytes.substr(std::min(end + 2, bytes.size())));
  if (!lines) {
    return refused(400, "a header line is not \"Name: value\"");
  }
  if (is_too_long(*lines)) {
    return refused(431, "a header is longer than " + std::to_string(kLongestValue) + " bytes");
  }
  auto const hosts = std::count_if(lines->begin(), lines->end(),
                                   [](Line const& line) { return line.name == "host"; });
  if (hosts > 1 || (hosts == 0 && first.version == "HTTP/1.1")) {
    return refused(400, "exactly one Host header is needed");
  }
  RequestHead out;
  out.forwarded = forward(first, *lines);
  if (auto fault = fault_of_body(first, *lines, out)) {
    return *std::move(fault);
  }
  out.keep_alive = !out.has_body && wants_keep_alive(first, *lines);
  return out;
}

size_t end_of_head(std::string_view bytes) {
  size_t const at = bytes.find("\r\n\r\n");
  return at == std::string_view::npos ? at : at + 4;
}

}  // namespace cyberlex::searchd
