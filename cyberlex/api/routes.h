// From a request to its answer, without a socket.
#pragma once

#include <functional>
#include <string>

#include "cyberlex/api/admission.h"
#include "cyberlex/api/http_message.h"
#include "cyberlex/api/log.h"
#include "cyberlex/api/snapshot.h"
#include "cyberlex/base/date.h"
#include "cyberlex/pages/visit.h"

namespace cyberlex::api {

// What a request may use. The references outlive every call of handle().
struct RouteContext {
  Snapshots const& snapshots;
  Admission& admission;
  std::function<Date()> today;  // in UTC; injected so that tests have a fixed one
  LogFn log;                    // damage met while answering
  std::string root = {};  // of addresses that must name a host, as opensearch_document takes it
  pages::Pages const* pages = nullptr;        // null: nothing is given as HTML
  std::function<std::string()> metrics = {};  // the text of /metrics; empty: nobody counts here
};

// Answers every request, also a wrong one; HEAD is answered as GET is, body and all. A body is a
// function of path, query and generation; what is not (Server-Timing) stands in a header. Thread
// rule: any thread, as many at once as there are.
Response handle(Request const& request, RouteContext const& context);

}  // namespace cyberlex::api
