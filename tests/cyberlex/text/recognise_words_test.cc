// The cut of a text into known words, and the trie against a scan of every phrase at every place.

#include "cyberlex/text/recognise_words.h"

#include <gmock/gmock.h>

#include <random>

namespace cyberlex {
namespace {

using ::testing::ElementsAre;
using Match = PhraseTrie::Match;

TEST(WordTable, NumbersWordsByTheirFoldAndStem) {
  WordTable table("es");
  uint32_t const word = table.add_words("prisión").front();
  uint32_t const stem = table.add_stems("datos").front();
  std::vector<ScannedWord> words;
  table.scan("PRISION de dato", words);
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].word, word);
  EXPECT_EQ(words[1].word, 0U);
  EXPECT_EQ(words[2].stem, stem);
}

TEST(WordTable, PartsLettersFromDigitsAndKeepsSeparators) {
  WordTable table("en");
  std::string const text = "N5,000,000.00, or (50) days. Then";
  std::vector<ScannedWord> words;
  table.scan(text, words);
  std::vector<std::string> cut;
  for (ScannedWord const& word : words) {
    cut.push_back(text.substr(word.begin, word.end - word.begin));
  }
  EXPECT_THAT(cut, ElementsAre("N", "5,000,000.00", "or", "50", "days", "Then"));
  EXPECT_TRUE(words[2].comma);
  EXPECT_TRUE(words[3].bracket);
  EXPECT_EQ(words[5].before, Break::kSentence);
}

std::vector<Match> scan_all(std::vector<std::vector<uint32_t>> const& phrases,
                            std::vector<uint32_t> const& text, size_t at) {
  std::vector<Match> out;
  for (uint32_t length = 1; at + length <= text.size(); ++length) {
    for (uint32_t i = 0; i < phrases.size(); ++i) {
      bool const same =
          phrases[i].size() == length && std::equal(phrases[i].begin(), phrases[i].end(),
                                                    text.begin() + static_cast<std::ptrdiff_t>(at));
      if (same) {
        out.push_back({length, i});
      }
    }
  }
  return out;
}

TEST(PhraseTrie, FindsWhatAScanOfEveryPhraseFinds) {
  std::mt19937 random(20261122);
  for (int round = 0; round < 200; ++round) {
    PhraseTrie trie;
    std::vector<std::vector<uint32_t>> phrases(1 + random() % 12);
    for (uint32_t i = 0; i < phrases.size(); ++i) {
      for (auto length = static_cast<uint32_t>(1 + random() % 4); length > 0; --length) {
        phrases[i].push_back(static_cast<uint32_t>(1 + random() % 3));
      }
      trie.add(phrases[i], i);
    }
    std::vector<uint32_t> text;
    for (int i = 0; i < 40; ++i) {
      text.push_back(static_cast<uint32_t>(random() % 4));
    }
    std::vector<Match> found;
    for (size_t at = 0; at < text.size(); ++at) {
      trie.matches_at(text, at, found);
      EXPECT_EQ(found, scan_all(phrases, text, at)) << "round " << round << ", place " << at;
    }
  }
}

}  // namespace
}  // namespace cyberlex
