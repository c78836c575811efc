#include "cyberlex/search/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/support/brute_force.h"
#include "tests/support/engine.h"
#include "tests/support/random_query.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Counts = std::map<std::string, uint64_t>;

std::vector<Param> all_facets() {
  std::vector<Param> out;
  for (ParamInfo const& info : parameters()) {
    if (info.facet) {
      out.push_back(info.param);
    }
  }
  return out;
}

// Every concept with every value.
std::vector<std::string> assessed_texts(std::vector<std::string> const& concepts) {
  std::vector<std::string> out = {"none", "not-assessed"};
  for (std::string const& each : concepts) {
    for (std::string_view const value : names<AssessmentValue>()) {
      out.push_back(each + ':' + std::string(value));
    }
  }
  return out;
}

// Every value that a facet may show.
std::vector<FilterValue> universe(Param param, Generation const& generation) {
  if (param == Param::kPrison) {
    return prison_steps();
  }
  std::vector<std::string> texts = RandomQuery::texts(param);
  if (param == Param::kYear) {
    texts = generation.columns().state.year.names.values;
  } else if (param == Param::kAct) {
    texts = generation.columns().state.act.names.values;
  } else if (param == Param::kArticle) {
    texts = generation.columns().mapping.article.names.values;
    texts.insert(texts.end(), {"none", "not-assessed"});
  } else if (param == Param::kPenalty) {
    texts = generation.columns().clause.penalty.names.values;
    texts.insert(texts.end(), {"none", "not-assessed"});
  } else if (param == Param::kSafeguard || param == Param::kDefence) {
    texts = assessed_texts(param == Param::kSafeguard ? kSafeguards : kDefences);
  }
  std::vector<FilterValue> out;
  for (std::string& text : texts) {
    out.push_back({std::move(text), std::nullopt});
  }
  return out;
}

// What the count of a value means: the matches when it alone is chosen of its parameter.
Counts brute_counts(BruteSearch& brute, BruteRequest const& request, Param param) {
  Counts out;
  for (FilterValue const& value : universe(param, brute.corpus().generation())) {
    BruteRequest chosen = request;
    std::erase_if(chosen.filters, [param](Filter const& each) { return each.param == param; });
    chosen.filters.push_back({param, {value}, {}});
    if (size_t const count = brute.run(chosen).size(); count > 0) {
      out[value.text] = count;
    }
  }
  return out;
}

Counts counts_of(Facet const& facet) {
  Counts out;
  for (FacetValue const& each : facet.values) {
    if (each.count > 0) {
      EXPECT_TRUE(out.emplace(each.value, each.count).second) << each.value << " twice";
    }
  }
  return out;
}

bool is_range(Filter const& filter) {
  return std::ranges::any_of(filter.include,
                             [](FilterValue const& each) { return each.range.has_value(); });
}

TEST(Facets, AgreeWithCountingTheMatchesOfEachValue) {
  std::vector<Param> const facets = all_facets();
  for (uint32_t seed = 11; seed <= 12; ++seed) {
    MiniIndex const index(RandomCorpus(seed).acts(4, 12));
    Engine engine(index);
    BruteCorpus const corpus(engine.reader());
    Chance chance(seed * 1000);
    RandomQuery random(chance);
    for (int i = 0; i < 25; ++i) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ", case " + std::to_string(i));
      QueryPtr const root = chance.one_in(3) ? node_of(AllNode()) : random.tree(2);
      std::vector<Filter> const filters = random.filters(10);
      MatchRequest request = on("2016-01-01");
      request.filters = filters;
      request.facets = facets;
      MatchResult const found = engine.match_all(*root, request);
      BruteSearch brute(corpus, *root);
      for (Facet const& facet : count_facets(engine.shared(), found, filters, facets)) {
        SCOPED_TRACE(info_of(facet.param).name);
        auto const own = std::ranges::find(filters, facet.param, &Filter::param);
        if (facet.param == Param::kPrison && own != filters.end() && is_range(*own)) {
          continue;  // shows the range beside the steps
        }
        EXPECT_EQ(counts_of(facet), brute_counts(brute, {filters, request.day}, facet.param));
      }
      ASSERT_FALSE(HasFailure());
    }
  }
}

// The comparison above says something of assessments only when there are some to compare.
TEST(Facets, AreDrawnWithEveryValueOfSafeguardsAndDefences) {
  MiniIndex const index(RandomCorpus(11).acts(4, 12));
  Columns const& columns = index.generation()->columns();
  EXPECT_EQ(columns.limb.safeguard.names.values.size(), kSafeguards.size() * 6);
  EXPECT_EQ(columns.limb.defence.names.values.size(), kDefences.size() * 6);
  Chance chance(11000);
  RandomQuery random(chance);
  std::map<Param, int> drawn;
  for (int i = 0; i < 25; ++i) {
    for (Filter const& filter : random.filters(10)) {
      ++drawn[filter.param];
    }
  }
  EXPECT_GT(drawn[Param::kSafeguard], 0);
  EXPECT_GT(drawn[Param::kDefence], 0);
}

// An index whose answers can be checked by hand.
MiniIndex three_sections() {
  ActBuilder act("ng/test-act", 2015);
  act.add(
      StateBuilder("sec_1")
          .text("en", "word")
          .limb(LimbBuilder("sec_1").offence("fraud").offence("forgery").clause(prison("P3Y"))));
  act.add(StateBuilder("sec_2")
              .text("en", "word")
              .limb(LimbBuilder("sec_2")
                        .offence("fraud")
                        .clause(prison("P10Y"))
                        .clause(fine(100, "NGN"))));
  act.add(StateBuilder("sec_3").text("en", "word").klass(ProvisionClass::kGeneral));
  ActBuilder old("ng/old-act", 987);
  old.add(StateBuilder("sec_1").text("en", "word").status(LegalStatus::kRepealed));
  old.add(StateBuilder("sec_2").text("en", "word"));
  return MiniIndex({act, old});
}

class FacetsByHand : public ::testing::Test {
 protected:
  // "fraud:2*" is a value, its count, and whether it is selected.
  std::vector<std::string> facet(Param param, std::vector<Filter> const& filters,
                                 std::string_view text = "") {
    std::vector<Param> const facets = {param};
    MatchRequest request = on("2020-01-01");
    request.filters = filters;
    request.facets = facets;
    ParsedQuery const parsed = must(parse_query(text, engine_.reader().generation()));
    MatchResult const found = engine_.match_all(*parsed.root, request);
    std::vector<std::string> out;
    std::vector<Facet> const counted = count_facets(engine_.shared(), found, filters, facets);
    for (FacetValue const& each : counted.front().values) {
      out.push_back(each.value + ":" + std::to_string(each.count) + (each.selected ? "*" : ""));
    }
    return out;
  }

  FilterValue value(Param param, std::string_view text) {
    return value_of(param, text, engine_.reader().generation());
  }

  MiniIndex index_ = three_sections();
  Engine engine_{index_};
};

TEST_F(FacetsByHand, CountsProvisionsByCountThenValue) {
  EXPECT_THAT(facet(Param::kOffence, {}),
              ElementsAre("fraud:2", "forgery:1", "none:1", "not-assessed:1"));
  EXPECT_THAT(facet(Param::kOffence, {}, "word"),
              ElementsAre("fraud:2", "forgery:1", "none:1", "not-assessed:1"));
}

TEST_F(FacetsByHand, AnOwnSelectionDoesNotNarrow) {
  std::vector<Filter> const chosen = {{Param::kOffence, {{"forgery", {}}}, {}}};
  EXPECT_THAT(facet(Param::kOffence, chosen),
              ElementsAre("fraud:2", "forgery:1*", "none:1", "not-assessed:1"));
  EXPECT_THAT(facet(Param::kClass, chosen), ElementsAre("offence:1"));
}

TEST_F(FacetsByHand, SelectedValuesWithoutProvisionsStayListed) {
  EXPECT_THAT(facet(Param::kPenalty, {{Param::kPenalty, {{"death", {}}}, {}}}),
              ElementsAre("imprisonment:2", "fine:1", "none:1", "not-assessed:1", "death:0*"));
}

TEST_F(FacetsByHand, TermsStandInTheirOrderWithARangeThatWasAskedForAfterThem) {
  EXPECT_THAT(facet(Param::kPrison, {}),
              ElementsAre("1y..<4y:1", "10y..<life:1", "none:1", "not-assessed:1"));
  EXPECT_THAT(facet(Param::kPrison, {{Param::kPrison, {value(Param::kPrison, "2y..")}, {}}}),
              ElementsAre("1y..<4y:1", "10y..<life:1", "none:1", "not-assessed:1", "2y..:2*"));
}

TEST_F(FacetsByHand, YearsGoDownWhateverTheirCount) {
  EXPECT_THAT(facet(Param::kYear, {}), ElementsAre("2015:3", "987:1"));
  EXPECT_THAT(facet(Param::kYear, {{Param::kYear, {value(Param::kYear, "2000..2020")}, {}}}),
              ElementsAre("2015:3*", "987:1"));
}

TEST_F(FacetsByHand, StatusShowsWhatIsLeftOutByDefault) {
  EXPECT_THAT(facet(Param::kStatus, {}), ElementsAre("in-force:4", "repealed:1"));
  EXPECT_THAT(facet(Param::kStatus, {}, "word"), ElementsAre("in-force:4", "repealed:1"));
}

TEST_F(FacetsByHand, NothingFoundIsAnEmptyFacet) {
  EXPECT_THAT(facet(Param::kJurisdiction, {}, "absentword"), IsEmpty());
}

TEST(Facets, StepsOfTermsReadBackAsFilters) {
  std::vector<std::string> texts;
  for (FilterValue const& step : prison_steps()) {
    texts.push_back(step.text);
  }
  EXPECT_THAT(texts, ElementsAre("..<1y", "1y..<4y", "4y..<10y", "10y..<life", "life", "death",
                                 "unknown", "none", "not-assessed"));
}

}  // namespace
}  // namespace cyberlex::testing
