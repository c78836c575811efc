#include "cyberlex/api/target.h"

#include <gtest/gtest.h>

namespace cyberlex::api {
namespace {

struct GoodRow {
  char const* target;
  char const* path;
  ParameterList query;
};

TEST(Target, DecodesPathAndQuery) {
  GoodRow const rows[] = {
      {"/", "/", {}},
      {"/a/b?", "/a/b", {}},
      {"/s?q=a+b%20c", "/s", {{"q", "a b c"}}},
      {"/s?q=a%2Bb", "/s", {{"q", "a+b"}}},
      {"/a+b", "/a+b", {}},  // "+" is a space in a query only
      {"/s?a=1&&a=2&b", "/s", {{"a", "1"}, {"a", "2"}, {"b", ""}}},
      {"/s?q=what?&x==", "/s", {{"q", "what?"}, {"x", "="}}},
      {"/s?q=%D8%AC%D8%B1%D9%85", "/s", {{"q", "جرم"}}},
      {"/s?q=جرم", "/s", {{"q", "جرم"}}},  // some clients do not escape
      {"/s?q=a%0Ab", "/s", {{"q", "a\nb"}}},
      {"http://host:80/s?q=x", "/s", {{"q", "x"}}},
      {"http://host", "/", {}},
      {"http://host?q=x", "/", {{"q", "x"}}},
  };
  for (GoodRow const& row : rows) {
    auto const read = parse_target(row.target);
    ASSERT_TRUE(read.ok()) << row.target << ": " << to_string(read.error());
    EXPECT_EQ(read->path, row.path) << row.target;
    EXPECT_EQ(read->query, row.query) << row.target;
  }
}

struct BadRow {
  char const* target;
  size_t position;
  char const* says;
};

TEST(Target, RefusesWhatCannotBeDecodedAndSaysWhere) {
  BadRow const rows[] = {
      {"/s?q=%", 5, "hexadecimal"},
      {"/s?q=%4", 5, "hexadecimal"},
      {"/s?q=ab%zz", 7, "hexadecimal"},
      {"/%", 1, "hexadecimal"},
      {"/s?q=%00", 5, "control"},
      {"/s%0A", 2, "control"},
      {"/s?q=%7F", 5, "control"},
      {"/s?q=%FF", 5, "UTF-8"},
      {"/s?q=%C0%AF", 5, "UTF-8"},        // overlong "/"
      {"/s?q=%ED%A0%80", 5, "UTF-8"},     // surrogate
      {"/s?q=%F4%90%80%80", 5, "UTF-8"},  // above U+10FFFF
      {"/s?q=%E2%82", 5, "UTF-8"},        // cut
      {"/s?%C3=1", 3, "UTF-8"},
      {"*", 0, "begin"},
      {"http://host/s?q=%", 16, "hexadecimal"},
  };
  for (BadRow const& row : rows) {
    auto const read = parse_target(row.target);
    ASSERT_FALSE(read.ok()) << row.target;
    EXPECT_EQ(read.error().code, ErrorCode::kBadInput) << row.target;
    EXPECT_EQ(read.error().position, row.position) << row.target;
    EXPECT_NE(read.error().message.find(row.says), std::string::npos) << read.error().message;
  }
}

TEST(Target, TakesNoMoreParametersThanItSays) {
  std::string target = "/s?";
  for (size_t i = 0; i < kMostParameters; ++i) {
    target += "a&";
  }
  EXPECT_TRUE(parse_target(target).ok());
  EXPECT_FALSE(parse_target(target + "a").ok());
}

TEST(Target, ReadsBackTheUrlsItMakes) {
  ParameterList const query = {
      {"q", "a&b=c+d \"e\" #?%/\n جرم"}, {"act", "ng/act-2015"}, {"x y", ""}};
  std::string const url = make_url("/akn/zz/act/2015/a b", query);
  EXPECT_EQ(url.find_first_of(" \"#\n"), std::string::npos) << url;
  auto const read = parse_target(url);
  ASSERT_TRUE(read.ok()) << url;
  EXPECT_EQ(read->path, "/akn/zz/act/2015/a b");
  EXPECT_EQ(read->query, query);
}

}  // namespace
}  // namespace cyberlex::api
