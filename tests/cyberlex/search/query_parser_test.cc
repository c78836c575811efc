#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "cyberlex/base/file.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/query_words.h"
#include "tests/cyberlex/search/fake_vocabulary.h"

namespace cyberlex {
namespace {

using testing::HasSubstr;

Result<ParsedQuery> parse(std::string_view text) {
  static FakeVocabulary const kVocabulary;
  return parse_query(text, kVocabulary);
}

struct Row {
  std::string_view text;
  std::string_view read_as;
};

void expect_rows(std::initializer_list<Row> rows) {
  for (Row const& row : rows) {
    Result<ParsedQuery> const parsed = parse(row.text);
    ASSERT_TRUE(parsed.ok()) << row.text << ": " << to_string(parsed.error());
    EXPECT_EQ(parsed->read_as, row.read_as) << row.text;
    Result<ParsedQuery> const again = parse(parsed->read_as);
    ASSERT_TRUE(again.ok()) << parsed->read_as << ": " << to_string(again.error());
    EXPECT_EQ(again->read_as, row.read_as);
    EXPECT_TRUE(*again->root == *parsed->root) << row.text;
  }
}

TEST(QueryParser, ReadsWords) {
  expect_rows({
      {"", ""},
      {" \t\n ", ""},
      {"Computer", "computer"},
      {"illegal access", "illegal AND access"},
      {"acceso ilícito", "acceso AND ilicito"},
      {"and or not near", "and AND or AND not AND near"},
      {"=Access", "=access"},
      {"intercept*", "intercept*"},
      {"acess~", "acess~"},
      {"=۱۲۳", "=123"},
      {"جرايم", "جرایم"},
      {"don't", "don't"},
      {"what?", "what"},
      {"/etc", "etc"},
      {"\u200fداده\u200f", "داده"},
      {"a\u00A0b", "a AND b"},
  });
}

TEST(QueryParser, ReadsPhrases) {
  expect_rows({
      {"\"Illegal  access\"", "\"illegal access\""},
      {"\"the access\"", "\"the access\""},  // stop words are kept
      {"\"access\"", "=access"},
      {"“illegal access”", "\"illegal access\""},
      {"«acceso ilícito»", "\"acceso ilicito\""},
      {"„illegal access“", "\"illegal access\""},
      {"\"a (b) OR: c*\"", "\"a b or c\""},
      {"e-mail", "email OR \"e mail\""},
      {"cyber-stalking law", "(cyberstalking OR \"cyber stalking\") AND law"},
      {"non‐consensual", "nonconsensual OR \"non consensual\""},
      {"24-7", "\"24 7\""},
      {"one-stop-shop", "onestopshop OR \"one stop shop\""},
      {"=e-mail", "\"e mail\""},
      {"a/b", "\"a b\""},
      {"ماده:۱", "\"ماده 1\""},
      {"a\"b c\"d", "a AND \"b c\" AND d"},
  });
}

TEST(QueryParser, ReadsWordsJoinedByZwnjJoinedOrSplit) {
  expect_rows({
      {"رایانه‌ای", "رایانهای OR \"رایانه ای\""},
      {"=رایانه‌ای", "=رایانهای OR \"رایانه ای\""},
      {"جرایم رایانه‌ای", "جرایم AND (رایانهای OR \"رایانه ای\")"},
      {"NOT رایانه‌ای", "NOT (رایانهای OR \"رایانه ای\")"},
      {"رایانه‌ا*", "رایانها*"},
      {"\"جرایم رایانه‌ای\"", "\"جرایم رایانه ای\""},
      {"داده NEAR/3 رایانه‌ای", "داده NEAR/3 \"رایانه ای\""},
      {"رایانه‌ای /s داده", "\"رایانه ای\" /s داده"},
      {"heading:رایانه‌ای", "heading:رایانهای OR heading:\"رایانه ای\""},
  });
}

TEST(QueryParser, BindsProximityThenNotThenAndThenOr) {
  expect_rows({
      {"a b OR c d", "a AND b OR c AND d"},
      {"a AND (b OR c)", "a AND (b OR c)"},
      {"NOT a b", "NOT a AND b"},
      {"NOT a OR b", "NOT a OR b"},
      {"-a -b", "NOT a AND NOT b"},
      {"-\"a b\" c", "NOT \"a b\" AND c"},
      {"-(a OR b)", "NOT (a OR b)"},
      {"NOT NOT a", "NOT NOT a"},
      {"NOT a NEAR/3 b", "NOT a NEAR/3 b"},
      {"a NEAR/3 b c", "a NEAR/3 b AND c"},
      {"a ADJ/3 b ADJ/3 c", "a ADJ/3 b ADJ/3 c"},
      {"a NEAR/۵ b", "a NEAR/5 b"},
      {"a /s b /s \"c d\"", "a /s b /s \"c d\""},
      {"a /p =b", "a /p =b"},
      {"(a) NEAR/5 (b)", "a NEAR/5 b"},
      {"a* NEAR/5 b~", "a* NEAR/5 b~"},
      {"a AND b AND c", "a AND b AND c"},
      {"a AND NOT b", "a AND NOT b"},
  });
}

TEST(QueryParser, ReadsFields) {
  expect_rows({
      {"jurisdiction:ng", "jurisdiction:ng"},
      {"jurisdiction:ng,ir access", "(jurisdiction:ng OR jurisdiction:ir) AND access"},
      {"-jurisdiction:ng,ir", "NOT (jurisdiction:ng OR jurisdiction:ir)"},
      {"NOT jurisdiction:NG", "NOT jurisdiction:ng"},
      {"prison:>=4y", "prison:4y.."},
      {"prison:<4y offence:illegal-access", "prison:..<4y AND offence:illegal-access"},
      {"article:unc/7", "article:unc/7"},
      {"article:unc/none,none", "article:unc/none OR article:none"},
      {"fine:>5USD", "fine:>5USD"},
      {"year:2000..2015", "year:2000..2015"},
      {"act:ng/cybercrimes-act-2015", "act:ng/cybercrimes-act-2015"},
      {"safeguard:notification:absent", "safeguard:notification:absent"},
      {"safeguard:Notification:ABSENT", "safeguard:notification:absent"},
      {"-safeguard:notification:absent power:production-order",
       "NOT safeguard:notification:absent AND power:production-order"},
      {"safeguard:notification:absent,judicial-review:not-assessed",
       "safeguard:notification:absent OR safeguard:judicial-review:not-assessed"},
      {"defence:good-faith-research:elsewhere", "defence:good-faith-research:elsewhere"},
      {"defence:none safeguard:not-assessed", "defence:none AND safeguard:not-assessed"},
      {"heading:Access", "heading:access"},
      {"heading:\"Unlawful access\"", "heading:\"unlawful access\""},
      {"heading:e-mail", "heading:email OR heading:\"e mail\""},
      {"heading:=access", "heading:=access"},
      {"heading:intercept*", "heading:intercept*"},
      {"(offence:illegal-access prison:4y..) (prison:..1y)",
       "(offence:illegal-access AND prison:4y..) AND prison:..1y"},
  });
}

TEST(QueryParser, ReadsTheDayBesideTheOtherTerms) {
  for (Row const& row : std::initializer_list<Row>{
           {"as_of:2020-01-01", ""},
           {"a as_of:2020-01-01", "a"},
           {"as_of:2020-01-01 AND a b", "a AND b"},
           {"as_of:2020-01-01 (a OR b)", "a OR b"},
           {"as_of:۲۰۲۰-۰۱-۰۱ a as_of:2020-01-01", "a"},
       }) {
    Result<ParsedQuery> const parsed = parse(row.text);
    ASSERT_TRUE(parsed.ok()) << row.text << ": " << to_string(parsed.error());
    EXPECT_EQ(parsed->read_as, row.read_as) << row.text;
    ASSERT_TRUE(parsed->as_of.has_value()) << row.text;
    EXPECT_EQ(parsed->as_of->to_string(), "2020-01-01");
  }
  EXPECT_FALSE(parse("a")->as_of.has_value());
}

TEST(QueryParser, RecognisesCitationsAndSaysSo) {
  Result<ParsedQuery> const parsed = parse("  s 24(1) Cybercrimes Act ");
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed->recognised, "citation: Cybercrimes Act 2015, s. 24(1)");
  EXPECT_EQ(parsed->read_as, "s 24(1) Cybercrimes Act");
  auto const& node = std::get<CitationNode>(parsed->root->value);
  ASSERT_EQ(node.targets.size(), 1U);
  EXPECT_EQ(to_string(node.targets[0]), "ng/cybercrimes-act-2015/sec_24");
}

TEST(QueryParser, ReadsWhatIsNoCitationAsWords) {
  expect_rows({
      {"s 99 Cybercrimes Act", "s AND 99 AND cybercrimes AND act"},
      {"Cybercrimes Act", "cybercrimes AND act"},
      {"unc/99", "\"unc 99\""},
      {"(UNC 8)", "unc AND 8"},
  });
  EXPECT_EQ(parse("s 99 Cybercrimes Act")->recognised, "");
}

struct BadRow {
  std::string_view text;
  size_t position;
  std::string_view says;
};

TEST(QueryParser, NamesThePositionOfAnErrorAndWhatWasExpected) {
  BadRow const rows[] = {
      {"a AND", 5, "expected a word after AND"},
      {"a AND OR b", 6, "expected a word after AND, found OR"},
      {"AND a", 0, "expected a word, a phrase, a field or a bracket, found AND"},
      {"a OR", 4, "expected a word after OR"},
      {"NOT", 3, "expected a word after NOT"},
      {"داده AND", 12, "expected a word after AND"},
      {"()", 1, "expected a word after (, found )"},
      {"(a", 0, "unclosed bracket: expected )"},
      {"a (b (c)", 2, "unclosed bracket"},
      {"a)", 1, "no bracket is open"},
      {"a \"b c", 2, "unclosed quotation mark: expected \""},
      {"«b c", 0, "unclosed quotation mark: expected »"},
      {"b»", 1, "never opened"},
      {"\"\"", 0, "expected a phrase with a letter or a digit"},
      {"a ?! b", 2, "expected a word with a letter or a digit, found \"?!\""},
      {"a - b", 2, "right after -"},
      {"a --b", 2, "right after -"},
      {"-", 0, "right after -"},
      {"a* b*c", 4, "* is out of place"},
      {"a safeguard:notification", 12, "expected notification:VALUE"},
      {"safeguard:notification:abscent", 10, "did you mean \"absent\"?"},
      {"safeguard:notifcation:absent", 10, "did you mean \"notification\"?"},
      {"safeguard:", 10, "expected a value right after safeguard:"},
      {"defence:good-faith-research:present:x", 8, "expected good-faith-research:VALUE"},
      {"=a*", 2, "* is out of place"},
      {"==a", 1, "= is out of place"},
      {"w~2", 1, "~ is out of place"},
      {"*", 0, "a letter or a digit"},
      {"e-mai*", 0, "* and ~ stand after one word, and \"e-mai\" is 2"},
      {"a NEAR b", 2, "expected a distance from 1 to 100 such as NEAR/5"},
      {"a ADJ/0 b", 2, "expected a distance"},
      {"a NEAR/101 b", 2, "expected a distance"},
      {"a NEAR/x b", 2, "expected a distance"},
      {"a NEAR/5", 8, "expected a word after NEAR/5"},
      {"NEAR/5 a", 0, "found NEAR/5"},
      {"/s a", 0, "found /s"},
      {"a NEAR/5 b ADJ/5 c", 11, "expected NEAR/5 again"},
      {"a NEAR/5 b NEAR/6 c", 11, "expected NEAR/5 again"},
      {"a /s b /p c", 7, "expected /s again"},
      {"(a OR b) NEAR/5 c", 0, "expected a word or a phrase beside NEAR/5"},
      {"a NEAR/5 (b c)", 9, "expected a word or a phrase beside NEAR/5"},
      {"a NEAR/5 jurisdiction:ng", 9, "expected a word or a phrase beside NEAR/5"},
      {"a /s heading:b", 5, "expected a word or a phrase beside /s"},
      {"a NEAR/5 -b", 9, "expected a word after NEAR/5, found -"},
      {"offense:illegal-access", 0, "unknown field \"offense\", did you mean \"offence\"?"},
      {"a http://b", 2, "unknown field \"http\""},
      {"offence:", 8, "expected a value right after offence:"},
      {"offence:(a OR b)", 8, "expected a value right after offence:"},
      {"heading: a", 8, "expected a value right after heading:"},
      {"heading:?", 8, "a letter or a digit"},
      {"offence:illegal-acess", 8, "did you mean \"illegal-access\"?"},
      {"offence:illegal-access,nothing", 23, "unknown offence \"nothing\""},
      {"offence:illegal-access,", 23, "expected a value of offence"},
      {"jurisdiction:-ir", 13, "to exclude a value write -jurisdiction:ir"},
      {"jurisdiction:\"ng\"", 13, "only heading: takes a phrase"},
      {"a prison:4", 9, "expected a term"},
      {"article:unc/99", 8, "there is no unc/99"},
      {"as_of:2020-13-01", 6, "expected a date such as 2015-05-15"},
      {"a OR as_of:2020-01-01", 5, "as_of: holds for the whole query"},
      {"as_of:2020-01-01 OR a", 0, "as_of: holds for the whole query"},
      {"NOT as_of:2020-01-01", 4, "as_of: holds for the whole query"},
      {"(as_of:2020-01-01)", 1, "as_of: holds for the whole query"},
      {"as_of:2020-01-01 as_of:2021-01-01", 17, "twice with different days"},
      {"ab\xFF", 2, "expected UTF-8"},
  };
  for (BadRow const& row : rows) {
    Result<ParsedQuery> const parsed = parse(row.text);
    ASSERT_FALSE(parsed.ok()) << row.text << " read as " << parsed->read_as;
    EXPECT_EQ(parsed.error().code, ErrorCode::kBadQuery) << row.text;
    EXPECT_EQ(parsed.error().where, "q") << row.text;
    EXPECT_EQ(parsed.error().position, row.position) << row.text << ": " << parsed.error().message;
    EXPECT_THAT(parsed.error().message, HasSubstr(std::string(row.says))) << row.text;
  }
}

std::string repeated(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) {
    out += text;
  }
  return out;
}

TEST(QueryParser, HoldsItsLimits) {
  EXPECT_TRUE(parse(repeated("(", kDeepestNesting) + "a" + repeated(")", kDeepestNesting)).ok());
  Result<ParsedQuery> const deep =
      parse(repeated("(", kDeepestNesting + 1) + "a" + repeated(")", kDeepestNesting + 1));
  ASSERT_FALSE(deep.ok());
  EXPECT_EQ(deep.error().position, kDeepestNesting);
  EXPECT_THAT(deep.error().message, HasSubstr("deeper than 32"));
  EXPECT_FALSE(parse(repeated("NOT ", kDeepestNesting + 1) + "a").ok());

  EXPECT_TRUE(parse(repeated("a ", kMostNodes - 1)).ok());
  Result<ParsedQuery> const wide = parse(repeated("a ", kMostNodes + 1));
  ASSERT_FALSE(wide.ok());
  EXPECT_EQ(wide.error().position, 2 * kMostNodes);
  EXPECT_THAT(wide.error().message, HasSubstr("more than 256"));
  EXPECT_FALSE(parse('"' + repeated("a ", kMostNodes) + '"').ok());

  EXPECT_TRUE(parse(std::string(kLongestQuery, ' ')).ok());
  Result<ParsedQuery> const lengthy = parse(std::string(kLongestQuery + 1, 'a'));
  ASSERT_FALSE(lengthy.ok());
  EXPECT_EQ(lengthy.error().position, kLongestQuery);
}

// The short way of plain words must agree with the analyser.
TEST(QueryWords, AgreesWithTheAnalyserOnPlainWords) {
  constexpr unsigned kSeed = 5;
  constexpr std::string_view kLetters = "abzABZ019eEsS";
  std::mt19937 random(kSeed);
  WordReader reader;
  Analyser analyser("en");
  for (int i = 0; i < 2000; ++i) {
    std::string word(1 + random() % 20, ' ');
    for (char& c : word) {
      c = kLetters[random() % kLetters.size()];
    }
    Analysis analysis;
    analyser.analyse(word, analysis);
    ASSERT_EQ(analysis.tokens.size(), 1U) << word << " seed " << kSeed;
    EXPECT_EQ(reader.read(word).parts, std::vector{analysis.tokens[0].word}) << word;
  }
}

TEST(QueryWords, SettlesOnWordsThatReadBackAsThemselves) {
  WordReader reader;
  for (std::string_view const text :
       {"ﷺ", "½", "ﬁle", "㎏", "a:b", "fi\u00ADle", "①", "צה\"ל", "x_y", "3.14"}) {
    QueryWords const words = reader.read(text);
    std::string spaced;
    for (std::string const& part : words.parts) {
      spaced += part + ' ';
    }
    EXPECT_EQ(reader.read(spaced).parts, words.parts) << text;
  }
}

// The lines of every fenced block of docs/query-language.md with this word after the fence.
std::vector<std::string> examples_of(std::string const& fence) {
  Result<std::string> const page = read_file(CYBERLEX_SOURCE_DIR "/docs/query-language.md");
  std::vector<std::string> examples;
  if (!page) {
    return examples;
  }
  bool inside = false;
  for (size_t at = 0; at < page->size();) {
    size_t const end = std::min(page->find('\n', at), page->size());
    std::string const line = page->substr(at, end - at);
    at = end + 1;
    if (line.starts_with("```")) {
      inside = line == "```" + fence;
    } else if (inside && !line.empty()) {
      examples.push_back(line);
    }
  }
  return examples;
}

TEST(QueryLanguagePage, HasExamplesThatParse) {
  std::vector<std::string> const examples = examples_of("query");
  EXPECT_GT(examples.size(), 30U);
  for (std::string const& example : examples) {
    Result<ParsedQuery> const parsed = parse(example);
    EXPECT_TRUE(parsed.ok()) << example << ": " << (parsed.ok() ? "" : to_string(parsed.error()));
  }
}

TEST(QueryLanguagePage, HasErrorsThatAreErrors) {
  std::vector<std::string> const examples = examples_of("query-error");
  EXPECT_GT(examples.size(), 3U);
  for (std::string const& example : examples) {
    EXPECT_FALSE(parse(example).ok()) << example;
  }
}

TEST(QueryLanguagePage, RecognisesTheCitationsItShows) {
  std::vector<std::string> const examples = examples_of("citation");
  EXPECT_GT(examples.size(), 5U);
  for (std::string const& example : examples) {
    Result<ParsedQuery> const parsed = parse(example);
    ASSERT_TRUE(parsed.ok()) << example;
    EXPECT_NE(parsed->recognised, "") << example;
  }
}

TEST(QueryLanguagePage, NamesEveryParameter) {
  Result<std::string> const page = read_file(CYBERLEX_SOURCE_DIR "/docs/query-language.md");
  ASSERT_TRUE(page.ok());
  for (ParamInfo const& row : parameters()) {
    EXPECT_NE(page->find('`' + std::string(row.name) + '`'), std::string::npos) << row.name;
  }
}

}  // namespace
}  // namespace cyberlex
