#include "searchd/log_writer.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

#include "cyberlex/api/json_text.h"

namespace cyberlex::searchd {

using api::Json;
using api::LogLevel;
using api::LogLine;

namespace {

constexpr auto kLevels = std::to_array<std::string_view>({"info", "warning", "error"});

std::string now_utc() {
  std::time_t const now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  size_t const size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return std::string(text.data(), size);
}

std::string as_json(LogLine const& line, std::string const& time) {
  std::vector<std::pair<std::string, Json>> members = {
      {"time", Json::text(time)},
      {"level", Json::text(kLevels.at(static_cast<size_t>(line.level)))},
      {"event", Json::text(line.event)},
      {"message", Json::text(line.message)}};
  for (auto const& [name, value] : line.facts) {
    members.emplace_back(std::string(name), Json::text(value));
  }
  return Json::object(members).str();
}

}  // namespace

std::string written(LogLine const& line, LogForm form, std::string const& time) {
  return (form == LogForm::kJson ? as_json(line, time) : "cyberlex-searchd: " + line.message) +
         '\n';
}

api::LogFn log_to_stderr(LogForm form) {
  return [form](LogLine const& line) {
    std::string const whole = written(line, form, now_utc());
    std::fwrite(whole.data(), 1, whole.size(), stderr);
  };
}

}  // namespace cyberlex::searchd
