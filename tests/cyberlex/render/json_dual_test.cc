#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cyberlex/render/csv.h"
#include "cyberlex/render/csv_grids.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/text.h"
#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

LimbBuilder limb(Relation relation, std::string_view term) {
  return LimbBuilder("sec_1")
      .known(Confidence::kVerified)
      .offence("access")
      .clause(prison(term))
      .mapped("budapest", "art_2", relation)
      .mapping_known(Confidence::kVerified);
}

ActBuilder budapest() {
  ActBuilder out("budapest", 2001);
  out.status("2004-01-01", LegalStatus::kInForce);
  out.add(StateBuilder("art_2").limb(LimbBuilder("art_2").asks("access")));
  out.add(StateBuilder("art_24")
              .klass(ProvisionClass::kCooperation)
              .text("en", "text", "Extradition")
              .block("art_24__para_6", "nationals"));
  return out.standing("ng", "2010-01-01", Standing::kParty)
      .standing("ir", "2010-01-01", Standing::kParty);
}

class Dual : public ::testing::Test {
 protected:
  DualAnswer ask(std::string offence = "access") {
    DualRequest request;
    request.requesting = "ng";
    request.requested = "ir";
    request.offence = std::move(offence);
    request.as_of = day("2020-01-01");
    return must(answer_dual_criminality(reader_, request));
  }
  static Taxonomy taxonomy() {
    Concept access;
    access.scheme = "offence";
    access.id = "access";
    access.pref = {{"en", "illegal access"}};
    Concept spam = access;
    spam.id = "spam";
    return {{access, spam}};
  }
  static ActBuilder act(std::string handle, LimbBuilder const& of) {
    return ActBuilder(std::move(handle)).add(StateBuilder("sec_1").limb(of));
  }

  MiniIndex index_{{budapest(), act("ng/act", limb(Relation::kNarrower, "P5Y")),
                    act("ir/law", limb(Relation::kWider, "P1Y"))},
                   taxonomy()};
  IndexReader reader_ = index_.reader();
};

TEST_F(Dual, JsonGivesTheVerdictThePairAndWhatItRestsOn) {
  json const body = json::parse(to_json(ask()));
  EXPECT_EQ(body["requesting"],
            json::parse(R"({"jurisdiction": "ng", "name": "Nigeria", "on": "2020-01-01"})"));
  EXPECT_EQ(body["verdict"], json::parse(R"({"value": "prima-facie", "reason": "wholly-within",
    "within": "wholly", "confidence": "verified"})"));
  EXPECT_EQ(body["offences"].at(0)["verdict"], body["verdict"]);
  EXPECT_EQ(body["offences"].at(0)["length"], json::parse(R"({"longest": "P5Y",
    "one_year": {"value": "true", "reason": "maximum"},
    "serious": {"value": "true", "reason": "maximum"}, "confidence": "verified"})"));
  EXPECT_EQ(body["counterparts"].at(0)["handle"], "ir/law/sec_1");
  json const& pair = body["pairs"].at(0);
  EXPECT_EQ(pair["requested"], "ir/law/sec_1");
  EXPECT_EQ(pair["links"].at(0)["article"], "budapest/2");
  EXPECT_EQ(pair["links"].at(0)["requested_mapping"]["relation"], "wider");
  EXPECT_EQ(pair["links"].at(1)["concepts"], json({"access", "access"}));
  EXPECT_EQ(pair["requested_elements"], json::parse(R"({"missing": [], "added": []})"));
}

TEST_F(Dual, JsonSaysWhichTreatyBindsAndWhatItReaches) {
  json const basis = json::parse(to_json(ask()))["legal_basis"].at(0);
  EXPECT_EQ(basis["treaty"]["handle"], "budapest");
  EXPECT_EQ(basis["binds_both"], "true");
  EXPECT_EQ(basis["requested"]["value"], "party");
  EXPECT_EQ(basis["articles"].at(0), json::parse(R"({"handle": "budapest/24",
    "role": "extradition", "confidence": "recalled", "binds": ["ng", "ir"]})"));
  EXPECT_EQ(basis["extradition"], json::parse(R"([{"offence": "ng/act/sec_1",
    "articles": ["budapest/2"], "counterpart": "ir/law/sec_1", "rule": "one-year",
    "reached": "true"}])"));
}

TEST_F(Dual, JsonOfNothingFoundStillSaysWhatIsHeld) {
  json const body = json::parse(to_json(ask("spam")));
  EXPECT_EQ(body["verdict"], json::parse(R"({"value": "not-found-in-corpus",
    "reason": "no-requesting-offence", "within": null, "confidence": null})"));
  EXPECT_EQ(body["held"]["requested"], json::parse(R"({"acts": 1, "provisions": 1, "offences": 1,
    "assessed_acts": ["ir/law"], "gaps": [], "looked_for": []})"));
  EXPECT_EQ(body["steps"].size(), 7U);
}

TEST_F(Dual, TextSaysWhatTheJsonSays) {
  std::string const text = lay_out(to_text(ask()), {200, false});
  for (char const* const piece :
       {"Dual criminality: illegal access", "verdict   prima-facie (wholly-within) [verified]",
        "ir/law/sec_1: wholly (chain) [verified]",
        "budapest/2, narrower and wider: wholly (chain) [verified]",
        "up to 5 years; one year: yes (maximum); four years: yes (maximum) [verified]",
        "budapest: binds both", "one year: reached by both with ir/law/sec_1",
        "binding both: budapest/art_24__para_6", "Iran on 2020-01-01: 1 act, 1 provision in force",
        "verdict: prima-facie; found wholly-within"}) {
    EXPECT_THAT(text, HasSubstr(piece));
  }
  EXPECT_THAT(lay_out(to_text(ask("spam")), {200, false}),
              HasSubstr("not-found-in-corpus (no-requesting-offence)\n"));
}

TEST_F(Dual, AsATableHasARowForEachPairOrOffenceWithoutOne) {
  DualAnswer const answer = ask();
  std::vector<TableRow> const lines = must(read_csv(to_csv(answer)));
  std::set<size_t> paired;
  for (DualPair const& pair : answer.pairs) {
    paired.insert(pair.requesting);
  }
  ASSERT_EQ(lines.size(), 1 + answer.pairs.size() + (answer.requesting.size() - paired.size()));
  ASSERT_GT(lines.size(), 1U);
  auto const column = [&lines](std::string const& name) {
    return static_cast<size_t>(std::ranges::find(lines[0], name) - lines[0].begin());
  };
  EXPECT_EQ(lines[1].at(column("requesting_offence")), answer.requesting.at(0).handle);
  EXPECT_EQ(lines[1].at(column("verdict")), name_of(answer.findings.at(0).verdict));
  EXPECT_EQ(lines[1].at(column("within")), name_of(answer.pairs.at(0).within));
}

}  // namespace
}  // namespace cyberlex::testing
