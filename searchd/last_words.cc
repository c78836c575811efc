#include "searchd/last_words.h"

#include <array>
#include <ctime>
#include <string_view>
#include <utility>

#include "cyberlex/api/negotiate.h"
#include "cyberlex/api/problem.h"

namespace cyberlex::searchd {

namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 408:
      return "Request Timeout";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 431:
      return "Request Header Fields Too Large";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Error";
  }
}

}  // namespace

std::string http_date() {
  std::time_t const now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  size_t const size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return std::string(text.data(), size);
}

std::string last_words(api::Response response) {
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
  out.append(reason_of(response.status)).append("\r\n");
  api::add_common_headers(response);
  response.headers.emplace_back("Date", http_date());
  response.headers.emplace_back("Content-Type", response.content_type);
  response.headers.emplace_back("Content-Length", std::to_string(response.body.size()));
  response.headers.emplace_back("Connection", "close");
  for (auto const& [name, value] : response.headers) {
    out.append(name).append(": ").append(value).append("\r\n");
  }
  return out + "\r\n" + response.body;
}

std::string refusal(int status, std::string detail) {
  return last_words(
      api::problem(status, "bad-http", "This is not a request we can read", std::move(detail)));
}

}  // namespace cyberlex::searchd
