#include "cyberlex/api/posted_parameters.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cyberlex/api/target.h"
#include "cyberlex/text/analyse.h"

namespace cyberlex::api {
namespace {

// "Text/Plain; charset=utf-8" as "text/plain".
std::string media_type(std::string_view header) {
  std::string out(header.substr(0, header.find(';')));
  while (out.ends_with(' ') || out.ends_with('\t')) {
    out.pop_back();
  }
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

Status add_form(Request& request) {
  constexpr std::string_view kBefore = "/?";
  auto form = parse_target(std::string(kBefore) + request.body);
  if (!form) {
    Error error = form.error();
    if (error.position) {
      *error.position -= std::min(*error.position, kBefore.size());
    }
    return error;
  }
  std::move(form->query.begin(), form->query.end(), std::back_inserter(request.query));
  return Ok{};
}

Status add_lines(Request& request) {
  std::string_view rest = request.body;
  while (!rest.empty()) {
    size_t const end = std::min(rest.find('\n'), rest.size());
    std::string_view const line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      if (request.query.size() == kMostParameters) {
        return Error{.code = ErrorCode::kBadInput,
                     .message = "more than " + std::to_string(kMostParameters) + " lines"};
      }
      request.query.emplace_back("q", line);
    }
  }
  return Ok{};
}

Status add_text(Request& request, Posted posted) {
  bool const plain = is_utf8(request.body) && request.body.find('\0') == std::string::npos;
  if (!plain) {
    return Error{.code = ErrorCode::kBadInput, .message = "the body is not UTF-8 text"};
  }
  if (posted == Posted::kLines) {
    return add_lines(request);
  }
  request.query.emplace_back("text", request.body);
  return Ok{};
}

}  // namespace

Result<Request> with_body(Request const& request, Posted posted) {
  Request out = request;
  std::string const type = media_type(request.content_type);
  Status added = Ok{};
  if (type == "application/x-www-form-urlencoded") {
    added = add_form(out);
  } else if (type == "text/plain" || type.empty()) {
    added = add_text(out, posted);
  } else {
    return Error{.code = ErrorCode::kBadInput,
                 .message = "expected text/plain or application/x-www-form-urlencoded",
                 .where = "Content-Type"};
  }
  if (!added) {
    return added.error();
  }
  return out;
}

}  // namespace cyberlex::api
