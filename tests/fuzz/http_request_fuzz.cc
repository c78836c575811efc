// Bytes from the network: what is accepted means one thing. A head that was forwarded reads back to
// itself, and a target that was decoded reads back from the URL made of it.

#include <cstdint>
#include <string_view>

#include "cyberlex/api/target.h"
#include "searchd/request_head.h"
#include "tests/fuzz/require.h"

namespace {

namespace api = cyberlex::api;
using namespace cyberlex::searchd;

void check_head(std::string_view bytes) {
  size_t const end = end_of_head(bytes);
  if (end == std::string_view::npos) {
    return;
  }
  RequestHead const head = parse_head(bytes.substr(0, end));
  cyberlex::require((head.status == 0) == head.detail.empty());
  if (head.status != 0) {
    return;
  }
  cyberlex::require(end_of_head(head.forwarded) == head.forwarded.size());
  RequestHead const again = parse_head(head.forwarded);
  cyberlex::require(again.status == 0 && again.forwarded == head.forwarded && !again.has_body);
}

void check_target(std::string_view bytes) {
  auto const target = api::parse_target(bytes);
  if (!target) {
    cyberlex::require(target.error().position.value_or(0) <= bytes.size());
    return;
  }
  auto const again = api::parse_target(api::make_url(target->path, target->query));
  cyberlex::require(again.ok() && again->path == target->path && again->query == target->query);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  check_head(bytes);
  check_target(bytes);
  return 0;
}
