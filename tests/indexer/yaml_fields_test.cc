#include "indexer/yaml_fields.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

// Reads the fields of `input` by `read`, and says what was reported.
std::string report(std::string_view input,
                   std::function<void(FieldReader&, OwnFile&)> const& read) {
  Diagnostics diagnostics;
  OwnFile file("f", diagnostics);
  std::optional<YamlNode> const root = parse_yaml(input, "f", 1, diagnostics);
  if (root) {
    FieldReader fields(*root, file);
    read(fields, file);
    fields.finish();
  }
  return complaints(diagnostics);
}

TEST(FieldReader, OffersTheNearestKnownKey) {
  auto const read = [](FieldReader& fields, OwnFile&) {
    fields.line("heading", Need::kOptional);
    fields.text("text", Need::kOptional);
  };
  EXPECT_EQ(report("headnig: a\n", read),
            "f:1:1: error: unknown key \"headnig\", did you mean \"heading\"?");
  EXPECT_EQ(report("text: a\npenalties: b\n", read),
            "f:2:1: error: unknown key \"penalties\"; expected one of heading, text");
  EXPECT_EQ(report("- a\n", read), "f:1:1: error: expected a mapping, found a list");
}

TEST(FieldReader, StopsListingUnknownKeys) {
  std::string input;
  for (int i = 0; i < 100; ++i) {
    input += "key" + std::to_string(i) + ": a\n";
  }
  std::string const said = report(input, [](FieldReader&, OwnFile&) {});
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 20);
  EXPECT_TRUE(said.ends_with("f:21:1: error: more unknown keys in this mapping")) << said;
}

TEST(FieldReader, AsksForTextWhereTextBelongs) {
  Complaint const rows[] = {
      {"a: x\n", ""},
      {"b: x\n", "f:1:1: error: expected the key \"a\""},
      {"a:\nb: x\n", "f:1:1: error: a: expected text, found nothing"},
      {"a: ''\n", "f:1:4: error: a: expected text, found nothing"},
      {"a: [x]\n", "f:1:4: error: a: expected text, found a list"},
      {"a: {x: y}\n", "f:1:4: error: a: expected text, found a mapping"},
      {"a: \"x\\ny\"\n", "f:1:4: error: a: expected a single line"},
  };
  for (Complaint const& row : rows) {
    EXPECT_EQ(report(row.input,
                     [](FieldReader& fields, OwnFile&) {
                       fields.line("a", Need::kRequired);
                       fields.text("b", Need::kOptional);
                     }),
              row.expected)
        << row.input;
  }
}

TEST(FieldReader, PartsParagraphsByAnEmptyLine) {
  auto const text = [](std::string_view input) {
    std::string out;
    EXPECT_EQ(
        report(input, [&out](FieldReader& f, OwnFile&) { out = f.text("a", Need::kRequired); }),
        "");
    return out;
  };
  EXPECT_EQ(text("a: >-\n  one\n  line\n\n  two\n\n\n  three\n"), "one line\n\ntwo\n\nthree");
  EXPECT_EQ(text("a: |\n  one\n  two\n\n  three\n"), "one\ntwo\n\nthree");
  EXPECT_EQ(text("a: >\n  one \n"), "one");
  EXPECT_EQ(text("a: \"one\\ntwo \"\n"), "one\n\ntwo");
}

TEST(FieldReader, ReadsValuesByTheirForm) {
  Complaint const rows[] = {
      {"date: 2024-02-30\n",
       "f:1:7: error: date: expected a date such as 2015-05-15, found \"2024-02-30\""},
      {"number: 3x\n", "f:1:9: error: number: expected a number from 1 to 9, found \"3x\""},
      {"number: 10\n", "f:1:9: error: number: expected a number from 1 to 9, found \"10\""},
      {"number: '-1'\n", "f:1:9: error: number: expected a number from 1 to 9, found \"-1\""},
      {"slug: A b\n",
       "f:1:7: error: expected a name of small letters, digits and hyphens, found \"A b\""},
      {"language: eng\n",
       "f:1:11: error: language: expected a language code such as en, es or fa, found \"eng\""},
      {"eid: sec 24\n", "f:1:6: error: expected an eId such as sec_24__subsec_1, found \"sec 24\""},
      {"standing: partie\n",
       "f:1:11: error: standing: expected one of none, invited, signatory, party, withdrawn; found "
       "\"partie\", did you mean \"party\"?"},
      {"from: 2024-01-02\nto: 2024-01-02\n",
       "f:2:5: error: to: expected a day after `from`, which is 2024-01-02"},
  };
  for (Complaint const& row : rows) {
    EXPECT_EQ(report(row.input,
                     [](FieldReader& fields, OwnFile&) {
                       fields.date("date", Need::kOptional);
                       fields.number("number", Need::kOptional, 1, 9);
                       fields.slug("slug", Need::kOptional);
                       fields.language("language", Need::kOptional);
                       fields.eid("eid", Need::kOptional);
                       fields.name<Standing>("standing", Need::kOptional);
                       fields.interval();
                     }),
              row.expected)
        << row.input;
  }
}

TEST(FieldReader, ReadsLists) {
  Complaint const rows[] = {
      {"texts: [a, b]\nslugs: [c]\none: d\n", ""},
      {"one: [sec_1, sec_2]\n", ""},
      {"texts: a\n", "f:1:8: error: texts: expected a list, found \"a\""},
      {"texts: []\n", "f:1:8: error: texts: expected at least one item, found a list"},
      {"texts: [a, ]\nslugs: {}\n", "f:2:8: error: slugs: expected a list, found a mapping"},
      {"texts: [a,, b]\n", "f:1:11: error: expected text, found nothing"},
      {"texts: [a, [b]]\n", "f:1:12: error: expected text, found a list"},
      {"slugs: [a, b, a]\n", "f:1:15: error: \"a\" stands twice in this list"},
      {"one: {a: b}\n", "f:1:6: error: one: expected a list, found a mapping"},
  };
  for (Complaint const& row : rows) {
    EXPECT_EQ(report(row.input,
                     [](FieldReader& fields, OwnFile&) {
                       fields.texts("texts", Need::kOptional);
                       fields.slugs("slugs", Need::kOptional);
                       fields.one_or_more("one", Need::kOptional);
                     }),
              row.expected)
        << row.input;
  }
}

TEST(FieldReader, BoundsListsThatAreCopied) {
  std::string input = "one: [a";
  for (size_t i = 0; i < kMostNames; ++i) {
    input += ", a";
  }
  EXPECT_EQ(report(input + "]\n",
                   [](FieldReader& f, OwnFile&) { f.one_or_more("one", Need::kRequired); }),
            "f:1:6: error: one: expected at most 100 names, found a list");
}

TEST(FieldReader, ReadsTextInSeveralLanguages) {
  LocalizedText title;
  std::map<std::string, std::vector<std::string>> names;
  auto const read = [&](FieldReader& fields, OwnFile&) {
    title = fields.localized("title", Need::kRequired);
    names = fields.localized_lists("names");
  };
  EXPECT_EQ(report("title: {en: Law, fa: قانون}\nnames: {en: [a, b]}\n", read), "");
  EXPECT_EQ(title, (LocalizedText{{"en", "Law"}, {"fa", "قانون"}}));
  EXPECT_EQ(names.at("en"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(report("title: {eng: Law}\n", read),
            "f:1:9: error: title: expected a language code such as en, es or fa, found \"eng\"");
  EXPECT_EQ(report("title: Law\n", read), "f:1:8: error: title: expected a mapping, found \"Law\"");
  EXPECT_EQ(report("title: {en: Law}\nnames: {en: a}\n", read),
            "f:2:13: error: en: expected a list, found \"a\"");
}

TEST(FieldReader, AsksForASourceOfWhatIsVerified) {
  Complaint const rows[] = {
      {"confidence: verified\nsources: [a]\n", ""},
      {"confidence: recalled\n", ""},
      {"confidence: conflict\nsources: [a]\n", ""},
      {"sources: [a]\n", "f:1:1: error: expected the key \"confidence\""},
      {"confidence: verified\n", "f:1:13: error: confidence: verified needs at least one source"},
      {"confidence: sure\n",
       "f:1:13: error: confidence: expected one of verified, recalled, conflict; found \"sure\""},
  };
  for (Complaint const& row : rows) {
    EXPECT_EQ(report(row.input, [](FieldReader& fields, OwnFile&) { fields.provenance(); }),
              row.expected)
        << row.input;
  }
}

TEST(FieldReader, DescribesSources) {
  std::map<std::string, Source> sources;
  auto const read = [&](FieldReader& fields, OwnFile& file) {
    sources = read_sources(fields, file);
  };
  EXPECT_EQ(
      report("sources:\n  gazette: {title: Gazette, locator: page 3, seen: 2024-01-02}\n", read),
      "");
  EXPECT_EQ(sources.at("gazette").title, "Gazette");
  EXPECT_EQ(sources.at("gazette").seen, "2024-01-02");
  EXPECT_EQ(report("sources: {a: {url: x}}\n", read), "f:1:14: error: expected the key \"title\"");
  EXPECT_EQ(report("sources: {A B: {title: x}}\n", read),
            "f:1:11: error: expected a name of small letters, digits and hyphens, found \"A B\"");
  EXPECT_EQ(report("sources: {a: {title: x, page: 3}}\n", read),
            "f:1:25: error: unknown key \"page\"; expected one of locator, note, seen, title, url");
}

}  // namespace
}  // namespace cyberlex
