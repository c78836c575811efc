#include "cyberlex/api/parameter_reader.h"

#include <algorithm>
#include <charconv>

#include "cyberlex/text/nearest.h"

namespace cyberlex::api {
namespace {

constexpr size_t kMostWords = 64;
constexpr size_t kLongestWord = 64;

Error bad(std::string_view parameter, std::string message) {
  return Error{
      .code = ErrorCode::kBadQuery, .message = std::move(message), .where = std::string(parameter)};
}

Error not_among(std::string_view name, std::string_view value,
                std::span<std::string_view const> choices) {
  return bad(name, "expected " + listed(choices) + ", found " + in_quotes(value) +
                       Nearest(value).among(choices).hint());
}

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= kLongestWord &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

Error unknown_name(std::string_view name, EndpointInfo const& endpoint) {
  std::string message = "unknown parameter" + Nearest(name).among(endpoint.controls).hint();
  message += endpoint.controls.empty() ? "; this path takes none"
                                       : "; allowed here: " + listed(endpoint.controls);
  return bad(in_quotes(name), std::move(message));
}

}  // namespace

Result<ParameterReader> ParameterReader::open(ParameterList const& list,
                                              EndpointInfo const& endpoint) {
  if (endpoint.filters) {
    return ParameterReader(list);
  }
  auto const& known = endpoint.controls;
  for (auto const& parameter : list) {
    if (std::find(known.begin(), known.end(), parameter.first) == known.end()) {
      return unknown_name(parameter.first, endpoint);
    }
  }
  return ParameterReader(list);
}

bool ParameterReader::has(std::string_view name) const {
  return std::any_of(list_.begin(), list_.end(), [name](auto const& parameter) {
    return parameter.first == name && !parameter.second.empty();
  });
}

Result<std::string> ParameterReader::single(std::string_view name) const {
  std::string out;
  for (auto const& parameter : list_) {
    if (parameter.first != name || parameter.second.empty()) {
      continue;
    }
    if (!out.empty()) {
      return bad(name, "given twice; it takes one value");
    }
    out = parameter.second;
  }
  return out;
}

Result<std::optional<Date>> ParameterReader::day(std::string_view name) const {
  auto const text = single(name);
  if (!text) {
    return text.error();
  }
  if (text->empty()) {
    return std::optional<Date>();
  }
  auto const date = Date::parse(*text);
  if (!date) {
    return bad(name, "expected a date such as 2015-05-15, found " + in_quotes(*text));
  }
  return std::optional<Date>(*date);
}

Result<uint64_t> ParameterReader::number(std::string_view name, uint64_t otherwise, uint64_t least,
                                         uint64_t most) const {
  auto const text = single(name);
  if (!text) {
    return text.error();
  }
  if (text->empty()) {
    return otherwise;
  }
  uint64_t value = 0;
  char const* const end = text->data() + text->size();
  auto const read = std::from_chars(text->data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || value < least || value > most) {
    return bad(name, "expected a number from " + std::to_string(least) + " to " +
                         std::to_string(most) + ", found " + in_quotes(*text));
  }
  return value;
}

Result<std::vector<std::string>> ParameterReader::words(std::string_view name) const {
  std::vector<std::string> out;
  for (auto const& parameter : list_) {
    if (parameter.first != name) {
      continue;
    }
    std::string_view rest = parameter.second;
    while (!rest.empty()) {
      size_t const end = std::min(rest.find(','), rest.size());
      std::string_view const word = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!is_word(word) || out.size() == kMostWords) {
        return bad(name, "expected codes such as en or ng, found " + in_quotes(word));
      }
      if (std::find(out.begin(), out.end(), word) == out.end()) {
        out.emplace_back(word);
      }
    }
  }
  return out;
}

Result<std::string> ParameterReader::word(std::string_view name) const {
  auto const text = single(name);
  if (text && !text->empty() && !is_word(*text)) {
    return bad(name, "expected one name [a-z0-9-], found " + in_quotes(*text));
  }
  return text;
}

std::vector<std::string> ParameterReader::texts(std::string_view name) const {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::vector<std::string> out;
  for (auto const& parameter : list_) {
    size_t const begin = parameter.second.find_first_not_of(kBlanks);
    if (parameter.first == name && begin != std::string::npos) {
      size_t const end = parameter.second.find_last_not_of(kBlanks) + 1;
      out.push_back(parameter.second.substr(begin, end - begin));
    }
  }
  return out;
}

std::string ParameterReader::text(std::string_view name) const {
  std::string out;
  for (auto const& parameter : list_) {
    if (parameter.first == name && !parameter.second.empty()) {
      out += (out.empty() ? "" : " ") + parameter.second;
    }
  }
  return out;
}

Result<std::vector<size_t>> ParameterReader::some_of(
    std::string_view name, std::span<std::string_view const> choices) const {
  auto const chosen = words(name);
  if (!chosen) {
    return chosen.error();
  }
  std::vector<size_t> out;
  for (std::string const& each : *chosen) {
    auto const found = std::find(choices.begin(), choices.end(), each);
    if (found == choices.end()) {
      return not_among(name, each, choices);
    }
    out.push_back(static_cast<size_t>(found - choices.begin()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<std::string> ParameterReader::one_of(std::string_view name,
                                            std::span<std::string_view const> choices) const {
  auto const text = single(name);
  if (!text) {
    return text.error();
  }
  if (text->empty()) {
    return std::string(choices.front());
  }
  if (std::find(choices.begin(), choices.end(), *text) == choices.end()) {
    return not_among(name, *text, choices);
  }
  return text;
}

}  // namespace cyberlex::api
