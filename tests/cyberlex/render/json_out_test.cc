#include "cyberlex/render/json_out.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace cyberlex {
namespace {

TEST(JsonOut, WritesCompactUtf8AndOneNewline) {
  JsonOut out;
  out.object([&] {
    out.text("a", "ماده ۱ \"é\"\n");
    out.texts("b", {"x", ""});
    out.null("c");
    out.text_if("d", "");
    out.text_or_null("e", "");
    out.flag("f", true);
    out.array("g", [&] { out.pair(0, 7); });
  });
  EXPECT_EQ(out.finish(),
            "{\"a\":\"ماده ۱ \\\"é\\\"\\n\",\"b\":[\"x\",\"\"],\"c\":null,\"e\":null,\"f\":true,"
            "\"g\":[[0,7]]}\n");
}

TEST(JsonOut, WritesScoresWithFourDecimals) {
  JsonOut out;
  out.object([&] {
    out.decimal4("zero", 0);
    out.decimal4("third", 1.0 / 3);
    out.decimal4("large", 1e300);
    out.number("negative", int64_t{-7});
    out.number("most", UINT64_MAX);
  });
  auto const read = nlohmann::json::parse(out.finish());
  EXPECT_EQ(read["third"].dump(), "0.3333");
  EXPECT_EQ(read["large"].get<double>(), 1e300);
  EXPECT_EQ(read["negative"], -7);
  EXPECT_EQ(read["most"], UINT64_MAX);
}

TEST(JsonOut, MendsBytesThatAreNoUtf8) {
  JsonOut out;
  out.object([&] {
    out.text("q",
             "a\xFF"
             "b\xC3");
  });
  EXPECT_EQ(out.finish(),
            "{\"q\":\"a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD\"}\n");
}

}  // namespace
}  // namespace cyberlex
