#include "cyberlex/api/parallel_path.h"

#include <gtest/gtest.h>

#include "tests/cyberlex/api/grid_fixture.h"

namespace cyberlex::api {
namespace {

class ParallelPathTest : public GridTest {
 protected:
  std::string location(std::string const& target) {
    Response const response = ask(target);
    EXPECT_EQ(response.status, 308) << target << ": " << response.body;
    EXPECT_EQ(response.body, "") << target;
    EXPECT_EQ(header(response, "Cache-Control"), "no-cache") << target;
    return header(response, "Location");
  }
};

struct Row {
  char const* target;
  char const* location;
};

TEST_F(ParallelPathTest, LeadsToTheOwnNumberAndKeepsTheQuery) {
  for (Row const& row : {
           Row{"/api/v1/provisions/zz/great-code/art_11", "/api/v1/provisions/zz/act-2010/art_1"},
           Row{"/api/v1/provisions/zz/great-code/art_15__note_1",
               "/api/v1/provisions/zz/act-2010/art_5__note_1"},
           Row{"/api/v1/provisions/zz/great-code/art_12?as_of=2020-01-01&lang=en",
               "/api/v1/provisions/zz/act-2010/art_2?as_of=2020-01-01&lang=en"},
           Row{"/api/v1/acts/zz/great-code?as_of=2020-01-01",
               "/api/v1/acts/zz/act-2010?as_of=2020-01-01"},
           Row{"/akn/zz/act/1996/great-code", "/akn/zz/act/2010/act-2010"},
           Row{"/akn/zz/act/1996/great-code/!main~art_11", "/akn/zz/act/2010/act-2010/!main~art_1"},
           Row{"/akn/zz/act/1996/great-code/eng:2020-01-01/!main~art_13__note_1",
               "/akn/zz/act/2010/act-2010/eng:2020-01-01/!main~art_3__note_1"},
           Row{"/akn/zz/act/1996/great-code/!main~art_11?as_of=2020-01-01",
               "/akn/zz/act/2010/act-2010/!main~art_1?as_of=2020-01-01"},
       }) {
    EXPECT_EQ(location(row.target), row.location);
  }
}

TEST_F(ParallelPathTest, LeadsToWhatAnswers) {
  for (char const* const target :
       {"/api/v1/provisions/zz/great-code/art_15__note_1?lang=en", "/api/v1/acts/zz/great-code",
        "/akn/zz/act/1996/great-code", "/akn/zz/act/1996/great-code/eng:2020-01-01/!main~art_13"}) {
    std::string const own = location(target);
    EXPECT_EQ(ask(own).status, 200) << own;
  }
  EXPECT_EQ(json(location("/api/v1/provisions/zz/great-code/art_12"))["parallel"].at(0)["handle"],
            "zz/great-code/art_12");
}

TEST_F(ParallelPathTest, KnowsNoNumberOutsideOfIt) {
  for (char const* const target :
       {"/api/v1/provisions/zz/great-code/art_10", "/api/v1/provisions/zz/great-code/art_16",
        "/api/v1/provisions/zz/great-code/art_1", "/api/v1/provisions/zz/great-code/sec_11",
        "/api/v1/provisions/zz/great-code/art_99999999999999999999",
        "/api/v1/provisions/zz/great-codes/art_11", "/akn/zz/act/1996/great-code/!main~art_16",
        "/akn/zz/act/1996/great-codes/!main~art_11", "/akn/zz/act/1996"}) {
    problem(target, 404);
  }
}

TEST_F(ParallelPathTest, ReadsParametersBeforeItLeadsAnywhere) {
  EXPECT_EQ(problem("/api/v1/provisions/zz/great-code/art_11?as_of=x", 400)["parameter"], "as_of");
  problem("/api/v1/provisions/zz/great-code/art_11?nonsense=1", 400);
}

TEST_F(ParallelPathTest, AWorkThatIsHeldGoesBeforeANumberingOfItsName) {
  testing::ActBuilder act("zz/act-2010", 2010);
  act.add(testing::StateBuilder("art_1").text("en", "own"));
  act.numbered_in("zz/great-code", "/akn/zz/act/1996/great-code", "art_1", "art_5", 10);
  testing::ActBuilder code("zz/great-code", 1996);
  code.add(testing::StateBuilder("art_11").text("en", "of the code"));
  testing::write_index(index_.folder(), {act, code});
  ASSERT_TRUE(snapshots_.refresh().ok());
  EXPECT_EQ(json("/api/v1/provisions/zz/great-code/art_11")["handle"], "zz/great-code/art_11");
  EXPECT_EQ(json("/akn/zz/act/1996/great-code/!main~art_11")["handle"], "zz/great-code/art_11");
}

}  // namespace
}  // namespace cyberlex::api
