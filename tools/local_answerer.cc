#include <chrono>
#include <utility>

#include "cyberlex/api/admission.h"
#include "cyberlex/api/routes.h"
#include "cyberlex/api/snapshot.h"
#include "tools/answerer.h"

namespace cyberlex::tools {
namespace {

class LocalAnswerer final : public Answerer {
 public:
  LocalAnswerer(std::string const& folder, api::LogFn log)
      : log_(std::move(log)),
        snapshots_(folder, [](api::LogLine const&) {}),
        admission_(1, kPatience) {}

  Status open() { return snapshots_.refresh(); }

  Result<api::Response> ask(api::Request const& request, Sink const& sink) override {
    api::Response out = api::handle(request, {.snapshots = snapshots_,
                                              .admission = admission_,
                                              .today = [] { return Date::today_utc(); },
                                              .log = log_});
    if (out.status != 200) {
      return out;
    }
    if (!out.source) {
      sink(out.body);
      return out;
    }
    for (;;) {
      std::string piece;
      Result<bool> const more = out.source(piece);
      if (!more) {
        return more.error();
      }
      if (!*more || !sink(piece)) {
        return out;
      }
    }
  }

 private:
  static constexpr std::chrono::milliseconds kPatience{1000};

  api::LogFn const log_;
  api::Snapshots snapshots_;
  api::Admission admission_;
};

}  // namespace

Result<std::unique_ptr<Answerer>> open_index(std::string const& folder, api::LogFn log) {
  auto out = std::make_unique<LocalAnswerer>(folder, std::move(log));
  if (Status const opened = out->open(); !opened) {
    return opened.error();
  }
  return std::unique_ptr<Answerer>(std::move(out));
}

}  // namespace cyberlex::tools
