#include "cyberlex/api/feed_questions.h"

#include <gmock/gmock.h>

#include "tests/cyberlex/api/routes_fixture.h"
#include "tests/support/mini_index.h"

namespace cyberlex::api {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// What stands between two marks, each time they do.
std::vector<std::string> between(std::string const& text, std::string const& begin,
                                 std::string const& end) {
  std::vector<std::string> out;
  for (size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    at += begin.size();
    out.push_back(text.substr(at, text.find(end, at) - at));
  }
  return out;
}

std::string unescaped(std::string text) {
  for (size_t at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1)) {
    text.replace(at, 5, "&");
  }
  return text;
}

// Where a link of the feed leads; empty without one.
std::string link_to(std::string const& feed, std::string const& relation) {
  std::string const head = feed.substr(0, feed.find("<entry>"));
  auto const found = between(head, "<link rel=\"" + relation + "\" type=\"", "\"/>");
  return found.empty() ? "" : unescaped(found.front().substr(found.front().find("href=\"") + 6));
}

// Identifiers of the feed and of its entries.
std::vector<std::string> ids(std::string const& feed) {
  return between(feed, "<id>", "</id>");
}

// Two acts: "zz/early" of 2010, its article 2 written anew in 2015; "zz/late" of 2020, its article
// 2 repealed in 2022. All of it invented.
class FeedQuestionsTest : public RoutesTest {
 protected:
  void SetUp() override {
    using ::cyberlex::testing::ActBuilder;
    using ::cyberlex::testing::StateBuilder;
    ActBuilder early("zz/early", 2010);
    early.add(
        StateBuilder("art_1").from("2010-01-01").text("en", "Whoever <enters> & \x01 leaves"));
    early.add(StateBuilder("art_2").from("2010-01-01").to("2015-01-01").text("en", "Old words."));
    early.add(StateBuilder("art_2").from("2015-01-01").text("en", "New words."));
    ActBuilder late("zz/late", 2020);
    late.add(StateBuilder("art_1").from("2020-01-01").text("fa", "دسترسی"));
    late.add(StateBuilder("art_2")
                 .from("2022-01-01")
                 .status(LegalStatus::kRepealed)
                 .text("en", "Gone words."));
    ::cyberlex::testing::write_index(index_.folder(), {early, late});
    ASSERT_TRUE(snapshots_.refresh().ok());
  }

  std::string feed(std::string const& target) {
    Response const response = ask(target);
    EXPECT_EQ(response.status, 200) << target << ": " << response.body;
    EXPECT_EQ(response.content_type, "application/atom+xml") << target;
    return response.body;
  }
};

TEST_F(FeedQuestionsTest, ShowWhatChangedNewestFirstWithEachActOnce) {
  EXPECT_THAT(ids(feed("/feed.atom")),
              ElementsAre("urn:x-cyberlex:feed", "urn:x-cyberlex:akn/zz/act/2020/late",
                          "urn:x-cyberlex:akn/zz/act/2020/late/!main~art_2",
                          "urn:x-cyberlex:akn/zz/act/2020/late/!main~art_1",
                          "urn:x-cyberlex:akn/zz/act/2010/early",
                          "urn:x-cyberlex:akn/zz/act/2010/early/!main~art_2",
                          "urn:x-cyberlex:akn/zz/act/2010/early/!main~art_1"));
}

TEST_F(FeedQuestionsTest, DateAnEntryByItsStateAndItsFirstState) {
  std::string const body = feed("/feed.atom?act=zz/early");
  EXPECT_THAT(between(body, "<updated>", "</updated>"),
              ElementsAre("2015-01-01T00:00:00Z", "2015-01-01T00:00:00Z", "2010-01-01T00:00:00Z"));
  EXPECT_THAT(between(body, "<published>", "</published>"),
              ElementsAre("2010-01-01T00:00:00Z", "2010-01-01T00:00:00Z"));
  // As it stood before the change; nothing stood before 2010.
  EXPECT_THAT(between(feed("/feed.atom?act=zz/early&as_of=2012-01-01"), "<updated>", "</updated>"),
              ElementsAre("2010-01-01T00:00:00Z", "2010-01-01T00:00:00Z", "2010-01-01T00:00:00Z"));
  Response const none = ask("/feed.atom?act=zz/early&as_of=2000-01-01");
  EXPECT_EQ(header(none, "Cyberlex-Outcome"), "nothing-found");
  EXPECT_THAT(between(none.body, "<updated>", "</updated>"), ElementsAre("2000-01-01T00:00:00Z"));
}

// What a search finds, in the same order, over all pages; the pages are one feed.
TEST_F(FeedQuestionsTest, WalkThroughPagesAsTheSearchDoes) {
  for (std::string const query : {"", "?act=zz/early", "?q=words", "?as_of=2021-01-01"}) {
    std::string const whole = feed("/feed.atom" + query);
    std::vector<std::string> walked = {ids(whole).front()};
    std::string next = "/feed.atom" + query + (query.empty() ? "?" : "&") + "limit=1";
    for (int page = 0; !next.empty(); ++page) {
      ASSERT_LT(page, 10) << query;
      std::string const body = feed(next);
      EXPECT_EQ(link_to(body, "self"), next);
      EXPECT_EQ(ids(body).front(), walked.front());
      auto const entries = ids(body);
      walked.insert(walked.end(), entries.begin() + 1, entries.end());
      Response const given = ask(next);
      next = link_to(body, "next");
      EXPECT_EQ(link(given), next);
    }
    EXPECT_EQ(walked, ids(whole)) << query;
  }
}

TEST_F(FeedQuestionsTest, LeadToTheSameProvisionsAsJson) {
  for (std::string const query : {"", "?act=zz/early", "?q=words&as_of=2021-01-01"}) {
    std::string const body = feed("/feed.atom" + query);
    auto const found = json(link_to(body, "alternate"));
    std::vector<std::string> handles;
    for (auto const& hit : found["hits"]) {
      handles.push_back(hit["handle"]);
    }
    std::vector<std::string> shown;
    for (std::string const& each : between(
             body, "<link rel=\"alternate\" type=\"application/json\" href=\"/api/v1/provisions/",
             "?")) {
      shown.push_back(each);
    }
    EXPECT_EQ(shown, handles) << query;
  }
}

TEST_F(FeedQuestionsTest, ADayThatWasNotAskedForStaysOutOfTheAddress) {
  EXPECT_EQ(link_to(feed("/feed.atom?q=words"), "self"), "/feed.atom?q=words");
  // The same law, and another feed: the one is dated.
  std::string const dated = feed("/feed.atom?q=words&as_of=2024-03-01");
  EXPECT_EQ(link_to(dated, "self"), "/feed.atom?q=words&as_of=2024-03-01");
  EXPECT_EQ(link_to(feed("/feed.atom?q=words"), "self"), "/feed.atom?q=words");
}

TEST_F(FeedQuestionsTest, EscapeWhatTheLawHolds) {
  std::string const body = feed("/feed.atom");
  EXPECT_THAT(body, HasSubstr("Whoever &lt;enters&gt; &amp; \uFFFD leaves"));
  EXPECT_THAT(body, Not(HasSubstr("\x01")));
  EXPECT_THAT(body, HasSubstr("<p xml:lang=\"fa\" lang=\"fa\" dir=\"rtl\">دسترسی</p>"));
  std::string const hostile = feed("/feed.atom?q=%22%3C/title%3E%26%22");
  EXPECT_THAT(hostile, Not(HasSubstr("Cyberlex: \"</title>")));
  EXPECT_THAT(hostile, HasSubstr("&lt;/title&gt;&amp;"));
}

TEST_F(FeedQuestionsTest, KeepTheirTagAndRefuseWhatAFeedDecides) {
  Response const first = ask("/feed.atom");
  Response const again = ask("/feed.atom", {{"If-None-Match", header(first, "ETag")}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(header(first, "Cyberlex-Corpus").size(), 64U);
  for (std::string const name : {"sort", "facets", "facet_limit"}) {
    EXPECT_EQ(problem("/feed.atom?" + name + "=newest", 400)["parameter"], name);
  }
  EXPECT_EQ(problem("/feed.atom?sorted=x", 400)["parameter"], "sorted");
  EXPECT_EQ(ask_as("/feed.atom", "application/json").status, 406);
  EXPECT_EQ(ask_as("/feed.atom", "text/html, application/xml;q=0.9, */*;q=0.8").status, 200);
}

// ---- OpenSearch

TEST_F(FeedQuestionsTest, TheDescriptionOfTheSearchLeadsToAnswers) {
  for (std::string const root : {"", "https://law.example"}) {
    context_.root = root;
    Response const given = ask("/opensearch.xml");
    EXPECT_EQ(given.content_type, "application/opensearchdescription+xml");
    auto const types = between(given.body, "<Url type=\"", "\"");
    auto const templates = between(given.body, "template=\"", "\"");
    ASSERT_EQ(types.size(), templates.size());
    for (size_t i = 0; i < templates.size(); ++i) {
      std::string target = unescaped(templates[i]);
      ASSERT_TRUE(target.starts_with(root + "/")) << target;
      target = target.substr(root.size());
      for (auto const& [name, value] :
           {std::pair<std::string, std::string>{"{searchTerms}", "words"}, {"{count?}", ""}}) {
        size_t const at = target.find(name);
        target = at == std::string::npos ? target : target.replace(at, name.size(), value);
      }
      Response const answer = ask(target);
      EXPECT_EQ(answer.status, 200) << target;
      EXPECT_EQ(answer.content_type.substr(0, answer.content_type.find(';')), types[i]) << target;
    }
    EXPECT_THAT(types, Contains("text/html"));
    EXPECT_THAT(templates, Contains(root + "/?q={searchTerms}"));
  }
}

TEST_F(FeedQuestionsTest, SuggestionsComeInTheFormOfOpenSearchToo) {
  auto const plain = json("/api/v1/suggest?q=earl");
  auto const list = nlohmann::json::parse(ask("/api/v1/suggest?q=earl&format=opensearch").body);
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0], "earl");
  ASSERT_EQ(list[1].size(), plain["suggestions"].size());
  ASSERT_FALSE(list[1].empty());
  for (size_t i = 0; i < list[1].size(); ++i) {
    EXPECT_EQ(list[1][i], plain["suggestions"][i]["q"]);
  }
  EXPECT_EQ(ask_as("/api/v1/suggest?q=earl", "application/x-suggestions+json").body,
            ask("/api/v1/suggest?q=earl&format=opensearch").body);
  EXPECT_EQ(problem("/api/v1/suggest?q=earl&format=xml", 400)["parameter"], "format");
}

}  // namespace
}  // namespace cyberlex::api
