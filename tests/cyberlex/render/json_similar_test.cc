#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_layout.h"
#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class SimilarForms : public ::testing::Test {
 protected:
  static SimilarAnswer ask(std::string text) {
    ActBuilder treaty("unc");
    treaty.add(StateBuilder("art_7").text("en", "Break-in.", "Access"));
    ActBuilder act("ng/crimes-act");
    act.add(StateBuilder("sec_1")
                .text("en", "Trespass upon machinery.", "Trespass")
                .limb(LimbBuilder("sec_1").mapped("unc", "art_7", Relation::kNarrower)));
    static MiniIndex const index({treaty, act});
    Searcher const searcher = must(Searcher::open(index.generation()));
    ParameterList const list = {{"text", std::move(text)}, {"jurisdiction", "ng"}};
    return must(answer_similar(
        searcher, must(parse_similar(list, searcher.shared()->vocabulary(), day("2020-01-01")))));
  }
};

TEST_F(SimilarForms, JsonSaysHowTheTextWasReadAndWhyThingsAreNear) {
  json const body = json::parse(to_json(ask("trespass upon land")));
  EXPECT_EQ(body["query"]["filters"], json::parse(R"({"jurisdiction": ["ng"]})"));
  EXPECT_TRUE(body["query"]["lang"].is_null());
  EXPECT_EQ(body["read"]["lang"], "en");
  EXPECT_EQ(body["read"]["speaks_of_offence"], false);
  EXPECT_EQ(body["provisions"].at(0)["handle"], "ng/crimes-act/sec_1");
  EXPECT_EQ(body["provisions"].at(0)["reason"]["words"], json::parse(R"(["trespass", "upon"])"));
  EXPECT_EQ(body["articles"].at(0)["handle"], "unc/7");
  EXPECT_EQ(body["articles"].at(0)["reason"]["through"],
            json::parse(R"([{"handle": "ng/crimes-act/sec_1", "relation": "narrower"}])"));
  EXPECT_FALSE(body["provisions"].at(0)["reason"].contains("through"));
}

TEST_F(SimilarForms, TextNamesReasons) {
  std::string const plain = lay_out(to_text(ask("trespass upon land")), {});
  EXPECT_THAT(plain, HasSubstr("1. unc/7 — Access"));
  EXPECT_THAT(plain, HasSubstr("through   ng/crimes-act/sec_1 (narrower)"));
  EXPECT_THAT(plain, HasSubstr("words     trespass, upon"));
}

TEST_F(SimilarForms, TextSaysWhenNothingIsNear) {
  EXPECT_THAT(lay_out(to_text(ask("жжж")), {}), HasSubstr("nearest provisions: none"));
}

}  // namespace
}  // namespace cyberlex::testing
