#include "cyberlex/answer/crosstab.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "tests/support/mini_index.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ActBuilder treaty() {
  ActBuilder out("unc", 2024);
  out.standing("ng", "2010-01-01", Standing::kSignatory);
  out.add(StateBuilder("art_7").inside("chp_2", "II", "Criminalization").text("en", "word"));
  out.add(StateBuilder("art_8").inside("chp_2", "II", "Criminalization").text("en", "word"));
  out.add(StateBuilder("art_30").inside("chp_3", "III", "Jurisdiction").text("en", "word"));
  return out;
}

// sec_1: two limbs, one offence and one article each. sec_2: both articles of chapter 2.
ActBuilder nigerian() {
  ActBuilder out("ng/act-1", 2015);
  out.add(StateBuilder("sec_1")
              .text("en", "word")
              .limb(LimbBuilder("sec_1__subsec_1")
                        .offence("illegal-access")
                        .clause(prison("P3Y"))
                        .mapped("unc", "art_7", Relation::kNarrower))
              .limb(LimbBuilder("sec_1__subsec_2")
                        .offence("forgery")
                        .clause(prison("P10Y"))
                        .mapped("unc", "art_30", Relation::kWider)));
  out.add(StateBuilder("sec_2")
              .text("en", "word")
              .limb(LimbBuilder("sec_2")
                        .offence("illegal-access")
                        .clause(prison("P18M"))
                        .mapped("unc", "art_7", Relation::kNarrower)
                        .mapped("unc", "art_8", Relation::kNarrower)));
  return out;
}

class Crosstab : public ::testing::Test {
 protected:
  Result<CrosstabAnswer> ask(ParameterList list) {
    list.emplace_back("as_of", "2025-01-01");
    Result<CrosstabRequest> const request =
        parse_crosstab(list, searcher_.shared()->vocabulary(), day("2025-01-01"));
    if (!request) {
      return request.error();
    }
    return answer_crosstab(searcher_, *request);
  }

  // "offence | unc:2 unc/7:2", then "fraud:1 | 1 0".
  static std::vector<std::string> table(CrosstabAnswer const& answer) {
    std::vector<std::string> out(1);
    for (FacetValue const& col : answer.cols.values) {
      out[0] += " " + col.value + ":" + std::to_string(col.count);
    }
    size_t at = 0;
    for (FacetValue const& row : answer.rows.values) {
      out.push_back(row.value + ":" + std::to_string(row.count) + " |");
      for (size_t col = 0; col < answer.cols.values.size(); ++col) {
        out.back() += " " + std::to_string(answer.cells.at(at++));
      }
    }
    return out;
  }

  std::string error_of(ParameterList const& list) {
    Result<CrosstabAnswer> const answer = ask(list);
    return answer ? "" : answer.error().where + ": " + answer.error().message;
  }

  MiniIndex index_{{treaty(), nigerian()}, random_taxonomy()};
  Searcher searcher_ = must(Searcher::open(index_.generation()));
};

TEST_F(Crosstab, HoldsBothValuesOnOneLimb) {
  EXPECT_THAT(
      table(must(ask(
          {{"rows", "offence"}, {"cols", "article"}, {"article", "unc"}, {"jurisdiction", "ng"}}))),
      ElementsAre(" unc:2 unc/chp_2:2 unc/7:2 unc/chp_3:1 unc/30:1 unc/8:1",
                  "cyber-offence:2 | 2 2 2 1 1 1", "illegal-access:2 | 2 2 2 0 0 1",
                  "fraud:1 | 1 0 0 1 1 0", "forgery:1 | 1 0 0 1 1 0"));
}

TEST_F(Crosstab, ListsWhatIsChosenAndWhatLiesBelow) {
  EXPECT_THAT(table(must(ask({{"rows", "offence"},
                              {"cols", "article"},
                              {"article", "unc/chp_3"},
                              {"offence", "fraud"}}))),
              ElementsAre(" unc/chp_3:1 unc/30:1", "fraud:1 | 1 1", "forgery:1 | 1 1"));
  EXPECT_THAT(table(must(ask(
                  {{"rows", "offence"}, {"cols", "jurisdiction"}, {"offence", "-cyber-offence"}}))),
              ElementsAre(" int:3", "not-assessed:3 | 3"));
}

TEST_F(Crosstab, StandsInTheJsonWithItsNote) {
  auto const body = nlohmann::json::parse(to_json(
      must(ask({{"rows", "jurisdiction"}, {"cols", "article"}, {"article", "unc/chp_2"}}))));
  EXPECT_EQ(body["total"], 2);
  EXPECT_THAT(body["note"].get<std::string>(), HasSubstr("distinct provisions"));
  EXPECT_EQ(body["rows"], nlohmann::json::parse(R"({"facet": "jurisdiction", "values":
    [{"value": "ng", "label": "Nigeria", "count": 2, "selected": false}]})"));
  EXPECT_EQ(body["cols"]["values"].at(0), nlohmann::json::parse(R"({"value": "unc/chp_2",
    "label": "II: Criminalization", "count": 2, "selected": true, "broader": "unc"})"));
  EXPECT_EQ(body["cells"], nlohmann::json::parse("[[2, 2, 1]]"));
}

TEST_F(Crosstab, SaysWhatItCannotDo) {
  EXPECT_THAT(error_of({{"rows", "offence"}}), HasSubstr("cols: missing"));
  EXPECT_THAT(error_of({{"rows", "ofence"}, {"cols", "act"}}), HasSubstr("\"offence\""));
  EXPECT_THAT(error_of({{"rows", "act"}, {"rows", "act"}, {"cols", "act"}}), HasSubstr("twice"));
  EXPECT_THAT(error_of({{"rows", "act"}, {"cols", "act"}, {"limit", "3"}}),
              HasSubstr("limit: unknown parameter"));
}

TEST_F(Crosstab, ItsParametersReadBack) {
  ParameterList const list = {
      {"rows", "offence"}, {"cols", "prison"}, {"q", "word"}, {"party", "unc:signatory"}};
  VocabularyView const& vocabulary = searcher_.shared()->vocabulary();
  CrosstabRequest const request = must(parse_crosstab(list, vocabulary, day("2025-01-01")));
  ParameterList const canonical = to_parameters(request);
  EXPECT_THAT(canonical,
              ::testing::Contains(std::pair<std::string, std::string>("party", "unc:signed")));
  EXPECT_EQ(to_parameters(must(parse_crosstab(canonical, vocabulary, day("1999-01-01")))),
            canonical);
}

// sec_1 has one of the words and is the only one that is chosen; sec_2 has both.
TEST_F(Crosstab, FindsWhatTheSearchFindsWithOneOfTheWords) {
  ActBuilder act("ng/act-1", 2015);
  act.add(StateBuilder("sec_1").text("en", "apple").limb(LimbBuilder("sec_1").offence("forgery")));
  act.add(StateBuilder("sec_2")
              .text("en", "apple banana")
              .limb(LimbBuilder("sec_2").offence("illegal-access")));
  MiniIndex const index({act}, random_taxonomy());
  Searcher searcher = must(Searcher::open(index.generation()));
  ParameterList const asked = {
      {"q", "apple banana"}, {"offence", "forgery"}, {"as_of", "2025-01-01"}};
  VocabularyView const& vocabulary = searcher.shared()->vocabulary();
  SearchResponse const found =
      must(searcher.search(must(parse_request(asked, vocabulary, day("2025-01-01")))));
  EXPECT_THAT(found.relaxed.any_of, ElementsAre("apple", "banana"));
  ParameterList table_of = asked;
  table_of.emplace_back("rows", "offence");
  table_of.emplace_back("cols", "jurisdiction");
  CrosstabAnswer const answer = must(
      answer_crosstab(searcher, must(parse_crosstab(table_of, vocabulary, day("2025-01-01")))));
  EXPECT_EQ(answer.found.total, found.total);
  EXPECT_EQ(answer.found.relaxed.any_of, found.relaxed.any_of);
  EXPECT_THAT(table(answer), ElementsAre(" ng:1", "forgery:1 | 1"));
}

TEST_F(Crosstab, StopsWhenItsTimeIsOver) {
  CrosstabRequest request;
  request.search.as_of = day("2025-01-01");
  request.rows = Param::kAct;
  request.cols = Param::kYear;
  std::atomic<bool> const stop = true;
  Result<CrosstabAnswer> const answer = answer_crosstab(searcher_, request, {std::nullopt, &stop});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kUnavailable);
}

TEST_F(Crosstab, RefusesATableOfTooManyCells) {
  std::vector<ActBuilder> acts;
  for (int i = 0; i < 510; ++i) {
    ActBuilder act("ng/act-" + std::to_string(i), 1500 + i);
    act.add(StateBuilder("sec_1").text("en", "word"));
    acts.push_back(act);
  }
  MiniIndex const many(acts);
  Searcher const searcher = must(Searcher::open(many.generation()));
  CrosstabRequest request;
  request.search.as_of = day("2025-01-01");
  request.rows = Param::kAct;
  request.cols = Param::kYear;
  Result<CrosstabAnswer> const answer = answer_crosstab(searcher, request);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kBadQuery);
  EXPECT_THAT(answer.error().message, HasSubstr("510 by 510"));
}

}  // namespace
}  // namespace cyberlex::testing
