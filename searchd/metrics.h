// What the daemon counts of itself, in the text form of Prometheus.
//
// Names follow https://prometheus.io/docs/practices/naming/. Labels hold patterns of paths,
// statuses and the names of generations: nothing of what was asked, nothing of who asked.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "cyberlex/api/admission.h"
#include "cyberlex/api/snapshot.h"
#include "searchd/http_server.h"

namespace cyberlex::searchd {

// Thread rule: any thread.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(Metrics const&) = delete;
  Metrics& operator=(Metrics const&) = delete;

  // A request was answered. `pattern`: of the table of paths, never a path itself. `took`: until
  // the answer was made; sending it does not count.
  void answered(std::string_view pattern, int status, std::chrono::nanoseconds took);

  // Everything counted, and how the parts of the daemon fare now.
  std::string text(TransportCounters const& transport, api::AdmissionCounters const& admission,
                   api::Snapshots const& snapshots) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex::searchd
