#include "cyberlex/render/bibliography.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/support/limb_builder.h"

namespace cyberlex::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr uint32_t kSeed = 20262;

Reference section() {
  Reference out;
  out.key = "ng/act/sec_24";
  out.title = "Act";
  out.original_title = "Act";
  out.title_language = "en";
  out.jurisdiction = "ng";
  out.year = 2015;
  out.kind = ProvisionKind::kSection;
  out.number = "24";
  out.heading = "Cyberstalking";
  out.language = "en";
  out.version = day("2024-02-28");
  out.text_kind = TextKind::kRestatement;
  out.iri = "/akn/ng/act/2015/act/eng@2024-02-28/!main~sec_24";
  return out;
}

Reference article() {
  Reference out = section();
  out.key = "unc/7";
  out.treaty = true;
  out.jurisdiction = "";
  out.short_title = "Short";
  out.kind = ProvisionKind::kArticle;
  out.number = "7";
  return out;
}

TEST(Bibliography, WritesASectionAsBibtex) {
  EXPECT_EQ(bibtex_entry(section()),
            "@misc{ng/act/sec_24,\n"
            "  title = {{Act, section 24: Cyberstalking}},\n"
            "  year = {2015},\n"
            "  key = {{Nigeria}},\n"
            "  howpublished = {Legislation of Nigeria},\n"
            "  note = {version of 2024-02-28, restatement},\n"
            "  language = {en},\n"
            "  iri = {/akn/ng/act/2015/act/eng@2024-02-28/!main\\textasciitilde{}sec\\_24}\n"
            "}\n");
}

TEST(Bibliography, WritesASectionAsRis) {
  EXPECT_EQ(ris_entry(section()),
            "TY  - STAT\r\n"
            "ID  - ng/act/sec_24\r\n"
            "TI  - Act\r\n"
            "PY  - 2015\r\n"
            "SE  - s 24\r\n"
            "CY  - Nigeria\r\n"
            "LA  - en\r\n"
            "N1  - Heading: Cyberstalking\r\n"
            "N1  - version of 2024-02-28, restatement\r\n"
            "N1  - IRI: /akn/ng/act/2015/act/eng@2024-02-28/!main~sec_24\r\n"
            "ER  - \r\n\r\n");
}

TEST(Bibliography, WritesSectionsAndArticlesAsCsl) {
  EXPECT_EQ(json::parse(csl_entry(section())),
            (json{{"id", "ng/act/sec_24"},
                  {"type", "legislation"},
                  {"title", "Act"},
                  {"section", "24"},
                  {"issued", {{"date-parts", {{2015}}}}},
                  {"jurisdiction", "NG"},
                  {"language", "en"},
                  {"note",
                   "Cyberstalking; version of 2024-02-28, restatement; "
                   "/akn/ng/act/2015/act/eng@2024-02-28/!main~sec_24"}}));
  json const treaty = json::parse(csl_entry(article()));
  EXPECT_EQ(treaty["type"], "treaty");
  EXPECT_EQ(treaty["section"], "art 7");
  EXPECT_EQ(treaty["title-short"], "Short");
  EXPECT_FALSE(treaty.contains("jurisdiction"));
}

TEST(Bibliography, LeavesOutWhatIsNotKnown) {
  Reference bare;
  bare.key = "ng/act";
  bare.title = "Act";
  bare.jurisdiction = "ng";
  bare.iri = "/akn/ng/act/2015/act";
  EXPECT_EQ(bibtex_entry(bare),
            "@misc{ng/act,\n  title = {{Act}},\n  key = {{Nigeria}},\n"
            "  howpublished = {Legislation of Nigeria},\n  iri = {/akn/ng/act/2015/act}\n}\n");
  EXPECT_EQ(ris_entry(bare),
            "TY  - STAT\r\nID  - ng/act\r\nTI  - Act\r\nCY  - Nigeria\r\n"
            "N1  - IRI: /akn/ng/act/2015/act\r\nER  - \r\n\r\n");
  EXPECT_FALSE(json::parse(csl_entry(bare)).contains("issued"));
}

// What bibtex_escaped() wrote, read the other way round.
std::string unescaped(std::string text) {
  static constexpr auto kWords =
      std::to_array<std::pair<std::string_view, char>>({{"\\textbackslash{}", '\\'},
                                                        {"\\textbraceleft{}", '{'},
                                                        {"\\textbraceright{}", '}'},
                                                        {"\\textasciitilde{}", '~'},
                                                        {"\\textasciicircum{}", '^'}});
  std::string out;
  for (size_t at = 0; at < text.size();) {
    auto const word = std::find_if(kWords.begin(), kWords.end(), [&](auto const& each) {
      return text.compare(at, each.first.size(), each.first) == 0;
    });
    if (word != kWords.end()) {
      out += word->second;
      at += word->first.size();
    } else {
      at += text[at] == '\\' ? 1 : 0;
      out += text[at++];
    }
  }
  return out;
}

std::string hostile(std::mt19937& chance) {
  static constexpr auto kPieces = std::to_array<std::string_view>({"\\",
                                                                   "{",
                                                                   "}",
                                                                   "%",
                                                                   "#",
                                                                   "$",
                                                                   "&",
                                                                   "_",
                                                                   "~",
                                                                   "^",
                                                                   "@misc{x,",
                                                                   "\"",
                                                                   ",",
                                                                   "=",
                                                                   "\r\n",
                                                                   "\n",
                                                                   "\r",
                                                                   "\n\nER  - \r\n",
                                                                   "\nTY  - BOOK",
                                                                   "ماده",
                                                                   "ñ",
                                                                   "\u2028",
                                                                   "\x01",
                                                                   "\\input{x}",
                                                                   " ",
                                                                   "text",
                                                                   "\xFF"});
  std::string out = "a";
  for (size_t left = chance() % 12; left > 0; --left) {
    out += kPieces.at(chance() % kPieces.size());
  }
  return out;
}

Reference hostile_reference(std::mt19937& chance) {
  Reference out = section();
  out.title = hostile(chance);
  out.original_title = hostile(chance);
  out.heading = hostile(chance);
  out.number = hostile(chance);
  return out;
}

TEST(Bibliography, EscapesSoThatNothingInATextIsACommandOfLatex) {
  std::cout << "seed " << kSeed << '\n';
  std::mt19937 chance(kSeed);
  for (int i = 0; i < 3000; ++i) {
    std::string const text = hostile(chance);
    std::string const escaped = bibtex_escaped(text);
    EXPECT_EQ(unescaped(escaped), one_line(text));
  }
}

// BibTeX counts braces and knows no escape of them.
TEST(Bibliography, KeepsEveryEntryBetweenItsBraces) {
  std::mt19937 chance(kSeed);
  for (int i = 0; i < 1000; ++i) {
    std::string const entry = bibtex_entry(hostile_reference(chance));
    int depth = 0;
    for (size_t at = 0; at < entry.size(); ++at) {
      depth += entry[at] == '{' ? 1 : entry[at] == '}' ? -1 : 0;
      ASSERT_TRUE(depth > 0 || at < entry.find('{') || at >= entry.size() - 2) << entry;
    }
    EXPECT_EQ(depth, 0) << entry;
    EXPECT_EQ(std::count(entry.begin(), entry.end(), '\n'), 9) << entry;
  }
}

TEST(Bibliography, LetsNoTextBeginAFieldOfRis) {
  std::mt19937 chance(kSeed);
  for (int i = 0; i < 1000; ++i) {
    std::string const entry = ris_entry(hostile_reference(chance));
    std::vector<std::string> tags;
    for (size_t at = 0; at < entry.size(); at = entry.find("\r\n", at) + 2) {
      tags.push_back(entry.substr(at, 2));
    }
    EXPECT_THAT(tags, ::testing::ElementsAre("TY", "ID", "TI", "PY", "SE", "CY", "LA", "N1", "N1",
                                             "N1", "ER", "\r\n"));
    EXPECT_EQ(std::count(entry.begin(), entry.end(), '\r'), 12) << entry;
    EXPECT_EQ(std::count(entry.begin(), entry.end(), '\n'), 12) << entry;
  }
}

TEST(Bibliography, GivesCslTheTextUnchangedButForLineEnds) {
  std::mt19937 chance(kSeed);
  for (int i = 0; i < 1000; ++i) {
    Reference const reference = hostile_reference(chance);
    Reference plain = reference;
    plain.title = one_line(plain.title);
    json const entry = json::parse(csl_entry(plain));
    EXPECT_THAT(entry["title"].get<std::string>(), HasSubstr(plain.title));
    EXPECT_EQ(entry["section"].get<std::string>().empty(), false);
  }
}

}  // namespace
}  // namespace cyberlex::testing
