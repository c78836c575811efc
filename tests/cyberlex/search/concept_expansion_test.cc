#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <sstream>

#include "cyberlex/search/concept_part.h"
#include "cyberlex/search/match.h"
#include "cyberlex/search/searcher.h"
#include "tests/support/brute_force.h"
#include "tests/support/engine.h"
#include "tests/support/random_query.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Texts = std::map<std::string, std::vector<std::string>>;

Concept concept_of(std::string scheme, std::string id, Texts alt, std::string broader = "") {
  Concept out;
  out.scheme = std::move(scheme);
  out.id = std::move(id);
  out.broader = std::move(broader);
  for (auto& [language, texts] : alt) {
    out.pref[language] = texts.front();
    texts.erase(texts.begin());
  }
  out.alt = std::move(alt);
  return out;
}

// ---- by chance, against the twin

// Over the words and the facts of random_corpus.h; sorted by scheme and id, as a taxonomy is.
Taxonomy taxonomy_of_chance() {
  Taxonomy out;
  out.concepts = {
      concept_of("cooperation", "aid", {{"en", {"network", "order of court"}}, {"es", {"red"}}}),
      concept_of("defence", "testing", {{"en", {"intent of person"}}, {"es", {"persona"}}}),
      concept_of("offence", "forgery", {{"en", {"fraudulent data"}}, {"es", {"datos"}}}, "fraud"),
      concept_of("offence", "fraud",
                 {{"en", {"fraud", "computer fraud"}}, {"es", {"fraude", "fraude de datos"}}}),
      concept_of("offence", "illegal-access",
                 {{"en", {"access", "access of computer", "network system", "access the data"}},
                  {"es", {"acceso", "acceso sistema", "computer"}}}),
      concept_of("power", "search", {{"en", {"system data", "system"}}, {"es", {"orden de juez"}}}),
      concept_of("safeguard", "grounds", {{"en", {"the order"}}, {"es", {"el orden", "juez"}}}),
  };
  out.concepts.front().match = {{"close", {"unc/7", "unc/404", "none/1"}}};
  out.concepts[4].match = {
      {"broad", {"budapest/7"}}, {"close", {"unc/2"}}, {"related", {"unc/8", "budapest/8"}}};
  return out;
}

class RandomLabels {
 public:
  RandomLabels(Taxonomy const& taxonomy, Chance& chance)
      : taxonomy_(taxonomy), chance_(chance), other_(chance) {}

  QueryPtr tree(uint32_t depth = 2) {
    switch (depth == 0 ? 0 : chance_.number(5)) {
      case 1:
        return node_of(NotNode{tree(depth - 1)});
      case 2: {
        OrNode out;
        for (uint32_t i = 2 + chance_.number(2); i > 0; --i) {
          out.operands.push_back(tree(depth - 1));
        }
        return node_of(std::move(out));
      }
      default: {
        AndNode out;
        for (uint32_t i = 1 + chance_.number(3); i > 0; --i) {
          add_operands(depth, out.operands);
        }
        return out.operands.size() == 1 ? std::move(out.operands.front()) : node_of(std::move(out));
      }
    }
  }

 private:
  void add_operands(uint32_t depth, std::vector<QueryPtr>& out) {
    if (chance_.one_in(4)) {
      out.push_back(depth == 0 ? other_.tree(0) : tree(depth - 1));
      return;
    }
    Concept const& entry = chance_.pick(taxonomy_.concepts);
    std::string const language = chance_.one_in(3) ? "es" : "en";
    std::vector<std::string> labels = entry.alt.at(language);
    labels.push_back(entry.pref.at(language));
    std::istringstream words(chance_.pick(labels));
    for (std::string word; words >> word;) {
      out.push_back(node_of(WordNode{word}));
    }
  }

  Taxonomy const& taxonomy_;
  Chance& chance_;
  RandomQuery other_;
};

std::vector<DocNum> keys_of(std::map<DocNum, double> const& scores) {
  std::vector<DocNum> out;
  for (auto const& [doc, score] : scores) {
    out.push_back(doc);
  }
  return out;
}

TEST(ConceptExpansion, AgreesWithTheTwinInMatchesAndScores) {
  constexpr double kClose = 1e-9;
  Taxonomy const taxonomy = taxonomy_of_chance();
  size_t grown = 0;
  for (uint32_t seed = 31; seed <= 33; ++seed) {
    MiniIndex const index(RandomCorpus(seed).acts(6, 20), taxonomy);
    Engine engine(index);
    BruteCorpus const corpus(engine.reader());
    Chance chance(seed * 1000);
    RandomLabels random(taxonomy, chance);
    for (int i = 0; i < 70; ++i) {
      QueryPtr const root = random.tree();
      SCOPED_TRACE("seed " + std::to_string(seed) + ", case " + std::to_string(i) + ": " +
                   print(*root));
      size_t sizes[2] = {};
      for (bool const expand : {false, true}) {
        MatchRequest request = on("2016-01-01");
        request.limit = 100'000;
        request.expand = expand;
        request.relax = expand;
        MatchResult const found = engine.match_all(*root, request);
        auto const scores = BruteSearch(corpus, *root, expand).run({{}, request.day}, expand);
        ASSERT_EQ(found.all.to_vector(), keys_of(scores)) << expand;
        for (RankedDoc const& each : found.page) {
          if (found.scored) {
            ASSERT_NEAR(each.score, scores.at(each.doc), kClose) << expand << ' ' << each.doc;
          }
        }
        sizes[expand ? 1 : 0] = scores.size();
        EXPECT_TRUE(expand || found.concepts.empty());
      }
      grown += sizes[1] > sizes[0] ? 1 : 0;
    }
  }
  EXPECT_GT(grown, 60U);
}

TEST(ConceptExpansion, LeavesFacetsExact) {
  MiniIndex const index(RandomCorpus(41).acts(6, 20), taxonomy_of_chance());
  Searcher searcher = must(Searcher::open(index.generation()));
  auto const search = [&](ParameterList list) {
    list.emplace_back("q", "acceso OR fraud");
    list.emplace_back("as_of", "2016-01-01");
    return must(searcher.search(must(parse_request(list, *index.generation(), day("2016-01-01")))));
  };
  SearchResponse const all = search({{"facets", "jurisdiction,offence,serious,status"}});
  ASSERT_EQ(all.concepts.size(), 2U);
  size_t counted = 0;
  for (Facet const& facet : all.facets) {
    for (FacetValue const& value : facet.values) {
      std::string const name(info_of(facet.param).name);
      EXPECT_EQ(search({{name, value.value}, {"facets", "none"}}).total, value.count)
          << name << ' ' << value.value;
      ++counted;
    }
  }
  EXPECT_GT(counted, 8U);
}

// ---- one small corpus

Taxonomy small_taxonomy() {
  Concept access = concept_of(
      "offence", "access",
      {{"en", {"illegal access", "hacking"}}, {"es", {"acceso no autorizado", "intrusismo"}}},
      "core");
  access.hidden["fa"] = {"هک", "رخنه‌گری"};
  Taxonomy out;
  out.concepts = {
      std::move(access),
      concept_of("offence", "bare", {{"en", {"nothing else"}}}),
      concept_of("offence", "core", {{"en", {"core cybercrime"}}, {"es", {"ciberdelito puro"}}}),
      concept_of("offence", "fraud", {{"en", {"fraud"}}, {"es", {"estafa"}}}),
      concept_of("offence", "libel", {{"en", {"libel"}}, {"es", {"difamación"}}}),
      concept_of("offence", "spam", {{"en", {"spam"}}, {"es", {"correo basura"}}}),
      concept_of("offence", "theft", {{"en", {"theft"}}, {"es", {"robo"}}}),
      concept_of("safeguard", "notice", {{"en", {"notice"}}, {"es", {"aviso"}}}),
  };
  return out;
}

class Expanded : public ::testing::Test {
 protected:
  static MiniIndex make() {
    ActBuilder act("ng/test-act");
    act.add(StateBuilder("sec_1").text("en", "hacking filler filler filler"));  // 0
    act.add(StateBuilder("sec_2").text("es", "acceso no autorizado filler"));   // 1
    act.add(StateBuilder("sec_3").text("en", "illegal access filler filler"));  // 2
    act.add(StateBuilder("sec_4")                                               // 3
                .text("en", "entering what is closed")
                .limb(LimbBuilder("sec_4").offence("access")));
    act.add(StateBuilder("sec_5").text("en", "fraud spam theft libel filler"));         // 4
    act.add(StateBuilder("sec_6").text("es", "estafa robo difamación correo basura"));  // 5
    act.add(StateBuilder("sec_7")                                                       // 6
                .text("en", "power without words")
                .limb(LimbBuilder("sec_7").power("search").safeguard("notice",
                                                                     AssessmentValue::kAbsent)));
    act.add(StateBuilder("sec_8")  // 7
                .text("en", "power with words")
                .limb(LimbBuilder("sec_8").power("search").safeguard("notice",
                                                                     AssessmentValue::kPartial)));
    act.add(StateBuilder("sec_9").text("es", "el aviso filler filler"));  // 8
    return MiniIndex({act}, small_taxonomy());
  }

  SearchRequest request(std::string const& q, ParameterList list = {}) const {
    list.emplace_back("q", q);
    list.emplace_back("as_of", "2020-01-01");
    return must(parse_request(list, *index_.generation(), day("2020-01-01")));
  }
  SearchResponse search(std::string const& q, ParameterList list = {}) {
    return must(searcher_.search(request(q, std::move(list))));
  }
  std::vector<DocNum> found(std::string const& q, ParameterList list = {}) {
    list.emplace_back("sort", "citation");
    std::vector<DocNum> out;
    for (Hit const& hit : search(q, std::move(list)).hits) {
      out.push_back(hit.doc);
    }
    return out;
  }

  MiniIndex index_ = make();
  Searcher searcher_ = must(Searcher::open(index_.generation()));
};

TEST_F(Expanded, EveryLabelOfAConceptLeadsToTheSameProvisions) {
  for (char const* const q : {"hacking", "illegal access", "acceso no autorizado", "intrusismo",
                              "هک", "رخنه‌گری", "رخنه گری"}) {
    EXPECT_THAT(found(q), ElementsAre(0, 1, 2, 3)) << q;
    EXPECT_EQ(search(q).concepts.size(), 1U) << q;
  }
  EXPECT_THAT(found("core cybercrime"), ElementsAre(3)) << "by a narrower concept";
}

TEST_F(Expanded, OffLeavesTheWordsAsTheyStand) {
  EXPECT_THAT(found("hacking", {{"expand", "off"}}), ElementsAre(0));
  EXPECT_THAT(found("intrusismo", {{"expand", "off"}}), IsEmpty());
  EXPECT_THAT(search("hacking", {{"expand", "off"}}).concepts, IsEmpty());
}

TEST_F(Expanded, WordsAskedForComeBeforeLabelsThatOccurAsOften) {
  std::vector<DocNum> english;
  for (Hit const& hit : search("hacking").hits) {
    english.push_back(hit.doc);
  }
  EXPECT_EQ(english.front(), 0U);
  std::vector<Hit> const spanish = search("acceso no autorizado").hits;
  EXPECT_EQ(spanish.front().doc, 1U);
  EXPECT_GT(spanish.front().score, spanish[1].score);
}

TEST_F(Expanded, MarkedWordsPhrasesPrefixesAndHeadingsAreNot) {
  EXPECT_THAT(found("=hacking"), ElementsAre(0));
  EXPECT_THAT(found("\"illegal access\""), ElementsAre(2));
  EXPECT_THAT(found("\"hacking\""), ElementsAre(0));
  EXPECT_THAT(found("hack*"), ElementsAre(0));
  EXPECT_THAT(found("hacking~"), ElementsAre(0));
  EXPECT_THAT(found("heading:hacking"), IsEmpty());
  EXPECT_THAT(found("illegal jurisdiction:ng access"), ElementsAre(2)) << "not side by side";
}

TEST_F(Expanded, OperandsOfProximityAndOfNotAreNot) {
  EXPECT_THAT(found("hacking NEAR/3 filler"), ElementsAre(0));
  EXPECT_THAT(found("illegal ADJ/1 access"), ElementsAre(2));
  EXPECT_THAT(found("hacking /s filler"), ElementsAre(0));
  EXPECT_THAT(found("filler -hacking"), ElementsAre(1, 2, 4, 8));
  EXPECT_THAT(found("filler NOT (illegal access)"), ElementsAre(0, 1, 4, 8));
}

TEST_F(Expanded, AndGroupsInBracketsAndUnderOrAre) {
  EXPECT_THAT(found("hacking OR theft"), ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_THAT(found("(illegal access) filler"), ElementsAre(0, 1, 2));
  EXPECT_THAT(found("hacking jurisdiction:ng filler"), ElementsAre(0, 1, 2));
}

TEST_F(Expanded, ASafeguardThatIsAbsentIsNoPlaceOfIt) {
  EXPECT_THAT(found("notice"), ElementsAre(7, 8));
}

TEST_F(Expanded, TheAnswerSaysWhatWasAdded) {
  std::vector<ConceptExpansion> const concepts = search("filler hacking").concepts;
  ASSERT_EQ(concepts.size(), 1U);
  EXPECT_EQ(concepts[0].concept_id, "access");
  EXPECT_EQ(concepts[0].scheme, "offence");
  EXPECT_THAT(concepts[0].words, ElementsAre("hacking"));
  EXPECT_THAT(concepts[0].labels, ElementsAre(LabelShown{"en", "illegal access"},
                                              LabelShown{"es", "acceso no autorizado"}))
      << "intrusismo is not in the index, and hacking is what was asked for";
  EXPECT_TRUE(concepts[0].annotated);
  EXPECT_FALSE(concepts[0].truncated);
  EXPECT_THAT(search("nothing else").concepts, IsEmpty()) << "nothing was added";
}

TEST_F(Expanded, MarksTheWordsOfLabels) {
  for (Hit const& hit : search("hacking").hits) {
    if (hit.doc == 3) {
      EXPECT_THAT(hit.snippets.at(0).marks, IsEmpty());
      continue;
    }
    std::string marked;
    for (auto const& [begin, end] : hit.snippets.at(0).marks) {
      marked += hit.snippets[0].text.substr(begin, end - begin) + '|';
    }
    EXPECT_EQ(marked, hit.doc == 0   ? "hacking|"
                      : hit.doc == 1 ? "acceso|no|autorizado|"
                                     : "illegal|access|");
  }
}

TEST_F(Expanded, AtMostFourConceptsAQueryAreAndTheFifthIsNamed) {
  SearchResponse const answer = search("fraud OR spam OR theft OR libel OR hacking");
  ASSERT_EQ(answer.concepts.size(), 5U);
  EXPECT_FALSE(answer.concepts[3].truncated);
  EXPECT_TRUE(answer.concepts[4].truncated);
  EXPECT_EQ(answer.concepts[4].limit, "first: 4 concepts of a query");
  EXPECT_THAT(answer.concepts[4].words, ElementsAre("hacking"));
  EXPECT_THAT(found("fraud OR spam OR theft OR libel OR hacking"), ElementsAre(0, 4, 5));
}

TEST_F(Expanded, ExpandIsPartOfTheQuestion) {
  SearchRequest const on = request("hacking");
  SearchRequest const off = request("hacking", {{"expand", "off"}});
  EXPECT_TRUE(on.expand);
  EXPECT_FALSE(off.expand);
  EXPECT_TRUE(request("hacking", {{"expand", "on"}}).expand);
  EXPECT_NE(request_digest(on), request_digest(off));
  EXPECT_EQ(request_digest(on), request_digest(request("hacking", {{"expand", "on"}})));
  EXPECT_EQ(to_parameters(on), (ParameterList{{"q", "hacking"}, {"as_of", "2020-01-01"}}));
  EXPECT_EQ(to_parameters(off),
            (ParameterList{{"q", "hacking"}, {"as_of", "2020-01-01"}, {"expand", "off"}}));
  Result<SearchRequest> const wrong =
      parse_request({{"expand", "yes"}}, *index_.generation(), day("2020-01-01"));
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().where, "expand");
  EXPECT_EQ(wrong.error().message, "expected on or off, found \"yes\"");
}

// ---- words that are nearly a label, and questions that nothing answers whole

TEST_F(Expanded, StopWordsBesideALabelAreNotAskedFor) {
  SearchResponse const answer = search("the hacking and theft");
  EXPECT_THAT(answer.left_out, ElementsAre("the", "and"));
  EXPECT_THAT(found("hacking of filler"), ElementsAre(0, 1, 2));
  EXPECT_THAT(found("=the hacking"), IsEmpty());
  EXPECT_THAT(found("the hacking", {{"expand", "off"}}), IsEmpty());
  EXPECT_THAT(search("what is closed").left_out, IsEmpty()) << "no label beside them";
}

TEST_F(Expanded, WordsThatAreNearlyALabelStandForItWithTheirShare) {
  SearchResponse const answer = search("access which is illegal");
  ASSERT_EQ(answer.concepts.size(), 1U);
  EXPECT_EQ(answer.concepts[0].concept_id, "access");
  EXPECT_EQ(answer.concepts[0].share, 1);
  EXPECT_EQ(answer.total, 4U);
  EXPECT_THAT(search("access fraud illegal tax court").concepts.size(), 1U);
}

TEST_F(Expanded, WhenNothingHasAllWordsAnyOfThemIsEnoughAndTheAnswerSaysSo) {
  SearchResponse const answer = search("can hacking be closed by libel");
  EXPECT_THAT(answer.relaxed.any_of, ElementsAre("hacking", "closed", "libel"));
  EXPECT_THAT(answer.left_out, ElementsAre("can", "be", "by"));
  EXPECT_EQ(answer.read_as, "can AND hacking AND be AND closed AND by AND libel");
  EXPECT_THAT(found("can hacking be closed by libel"), ElementsAre(0, 1, 2, 3, 4, 5));
  EXPECT_EQ(answer.hits.front().doc, 3U) << "annotated with one, and has another";
  EXPECT_THAT(found("can hacking be closed by libel -estafa jurisdiction:ng"),
              ElementsAre(0, 1, 2, 3, 4));
}

TEST_F(Expanded, NothingIsRelaxedThatWasMeantSo) {
  for (char const* const q :
       {"hacking AND closed AND libel", "\"hacking closed\"", "=hacking =closed",
        "(hacking AND closed) libel", "closing NEAR/2 libel", "nowhere"}) {
    SearchResponse const answer = search(q);
    EXPECT_EQ(answer.total, 0U) << q;
    EXPECT_THAT(answer.relaxed.any_of, IsEmpty()) << q;
  }
  EXPECT_EQ(search("hacking closed libel", {{"expand", "off"}}).total, 0U);
  EXPECT_THAT(search("hacking filler").relaxed.any_of, IsEmpty()) << "something has both";
}

TEST(MatchedArticles, AreFoundAndStandBeforeThoseThatOnlyUseTheWords) {
  Taxonomy taxonomy = small_taxonomy();
  taxonomy.concepts.front().match = {{"close", {"unc/7"}}, {"related", {"unc/8"}}};
  ActBuilder treaty("unc", 2024);
  treaty.add(StateBuilder("art_7").text("en", "entering what is closed"));
  treaty.add(StateBuilder("art_8").text("en", "something beside it"));
  treaty.add(StateBuilder("art_9").text("en", "no more"));
  MiniIndex const index({treaty}, taxonomy);
  Searcher searcher = must(Searcher::open(index.generation()));
  SearchResponse const answer = must(searcher.search(must(parse_request(
      {{"q", "hacking"}, {"as_of", "2025-01-01"}}, *index.generation(), day("2025-01-01")))));
  ASSERT_EQ(answer.total, 1U);
  EXPECT_EQ(answer.hits[0].record->eid.text(), "art_7");
  ASSERT_EQ(answer.concepts.size(), 1U);
  EXPECT_TRUE(answer.concepts[0].articles);
  EXPECT_FALSE(answer.concepts[0].annotated);
}

TEST_F(Expanded, OtherQueriesAnswerAsWithoutExpansion) {
  for (char const* const q : {"", "filler", "closed what", "\"illegal access\" OR =hacking",
                              "offence:access", "s 1 test-act", "fill* -power"}) {
    SearchResponse const on = search(q);
    SearchResponse const off = search(q, {{"expand", "off"}});
    EXPECT_EQ(on.total, off.total) << q;
    ASSERT_EQ(on.hits.size(), off.hits.size());
    for (size_t i = 0; i < on.hits.size(); ++i) {
      EXPECT_EQ(on.hits[i].doc, off.hits[i].doc);
      EXPECT_EQ(on.hits[i].score, off.hits[i].score);
    }
  }
}

TEST(ManyLabels, TheMostFrequentAreKept) {
  Texts labels = {{"en", {"alpha"}}};
  ActBuilder act("ng/test-act");
  std::string all;
  for (size_t i = 0; i < kMostLabels + 6; ++i) {
    std::string const word = "label" + std::string(1, static_cast<char>('a' + i % 26)) +
                             std::string(1, static_cast<char>('a' + i / 26));
    labels["en"].push_back(word);
    all += word + ' ';
    if (i >= 6) {
      act.add(StateBuilder("sec_" + std::to_string(i)).text("en", word));
    }
  }
  act.add(StateBuilder("sec_99").text("en", all));
  Taxonomy taxonomy;
  taxonomy.concepts = {concept_of("offence", "many", labels)};
  MiniIndex const index({act}, taxonomy);
  Searcher searcher = must(Searcher::open(index.generation()));
  SearchResponse const answer = must(searcher.search(must(parse_request(
      {{"q", "alpha"}, {"as_of", "2020-01-01"}}, *index.generation(), day("2020-01-01")))));
  ASSERT_EQ(answer.concepts.size(), 1U);
  EXPECT_TRUE(answer.concepts[0].truncated);
  EXPECT_EQ(answer.concepts[0].limit, "most frequent: 24 of 30 labels");
  ASSERT_EQ(answer.concepts[0].labels.size(), kMostLabels);
  EXPECT_EQ(answer.concepts[0].labels.front().label, labels["en"][7]) << "rare ones are left out";
  EXPECT_EQ(answer.total, kMostLabels + 1);
}

TEST(ManyPlaces, AreLookedAtWithinTheTimeGiven) {
  ActBuilder act("ng/test-act");
  for (uint32_t i = 1; i <= Budget::kStep; ++i) {
    act.add(StateBuilder("sec_" + std::to_string(i)).text("es", "acceso no autorizado"));
  }
  MiniIndex const index({act}, small_taxonomy());
  Engine engine(index);
  std::atomic<bool> stop = true;
  EXPECT_THROW(static_cast<void>(engine.try_match(*node_of(WordNode{"hacking"}), on("2020-01-01"),
                                                  {std::nullopt, &stop})),
               SearchStopped);
  stop = false;
  EXPECT_EQ(engine.match_all(*node_of(WordNode{"hacking"}), on("2020-01-01")).all.size(),
            Budget::kStep);
}

}  // namespace
}  // namespace cyberlex::testing
