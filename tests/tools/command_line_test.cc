#include <gmock/gmock.h>

#include <sstream>

#include "cyberlex/render/json.h"
#include "cyberlex/search/searcher.h"
#include "tests/support/answered.h"
#include "tests/support/fixture_index.h"
#include "tools/command_line.h"
#include "tools/exit_codes.h"

namespace cyberlex::tools {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

Ran run(std::vector<std::string> words, std::string const& input = {}, bool colour = false) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{in, out, err, {.ansi = colour}};
  words.insert(words.end(), {"--index", FixtureIndex::folder()});
  int const code = run_command_line(words, terminal);
  return {code, out.str(), err.str()};
}

TEST(CommandLine, SearchesWithQueryAndFlags) {
  Ran const ran =
      run({"search", "enters", "computer", "--jurisdiction", "zz", "--as-of", "2020-01-01"});
  EXPECT_EQ(ran.code, kExitFound);
  EXPECT_THAT(ran.out, HasSubstr("1 provision, 1 to 1 shown; on 2020-01-01"));
  EXPECT_THAT(ran.out,
              HasSubstr("sec_2__subsec_1: prison up to 3 years or fine up to 90,000 ZZD, or both"));
  EXPECT_EQ(ran.err, "");
}

TEST(CommandLine, TakesBothSpellingsOfAFlagAndAnExclusion) {
  Ran const dashed = run({"search", "--as-of", "2012-01-01", "--prison-min", "5y..", "--json"});
  Ran const plain = run({"search", "--as_of", "2012-01-01", "--prison_min=5y..", "--json"});
  EXPECT_EQ(dashed.code, kExitFound) << dashed.err;
  EXPECT_EQ(dashed.out, plain.out);
  EXPECT_THAT(run({"search", "--jurisdiction", "-zz"}).out, Not(HasSubstr("zz/computer")));
}

TEST(CommandLine, ExitsWithOneWhenNothingIsFound) {
  Ran const ran = run({"search", "nothingofthekind", "--as-of", "2020-01-01"});
  EXPECT_EQ(ran.code, kExitNothingFound);
  EXPECT_EQ(run({"search", "nothingofthekind", "--json"}).code, kExitNothingFound);
  EXPECT_EQ(run({"show", "zz/computer-act-2010/sec_99"}).code, kExitNothingFound);
  EXPECT_EQ(run({"show", "zz/no-such-act"}).code, kExitNothingFound);
}

TEST(CommandLine, PointsAtTheFaultOfAQuery) {
  Ran const ran = run({"search", "قانون AND )"});
  EXPECT_EQ(ran.code, kExitBadUsage);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("\n  قانون AND )\n            ^\n"));
}

TEST(CommandLine, ExitsWithTwoOnBadUsage) {
  EXPECT_THAT(run({"search", "--ofence", "x"}).err, HasSubstr("did you mean \"--offence\"?"));
  for (auto const& words : std::vector<std::vector<std::string>>{
           {"search", "--ofence", "x"},
           {"search", "--offence", "no-such-concept"},
           {"search", "--limit", "0"},
           {"show"},
           {"show", "NOT A HANDLE"},
           {"show", "zz/computer-act-2010/sec_2", "--as-of", "2020-02-30"},
           {"acts", "--jurisdiction", "xx"},
           {"acts", "zz/computer-act-2010/sec_2"},
           {"dance"}}) {
    Ran const ran = run(words);
    EXPECT_EQ(ran.code, kExitBadUsage) << words.front();
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err, "");
  }
}

TEST(CommandLine, ExitsWithThreeWithoutAnIndex) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{in, out, err};
  for (char const* verb : {"search", "acts", "conventions"}) {
    EXPECT_EQ(run_command_line({verb, "--index", "/no/such/folder"}, terminal), kExitIndexTrouble);
  }
  EXPECT_EQ(out.str(), "");
}

TEST(CommandLine, ExitsWithFourWhenNotInForceThatDay) {
  Ran const repealed = run({"show", "zz/computer-act-2010/sec_4", "--as-of", "2020-01-01"});
  EXPECT_EQ(repealed.code, kExitNotInForce);
  EXPECT_THAT(repealed.out, HasSubstr("repealed on 2020-01-01"));
  Ran const adopted = run({"show", "tz/1", "--as-of", "2006-01-01", "--json"});
  EXPECT_EQ(adopted.code, kExitNotInForce);
  EXPECT_NE(adopted.out, "");
  Ran const early = run({"show", "zz/computer-act-2010/sec_2", "--as-of", "2001-01-01"});
  EXPECT_EQ(early.code, kExitNotInForce);
  EXPECT_EQ(early.out, "");
  EXPECT_THAT(early.err, HasSubstr("stands only from 2010-03-01"));
  EXPECT_EQ(run({"show", "zz/computer-act-2010/sec_2", "--as-of", "2012-01-01"}).code, kExitFound);
}

TEST(CommandLine, ReadsQueryAndHandleFromStandardInput) {
  EXPECT_EQ(run({"search", "-", "--as-of", "2020-01-01"}, "threatening messages\n").out,
            run({"search", "threatening messages", "--as-of", "2020-01-01"}).out);
  EXPECT_EQ(run({"show", "-"}, "tz/2\n").out, run({"show", "tz/2"}).out);
}

TEST(CommandLine, JsonIsWhatTheRendererGives) {
  auto const generation = FixtureIndex::generation();
  Searcher searcher = std::move(Searcher::open(generation)).value();
  auto const request =
      parse_request({{"q", "computer"}, {"as_of", "2020-01-01"}}, *generation, Date::today_utc());
  EXPECT_EQ(testing::answered(run({"search", "computer", "--as-of", "2020-01-01", "--json"}).out),
            to_json(searcher.search(request.value()).value()));
  EXPECT_EQ(
      testing::answered(run({"conventions", "tz/1", "--as-of", "2020-01-01", "--json"}).out),
      to_json(answer_article(searcher.reader(), handle("tz/1"), day("2020-01-01"), {}).value()));
  EXPECT_EQ(
      testing::answered(run({"acts", "--as-of", "2020-01-01", "--json"}).out),
      to_json(answer_acts(searcher.reader(), day("2020-01-01"), {}, 0, kActsPerPage).value()));
}

TEST(CommandLine, MarksHitsOnATerminalOnly) {
  EXPECT_THAT(run({"search", "messages"}, "", true).out, HasSubstr("\x1b[1mmessages\x1b[0m"));
  EXPECT_THAT(run({"search", "messages"}).out, Not(HasSubstr("\x1b")));
}

TEST(CommandLine, ShowsActsAndTreaties) {
  EXPECT_THAT(run({"acts"}).out, HasSubstr("2 acts on "));
  EXPECT_THAT(run({"acts", "--jurisdiction", "zz"}).out, HasSubstr("1 act on "));
  EXPECT_THAT(run({"conventions"}).out, HasSubstr("1 act on "));
  EXPECT_THAT(run({"conventions", "tz"}).out, HasSubstr("tz/2 — 2. Production"));
  EXPECT_EQ(run({"conventions", "zz/computer-act-2010"}).code, kExitNothingFound);
  EXPECT_THAT(run({"conventions", "tz/1"}).out, HasSubstr("mapped to it: 1 national provision,"));
}

TEST(CommandLine, HelpsWithExamples) {
  for (char const* verb : {"search", "show", "acts", "conventions"}) {
    Ran const ran = run({verb, "--help"});
    EXPECT_EQ(ran.code, kExitFound);
    EXPECT_THAT(ran.out, HasSubstr("Examples:\n  cyberlex " + std::string(verb)));
  }
}

}  // namespace
}  // namespace cyberlex::tools
