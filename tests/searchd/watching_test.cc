// What an operator watches: log lines, metrics, what the kernel says of the process.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "searchd/log_writer.h"
#include "searchd/metrics.h"
#include "searchd/process_facts.h"
#include "tests/cyberlex/api/small_index.h"

namespace cyberlex::searchd {
namespace {

using namespace std::chrono_literals;
using api::LogLevel;
using api::LogLine;

TEST(LogWriter, WritesASentenceOrAnObject) {
  LogLine const line{.level = LogLevel::kError,
                     .event = "generation-refused",
                     .message = "refused: \"a\"\nb",
                     .facts = {{"generation", "g-1"}, {"reason", "bad\x01"}}};
  EXPECT_EQ(written({.event = "stopped", .message = "stopped"}, LogForm::kText, "unused"),
            "cyberlex-searchd: stopped\n");
  std::string const object = written(line, LogForm::kJson, "2026-11-23T00:00:00Z");
  EXPECT_EQ(object.find('\n'), object.size() - 1) << "one line, whatever the message holds";
  auto const read = nlohmann::json::parse(object);
  EXPECT_EQ(read["time"], "2026-11-23T00:00:00Z");
  EXPECT_EQ(read["level"], "error");
  EXPECT_EQ(read["event"], "generation-refused");
  EXPECT_EQ(read["message"], line.message);
  EXPECT_EQ(read["generation"], "g-1");
  EXPECT_EQ(read["reason"], "bad\x01");
}

TEST(ProcessFacts, AreThoseOfThisProcess) {
  ProcessFacts const facts = read_process_facts();
  EXPECT_GT(facts.resident_bytes, 1U << 20U);
  EXPECT_GT(facts.virtual_bytes, facts.resident_bytes);
  EXPECT_GE(facts.threads, 1U);
  EXPECT_GE(facts.most_open_files, facts.open_files);
  auto const now =
      std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch());
  EXPECT_LE(facts.start_seconds, now.count() + 2);
  EXPECT_GT(facts.start_seconds, now.count() - 86400);
  std::ifstream const held("/proc/self/stat");
  EXPECT_GT(read_process_facts().open_files, facts.open_files - 1);
}

TEST(ProcessFacts, ReadANameThatLooksLikeTheRest) {
  std::string const proc = std::filesystem::temp_directory_path() / "cyberlex-proc-test";
  std::filesystem::create_directories(proc + "/self/fd");
  std::ofstream(proc + "/self/stat")
      << "7 (a) b) 9 9) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 6 0 1000 4096000 25 99\n";
  std::ofstream(proc + "/stat") << "cpu 1 2\nbtime 1700000000\n";
  std::ofstream(proc + "/self/fd/0");
  ProcessFacts const facts = read_process_facts(proc);
  std::filesystem::remove_all(proc);
  auto const tick = static_cast<double>(::sysconf(_SC_CLK_TCK));
  EXPECT_DOUBLE_EQ(facts.cpu_seconds, 300 / tick);
  EXPECT_EQ(facts.threads, 6U);
  EXPECT_DOUBLE_EQ(facts.start_seconds, 1700000000 + 1000 / tick);
  EXPECT_EQ(facts.virtual_bytes, 4096000U);
  EXPECT_EQ(facts.resident_bytes, 25U * static_cast<uint64_t>(::getpagesize()));
  EXPECT_EQ(facts.open_files, 1U);
  EXPECT_EQ(read_process_facts("/nonexistent").resident_bytes, 0U);
}

// "name{labels}": value, of every line that is no comment. Fails the test for a line of no such
// form.
std::map<std::string, double> samples_of(std::string const& text) {
  std::map<std::string, double> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) {
      continue;
    }
    size_t const space = line.rfind(' ');
    EXPECT_NE(space, std::string::npos) << line;
    EXPECT_TRUE(out.emplace(line.substr(0, space), std::stod(line.substr(space + 1))).second)
        << "twice: " << line;
  }
  return out;
}

class MetricsTest : public ::testing::Test {
 protected:
  void SetUp() override { index_.build(5); }
  std::map<std::string, double> samples() const {
    return samples_of(metrics_.text({.accepted = 9, .turned_away = 2, .unreadable = 1, .open = 3},
                                    admission_.counters(), snapshots_));
  }

  api::SmallIndex index_;
  api::Snapshots snapshots_{index_.folder(), [](LogLine const&) {}, {.cache_bytes = 1U << 20U}};
  api::Admission admission_{1, 1ms};
  Metrics metrics_;
};

TEST_F(MetricsTest, CountRequestsByPatternAndStatus) {
  metrics_.answered("/api/v1/search", 200, 700us);
  metrics_.answered("/api/v1/search", 200, 7ms);
  metrics_.answered("/api/v1/search", 400, 50us);
  metrics_.answered("unknown", 404, 50us);
  auto const found = samples();
  EXPECT_EQ(found.at("cyberlex_http_requests_total{code=\"200\",path=\"/api/v1/search\"}"), 2);
  EXPECT_EQ(found.at("cyberlex_http_requests_total{code=\"404\",path=\"unknown\"}"), 1);
  std::string const bucket =
      "cyberlex_http_request_duration_seconds_bucket{path=\"/api/v1/search\"";
  EXPECT_EQ(found.at(bucket + ",le=\"0.0001\"}"), 1);
  EXPECT_EQ(found.at(bucket + ",le=\"0.001\"}"), 2);
  EXPECT_EQ(found.at(bucket + ",le=\"+Inf\"}"), 3);
  EXPECT_NEAR(found.at("cyberlex_http_request_duration_seconds_sum{path=\"/api/v1/search\"}"),
              0.00775, 1e-9);
}

TEST_F(MetricsTest, LoseNothingToThreads) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([this] {
      for (int i = 0; i < 1000; ++i) {
        metrics_.answered(i % 2 == 0 ? "/a" : "/b", 200, 1ms);
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(samples().at("cyberlex_http_requests_total{code=\"200\",path=\"/a\"}"), 2000);
}

TEST_F(MetricsTest, TellOfTheGenerationAndOfTheOneThatWasRefused) {
  EXPECT_FALSE(samples().contains("cyberlex_generation_documents"));
  ASSERT_TRUE(snapshots_.refresh().ok());
  auto const now =
      std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch());
  auto found = samples();
  auto const documents =
      static_cast<double>(snapshots_.current()->generation().manifest().documents);
  EXPECT_EQ(found.at("cyberlex_generation_documents"), documents);
  EXPECT_EQ(found.at("cyberlex_generation_refused"), 0);
  EXPECT_NEAR(found.at("cyberlex_generation_opened_timestamp_seconds"), now.count(), 60);
  index_.build(6);
  index_.damage_current();
  EXPECT_FALSE(snapshots_.refresh().ok());
  found = samples();
  EXPECT_EQ(found.at("cyberlex_generation_documents"), documents);
  EXPECT_EQ(found.at("cyberlex_generation_refused"), 1);
  index_.build(7);
  ASSERT_TRUE(snapshots_.refresh().ok());
  EXPECT_GT(samples().at("cyberlex_generation_documents"), documents);
  EXPECT_EQ(samples().at("cyberlex_generation_refused"), 0);
}

TEST_F(MetricsTest, TellOfConnectionsAndPlaces) {
  auto const pass = admission_.enter();
  EXPECT_FALSE(admission_.enter());
  auto const found = samples();
  EXPECT_EQ(found.at("cyberlex_connections_accepted_total"), 9);
  EXPECT_EQ(found.at("cyberlex_connections_turned_away_total"), 2);
  EXPECT_EQ(found.at("cyberlex_connections_open"), 3);
  EXPECT_EQ(found.at("cyberlex_evaluations_running"), 1);
  EXPECT_EQ(found.at("cyberlex_evaluations_waiting"), 0);
  EXPECT_EQ(found.at("cyberlex_evaluations_refused_total"), 1);
  EXPECT_GT(found.at("process_resident_memory_bytes"), 0);
}

}  // namespace
}  // namespace cyberlex::searchd
