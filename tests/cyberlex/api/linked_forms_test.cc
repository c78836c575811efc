#include "cyberlex/api/linked_forms.h"

#include <gmock/gmock.h>

#include <random>

#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char const* kIri = "/akn/zz/act/2015/computer-act";
constexpr char const* kSection = "/akn/zz/act/2015/computer-act/!main~sec_2";
constexpr char const* kPath = "/api/v1/provisions/zz/computer-act-2015/sec_2";
constexpr char const* kAnnotations =
    "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"";

class LinkedFormsTest : public RoutesTest {
 protected:
  Response ask_for(std::string const& target, std::string accept, std::string datetime = "") {
    auto const read = parse_target(target);
    EXPECT_TRUE(read.ok()) << target;
    Request request{.method = "GET",
                    .path = read->path,
                    .query = read->query,
                    .accept = std::move(accept),
                    .accept_encoding = {},
                    .if_none_match = {}};
    request.accept_datetime = std::move(datetime);
    return handle(request, context_);
  }
  Response on(std::string const& target, std::string datetime) {
    return ask_for(target, "", std::move(datetime));
  }
  // All values of a header.
  static std::string all(Response const& response, std::string const& name) {
    std::string out;
    for (auto const& [key, value] : response.headers) {
      out += key == name ? value + ", " : "";
    }
    return out;
  }
};

TEST_F(LinkedFormsTest, AreAskedForByAcceptAndBySuffix) {
  struct Row {
    char const* accept;
    char const* suffix;
    char const* holds;
  };
  for (Row const& row : {Row{"application/akn+xml", ".akn", "<portion"},
                         Row{"application/ld+json", ".jsonld", "https://schema.org"},
                         Row{kAnnotations, ".anno.jsonld", "AnnotationCollection"},
                         Row{"application/link-format", ".timemap", "rel=\"original timegate\""}}) {
    Response const by_accept = ask_for(kSection, row.accept);
    Response const by_suffix = ask_for(std::string(kSection) + row.suffix, "");
    EXPECT_EQ(by_accept.status, 200);
    EXPECT_EQ(by_accept.content_type, row.accept);
    EXPECT_EQ(by_suffix.content_type, row.accept);
    EXPECT_EQ(by_accept.body, by_suffix.body);
    EXPECT_THAT(by_accept.body, HasSubstr(row.holds));
    Response const by_handle = ask_for(kPath, row.accept);
    EXPECT_EQ(by_handle.content_type, row.accept);
    EXPECT_THAT(by_handle.body, HasSubstr(row.holds));
  }
  EXPECT_EQ(ask_for(std::string(kSection) + ".json", "application/akn+xml").content_type,
            "application/json");
  EXPECT_EQ(ask_for(kPath, "application/ld+json;q=0.5, text/plain;q=0.1").content_type,
            "application/ld+json");
}

TEST_F(LinkedFormsTest, OfAnActAreTwo) {
  EXPECT_THAT(ask_for(kIri, "application/akn+xml").body, HasSubstr("<act "));
  EXPECT_THAT(ask_for(std::string(kIri) + "/eng.akn", "").body, HasSubstr("<act "));
  EXPECT_THAT(ask_for("/api/v1/acts/zz/computer-act-2015", "application/ld+json").body,
              HasSubstr("hasPart"));
  EXPECT_EQ(ask_for("/api/v1/conventions/trt", "application/akn+xml").status, 200);
  problem(std::string(kIri) + ".anno.jsonld", 404);
  problem(std::string(kIri) + ".timemap", 404);
  EXPECT_EQ(ask_for("/api/v1/acts/zz/computer-act-2015", kAnnotations).status, 406);
}

TEST_F(LinkedFormsTest, LeadFromOneToTheOthers) {
  Response const json = ask_for(kPath, "");
  std::string const links = all(json, "Link");
  for (char const* const suffix : {".akn?", ".jsonld?", ".anno.jsonld?"}) {
    EXPECT_THAT(links, HasSubstr(kSection + std::string(suffix) + "as_of=2024-03-01>"));
  }
  EXPECT_EQ(header(json, "Content-Language"), "en");
  // Each link is answered.
  size_t followed = 0;
  for (size_t at = links.find('<'); at != std::string::npos; at = links.find('<', at + 1)) {
    std::string const url = links.substr(at + 1, links.find('>', at) - at - 1);
    EXPECT_EQ(ask_for(url, "").status, 200) << url;
    ++followed;
  }
  EXPECT_GE(followed, 6U);
}

TEST_F(LinkedFormsTest, AcceptDatetimeChoosesTheStateOfThatDay) {
  struct Row {
    char const* asked;
    char const* stood;
    char const* as_of;
    char const* relation;
  };
  for (Row const& row : {Row{"Sat, 15 Jun 2019 23:59:59 GMT", "Thu, 01 Jan 2015 00:00:00 GMT",
                             "2019-06-15", "first memento"},
                         Row{"Tue, 15 Jun 2021 00:00:00 GMT", "Wed, 01 Jan 2020 00:00:00 GMT",
                             "2021-06-15", "last memento"},
                         // Before the first state: the first.
                         Row{"Mon, 01 Jan 1900 00:00:00 GMT", "Thu, 01 Jan 2015 00:00:00 GMT",
                             "2015-01-01", "first memento"}}) {
    for (char const* const path : {kPath, kSection}) {
      Response const found = on(path, row.asked);
      EXPECT_EQ(found.status, 200) << found.body;
      EXPECT_EQ(header(found, "Memento-Datetime"), row.stood);
      EXPECT_EQ(header(found, "Content-Location"), std::string(path) + "?as_of=" + row.as_of);
      EXPECT_THAT(all(found, "Vary"), HasSubstr("Accept-Datetime"));
      EXPECT_THAT(all(found, "Link"),
                  HasSubstr(std::string("rel=\"") + row.relation + "\"; datetime=\"" + row.stood));
      EXPECT_EQ(found.body, ask_for(header(found, "Content-Location"), "").body);
    }
  }
  // An address that says its day is a state, and does not negotiate.
  EXPECT_EQ(header(on(std::string(kPath) + "?as_of=2021-01-01", "Sat, 15 Jun 2019 00:00:00 GMT"),
                   "Memento-Datetime"),
            "Wed, 01 Jan 2020 00:00:00 GMT");
  EXPECT_EQ(header(on("/akn/zz/act/2015/computer-act/eng:2016-01-01/!main~sec_2", "nonsense"),
                   "Memento-Datetime"),
            "Thu, 01 Jan 2015 00:00:00 GMT");
  EXPECT_THAT(all(ask_for("/api/v1/search?q=access", ""), "Vary"), Not(HasSubstr("Datetime")));
}

TEST_F(LinkedFormsTest, ABadDateSaysWhatWasExpected) {
  for (char const* const bad :
       {"2019-06-15", "Sat, 15 Jun 2019", "Sat, 15 Jun 2019 23:59:59",
        "Mon, 15 Jun 2019 00:00:00 GMT", "Sat, 15 Jun 2019 24:00:00 GMT",
        "Fri, 30 Feb 2019 00:00:00 GMT", "Sat, 15 Xxx 2019 00:00:00 GMT",
        "Sat, 15 Jun 2019 00:00:00 UTC", "Saturday, 15-Jun-19 00:00:00 GMT"}) {
    Response const found = on(kPath, bad);
    EXPECT_EQ(found.status, 400) << bad;
    EXPECT_THAT(found.body, HasSubstr("Fri, 15 May 2015 00:00:00 GMT")) << bad;
    EXPECT_THAT(found.body, HasSubstr("Accept-Datetime")) << bad;
  }
}

TEST_F(LinkedFormsTest, ATimeMapListsEveryState) {
  std::string const map = ask_for(std::string(kSection) + ".timemap?lang=en", "").body;
  EXPECT_EQ(map,
            "</akn/zz/act/2015/computer-act/!main~sec_2?lang=en>; rel=\"original timegate\",\n"
            "</akn/zz/act/2015/computer-act/!main~sec_2.timemap?lang=en>; rel=\"self\"; "
            "type=\"application/link-format\"; from=\"Thu, 01 Jan 2015 00:00:00 GMT\"; "
            "until=\"Wed, 01 Jan 2020 00:00:00 GMT\",\n"
            "</akn/zz/act/2015/computer-act/!main~sec_2?as_of=2015-01-01&lang=en>; "
            "rel=\"first memento\"; datetime=\"Thu, 01 Jan 2015 00:00:00 GMT\",\n"
            "</akn/zz/act/2015/computer-act/!main~sec_2?as_of=2020-01-01&lang=en>; "
            "rel=\"last memento\"; datetime=\"Wed, 01 Jan 2020 00:00:00 GMT\"\n");
}

// The day of the week by counting (Sakamoto), and reading back what was written.
TEST(HttpDate, IsReadBackAndNamesTheDayOfTheWeek) {
  constexpr unsigned kSeed = 7089;
  std::mt19937 random(kSeed);
  constexpr char const* kNames[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr int kShift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  for (int i = 0; i < 2000; ++i) {
    Date const day(static_cast<int32_t>(random() % 900'000) - 600'000);
    std::string const text = day.to_string();
    int const month = std::stoi(text.substr(5, 2));
    int const year = day.year() - (month < 3 ? 1 : 0);
    int const weekday = (year + year / 4 - year / 100 + year / 400 + kShift[month - 1] +
                         std::stoi(text.substr(8))) %
                        7;
    std::string const written = http_date(day);
    EXPECT_EQ(written.substr(0, 3), kNames[weekday]) << text << ", seed " << kSeed;
    EXPECT_EQ(read_http_date(written).value(), day) << written;
  }
}

}  // namespace
}  // namespace cyberlex::api
