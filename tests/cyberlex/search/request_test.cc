#include "cyberlex/search/request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/cyberlex/search/fake_vocabulary.h"

namespace cyberlex {
namespace {

using testing::HasSubstr;

Date day(std::string_view text) {
  return *Date::parse(text);
}
Date const kToday = day("2026-11-22");

Result<SearchRequest> read(ParameterList const& list) {
  static FakeVocabulary const kVocabulary;
  return parse_request(list, kVocabulary, kToday);
}

// name=value of every parameter, parted by spaces.
std::string canonical(SearchRequest const& request) {
  std::string out;
  for (auto const& [name, value] : to_parameters(request)) {
    out += (out.empty() ? "" : " ") + name + '=' + value;
  }
  return out;
}

TEST(Request, HasDefaults) {
  Result<SearchRequest> const request = read({});
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request->q, "");
  EXPECT_TRUE(request->filters.empty());
  EXPECT_EQ(request->as_of, kToday);
  EXPECT_EQ(request->sort, Sort::kRelevance);
  EXPECT_EQ(request->limit, 10U);
  EXPECT_TRUE(std::equal(request->facets.begin(), request->facets.end(), default_facets().begin(),
                         default_facets().end()));
  EXPECT_EQ(canonical(*request), "as_of=2026-11-22");
}

struct Row {
  ParameterList list;
  std::string_view canonical;  // without as_of
};

TEST(Request, ReadsParametersIntoOneCanonicalForm) {
  Row const rows[] = {
      {{{"jurisdiction", "ng,ir"}}, "jurisdiction=ir,ng"},
      {{{"jurisdiction", "ng"}, {"jurisdiction", "ir"}}, "jurisdiction=ir,ng"},
      {{{"jurisdiction", "ng, ng,,"}}, "jurisdiction=ng"},
      {{{"jurisdiction", "NG"}}, "jurisdiction=ng"},
      {{{"jurisdiction", "-ir"}}, "jurisdiction=-ir"},
      {{{"jurisdiction", "ng,-ir,-ni"}}, "jurisdiction=ng,-ir,-ni"},
      {{{"prison", ">=48m"}, {"offence", "illegal-access"}}, "offence=illegal-access prison=48m.."},
      {{{"prison", "none,unknown,not-assessed,life"}}, "prison=life,none,not-assessed,unknown"},
      {{{"offence", "none,not-assessed"}}, "offence=none,not-assessed"},
      {{{"serious", "true,unknown"}}, "serious=true,unknown"},
      {{{"one_year", "not-assessed"}}, "one_year=not-assessed"},
      {{{"fine", "5000000ngn.."}}, "fine=5000000NGN.."},
      {{{"year", "۲۰۰۰..2015"}, {"year", "unknown"}}, "year=2000..2015,unknown"},
      {{{"article", "unc/7,budapest/none"}}, "article=budapest/none,unc/7"},
      {{{"article", "unc/art_7"}}, "article=unc/7"},
      {{{"article", "none"}}, "article=none"},
      {{{"convention", "unc"}}, "convention=unc"},
      {{{"relation", "outside"}}, "relation=outside"},
      {{{"status", "struck-down"}}, "status=struck-down"},
      {{{"text", "machine-translation"}}, "text=machine-translation"},
      {{{"class", "not-assessed"}}, "class=not-assessed"},
      {{{"confidence", "conflict,not-assessed"}}, "confidence=conflict,not-assessed"},
      {{{"act", "ng/cybercrimes-act-2015"}}, "act=ng/cybercrimes-act-2015"},
      {{{"penalty", "loss-of-services,none"}}, "penalty=loss-of-services,none"},
      {{{"facet_limit", "0"}}, "facet_limit=0"},
      {{{"facet_limit", "100"}}, ""},
      {{{"q", " illegal  access "}, {"limit", "100"}, {"sort", "newest"}},
       "q= illegal  access  sort=newest limit=100"},
      {{{"safeguard", "Notification:absent,judicial-review:present"}},
       "safeguard=judicial-review:present,notification:absent"},
      {{{"safeguard", "-notification:present"}, {"power", "production-order"}},
       "power=production-order safeguard=-notification:present"},
      {{{"defence", "good-faith-research:not-assessed,none"}},
       "defence=good-faith-research:not-assessed,none"},
      {{{"facets", "none"}}, "facets=none"},
      {{{"facets", "year,act"}}, "facets=year,act"},
      {{{"facets", "act"}, {"facets", "year,act"}}, "facets=act,year"},
      // A form sends its empty fields.
      {{{"q", ""}, {"jurisdiction", ""}, {"limit", ""}, {"cursor", " "}}, ""},
  };
  for (Row const& row : rows) {
    ParameterList list = row.list;
    Result<SearchRequest> const request = read(list);
    ASSERT_TRUE(request.ok()) << row.canonical << ": " << to_string(request.error());
    std::string shown = canonical(*request);
    size_t const at = shown.find("as_of=2026-11-22");
    ASSERT_NE(at, std::string::npos);
    shown.erase(at > 0 ? at - 1 : 0, 16 + (at > 0 || shown.size() > 16 ? 1 : 0));
    EXPECT_EQ(shown, row.canonical);
    Result<SearchRequest> const again = read(to_parameters(*request));
    ASSERT_TRUE(again.ok()) << row.canonical;
    EXPECT_EQ(to_parameters(*again), to_parameters(*request));
    EXPECT_EQ(again->filters, request->filters);
    EXPECT_EQ(again->facets, request->facets);
  }
}

TEST(Request, ReadsAllFacets) {
  Result<SearchRequest> const request = read({{"facets", "all"}});
  ASSERT_TRUE(request.ok());
  auto const facets = std::ranges::count_if(parameters(), &ParamInfo::facet);
  EXPECT_EQ(request->facets.size(), static_cast<size_t>(facets));
  EXPECT_GT(facets, 20);
}

struct BadRow {
  ParameterList list;
  std::string_view where;
  std::string_view says;
};

TEST(Request, TakesStatesAndLanguagesOfWhichNothingIsHeld) {
  EXPECT_TRUE(read({{"jurisdiction", "-fr"}}).ok());
  EXPECT_TRUE(read({{"jurisdiction", "br"}, {"lang", "pt"}}).ok());
}

TEST(Request, TakesStandingsConceptsAndTheLackOfAnyValue) {
  Result<SearchRequest> const request = read({{"party", "BUDAPEST:party,unc:signatory,-unc:none"},
                                              {"concept", "illegal-access,-notification"},
                                              {"article", "unc"},
                                              {"convention", "none,not-assessed"},
                                              {"relation", "not-assessed"},
                                              {"prison_min", "unknown"},
                                              {"fine", "unknown,none,not-assessed"}});
  ASSERT_TRUE(request.ok()) << request.error().message;
  ParameterList const list = to_parameters(*request);
  EXPECT_EQ(list.front(),
            (std::pair<std::string, std::string>("party", "budapest,unc:signed,-unc:none")));
  EXPECT_EQ(request->filters.size(), 7U);
}

TEST(Request, NamesWhatItDoesNotKnow) {
  BadRow const rows[] = {
      {{{"offense", "x"}}, "offense", "unknown parameter \"offense\", did you mean \"offence\"?"},
      {{{"expand", "yes"}}, "expand", "expected on or off, found \"yes\""},
      {{{"lmit", ""}}, "lmit", "did you mean \"limit\"?"},
      {{{"jurisdiction", "xx"}}, "jurisdiction", "held: gh, int, ir, ng, ni, ug"},
      {{{"jurisdiction", "n"}}, "jurisdiction", "did you mean \"ng\"?"},
      {{{"jurisdiction", "-xx"}}, "jurisdiction", "unknown jurisdiction \"xx\""},
      {{{"status", "inforce"}}, "status", "did you mean \"in-force\"?; allowed: in-force, adopted"},
      {{{"offence", "illegal-acess"}}, "offence", "did you mean \"illegal-access\"?"},
      {{{"offence", "production-order"}}, "offence", "unknown offence"},
      {{{"serious", "yes"}}, "serious", "allowed: false, true, unknown, none, not-assessed"},
      {{{"relation", "equal"}}, "relation", "allowed: equivalent, narrower"},
      {{{"prison", "4"}}, "prison", "also allowed: unknown, none, not-assessed"},
      {{{"prison_min", "unkown"}}, "prison_min", "also allowed: unknown, none"},
      {{{"fine", "5"}}, "fine", "expected an amount with its unit"},
      {{{"article", "7"}}, "article", "unc/none"},
      {{{"article", "unc/99"}}, "article", "there is no unc/99"},
      {{{"article", "unc/chp_9"}}, "article", "there is no unc/chp_9"},
      {{{"party", "budapst"}}, "party", "unknown treaty \"budapst\", did you mean \"budapest\"?"},
      {{{"party", "unc:signd"}}, "party", "did you mean \"signed\"?; allowed: party, signed"},
      {{{"party", "none"}}, "party", "unknown treaty \"none\""},
      {{{"concept", "judicial-reviews"}}, "concept", "\"judicial-review\"? (scheme safeguard)"},
      {{{"concept", "-notificaton"}}, "concept", "did you mean \"notification\"?"},
      {{{"relation", "none"}}, "relation", "unknown relation \"none\""},
      {{{"article", "unc/art_7__para_1"}}, "article", "filters take whole articles: unc/7"},
      {{{"article", "untoc/2"}}, "article", "did you mean \"unc\"?; held: budapest, unc"},
      {{{"article", "ng/cybercrimes-act-2015/sec_24"}}, "article", "unknown treaty"},
      {{{"convention", "ng/cybercrimes-act-2015"}}, "convention", "held: budapest, unc"},
      {{{"convention", "budapst"}}, "convention", "did you mean \"budapest\"?"},
      {{{"act", "ng/cybercrime-act-2015"}}, "act", "did you mean \"ng/cybercrimes-act-2015\"?"},
      {{{"lang", "xx"}}, "lang", "held: en, es, fa"},
      {{{"safeguard", "notifcation:absent"}}, "safeguard", "did you mean \"notification\"?"},
      {{{"safeguard", "good-faith-research:absent"}}, "safeguard", "unknown safeguard"},
      {{{"safeguard", ":absent"}}, "safeguard", "unknown safeguard \"\""},
      {{{"safeguard", "notification"}}, "safeguard", "expected notification:VALUE"},
      {{{"safeguard", "notification:"}}, "safeguard", "values: present, partial, absent"},
      {{{"safeguard", "notification:none"}}, "safeguard", "expected notification:VALUE"},
      {{{"safeguard", "notification:absnt"}}, "safeguard", "did you mean \"absent\"?"},
      {{{"defence", "-notification:absent"}}, "defence", "unknown defence \"notification\""},
      {{{"limit", "0"}}, "limit", "from 1 to 100"},
      {{{"facet_limit", "-1"}}, "facet_limit", "0 for all"},
      {{{"facet_limit", "many"}}, "facet_limit", "0 for all"},
      {{{"limit", "101"}}, "limit", "from 1 to 100"},
      {{{"limit", "-1"}}, "limit", "from 1 to 100"},
      {{{"limit", "99999999999"}}, "limit", "from 1 to 100"},
      {{{"sort", "newst"}}, "sort", "did you mean \"newest\"?"},
      {{{"facets", "fines"}}, "facets", "did you mean \"fine\"?; allowed: all, none, jurisdiction"},
      {{{"as_of", "2015-02-30"}}, "as_of", "expected a date"},
      {{{"limit", "1"}, {"limit", "2"}}, "limit", "given twice"},
      {{{"q", "a"}, {"q", "b"}}, "q", "given twice"},
      {{{"cursor", "nonsense"}}, "cursor", "expected a cursor"},
      {{{"q", "as_of:2020-01-01"}, {"as_of", "2021-01-01"}}, "as_of", "give one day"},
      {{{"q", "a AND"}}, "q", "expected a word after AND"},
      {{{"a\xFF\n", "x"}}, "a??", "unknown parameter"},
  };
  for (BadRow const& row : rows) {
    Result<SearchRequest> const request = read(row.list);
    ASSERT_FALSE(request.ok()) << row.says;
    EXPECT_EQ(request.error().code, ErrorCode::kBadQuery);
    EXPECT_EQ(request.error().where, row.where);
    EXPECT_THAT(request.error().message, HasSubstr(std::string(row.says)));
  }
}

TEST(Request, KeepsThePositionOfAnErrorInQ) {
  Result<SearchRequest> const request = read({{"q", "  a AND"}});
  ASSERT_FALSE(request.ok());
  EXPECT_EQ(request.error().position, 7U);
}

TEST(Request, TakesTheDayFromTheParameterThenQThenTheCursorThenToday) {
  EXPECT_EQ(read({{"as_of", "2020-01-01"}})->as_of, day("2020-01-01"));
  EXPECT_EQ(read({{"q", "a as_of:2019-01-01"}})->as_of, day("2019-01-01"));
  EXPECT_EQ(read({{"q", "as_of:2019-01-01"}, {"as_of", "2019-01-01"}})->as_of, day("2019-01-01"));
  SearchRequest yesterday = *read({{"q", "a"}});
  yesterday.as_of = day("2026-11-21");
  Cursor const cursor{"abc", yesterday.as_of, 10, request_digest(yesterday)};
  Result<SearchRequest> const next = read({{"q", "a"}, {"cursor", encode(cursor)}});
  ASSERT_TRUE(next.ok()) << to_string(next.error());
  EXPECT_EQ(next->as_of, day("2026-11-21"));
  EXPECT_EQ(next->cursor, cursor);
}

TEST(Request, RefusesTheCursorOfAnotherRequest) {
  SearchRequest const request = *read({{"q", "a"}});
  Cursor const cursor{"abc", request.as_of, 10, request_digest(request)};
  std::string const text = encode(cursor);
  EXPECT_TRUE(read({{"q", "a"}, {"cursor", text}, {"limit", "50"}, {"facets", "none"}}).ok());
  EXPECT_FALSE(read({{"q", "b"}, {"cursor", text}}).ok());
  EXPECT_FALSE(read({{"q", "a"}, {"sort", "newest"}, {"cursor", text}}).ok());
  EXPECT_FALSE(read({{"q", "a"}, {"as_of", "2020-01-01"}, {"cursor", text}}).ok());
  EXPECT_FALSE(read({{"q", "a"}, {"jurisdiction", "ng"}, {"cursor", text}}).ok());
}

TEST(Request, DigestsTheRequestWhateverTheOrderOfItsParts) {
  SearchRequest const a = *read({{"jurisdiction", "ng,ir"}, {"lang", "en"}});
  SearchRequest const b = *read({{"lang", "en"}, {"jurisdiction", "ir"}, {"jurisdiction", "ng"}});
  SearchRequest const c = *read({{"jurisdiction", "ng"}, {"lang", "en"}});
  EXPECT_EQ(request_digest(a), request_digest(b));
  EXPECT_NE(request_digest(a), request_digest(c));
  EXPECT_EQ(request_digest(a).size(), 32U);
}

TEST(Cursor, ComesBackAsItWas) {
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  for (int i = 0; i < 500; ++i) {
    Cursor cursor;
    cursor.generation = std::string(random() % 65, "0123456789abcdef"[random() % 16]);
    cursor.query = std::string(random() % 33, "0123456789abcdef"[random() % 16]);
    cursor.as_of = Date(static_cast<int32_t>(random() % 30000));
    cursor.rank = random();
    std::string const text = encode(cursor);
    EXPECT_EQ(
        text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        std::string::npos);
    Result<Cursor> const back = decode_cursor(text);
    ASSERT_TRUE(back.ok()) << "seed " << kSeed;
    EXPECT_EQ(*back, cursor);
  }
}

TEST(Cursor, IsRefusedWhenAnyCharacterChanged) {
  std::string const text = encode({"00ff", day("2026-11-22"), 20, "ab"});
  for (size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(decode_cursor(changed).ok()) << i;
    EXPECT_FALSE(decode_cursor(text.substr(0, i)).ok()) << i;
  }
  EXPECT_FALSE(decode_cursor(text + 'A').ok());
  EXPECT_FALSE(decode_cursor(std::string(100000, 'A')).ok());
}

TEST(Sort, HasTheNamesOfTheContract) {
  EXPECT_EQ(name_of(Sort::kRelevance), "relevance");
  EXPECT_EQ(name_of(Sort::kSeverity), "severity");
}

}  // namespace
}  // namespace cyberlex
