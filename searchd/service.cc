#include "searchd/service.h"

#include <chrono>
#include <utility>

#include "cyberlex/api/negotiate.h"

namespace cyberlex::searchd {

using Clock = std::chrono::steady_clock;

api::Response Service::answer(api::Request const& request, Client const& client) const {
  auto const begin = Clock::now();
  if (auto refused = limits_.refuse(client, request.path, begin)) {
    api::add_common_headers(*refused);
    metrics_.answered("refused", refused->status, Clock::now() - begin);
    return *std::move(refused);
  }
  api::Response out = api::handle(request, context_);
  metrics_.answered(out.pattern.empty() ? "unknown" : out.pattern, out.status,
                    Clock::now() - begin);
  return out;
}

}  // namespace cyberlex::searchd
