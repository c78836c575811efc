#include "cyberlex/index/terms.h"

#include <gtest/gtest.h>

#include "cyberlex/index/schema.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"
#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 24;

// The twin: one map, one pass over each language, nothing kept between documents.
std::map<std::string, DocumentTerm> slow_terms(IndexDocument const& document) {
  std::map<std::string, DocumentTerm> out;
  std::map<std::string, uint32_t> next;
  auto const add = [&](std::string const& language, std::string const& text, bool heading) {
    Analysis analysis;
    analysis.next_position = next.try_emplace(language, 1U).first->second;
    Analyser(language).analyse(text, analysis);
    Stemmer stemmer(language);
    for (Token const& token : analysis.tokens) {
      std::string const stem(stemmer.stem(token.word));
      out["W" + language + token.word].frequency += heading ? 3 : 1;
      out["W" + language + token.word].positions.push_back(token.position);
      out["Z" + language + stem].frequency += heading ? 3 : 1;
      if (heading) {
        out["S" + language + token.word].frequency += 1;
        out["S" + language + token.word].positions.push_back(token.position);
        out["T" + language + stem].frequency += 1;
      }
    }
    for (uint32_t const end : analysis.sentence_ends) {
      out["B" + language + "s"].positions.push_back(end);
    }
    for (uint32_t const end : analysis.paragraph_ends) {
      out["B" + language + "p"].positions.push_back(end);
    }
    next[language] = analysis.next_position + (analysis.tokens.empty() ? 0 : 8);
  };
  for (size_t i = 0; i < document.texts.size(); ++i) {
    StateText const& text = document.texts[i];
    add(text.language, document.record.texts[i].heading, true);
    for (TextBlock const& block : text.blocks) {
      add(text.language, block.text, false);
    }
    next[text.language] += 64;
  }
  return out;
}

TEST(Terms, AgreeWithTheSlowTwin) {
  RandomLaws random(kSeed);
  TermMaker maker;
  for (int i = 0; i < 300; ++i) {
    IndexDocument const document =
        random.document(0, RandomLaws::make_eid("sec_1"), {Date(1), Date(2)});
    DocumentTerms const made = maker.make(document);
    std::map<std::string, DocumentTerm> expected = slow_terms(document);
    ASSERT_EQ(made.terms.size(), expected.size()) << "seed " << kSeed << " round " << i;
    for (DocumentTerm const& term : made.terms) {
      DocumentTerm want = expected[term.term];
      want.term = term.term;
      ASSERT_EQ(term, want) << term.term;
    }
    ASSERT_TRUE(std::is_sorted(made.terms.begin(), made.terms.end(),
                               [](auto const& a, auto const& b) { return a.term < b.term; }));
  }
}

IndexDocument one_text(std::string heading, std::vector<std::string> const& blocks) {
  IndexDocument out;
  out.record.texts.emplace_back();
  out.record.texts[0].language = "en";
  out.record.texts[0].heading = std::move(heading);
  out.texts.push_back({"en", TextKind::kOfficial, {}});
  for (std::string const& block : blocks) {
    out.texts[0].blocks.push_back({EId(), 0, "", block});
  }
  return out;
}

TEST(Terms, LeaveAGapAfterHeadingAndBlocks) {
  DocumentTerms const made = TermMaker().make(one_text("Two words", {"a b", "", "c"}));
  std::map<std::string, std::vector<uint32_t>> at;
  for (DocumentTerm const& term : made.terms) {
    at[term.term] = term.positions;
  }
  EXPECT_EQ(at["Wentwo"], (std::vector<uint32_t>{1}));
  EXPECT_EQ(at["Wenwords"], (std::vector<uint32_t>{2}));
  EXPECT_EQ(at["Wena"], (std::vector<uint32_t>{11}));
  EXPECT_EQ(at["Wenc"], (std::vector<uint32_t>{21}));
  EXPECT_EQ(at["Benp"], (std::vector<uint32_t>{2, 12, 21}));
  EXPECT_EQ(made.length(), 2 * 3 + 3);
}

TEST(Terms, LengthIsThatOfTheLongestLanguageAndCapped) {
  std::string text;
  for (int i = 0; i < 70'000; ++i) {
    text += "w ";
  }
  EXPECT_EQ(TermMaker().make(one_text("", {text})).length(), 65535);
  EXPECT_EQ(TermMaker().make(IndexDocument()).length(), 0);
}

TEST(Terms, NeverExceedWhatXapianTakes) {
  DocumentTerms const made = TermMaker().make(one_text("", {std::string(5'000, 'x')}));
  for (DocumentTerm const& term : made.terms) {
    EXPECT_LE(term.term.size(), 245U);
  }
}

}  // namespace
}  // namespace cyberlex
