#include "cyberlex/search/position_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <thread>

#include "cyberlex/index/schema.h"
#include "tests/support/mini_index.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using Positions = std::vector<uint32_t>;

// Every word of an index with its documents, read without a cache.
class Words {
 public:
  explicit Words(MiniIndex const& index) : reader_(index.reader()) {
    reader_.terms(std::string(1, schema::kWord), [this](TermCount const& each) {
      terms_.push_back(each.term);
      return true;
    });
    for (std::string const& term : terms_) {
      for (PostingCursor at = reader_.postings(term); at.doc() != kNoMoreDocs; at.next()) {
        reader_.positions(term, at.doc(), lists_[term][at.doc()]);
      }
    }
  }

  IndexReader const& reader() const { return reader_; }
  std::vector<std::string> const& terms() const { return terms_; }
  std::map<DocNum, Positions> const& lists(std::string const& term) const {
    return lists_.at(term);
  }

 private:
  IndexReader reader_;
  std::vector<std::string> terms_;
  std::map<std::string, std::map<DocNum, Positions>> lists_;
};

// The number of lists that are not as they stand in the index; some are asked for twice.
size_t wrong_lists(PositionCache& cache, Words const& words, IndexReader const& reader,
                   Chance& chance, int questions) {
  size_t wrong = 0;
  for (int i = 0; i < questions; ++i) {
    std::string const& term = chance.pick(words.terms());
    PositionLists lists = cache.lists(reader, term);
    for (auto const& [doc, expected] : words.lists(term)) {
      if (chance.one_in(3)) {
        continue;
      }
      Positions found = {7};
      lists.read(doc, found);
      Positions whole = {7};
      whole.insert(whole.end(), expected.begin(), expected.end());
      wrong += found == whole ? 0 : 1;
    }
  }
  return wrong;
}

TEST(PositionCache, GivesTheListsOfTheIndexWhateverItHolds) {
  MiniIndex const index(RandomCorpus(41).acts(6, 20));
  Words const words(index);
  Chance chance(41);
  for (uint64_t const bytes : {0U, 500U, 3000U, 20'000U, 1'000'000U}) {
    PositionCache cache(bytes);
    EXPECT_EQ(wrong_lists(cache, words, words.reader(), chance, 400), 0U) << bytes;
    EXPECT_LE(cache.bytes(), bytes);
  }
}

TEST(PositionCache, ReadsLongListsAndDocumentsFarApart) {
  ActBuilder act("ng/test-act");
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += std::string(i % 7 == 0 ? "rare " : "word ") + (i % 100 == 0 ? "other. " : "");
  }
  for (int i = 1; i <= 70; ++i) {
    act.add(StateBuilder("sec_" + std::to_string(i)).text("en", i % 2 == 0 ? text : "word"));
  }
  MiniIndex const index({act});
  Words const words(index);
  PositionCache cache(1 << 20);
  Chance chance(3);
  EXPECT_EQ(wrong_lists(cache, words, words.reader(), chance, 60), 0U);
  EXPECT_EQ(wrong_lists(cache, words, words.reader(), chance, 60), 0U);
}

// A term that was read is not read again: a cache of another index's reader shows it.
TEST(PositionCache, KeepsWhatItReadWhileThereIsRoom) {
  MiniIndex const one({ActBuilder("ng/a").add(StateBuilder("sec_1").text("en", "apple pie"))});
  MiniIndex const other({ActBuilder("ng/a").add(StateBuilder("sec_1").text("en", "the apple"))});
  IndexReader const reader = one.reader();
  IndexReader const strange = other.reader();
  auto const read = [](PositionCache& cache, IndexReader const& from) {
    Positions out;
    cache.lists(from, schema::term(schema::kWord, "en", "apple")).read(0, out);
    return out;
  };
  PositionCache cache(1 << 20);
  PositionCache none(0);
  Positions const before = read(cache, reader);
  EXPECT_EQ(read(cache, strange), before);
  EXPECT_EQ(read(none, reader), before);
  EXPECT_NE(read(none, strange), before);
}

TEST(PositionCache, ServesSeveralThreads) {
  MiniIndex const index(RandomCorpus(42).acts(6, 20));
  Words const words(index);
  PositionCache cache(8000);
  std::atomic<size_t> wrong = 0;
  std::vector<std::thread> threads;
  for (uint32_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      IndexReader const reader = index.reader();
      Chance chance(t);
      wrong += wrong_lists(cache, words, reader, chance, 150);
    });
  }
  for (std::thread& each : threads) {
    each.join();
  }
  EXPECT_EQ(wrong, 0U);
}

}  // namespace
}  // namespace cyberlex::testing
