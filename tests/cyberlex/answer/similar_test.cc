#include "cyberlex/answer/similar.h"

#include <gmock/gmock.h>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Taxonomy taxonomy() {
  Concept entry;
  entry.scheme = "offence";
  entry.id = "illegal-access";
  entry.pref = {{"en", "illegal access"}, {"es", "acceso ilícito"}};
  Taxonomy out;
  out.concepts.push_back(std::move(entry));
  return out;
}

StateBuilder offence(char const* unit, char const* text, char const* article) {
  StateBuilder out(unit);
  out.text("en", text)
      .limb(LimbBuilder(unit).offence("x").mapped("unc", article, Relation::kEquivalent));
  return out;
}

// Two treaties' worth of articles; two states with the same conduct, one of them in Spanish too.
std::vector<ActBuilder> acts() {
  ActBuilder treaty("unc");
  treaty.add(StateBuilder("art_7")
                 .text("en", "Parties shall punish breaking in.", "Break-in")
                 .limb(LimbBuilder("art_7").offence("illegal-access")));
  treaty.add(StateBuilder("art_8").text("en", "Parties shall punish tapping lines."));
  treaty.add(StateBuilder("art_30").klass(ProvisionClass::kPower).text("en", "Tapping lines."));
  ActBuilder nigerian("ng/crimes-act");
  nigerian.add(offence("sec_1", "Trespass upon machinery is punished.", "art_7"));
  nigerian.add(offence("sec_2", "Eavesdropping upon conversations is punished.", "art_8"));
  ActBuilder iranian("ir/crimes-act");
  iranian.add(offence("art_1", "Trespass upon engines is forbidden.", "art_8"));
  ActBuilder nicaraguan("ni/crimes-act");
  nicaraguan.add(StateBuilder("art_1").text("es", "Quien entra en la máquina."));
  return {treaty, nigerian, iranian, nicaraguan};
}

class Similar : public ::testing::Test {
 protected:
  static MiniIndex const& index() {
    static MiniIndex const held(acts(), taxonomy());
    return held;
  }
  static Result<SimilarRequest> read(ParameterList const& list) {
    GenerationVocabulary const vocabulary(*index().generation());
    return parse_similar(list, vocabulary, day("2020-01-01"));
  }
  static SimilarAnswer ask(ParameterList const& list) {
    Searcher const searcher = must(Searcher::open(index().generation()));
    return must(answer_similar(searcher, must(read(list))));
  }
  static std::vector<std::string> handles(std::vector<SimilarHit> const& hits) {
    std::vector<std::string> out;
    for (SimilarHit const& hit : hits) {
      out.push_back(to_string(
          Handle{index().generation()->acts().at(hit.record.act).work.handle, hit.record.eid}));
    }
    return out;
  }
  static std::string refusal(ParameterList const& list) {
    Result<SimilarRequest> const request = read(list);
    return request ? "no refusal" : to_string(request.error());
  }
};

TEST_F(Similar, FindsProvisionsBySharedWordsAndNamesThem) {
  SimilarAnswer const answer = ask({{"text", "On trespass upon machinery"}});
  EXPECT_EQ(answer.language, "en");
  EXPECT_THAT(handles(answer.provisions),
              ElementsAre("ng/crimes-act/sec_1", "ir/crimes-act/art_1", "ng/crimes-act/sec_2"));
  EXPECT_THAT(answer.provisions[0].words, ElementsAre("machinery", "trespass", "upon"));
}

TEST_F(Similar, MappingsOfNeighboursLeadToArticlesThatShareNoWord) {
  SimilarAnswer const answer = ask({{"text", "trespass upon machinery"}});
  ASSERT_THAT(handles(answer.articles), ElementsAre("unc/7", "unc/8"));
  EXPECT_THAT(answer.articles[0].words, IsEmpty());
  ASSERT_EQ(answer.articles[0].through.size(), 1U);
  EXPECT_EQ(answer.articles[0].through[0].handle, "ng/crimes-act/sec_1");
  EXPECT_EQ(answer.articles[0].through[0].relation, Relation::kEquivalent);
}

TEST_F(Similar, WhatAFilterLeavesOutLeadsToNoArticle) {
  SimilarAnswer const answer = ask({{"text", "trespass upon machinery"}, {"jurisdiction", "-ng"}});
  EXPECT_THAT(handles(answer.provisions), ElementsAre("ir/crimes-act/art_1"));
  EXPECT_THAT(handles(answer.articles), ElementsAre("unc/8"));
}

TEST_F(Similar, AConceptLeadsAcrossLanguages) {
  SimilarAnswer const answer = ask({{"text", "El acceso es ilícito."}, {"lang", "es"}});
  ASSERT_EQ(answer.concepts.size(), 1U);
  EXPECT_EQ(answer.concepts[0].label, "acceso ilícito");
  EXPECT_THAT(handles(answer.articles), ElementsAre("unc/7"));
  EXPECT_THAT(answer.articles[0].concepts, ElementsAre(0U));
}

TEST_F(Similar, GuessesTheLanguageByTheWordsHeld) {
  EXPECT_EQ(ask({{"text", "la máquina entra"}}).language, "es");
  SimilarAnswer const unknown = ask({{"text", "жжж"}});
  EXPECT_EQ(unknown.language, "");
  EXPECT_THAT(unknown.provisions, IsEmpty());
}

TEST_F(Similar, ATextThatPunishesIsNearerToOffencesThanToPowers) {
  auto const score = [](SimilarAnswer const& answer) {
    std::map<std::string, double> out;
    std::vector<std::string> const names = handles(answer.articles);
    for (size_t i = 0; i < names.size(); ++i) {
      out[names[i]] = answer.articles[i].score;
    }
    return out;
  };
  SimilarAnswer const plain = ask({{"text", "tapping lines"}});
  SimilarAnswer const punishing =
      ask({{"text", "tapping lines is punished with imprisonment of two years"}});
  EXPECT_FALSE(plain.speaks_of_offence);
  EXPECT_TRUE(punishing.speaks_of_offence);
  EXPECT_GT(score(plain)["unc/30"], score(plain)["unc/8"]);
  EXPECT_LT(score(punishing)["unc/30"], score(punishing)["unc/8"]);
}

TEST_F(Similar, AProvisionIsNotNearItself) {
  SimilarAnswer const answer = ask({{"provision", "ng/crimes-act/sec_1"}});
  EXPECT_THAT(handles(answer.provisions), Not(Contains("ng/crimes-act/sec_1")));
  EXPECT_THAT(handles(answer.provisions), Contains("ir/crimes-act/art_1"));
}

TEST_F(Similar, GivesNoMoreThanTheLimitOfEachKind) {
  SimilarAnswer const answer = ask({{"text", "trespass upon machinery"}, {"limit", "1"}});
  EXPECT_EQ(answer.provisions.size(), 1U);
  EXPECT_EQ(answer.articles.size(), 1U);
}

TEST_F(Similar, RefusesWhatItCannotRead) {
  EXPECT_THAT(refusal({}), HasSubstr("missing"));
  EXPECT_THAT(refusal({{"text", "a"}, {"provision", "ng/crimes-act/sec_1"}}),
              HasSubstr("expected one of them"));
  EXPECT_THAT(refusal({{"text", std::string(kMostSimilarBytes + 1, 'a')}}), HasSubstr("longer"));
  EXPECT_THAT(refusal({{"text", "a"}, {"lang", "de"}}), HasSubstr("held: en, es"));
  EXPECT_THAT(refusal({{"text", "a"}, {"sort", "newest"}}), HasSubstr("unknown parameter"));
  EXPECT_THAT(refusal({{"text", "a"}, {"jurisdiktion", "ng"}}), HasSubstr("jurisdiction"));
  EXPECT_THAT(refusal({{"provision", "ng/crimes-act"}}), HasSubstr("names an act"));
}

TEST_F(Similar, ItsParametersAreReadBackToTheSameRequest) {
  SimilarRequest const request =
      must(read({{"text", "a, b"}, {"lang", "en"}, {"jurisdiction", "-ng"}, {"limit", "3"}}));
  SimilarRequest const again = must(read(to_parameters(request)));
  EXPECT_EQ(again.text, "a, b");
  EXPECT_EQ(again.language, "en");
  EXPECT_EQ(again.search.filters, request.search.filters);
  EXPECT_EQ(again.search.limit, 3U);
  EXPECT_EQ(again.search.as_of, day("2020-01-01"));
}

}  // namespace
}  // namespace cyberlex::testing
