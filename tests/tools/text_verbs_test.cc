#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "cyberlex/render/json.h"
#include "tests/support/answered.h"
#include "tests/support/fixture_index.h"
#include "tests/support/mini_index.h"
#include "tools/command_line.h"
#include "tools/exit_codes.h"

namespace cyberlex::tools {
namespace {

using testing::answered;
using ::testing::HasSubstr;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

Ran run(std::vector<std::string> words, std::string const& typed = "") {
  std::istringstream in(typed);
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{in, out, err};
  words.insert(words.end(), {"--index", FixtureIndex::folder()});
  int const code = run_command_line(words, terminal);
  return {code, out.str(), err.str()};
}

std::string similar_json(ParameterList const& list) {
  Searcher const searcher = testing::must(Searcher::open(FixtureIndex::generation()));
  SimilarRequest const request =
      testing::must(parse_similar(list, searcher.shared()->vocabulary(), day("2020-01-01")));
  return to_json(testing::must(answer_similar(searcher, request)));
}

TEST(DiffVerb, GivesTheBytesOfHttpWithJson) {
  IndexReader const reader = FixtureIndex::reader();
  Handle const section = handle("zz/computer-act-2010/sec_3");
  EXPECT_EQ(answered(run({"diff", "zz/computer-act-2010/sec_3", "--from", "2018-05-31", "--to",
                          "2018-06-01", "--json"})
                         .out),
            to_json(testing::must(
                answer_diff(reader, {section, day("2018-05-31"), day("2018-06-01"), {}}))));
  EXPECT_EQ(answered(run({"diff", "-", "--json"}, "zz/computer-act-2010/sec_3\n").out),
            to_json(testing::must(answer_timeline(reader, section, {}))));
}

TEST(DiffVerb, PrintsWordsAndFacts) {
  Ran const ran =
      run({"diff", "zz/computer-act-2010/sec_3", "--from", "2018-05-31", "--to", "2018-06-01"});
  EXPECT_EQ(ran.code, kExitFound) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("[-Harassing-]{+Threatening+} messages"));
}

TEST(DiffVerb, TellsWhatItCannotDo) {
  EXPECT_EQ(run({"diff", "zz/computer-act-2010/sec_99"}).code, kExitNothingFound);
  EXPECT_EQ(run({"diff"}).code, kExitBadUsage);
  EXPECT_EQ(run({"diff", "zz/computer-act-2010/sec_3", "--to", "2018-06-01"}).code, kExitBadUsage);
}

TEST(SimilarVerb, ReadsAFileOrStandardInput) {
  std::string const text = "Harassing messages sent through a computer";
  testing::TemporaryFolder const folder;
  std::string const file = folder.path() + "/clause.txt";
  std::ofstream(file) << text;
  std::string const wanted = similar_json({{"text", text}, {"as_of", "2020-01-01"}});
  EXPECT_EQ(answered(run({"similar", file, "--as-of", "2020-01-01", "--json"}).out), wanted);
  EXPECT_EQ(answered(run({"similar", "-", "--as-of", "2020-01-01", "--json"}, text + "\n").out),
            wanted);
}

TEST(SimilarVerb, TakesAProvisionInPlaceOfAText) {
  EXPECT_EQ(answered(run({"similar", "--provision", "zz/computer-act-2010/sec_3", "--as-of",
                          "2020-01-01", "--json"})
                         .out),
            similar_json({{"provision", "zz/computer-act-2010/sec_3"}, {"as_of", "2020-01-01"}}));
}

TEST(SimilarVerb, TellsWhatItCannotDo) {
  EXPECT_EQ(run({"similar", "/no/such/file"}).code, kExitBadUsage);
  EXPECT_EQ(run({"similar"}).code, kExitBadUsage);
  EXPECT_EQ(run({"similar", "-"}, "жжж").code, kExitNothingFound);
}

}  // namespace
}  // namespace cyberlex::tools
