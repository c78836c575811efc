// Parts of a request that have readers of their own: cursors, dates, media types, targets, bodies;
// and the file of keys. Nothing crashes; what is read says the same when it is written again. The
// first byte picks what to read.

#include <unistd.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "cyberlex/api/accept.h"
#include "cyberlex/api/memento.h"
#include "cyberlex/api/posted_parameters.h"
#include "cyberlex/api/target.h"
#include "cyberlex/search/request.h"
#include "cyberlex/text/analyse.h"
#include "searchd/client_limits.h"
#include "tests/fuzz/require.h"

namespace {

using namespace cyberlex;

void check_cursor_text(std::string_view text) {
  Result<Cursor> const cursor = decode_cursor(text);
  require(!cursor || encode(*cursor) == text);
}

void check_body(std::string_view text) {
  api::Request request;
  request.method = "POST";
  request.path = "/api/v1/search";
  request.body = text;
  for (char const* const type : {"", "text/plain", "application/x-www-form-urlencoded", "x/y"}) {
    request.content_type = type;
    for (api::Posted const posted : {api::Posted::kLines, api::Posted::kText}) {
      Result<api::Request> const read = api::with_body(request, posted);
      for (auto const& [name, value] : read ? read->query : ParameterList()) {
        require(is_utf8(name) && is_utf8(value));
      }
    }
  }
}

void check_target(std::string_view text) {
  auto const target = api::parse_target(text);
  if (target) {
    auto const again = api::parse_target(api::make_url(target->path, target->query));
    require(again.ok() && again->path == target->path && again->query == target->query);
  }
}

void check_keys(std::string_view text) {
  static std::string const kPath =
      (std::filesystem::temp_directory_path() / ("cyberlex-keys-" + std::to_string(::getpid())))
          .string();
  std::ofstream(kPath, std::ios::binary) << text;
  Result<std::vector<searchd::ApiKey>> const keys = searchd::read_api_keys(kPath);
  require(keys.ok() || keys.error().where.find(kPath) != std::string::npos);
  std::filesystem::remove(kPath);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  if (size == 0) {
    return 0;
  }
  std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
  constexpr std::array kForms{api::Form::kJson, api::Form::kText, api::Form::kHtml};
  switch (data[0] % 6) {
    case 0:
      check_cursor_text(text);
      break;
    case 1:
      static_cast<void>(api::read_http_date(text));
      break;
    case 2:
      static_cast<void>(api::read_accept(text, kForms));
      break;
    case 3:
      check_target(text);
      break;
    case 4:
      check_body(text);
      break;
    default:
      check_keys(text);
  }
  return 0;
}
