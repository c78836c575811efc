#include "cyberlex/search/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "cyberlex/search/cross_count.h"
#include "cyberlex/search/range_stats.h"
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

std::vector<FilterValue> fine_steps(Generation const& generation) {
  std::vector<FilterValue> out;
  for (std::string const& unit : generation.columns().clause.units.values) {
    out.push_back(must(parse_fine_range("0" + unit + "..")));
  }
  for (char const* const lack : {"unknown", "none", "not-assessed"}) {
    out.push_back({lack, std::nullopt});
  }
  return out;
}

// Articles, what holds them, and what says that there is none.
std::vector<std::string> article_texts(Generation const& generation) {
  std::vector<std::string> out = generation.columns().mapping.article.names.values;
  for (std::string const& treaty : kTreaties) {
    for (char const* const above : {"", "/chp_2", "/chp_2__sec_1", "/chp_2__sec_2"}) {
      out.push_back(treaty + above);
    }
  }
  out.insert(out.end(), {"none", "not-assessed"});
  return out;
}

std::vector<std::string> standing_texts() {
  std::vector<std::string> out;
  for (std::string const& treaty : kTreaties) {
    for (char const* const standing :
         {"", ":signed", ":none", ":invited", ":withdrawn", ":not-assessed"}) {
      out.push_back(treaty + standing);
    }
  }
  return out;
}

std::vector<std::string> concept_texts() {
  std::set<std::string> out = {"none",         "not-assessed",      "life",      "death", "fine",
                               "imprisonment", "same-as-principal", "forfeiture"};
  for (Concept const& entry : random_taxonomy().concepts) {
    out.insert(entry.id);
  }
  return {out.begin(), out.end()};
}

// Every value that a facet may show.
std::vector<FilterValue> universe(Param param, Generation const& generation) {
  if (param == Param::kPrison || param == Param::kPrisonMin) {
    return prison_steps();
  }
  if (param == Param::kFine) {
    return fine_steps(generation);
  }
  std::vector<std::string> texts = RandomQuery::texts(param);
  if (param == Param::kYear) {
    texts = generation.columns().state.year.names.values;
  } else if (param == Param::kAct) {
    texts = generation.columns().state.act.names.values;
  } else if (param == Param::kArticle) {
    texts = article_texts(generation);
  } else if (param == Param::kParty) {
    texts = standing_texts();
  } else if (param == Param::kConcept) {
    texts = concept_texts();
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

// The choices of filters and fields as one group.
std::vector<Choice> as_group(std::vector<Filter> const& filters, std::vector<Choice> fields) {
  for (Filter const& filter : filters) {
    if (!filter.include.empty()) {
      fields.push_back({{filter.param, filter.include}});
    }
  }
  return fields;
}

void expect_stats(Engine& engine, BruteCorpus const& corpus, MatchResult const& found,
                  MatchRequest const& request) {
  std::vector<Filter> const filters(request.filters.begin(), request.filters.end());
  Budget budget;
  CountedMatches counted({engine.shared(), {filters, found.fields, request.day}, budget}, found);
  for (RangeStats const& stats : range_stats(counted, request.facets)) {
    SCOPED_TRACE("statistics of " + std::string(info_of(stats.param).name));
    RangeStats const expected = brute_stats(corpus, found.all.to_vector(), stats.param,
                                            as_group(filters, found.fields), request.day);
    EXPECT_EQ(stats.spreads, expected.spreads);
    EXPECT_EQ(stats, expected);
  }
}

// Counts, and the counts of a day that are kept: asked twice.
void expect_facets(Engine& engine, BruteCorpus const& corpus, QueryNode const& root,
                   MatchRequest const& request) {
  MatchResult const found = engine.match_all(root, request);
  BruteSearch brute(corpus, root);
  std::vector<Filter> const filters(request.filters.begin(), request.filters.end());
  for (int again = 0; again < 2; ++again) {
    Budget budget;
    CountedMatches counted({engine.shared(), {filters, found.fields, request.day}, budget}, found);
    for (Facet const& facet : count_facets(counted, request.facets)) {
      SCOPED_TRACE(info_of(facet.param).name);
      auto const own = std::ranges::find(filters, facet.param, &Filter::param);
      bool const term = info_of(facet.param).level == Level::kClause && own != filters.end();
      if (term && is_range(*own)) {
        continue;  // shows the range beside the steps
      }
      EXPECT_EQ(counts_of(facet), brute_counts(brute, {filters, request.day}, facet.param));
    }
  }
  expect_stats(engine, corpus, found, request);
}

// Cell by cell: what matches when the two values are the only ones chosen of their parameters.
void expect_cross(Engine& engine, BruteCorpus const& corpus, QueryNode const& root,
                  MatchRequest request, std::pair<Param, Param> sides) {
  std::vector<Filter> filters(request.filters.begin(), request.filters.end());
  for (Filter& filter : filters) {
    if (filter.param == sides.first || filter.param == sides.second) {
      filter.include.clear();
    }
  }
  std::erase_if(filters,
                [](Filter const& each) { return each.include.empty() && each.exclude.empty(); });
  std::vector<Param> const status = {Param::kStatus};
  request.filters = filters;
  request.facets = sides.first == Param::kStatus || sides.second == Param::kStatus
                       ? std::span<Param const>(status)
                       : std::span<Param const>();
  MatchResult const found = engine.match_all(root, request);
  FacetAxis const rows(engine.shared(), sides.first, {}, request.day);
  FacetAxis const cols(engine.shared(), sides.second, {}, request.day);
  std::vector<std::vector<size_t>> slots;
  for (FacetAxis const* const axis : {&rows, &cols}) {
    slots.emplace_back();
    for (FilterValue const& value : universe(axis->param(), corpus.generation())) {
      size_t const slot = axis->find(value.text);
      slot < axis->size() ? slots.back().push_back(slot) : void();
    }
  }
  Budget budget;
  std::vector<uint64_t> const cells =
      cross_count({engine.shared(), {filters, found.fields, request.day}, budget},
                  cross_matches(found), {rows, slots[0]}, {cols, slots[1]});
  BruteSearch brute(corpus, root);
  for (size_t cell = 0; cell < cells.size(); cell += 1 + cell % 5) {
    BruteRequest chosen{filters, request.day};
    for (auto const& [axis, slot] : {std::pair(&rows, slots[0][cell / slots[1].size()]),
                                     std::pair(&cols, slots[1][cell % slots[1].size()])}) {
      Param const param = axis->param();
      std::string const text = axis->value(slot);
      auto const all = universe(param, corpus.generation());
      chosen.filters.push_back({param, {*std::ranges::find(all, text, &FilterValue::text)}, {}});
    }
    EXPECT_EQ(cells[cell], brute.run(chosen).size())
        << rows.value(slots[0][cell / slots[1].size()]) << " and "
        << cols.value(slots[1][cell % slots[1].size()]);
  }
}

TEST(Facets, AgreeWithCountingTheMatchesOfEachValueOnManyCorpora) {
  std::vector<Param> const facets = all_facets();
  for (uint32_t seed = 100; seed < 114; ++seed) {
    MiniIndex const index(RandomCorpus(seed).acts(2, 3), random_taxonomy());
    Engine engine(index);
    BruteCorpus const corpus(engine.reader());
    Chance chance(seed * 1000);
    RandomQuery random(chance);
    for (int i = 0; i < 24; ++i) {
      QueryPtr const root = chance.one_in(3) ? node_of(AllNode()) : random.tree(2);
      SCOPED_TRACE("seed " + std::to_string(seed) + ", case " + std::to_string(i) + ": " +
                   print(*root));
      std::vector<Filter> const filters =
          chance.one_in(4) ? std::vector<Filter>() : random.filters(9);
      std::string asked;
      for (Filter const& filter : filters) {
        for (FilterValue const& value : filter.include) {
          asked += " " + std::string(info_of(filter.param).name) + "=" + value.text;
        }
        for (FilterValue const& value : filter.exclude) {
          asked += " " + std::string(info_of(filter.param).name) + "=-" + value.text;
        }
      }
      SCOPED_TRACE(asked);
      std::vector<Param> const some = {chance.pick(facets), chance.pick(facets),
                                       chance.pick(facets), chance.pick(facets)};
      MatchRequest request = on(chance.one_in(2) ? "2016-01-01" : "2011-01-01");
      request.filters = filters;
      request.facets = some;
      expect_facets(engine, corpus, *root, request);
      ASSERT_FALSE(HasFailure());
    }
  }
}

// Filters that groups of states answer, and every facet of states, on days of every kind.
TEST(Facets, OfFiltersOnStatesAgreeWithCountingTheMatchesOfEachValue) {
  std::vector<Param> facets = all_facets();
  std::erase_if(facets, [](Param param) { return info_of(param).level != Level::kState; });
  for (uint32_t seed = 300; seed < 303; ++seed) {
    MiniIndex const index(RandomCorpus(seed).acts(3, 30), random_taxonomy());
    Engine engine(index);
    BruteCorpus const corpus(engine.reader());
    Chance chance(seed * 1000);
    RandomQuery random(chance);
    for (int i = 0; i < 20; ++i) {
      std::vector<Filter> filters = random.filters(4);
      std::erase_if(filters,
                    [](Filter const& each) { return info_of(each.param).level != Level::kState; });
      std::string const date =
          std::to_string(2000 + chance.number(25)) + "-07-0" + std::to_string(1 + chance.number(9));
      SCOPED_TRACE("seed " + std::to_string(seed) + ", case " + std::to_string(i) + ", " + date);
      MatchRequest request = on(date);
      request.filters = filters;
      request.facets = facets;
      QueryPtr const root = chance.one_in(2) ? node_of(AllNode()) : random.tree(1);
      expect_facets(engine, corpus, *root, request);
      ASSERT_FALSE(HasFailure());
    }
  }
}

// What is kept with the day is what a search without a question shows.
TEST(Facets, OfEverythingComeFromTheCountsKeptWithTheDay) {
  MiniIndex const index(RandomCorpus(31).acts(4, 12), random_taxonomy());
  Engine engine(index);
  std::vector<Param> const facets = {Param::kJurisdiction, Param::kStatus, Param::kOffence};
  MatchRequest request = on("2016-01-01");
  request.facets = facets;
  ParsedQuery const parsed = must(parse_query("", engine.reader().generation()));
  MatchResult const found = engine.match_all(*parsed.root, request);
  auto const day_docs = engine.shared().day(request.day);
  EXPECT_EQ(found.all.day, day_docs);
  EXPECT_TRUE(found.all.whole);
  Budget budget;
  CountedMatches counted({engine.shared(), {{}, {}, request.day}, budget}, found);
  std::vector<Facet> const first = count_facets(counted, facets);
  for (Facet const& facet : first) {
    FacetCache::Values const kept =
        day_docs->facets->find(facet.param, facet.param == Param::kStatus);
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(counts_of({facet.param, *kept}), counts_of(facet));
  }
  std::vector<FacetValue> const marked = {FacetValue{"kept", 1}};
  day_docs->facets->keep(Param::kJurisdiction, false,
                         std::make_shared<std::vector<FacetValue> const>(marked));
  EXPECT_EQ(counts_of(count_facets(counted, facets).front()), (Counts{{"kept", 1}}));
}

TEST(Facets, StopWhenTheTimeIsOver) {
  ActBuilder act("ng/test-act");
  for (uint32_t i = 1; i <= 2 * Budget::kStep; ++i) {
    act.add(StateBuilder("sec_" + std::to_string(i))
                .text("en", "word")
                .limb(LimbBuilder("sec_" + std::to_string(i)).offence("fraud")));
  }
  MiniIndex const index({act});
  Engine engine(index);
  MatchResult const found = engine.match_all(*node_of(WordNode{"word"}), on("2020-01-01"));
  std::atomic<bool> stop = true;
  Budget budget({std::nullopt, &stop});
  CountContext const context{engine.shared(), {{}, {}, day("2020-01-01")}, budget};
  std::vector<Param> const limbs = {Param::kOffence};
  std::vector<Param> const states = {Param::kYear};
  std::vector<Param> const ranges = {Param::kPrison};
  CountedMatches counted(context, found);
  EXPECT_THROW(count_facets(counted, limbs), SearchStopped);
  EXPECT_THROW(count_facets(counted, states), SearchStopped);
  EXPECT_THROW(range_stats(counted, ranges), SearchStopped);
  FacetAxis const axis(engine.shared(), Param::kYear, {}, day("2020-01-01"));
  EXPECT_THROW(cross_count(context, found.all, {axis, {0}}, {axis, {0}}), SearchStopped);
}

TEST(Facets, CrossedAgreeWithCountingTheMatchesOfEachPair) {
  std::vector<Param> const facets = all_facets();
  for (uint32_t seed = 200; seed < 210; ++seed) {
    MiniIndex const index(RandomCorpus(seed).acts(2, 3), random_taxonomy());
    Engine engine(index);
    BruteCorpus const corpus(engine.reader());
    Chance chance(seed * 1000);
    RandomQuery random(chance);
    for (int i = 0; i < 22; ++i) {
      QueryPtr const root = chance.one_in(2) ? node_of(AllNode()) : random.tree(2);
      std::vector<Filter> const filters =
          chance.one_in(2) ? std::vector<Filter>() : random.filters(12);
      std::pair const sides(chance.pick(facets), chance.pick(facets));
      SCOPED_TRACE("seed " + std::to_string(seed) + ", case " + std::to_string(i) + ": " +
                   std::string(info_of(sides.first).name) + " by " +
                   std::string(info_of(sides.second).name));
      MatchRequest request = on(chance.one_in(2) ? "2016-01-01" : "2011-01-01");
      request.filters = filters;
      expect_cross(engine, corpus, *root, request, sides);
      ASSERT_FALSE(HasFailure());
    }
  }
}

TEST(Facets, AgreeWithCountingTheMatchesOfEachValue) {
  std::vector<Param> const facets = all_facets();
  for (uint32_t seed = 11; seed <= 12; ++seed) {
    MiniIndex const index(RandomCorpus(seed).acts(4, 12), random_taxonomy());
    Engine engine(index);
    BruteCorpus const corpus(engine.reader());
    Chance chance(seed * 1000);
    RandomQuery random(chance);
    for (int i = 0; i < 5; ++i) {
      QueryPtr const root = chance.one_in(3) ? node_of(AllNode()) : random.tree(2);
      SCOPED_TRACE("seed " + std::to_string(seed) + ", case " + std::to_string(i) + ": " +
                   print(*root));
      std::vector<Filter> const filters = random.filters(12);
      MatchRequest request = on("2016-01-01");
      request.filters = filters;
      request.facets = facets;
      expect_facets(engine, corpus, *root, request);
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
    Budget budget;
    CountedMatches counted({engine_.shared(), {filters, found.fields, request.day}, budget}, found);
    std::vector<Facet> const shown = count_facets(counted, facets);
    for (FacetValue const& each : shown.front().values) {
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

TEST_F(FacetsByHand, FinesHaveAValueOfEachUnit) {
  EXPECT_THAT(facet(Param::kFine, {}), ElementsAre("none:2", "0NGN..:1", "not-assessed:1"));
}

TEST_F(FacetsByHand, StatisticsAreOfTheClausesAtThePlacesAsked) {
  std::vector<Filter> const filters = {{Param::kOffence, {{"forgery", {}}, {"none", {}}}, {}}};
  std::vector<Param> const params = {Param::kPrison, Param::kYear};
  MatchRequest request = on("2020-01-01");
  request.filters = filters;
  MatchResult const found = engine_.match_all(*node_of(AllNode()), request);
  Budget budget;
  CountedMatches counted({engine_.shared(), {filters, {}, request.day}, budget}, found);
  std::vector<RangeStats> const stats = range_stats(counted, params);
  int64_t const three = Duration{3, 0, 0, 0}.scale();
  ASSERT_EQ(stats.size(), 2U);
  EXPECT_THAT(stats[0].spreads, ElementsAre(Spread{"", 1, three, three, three}));
  EXPECT_EQ(stats[0].none, 1U);
  EXPECT_THAT(stats[1].spreads, ElementsAre(Spread{"", 2, 2015, 2015, 2015}));
}

TEST(Facets, StandInTheirTree) {
  ActBuilder act("ng/test-act", 2015);
  act.add(StateBuilder("sec_1").text("en", "word").limb(LimbBuilder("sec_1").offence("forgery")));
  act.add(StateBuilder("sec_2").text("en", "word").limb(LimbBuilder("sec_2").offence("fraud")));
  MiniIndex const index({act}, random_taxonomy());
  Engine engine(index);
  std::vector<Param> const facets = {Param::kOffence};
  MatchResult const found = engine.match_all(*node_of(AllNode()), on("2020-01-01"));
  std::vector<std::string> shown;
  Budget budget;
  CountedMatches counted({engine.shared(), {{}, {}, day("2020-01-01")}, budget}, found);
  std::vector<Facet> const facet = count_facets(counted, facets);
  for (FacetValue const& each : facet.front().values) {
    shown.push_back(each.value + ":" + std::to_string(each.count) + " < " + each.broader);
  }
  EXPECT_THAT(shown,
              ElementsAre("cyber-offence:2 < ", "fraud:2 < cyber-offence", "forgery:1 < fraud"));
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
