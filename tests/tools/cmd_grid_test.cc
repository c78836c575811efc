#include <gmock/gmock.h>

#include <sstream>

#include "cyberlex/render/json.h"
#include "cyberlex/render/skos.h"
#include "cyberlex/render/text.h"
#include "tests/support/answered.h"
#include "tests/support/fixture_index.h"
#include "tests/support/mini_index.h"
#include "tools/command_line.h"
#include "tools/exit_codes.h"

namespace cyberlex::tools {
namespace {

using testing::answered;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::PrintToString;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

Ran run_on(std::string const& folder, std::vector<std::string> words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{in, out, err};
  words.insert(words.end(), {"--index", folder});
  int const code = run_command_line(words, terminal);
  return {code, out.str(), err.str()};
}

Ran run(std::vector<std::string> const& words) {
  return run_on(FixtureIndex::folder(), words);
}

// What a verb prints of the fixtures.
std::string shown(std::vector<std::string> const& words) {
  Ran const ran = run(words);
  EXPECT_EQ(ran.code, kExitFound) << ran.err;
  EXPECT_EQ(ran.err, "");
  return ran.out;
}

TEST(GridVerbs, GiveTheBytesOfHttpWithJson) {
  IndexReader const reader = FixtureIndex::reader();
  Date const when = day("2020-01-01");
  EXPECT_EQ(answered(shown(
                {"matrix", "tz", "--jurisdiction", "zz,fr", "--as-of", "2020-01-01", "--json"})),
            to_json(answer_matrix(reader, {"tz", {"zz", "fr"}, when}).value()));
  EXPECT_EQ(
      answered(shown({"safeguards", "--jurisdiction", "zz", "--jurisdiction", "int", "--power",
                      "production-order", "--as_of", "2020-01-01", "--json"})),
      to_json(answer_safeguards(reader, {{"zz", "int"}, {"production-order"}, when}).value()));
  EXPECT_EQ(answered(shown({"coverage", "--as-of", "2020-01-01", "--json"})),
            to_json(answer_coverage(reader, when).value()));
  EXPECT_EQ(
      answered(shown({"concepts", "--scheme", "power,safeguard", "--json"})),
      to_json(answer_thesaurus(reader.shared_generation(), {{"power", "safeguard"}, ""}).value()));
}

TEST(GridVerbs, TakeAStateTwiceAsHttpDoes) {
  EXPECT_EQ(shown({"matrix", "tz", "--jurisdiction", "zz,zz", "--as-of", "2020-01-01", "--json"}),
            shown({"matrix", "tz", "--jurisdiction", "zz", "--as-of", "2020-01-01", "--json"}));
}

TEST(GridVerbs, WriteTheTaxonomyAsSkos) {
  auto const generation = FixtureIndex::generation();
  ThesaurusAnswer const all = answer_thesaurus(generation, {}).value();
  EXPECT_EQ(shown({"concepts", "--format", "turtle"}), to_turtle(all));
  EXPECT_EQ(shown({"concepts", "--format", "jsonld"}), to_json_ld(all));
  EXPECT_EQ(shown({"concepts", "espionage", "--format", "turtle"}),
            to_turtle(answer_thesaurus(generation, {{}, "espionage"}).value()));
}

TEST(GridVerbs, ShowAMatrixOfVerdictsAndTerms) {
  std::string const text = shown({"matrix", "tz", "--as-of", "2020-01-01"});
  EXPECT_THAT(text, HasSubstr("Zedport Treaty, on 2020-01-01\n"));
  EXPECT_THAT(text, HasSubstr("zz: party since 2007-07-01 [verified]"));
  EXPECT_THAT(text, ContainsRegex("tz/1 Illegal access +covered P3Y\n"));
  EXPECT_THAT(text, ContainsRegex("tz/2 Production +covered\n"));
  EXPECT_THAT(
      text,
      HasSubstr("zz/computer-act-2010/sec_3 — Threatening messages (sec_3): harassment, P91D, "));
  std::string const before = shown({"matrix", "tz", "--as-of", "2007-01-01"});
  EXPECT_THAT(before, HasSubstr("zz: not a party before 2007-07-01, then party; "));
  EXPECT_THAT(before, ContainsRegex("tz/1 Illegal access +not-assessed\n"));
}

TEST(MatrixText, SaysWhatIsNotMetAndWhereTheRestWouldBe) {
  namespace ct = cyberlex::testing;
  ct::ActBuilder treaty("unc", 2000);
  treaty.add(
      ct::StateBuilder("art_7")
          .text("en", "t", "Access")
          .limb(ct::LimbBuilder("art_7").asks("access").asks("intent").asks("measure", false)));
  treaty.add(ct::StateBuilder("art_8").limb(ct::LimbBuilder("art_8").asks("interception")));
  ct::ActBuilder act("ng/act-1", 2010);
  act.status("2010-01-01", LegalStatus::kInForce);
  act.add(ct::StateBuilder("sec_1").limb(ct::LimbBuilder("sec_1")
                                             .mapped("unc", "art_7", Relation::kNarrower)
                                             .covers({"access"})
                                             .partly({"intent"})
                                             .mapping_known(Confidence::kVerified)
                                             .known(Confidence::kVerified)));
  act.elsewhere("unc", "art_8", "Evidence Act");
  ct::MiniIndex const index({treaty, act});
  std::string const text =
      lay_out(to_text(answer_matrix(index.reader(), {"unc", {}, day("2020-01-01")}).value()), {});
  EXPECT_THAT(text, ContainsRegex("unc/7 Access +partly 1/2\n"));
  EXPECT_THAT(text, ContainsRegex("unc/8 +elsewhere\\?\n"));  // recalled
  EXPECT_THAT(text, ContainsRegex("unc/7 +not met: do so \\(in part\\)\n"));
  EXPECT_THAT(text, ContainsRegex("unc/8 +elsewhere: Evidence Act\n"));
  EXPECT_THAT(text, HasSubstr("Nigeria: standing not known\n"));
}

TEST(GridVerbs, ShowSafeguardsWithWhatTheyRestOn) {
  std::string const text = shown({"safeguards", "--as-of", "2020-01-01"});
  EXPECT_THAT(text, HasSubstr("zz/computer-act-2010/sec_5 — production order"));
  EXPECT_THAT(text, HasSubstr("necessity: not assessed"));
  EXPECT_THAT(text, HasSubstr("notification: absent; read: whole-act [verified]"));
  EXPECT_THAT(text, HasSubstr("whole-act: sections 1 to 5 (Fixture, 2020-01-01)"));
  EXPECT_THAT(text, HasSubstr("prior independent authorisation (tz/2): present 1"));
  EXPECT_THAT(text, Not(HasSubstr("tz/2 — production order")));
  EXPECT_THAT(shown({"safeguards", "--jurisdiction", "int"}), HasSubstr("tz/2 — production order"));
}

TEST(GridVerbs, ShowWhatIsHeldAsTextAndAsMarkdown) {
  std::string const text = shown({"coverage", "--as-of", "2020-01-01"});
  EXPECT_THAT(text, HasSubstr("What is held on 2020-01-01\n"));
  EXPECT_THAT(text, HasSubstr("zz/computer-act-2010 — Computer Act 2010"));
  EXPECT_THAT(text, HasSubstr("zz/computer-act-2010: The schedule was not seen."));
  EXPECT_THAT(text, HasSubstr("zz, not held: Whistleblower Act of Zz"));
  std::string const page = shown({"coverage", "--as-of", "2020-01-01", "--markdown"});
  EXPECT_EQ(page, to_markdown(answer_coverage(FixtureIndex::reader(), day("2020-01-01")).value()));
  EXPECT_THAT(page, HasSubstr("# What the corpus holds\n"));
  EXPECT_THAT(page, HasSubstr("| `zz/computer-act-2010` Computer Act 2010 | 5 | 5 / 1 / 0 | "
                              "3 / 1 / 0 | 3 | 1 | 1 / 2 / 2 | 2 / 1 / 0 | 1 |\n"));
  EXPECT_THAT(page, HasSubstr("| `tz` | zz | 2 | 0 | 0 | 0 | 0 |\n"));
  EXPECT_THAT(page, HasSubstr("- `zz/computer-act-2010`: Orders made under the Act.\n"));
  EXPECT_THAT(page, HasSubstr("- zz: Penal Code of Zz — named for tz/1\n"));
}

TEST(GridVerbs, ShowConceptsWithTheirLabels) {
  std::string const text = shown({"concepts", "--scheme", "offence"});
  EXPECT_THAT(text, HasSubstr("offence illegal-access\n"));
  EXPECT_THAT(text, HasSubstr("illegal access; hacking"));
  EXPECT_THAT(text, HasSubstr("3 concepts\n"));
  EXPECT_THAT(shown({"concepts", "espionage"}), HasSubstr("1 concept\n"));
}

TEST(GridVerbs, ExitWithOneWhenThereIsNoRow) {
  EXPECT_EQ(run({"matrix", "tz", "--as-of", "2001-01-01"}).code, kExitNothingFound);
  EXPECT_EQ(run({"matrix", "tz", "--as-of", "2001-01-01", "--json"}).code, kExitNothingFound);
  EXPECT_EQ(run({"safeguards", "--as-of", "2001-01-01"}).code, kExitNothingFound);
  EXPECT_EQ(run({"safeguards", "--jurisdiction", "fr"}).code, kExitNothingFound);
}

TEST(GridVerbs, ExitWithTwoOnBadUsage) {
  for (auto const& words :
       std::vector<std::vector<std::string>>{{"matrix"},
                                             {"matrix", "zt"},
                                             {"matrix", "zz/computer-act-2010"},
                                             {"matrix", "tz", "--jurisdiction", "xx"},
                                             {"matrix", "tz", "--as-of", "yesterday"},
                                             {"safeguards", "--power", "no-such-power"},
                                             {"safeguards", "--jurisdiction", "xx"},
                                             {"coverage", "--as-of", "2020-02-30"},
                                             {"coverage", "--jurisdiction", "xx"},
                                             {"concepts", "--scheme", "no-such-scheme"},
                                             {"concepts", "no-such-concept"},
                                             {"concepts", "--format", "xml"}}) {
    Ran const ran = run(words);
    EXPECT_EQ(ran.code, kExitBadUsage) << PrintToString(words);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err, "");
  }
  EXPECT_THAT(run({"matrix", "zt"}).err, HasSubstr("held: tz"));
  EXPECT_THAT(run({"concepts", "illegal-acess"}).err,
              HasSubstr("did you mean \"illegal-access\"?"));
}

TEST(GridVerbs, ExitWithThreeWithoutAnIndex) {
  for (auto const& words : std::vector<std::vector<std::string>>{
           {"matrix", "tz"}, {"safeguards"}, {"coverage"}, {"concepts"}}) {
    Ran const ran = run_on("/no/such/folder", words);
    EXPECT_EQ(ran.code, kExitIndexTrouble) << words.front();
    EXPECT_EQ(ran.out, "");
  }
}

TEST(GridVerbs, HelpWithExamples) {
  for (char const* verb : {"matrix", "safeguards", "concepts"}) {
    EXPECT_THAT(run({verb, "--help"}).out, HasSubstr("Examples:\n  cyberlex " + std::string(verb)));
  }
}

}  // namespace
}  // namespace cyberlex::tools
