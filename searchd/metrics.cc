#include "searchd/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <filesystem>
#include <utility>
#include <vector>

#include "searchd/process_facts.h"

namespace cyberlex::searchd {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labels = std::vector<ClientMetric::Label>;

// Seconds. The fastest answers come out of memory in some 50 microseconds, a query is stopped at
// five seconds.
prometheus::Histogram::BucketBoundaries latency_buckets() {
  return {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
          0.05,   0.1,     0.25,   0.5,   1,      2.5,   5};
}

double as_double(uint64_t value) {
  return static_cast<double>(value);
}

double seconds_of(std::chrono::system_clock::time_point time) {
  return std::chrono::duration<double>(time.time_since_epoch()).count();
}

// Gathers values that are read when somebody asks for them.
class Readings {
 public:
  Readings& gauge(std::string name, std::string help, double value, Labels labels = {}) {
    return add(MetricType::Gauge, std::move(name), std::move(help), value, std::move(labels));
  }
  Readings& counter(std::string name, std::string help, double value) {
    return add(MetricType::Counter, std::move(name), std::move(help), value, {});
  }
  std::vector<MetricFamily> take() { return std::move(families_); }

 private:
  Readings& add(MetricType type, std::string name, std::string help, double value, Labels labels) {
    ClientMetric metric;
    metric.label = std::move(labels);
    (type == MetricType::Gauge ? metric.gauge.value : metric.counter.value) = value;
    families_.push_back({std::move(name), std::move(help), type, {std::move(metric)}});
    return *this;
  }

  std::vector<MetricFamily> families_;
};

void read_generation(api::Snapshots const& snapshots, Readings& out) {
  out.gauge("cyberlex_generation_refused",
            "1 while the index names a generation that was refused and an older one serves on",
            snapshots.is_refusing() ? 1 : 0);
  auto const served = snapshots.current();
  if (served == nullptr) {
    return;
  }
  Generation const& generation = served->generation();
  Manifest const& manifest = generation.manifest();
  api::CacheCounters const cache = served->answers().counters();
  out.gauge("cyberlex_generation_info", "The generation that is served", 1,
            {{"generation", std::filesystem::path(generation.folder()).filename().string()},
             {"digest", manifest.digest}})
      .gauge("cyberlex_generation_opened_timestamp_seconds",
             "When the generation that is served was opened", seconds_of(served->opened_at()))
      .gauge("cyberlex_generation_documents", "Provision states in the generation",
             as_double(manifest.documents))
      .gauge("cyberlex_generation_acts", "Acts in the generation", as_double(manifest.acts))
      .counter("cyberlex_cache_hits_total", "Requests answered out of ready answers",
               as_double(cache.hits))
      .counter("cyberlex_cache_misses_total", "Requests for which no ready answer was kept",
               as_double(cache.misses))
      .counter("cyberlex_cache_evictions_total", "Ready answers that gave way to others",
               as_double(cache.evicted))
      .gauge("cyberlex_cache_entries", "Ready answers kept now", as_double(cache.entries))
      .gauge("cyberlex_cache_bytes", "Memory of ready answers", as_double(cache.bytes));
}

void read_transport(TransportCounters const& transport, Readings& out) {
  out.counter("cyberlex_connections_accepted_total", "Connections accepted",
              as_double(transport.accepted))
      .counter("cyberlex_connections_turned_away_total",
               "Connections answered with 503 before anything was read: the queue was full",
               as_double(transport.turned_away))
      .counter("cyberlex_requests_unreadable_total",
               "Requests refused by their form before a path was looked at",
               as_double(transport.unreadable))
      .gauge("cyberlex_connections_open", "Connections now", as_double(transport.open))
      .gauge("cyberlex_connections_waiting", "Connections that wait for a thread now",
             as_double(transport.waiting));
}

void read_admission(api::AdmissionCounters const& admission, Readings& out) {
  out.gauge("cyberlex_evaluations_running", "Queries being evaluated now",
            as_double(admission.running))
      .gauge("cyberlex_evaluations_waiting", "Queries that wait to be evaluated now",
             as_double(admission.waiting))
      .counter("cyberlex_evaluations_refused_total",
               "Queries answered with 503: none of the places came free in time",
               as_double(admission.refused));
}

void read_process(Readings& out) {
  ProcessFacts const facts = read_process_facts();
  out.counter("process_cpu_seconds_total", "User and system time", facts.cpu_seconds)
      .gauge("process_resident_memory_bytes", "Resident memory", as_double(facts.resident_bytes))
      .gauge("process_virtual_memory_bytes", "Virtual memory", as_double(facts.virtual_bytes))
      .gauge("process_open_fds", "Open file descriptors", as_double(facts.open_files))
      .gauge("process_max_fds", "File descriptors that may be open",
             as_double(facts.most_open_files))
      .gauge("process_threads", "Threads", as_double(facts.threads))
      .gauge("process_start_time_seconds", "When the process began", facts.start_seconds)
      .gauge("cyberlex_build_info", "The program", 1, {{"version", CYBERLEX_VERSION}});
}

}  // namespace

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter()
          .Name("cyberlex_http_requests_total")
          .Help("Requests answered, by pattern of path and status")
          .Register(registry);
  prometheus::Family<prometheus::Histogram>& durations =
      prometheus::BuildHistogram()
          .Name("cyberlex_http_request_duration_seconds")
          .Help("Until an answer was made, by pattern of path")
          .Register(registry);
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}

Metrics::~Metrics() = default;

void Metrics::answered(std::string_view pattern, int status, std::chrono::nanoseconds took) {
  std::string const path(pattern);
  state_->requests.Add({{"path", path}, {"code", std::to_string(status)}}).Increment();
  state_->durations.Add({{"path", path}}, latency_buckets())
      .Observe(std::chrono::duration<double>(took).count());
}

std::string Metrics::text(TransportCounters const& transport,
                          api::AdmissionCounters const& admission,
                          api::Snapshots const& snapshots) const {
  Readings readings;
  read_generation(snapshots, readings);
  read_transport(transport, readings);
  read_admission(admission, readings);
  read_process(readings);
  std::vector<MetricFamily> all = state_->registry.Collect();
  std::vector<MetricFamily> read = readings.take();
  all.insert(all.end(), std::make_move_iterator(read.begin()), std::make_move_iterator(read.end()));
  return prometheus::TextSerializer().Serialize(all);
}

}  // namespace cyberlex::searchd
