#include "cyberlex/answer/suggestions.h"

#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

class Suggestions : public ::testing::Test {
 protected:
  SuggestAnswer ask(std::string q, std::vector<SuggestionKind> kinds = {}, uint64_t limit = 10) {
    return std::move(answer_suggest(searcher_,
                                    {std::move(q), std::move(kinds), limit, day("2015-01-01")}))
        .value();
  }
  // "kind text" of each.
  std::vector<std::string> shown(std::string q, std::vector<SuggestionKind> kinds = {},
                                 uint64_t limit = 10) {
    std::vector<std::string> out;
    for (Suggestion const& each : ask(std::move(q), std::move(kinds), limit).suggestions) {
      out.push_back(std::string(name_of(each.kind)) + ' ' + each.text);
    }
    return out;
  }
  static bool holds(std::vector<std::string> const& list, std::string const& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
  }

  Searcher searcher_ = std::move(Searcher::open(FixtureIndex::generation())).value();
};

TEST_F(Suggestions, OfferConceptsActsAndHeadingsByTheBeginningOfAWord) {
  EXPECT_TRUE(holds(shown("illegal acc"), "concept illegal access"));
  EXPECT_TRUE(holds(shown("ACC"), "concept acceso ilícito"));  // one name each: what begins so
  EXPECT_TRUE(holds(shown("comp"), "act Computer Act 2010"));
  EXPECT_TRUE(holds(shown("delitos inf"), "act Ley de delitos informáticos de 2010"));
  EXPECT_TRUE(holds(shown("haras"), "heading Harassing messages"));
  EXPECT_TRUE(holds(shown("messages haras"), "heading Harassing messages"));
  EXPECT_TRUE(holds(shown("register of caf"), "heading Register of cafés"));
  EXPECT_FALSE(holds(shown("threat"), "heading Threatening messages"));  // not yet in 2015
}

TEST_F(Suggestions, OfferCitationsWholeOrWithTheActBegun) {
  EXPECT_EQ(shown("s 3 Computer Act"),
            std::vector<std::string>{"citation Computer Act 2010, s. 3"});
  EXPECT_EQ(shown("s 3 comp"), std::vector<std::string>{"citation Computer Act 2010, s. 3"});
  EXPECT_EQ(ask("s 3 comp").suggestions.at(0).q, "zz/computer-act-2010/sec_3");
  EXPECT_TRUE(shown("s 99 comp").empty());
}

TEST_F(Suggestions, KeepToTheKindsAndTheLimit) {
  for (SuggestionKind const kind :
       {SuggestionKind::kConcept, SuggestionKind::kAct, SuggestionKind::kHeading}) {
    for (Suggestion const& each : ask("a", {kind}).suggestions) {
      EXPECT_EQ(each.kind, kind);
    }
  }
  EXPECT_EQ(ask("comp", {}, 1).suggestions.size(), 1U);
  EXPECT_LE(ask("a", {}, 3).suggestions.size(), 3U);
}

// Each suggestion, asked for, finds something.
TEST_F(Suggestions, LeadSomewhere) {
  for (char const* const typed : {"ill", "comp", "reg", "prod", "s 3 comp", "tz/1", "har"}) {
    for (Suggestion const& each : ask(typed).suggestions) {
      SearchRequest request;
      request.q = each.q;
      request.as_of = day("2015-01-01");
      Result<SearchResponse> const response = searcher_.search(request);
      ASSERT_TRUE(response.ok()) << each.q;
      if (each.kind != SuggestionKind::kConcept) {  // a concept may stand in no law that is held
        EXPECT_GT(response->total, 0U) << each.q;
      }
    }
  }
}

TEST_F(Suggestions, OfferASpellingWhenThereIsNothingElse) {
  SuggestAnswer const answer = ask("mesages harasing");
  EXPECT_TRUE(answer.suggestions.empty());
  ASSERT_TRUE(answer.did_you_mean.has_value());
  EXPECT_EQ(answer.did_you_mean->q, "messages AND harassing");
  EXPECT_EQ(answer.did_you_mean->total, 1U);
  EXPECT_FALSE(ask("zzzzzzzz").did_you_mean.has_value());
}

TEST_F(Suggestions, SurviveWhateverIsTyped) {
  for (char const* const typed : {"\"", "(((", "a*", "-", "NOT", "s", " ", "\xff\xfe",
                                  "heading:", "ن", "%", "act:", "/akn/", "=x", "~", "a NEAR/5"}) {
    Result<SuggestAnswer> const answer =
        answer_suggest(searcher_, {typed, {}, 10, day("2015-01-01")});
    EXPECT_TRUE(answer.ok()) << typed;
  }
  EXPECT_EQ(answer_suggest(searcher_, {"", {}, 10, day("2015-01-01")}).error().where, "q");
  EXPECT_EQ(
      answer_suggest(searcher_, {std::string(5000, 'a'), {}, 10, day("2015-01-01")}).error().where,
      "q");
}

// The twin: every name, word by word.
TEST_F(Suggestions, CompleteWhatANaiveScanOfAllNamesFinds) {
  Generation const& generation = searcher_.reader().generation();
  Completions const completions(generation);
  auto const begins = [](std::string const& label, std::string const& typed) {
    std::string const whole = ' ' + Completions::normal(label);
    return whole.find(' ' + Completions::normal(typed)) != std::string::npos;
  };
  for (char const* const typed :
       {"a", "ac", "illegal", "acceso", "data pro", "de", "x", "د", "خ"}) {
    std::vector<std::string> expected;
    for (Concept const& each : generation.taxonomy().concepts) {
      bool found = false;
      for (auto const& [language, label] : each.pref) {
        found = found || begins(label, typed);
      }
      for (auto const* const lists : {&each.alt, &each.hidden}) {
        for (auto const& [language, labels] : *lists) {
          for (std::string const& label : labels) {
            found = found || begins(label, typed);
          }
        }
      }
      if (found) {
        expected.push_back(each.scheme + ':' + each.id);
      }
    }
    std::vector<std::string> actual;
    for (Completion const& each : completions.find(CompletionKind::kConcept, typed, 1000)) {
      Concept const& entry = generation.taxonomy().concepts[each.at];
      actual.push_back(entry.scheme + ':' + entry.id);
    }
    std::sort(actual.begin(), actual.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(actual, expected) << typed;
  }
}

}  // namespace
}  // namespace cyberlex
