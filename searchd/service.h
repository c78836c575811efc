// What the daemon does with a request between the transport and the routes: asks whether this
// client may ask now, answers, counts.
#pragma once

#include "cyberlex/api/routes.h"
#include "searchd/client_limits.h"
#include "searchd/metrics.h"

namespace cyberlex::searchd {

// Thread rule: any thread. The references outlive it.
class Service {
 public:
  Service(api::RouteContext const& context, ClientLimits& limits, Metrics& metrics)
      : context_(context), limits_(limits), metrics_(metrics) {}

  api::Response answer(api::Request const& request, Client const& client) const;

 private:
  api::RouteContext const& context_;
  ClientLimits& limits_;
  Metrics& metrics_;
};

}  // namespace cyberlex::searchd
