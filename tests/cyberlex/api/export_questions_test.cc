#include "cyberlex/api/export_questions.h"

#include <gmock/gmock.h>

#include "cyberlex/render/export.h"
#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ExportQuestionsTest : public RoutesTest {
 protected:
  // Pieces joined; empty where the response has no source.
  static std::string all_of(Response const& response) {
    std::string out;
    std::string chunk;
    while (response.source) {
      chunk.clear();
      auto const more = response.source(chunk);
      EXPECT_TRUE(more.ok());
      if (!more.ok() || !*more) {
        break;
      }
      out += chunk;
    }
    return out;
  }

  static std::string header(Response const& response, std::string const& name) {
    for (auto const& [key, value] : response.headers) {
      if (key == name) {
        return value;
      }
    }
    return {};
  }
};

TEST_F(ExportQuestionsTest, StreamsAFileInEveryFormat) {
  for (ExportFormatInfo const& format : export_formats()) {
    Response const response =
        ask("/api/v1/export?q=access&as_of=2016-01-01&format=" + std::string(format.name));
    EXPECT_EQ(response.status, 200) << format.name;
    EXPECT_EQ(response.content_type, format.media_type);
    EXPECT_THAT(header(response, "Content-Disposition"),
                HasSubstr("filename=\"cyberlex-2016-01-01-"));
    EXPECT_THAT(header(response, "Content-Disposition"),
                HasSubstr('.' + std::string(format.extension) + '"'));
    EXPECT_TRUE(response.body.empty());
    EXPECT_FALSE(all_of(response).empty()) << format.name;
  }
}

TEST_F(ExportQuestionsTest, HoldsAsManyHitsAsTheSearchCounts) {
  auto const search = json("/api/v1/search?q=access&as_of=2016-01-01");
  ASSERT_GT(search["total"].get<int>(), 10);  // more than a page
  Response const response = ask("/api/v1/export?q=access&as_of=2016-01-01&format=jsonl");
  std::string const body = all_of(response);
  EXPECT_EQ(std::count(body.begin(), body.end(), '\n'), search["total"].get<int>() + 1);
  EXPECT_EQ(header(response, "Cyberlex-Total"), std::to_string(search["total"].get<int>()));
  EXPECT_EQ(header(response, "Cyberlex-Corpus"), search["corpus"]["digest"]);
}

TEST_F(ExportQuestionsTest, SaysWhenNothingWasFound) {
  Response const response = ask("/api/v1/export?q=nothingofthekind&as_of=2016-01-01");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(header(response, "Cyberlex-Outcome"), "nothing-found");
  EXPECT_THAT(all_of(response), StartsWith("row_kind,rank,handle"));
}

TEST_F(ExportQuestionsTest, NamesTheParameterThatIsWrong) {
  for (auto const& [target, parameter] : std::vector<std::pair<std::string, std::string>>{
           {"/api/v1/export?format=xls", "format"},
           {"/api/v1/export?format=csv&format=csv", "format"},
           {"/api/v1/export?limit=5", "limit"},
           {"/api/v1/export?cursor=x", "cursor"},
           {"/api/v1/export?facets=all", "facets"},
           {"/api/v1/export?offence=no-such-thing", "offence"},
           {"/api/v1/export?q=)", "q"},
           {"/api/v1/export?as_of=x", "as_of"}}) {
    EXPECT_EQ(problem(target, 400)["parameter"], parameter) << target;
  }
}

TEST_F(ExportQuestionsTest, StaysOnItsGenerationWhenAnotherComes) {
  Response const response = ask("/api/v1/export?q=access&as_of=2016-01-01&format=jsonl");
  index_.build(20, "second");
  ASSERT_TRUE(snapshots_.refresh().ok());
  std::string const body = all_of(response);
  EXPECT_THAT(body, HasSubstr(header(response, "Cyberlex-Corpus")));
  EXPECT_EQ(std::count(body.begin(), body.end(), '\n'),
            std::stoi(header(response, "Cyberlex-Total")) + 1);
  EXPECT_EQ(body.find("second"), std::string::npos);
}

}  // namespace
}  // namespace cyberlex::api
