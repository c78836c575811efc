#include "indexer/own_file.h"

#include <gtest/gtest.h>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

TEST(OwnFile, AsksForItsFormat) {
  Complaint const rows[] = {
      {"format: cyberlex-act/1\n", ""},
      {"a: b\n", "f:1:1: error: expected `format: cyberlex-act/1`"},
      {"a: b\nformat: cyberlex-act/2\n",
       "f:2:9: error: expected `format: cyberlex-act/1`, found \"cyberlex-act/2\""},
      {"- a\n", "f:1:1: error: expected a mapping, found a list"},
      {"a\n", "f:1:1: error: expected a mapping, found text"},
      {"a: b\nc: x\ty\n", "f:2:5: error: a tab is not allowed: expected spaces"},
  };
  for (Complaint const& row : rows) {
    Diagnostics diagnostics;
    OwnFile file("f", diagnostics);
    EXPECT_EQ(file.parse(row.input, "cyberlex-act/1").has_value(), row.expected.empty())
        << row.input;
    EXPECT_EQ(complaints(diagnostics), row.expected) << row.input;
  }
}

TEST(OwnFile, ReportsSourcesThatNobodyDescribed) {
  Diagnostics diagnostics;
  OwnFile file("f", diagnostics);
  YamlNode use;
  for (std::string const key : {"gazette", "gazete", "elsewhere"}) {
    use.text = key;
    use.line = 3;
    use.column += 5;
    file.use_source(use);
  }
  file.check_sources({{"gazette", Source()}});
  EXPECT_EQ(complaints(diagnostics),
            "f:3:10: error: source \"gazete\" is not described under `sources`, did you mean "
            "\"gazette\"?\n"
            "f:3:15: error: source \"elsewhere\" is not described under `sources`");
}

TEST(OwnFile, ReportsReadingsThatNobodyDescribed) {
  Diagnostics diagnostics;
  OwnFile file("f", diagnostics);
  YamlNode use;
  use.line = 3;
  use.column = 5;
  use.text = "whole-act";
  file.use_reading(use);
  use.text = "hole-act";
  file.use_reading(use);
  file.check_readings({{"whole-act", Reading()}});
  EXPECT_EQ(complaints(diagnostics),
            "f:3:5: error: reading \"hole-act\" is not described under `readings`, did you mean "
            "\"whole-act\"?");
}

}  // namespace
}  // namespace cyberlex
