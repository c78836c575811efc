#include "cyberlex/search/query.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "cyberlex/search/query_operands.h"
#include "tests/cyberlex/search/fake_vocabulary.h"

namespace cyberlex {
namespace {

// Random trees in the parser's normal form: no OR in an OR, two operands or more, phrases of two
// words.
class RandomTree {
 public:
  explicit RandomTree(unsigned seed) : random_(seed) {}

  QueryPtr make(int depth, bool or_allowed = true) {
    switch (depth == 0 ? random_() % 3 : random_() % 8) {
      case 0:
        return word(random_() % 4 == 0);
      case 1:
        return phrase(random_() % 4 == 0);
      case 2:
        return field();
      case 3:
        return make_query(NotNode{make(depth - 1)});
      case 4:
        return make_query(NearNode{distance(), random_() % 2 == 0, leaves()});
      case 5:
        return make_query(
            ScopeNode{random_() % 2 == 0 ? Scope::kSentence : Scope::kParagraph, leaves()});
      case 6:
        return or_allowed ? make_query(OrNode{several(depth, false)}) : make(depth, false);
      default:
        return make_query(AndNode{several(depth, true)});
    }
  }

 private:
  uint32_t distance() { return static_cast<uint32_t>(1 + random_() % kLargestDistance); }

  std::string text() {
    constexpr std::array<char const*, 8> kWords = {"acceso", "illegal", "داده",  "24",
                                                   "and",    "near",    "don't", "e"};
    return kWords.at(random_() % kWords.size());
  }

  QueryPtr word(bool heading) {
    return make_query(WordNode{text(), static_cast<WordForm>(random_() % 4), heading});
  }

  QueryPtr phrase(bool heading) {
    PhraseNode node{{text(), text()}, heading};
    while (random_() % 2 == 0) {
      node.words.push_back(text());
    }
    return make_query(std::move(node));
  }

  QueryPtr field() {
    static FakeVocabulary const kVocabulary;
    constexpr std::array<std::pair<Param, char const*>, 8> kFields = {
        {{Param::kPrison, "1y..<4y"},
         {Param::kPrison, ">4y"},
         {Param::kJurisdiction, "ng"},
         {Param::kArticle, "unc/7"},
         {Param::kOffence, "illegal-access"},
         {Param::kFine, "..100day-fine"},
         {Param::kSafeguard, "notification:absent"},
         {Param::kDefence, "not-assessed"}}};
    auto const& [param, value] = kFields.at(random_() % kFields.size());
    return make_query(FieldNode{param, *parse_filter_value(param, value, kVocabulary)});
  }

  std::vector<QueryPtr> leaves() {
    std::vector<QueryPtr> out;
    do {
      out.push_back(random_() % 2 == 0 ? word(false) : phrase(false));
    } while (out.size() < 2 || random_() % 3 == 0);
    return out;
  }

  std::vector<QueryPtr> several(int depth, bool or_allowed) {
    std::vector<QueryPtr> out;
    do {
      out.push_back(make(depth - 1, or_allowed));
    } while (out.size() < 2 || random_() % 3 == 0);
    return out;
  }

  std::mt19937 random_;
};

TEST(Query, IsReadBackAsItWasPrinted) {
  constexpr unsigned kSeed = 20261122;
  FakeVocabulary const vocabulary;
  RandomTree random(kSeed);
  int read = 0;
  for (int i = 0; i < 4000; ++i) {
    QueryPtr const tree = random.make(i % 5);
    std::string const text = print(*tree);
    Result<ParsedQuery> const parsed = parse_query(text, vocabulary);
    if (!parsed) {
      // Random trees may grow beyond the limits; nothing else may go wrong.
      ASSERT_NE(parsed.error().message.find("than"), std::string::npos)
          << text << ": " << to_string(parsed.error()) << " seed " << kSeed;
      continue;
    }
    ++read;
    EXPECT_TRUE(*parsed->root == *tree)
        << text << " read as " << parsed->read_as << " seed " << kSeed;
    EXPECT_EQ(parsed->read_as, text);
  }
  EXPECT_GT(read, 3000);
}

TEST(Query, PrintsNoBracketTooMany) {
  FakeVocabulary const vocabulary;
  for (auto const& [text, printed] : std::initializer_list<std::pair<char const*, char const*>>{
           {"((a))", "a"},
           {"(a b) OR (c)", "a AND b OR c"},
           {"a (b OR c)", "a AND (b OR c)"},
           {"(a OR b) OR c", "a OR b OR c"},
           {"(a b) c", "(a AND b) AND c"},  // a group of its own: its fields share a limb
           {"NOT (a)", "NOT a"},
           {"-(a b)", "NOT (a AND b)"},
           {"(a NEAR/3 b) c", "a NEAR/3 b AND c"},
       }) {
    Result<ParsedQuery> const parsed = parse_query(text, vocabulary);
    ASSERT_TRUE(parsed.ok()) << text << to_string(parsed.error());
    EXPECT_EQ(parsed->read_as, printed);
  }
}

TEST(Query, ComparesTrees) {
  auto const word = [](char const* text) { return WordNode{text, WordForm::kStemmed, false}; };
  EXPECT_TRUE(*make_query(word("a")) == *make_query(word("a")));
  EXPECT_FALSE(*make_query(word("a")) == *make_query(word("b")));
  EXPECT_FALSE(*make_query(word("a")) == *make_query(WordNode{"a", WordForm::kExact, false}));
  EXPECT_FALSE(*make_query(word("a")) == *make_query(WordNode{"a", WordForm::kStemmed, true}));
  EXPECT_FALSE(*make_query(word("a")) == *make_query(AllNode()));
  EXPECT_FALSE(*make_query(PhraseNode{{"a", "b"}, false}) ==
               *make_query(PhraseNode{{"a", "b"}, true}));
  EXPECT_FALSE(*make_query(NotNode{make_query(word("a"))}) ==
               *make_query(NotNode{make_query(word("b"))}));
}

}  // namespace
}  // namespace cyberlex
