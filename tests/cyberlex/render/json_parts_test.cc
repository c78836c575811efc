#include "cyberlex/render/json_parts.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using nlohmann::json;

TEST(JsonParts, WritesOpenEndsAsNull) {
  JsonOut out;
  out.object([&] { write_interval(out, {kBeginningOfTime, day("2020-01-01")}); });
  EXPECT_EQ(out.finish(), "{\"from\":null,\"to\":\"2020-01-01\"}\n");
}

TEST(JsonParts, KeepsTheKeyOfASourceThatNobodyDescribed) {
  Work work;
  work.sources["a"].title = "A gazette";
  JsonOut out;
  out.object([&] { write_sources(out, work, {"a", "b"}); });
  EXPECT_EQ(out.finish(),
            "{\"sources\":[{\"key\":\"a\",\"title\":\"A gazette\"},{\"key\":\"b\"}]}\n");
}

TEST(JsonParts, WritesAnUnknownYearAsNull) {
  JsonOut out;
  out.object([&] { write_act_members(out, Work()); });
  EXPECT_TRUE(json::parse(out.finish())["year"].is_null());
}

// Every state of the fixtures can be written and read back, with a text that leads.
TEST(JsonParts, WritesEveryRecordOfAnIndex) {
  IndexReader const reader = FixtureIndex::reader();
  Generation const& generation = reader.generation();
  for (DocNum doc = 0; doc < generation.columns().documents(); ++doc) {
    ProvisionRecord const record = reader.record(doc).value();
    JsonOut out;
    out.object([&] { write_provision_members(out, context_of(generation, record), record); });
    json const read = json::parse(out.finish());
    EXPECT_EQ(read["lang"], record.texts.at(0).language);
    EXPECT_EQ(read["status"], std::string(name_of(record.status)));
  }
}

}  // namespace
}  // namespace cyberlex
