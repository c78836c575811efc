#include "cyberlex/search/document_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "cyberlex/index/record.h"
#include "tests/support/mini_index.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using Held = std::shared_ptr<HeldDocument const>;

class DocumentCaches : public ::testing::Test {
 protected:
  MiniIndex index_{RandomCorpus(5).acts(4, 15)};
  IndexReader reader_ = index_.reader();
  DocNum documents_ = static_cast<DocNum>(index_.generation()->columns().documents());
  LanguageTools tools_;

  // What one document takes in a cache.
  uint64_t size_of(DocNum doc) {
    DocumentCache alone(uint64_t{1} << 30);
    must(alone.get(reader_, doc, tools_));
    return alone.bytes();
  }
  uint64_t largest() {
    uint64_t out = 0;
    for (DocNum doc = 0; doc < documents_; ++doc) {
      out = std::max(out, size_of(doc));
    }
    return out;
  }
};

// The twin: reading anew. True when the document is that of the reader.
bool is_as_stored(HeldDocument const& held, IndexReader const& reader, DocNum doc) {
  std::vector<StateText> const texts = must(reader.texts(doc));
  size_t shown = 0;
  for (ShownText const& each : held.texts) {
    while (shown < texts.size() && texts[shown].language != each.language) {
      ++shown;
    }
    if (shown == texts.size() || texts[shown].blocks.size() != each.blocks.size()) {
      return false;
    }
    for (size_t i = 0; i < each.blocks.size(); ++i) {
      if (each.blocks[i].text != texts[shown].blocks[i].text) {
        return false;
      }
    }
  }
  return held.record == must(reader.record(doc));
}

TEST_F(DocumentCaches, GiveTheSameAsReadingUnderAnyBoundFromSeveralThreads) {
  uint64_t const one = largest();
  for (uint64_t const bound : {uint64_t{0}, 3 * one, 8 * one, uint64_t{1} << 30}) {
    DocumentCache cache(bound);
    std::atomic<size_t> wrong = 0;
    std::vector<std::thread> threads;
    for (uint32_t t = 0; t < 3; ++t) {
      threads.emplace_back([&, t] {
        Chance chance(17 + t);
        IndexReader const reader = index_.reader();
        LanguageTools tools;
        for (int i = 0; i < 150; ++i) {
          DocNum const doc = chance.one_in(2) ? chance.number(documents_) : chance.number(5);
          Held const held = must(cache.get(reader, doc, tools));
          wrong += is_as_stored(*held, reader, doc) && cache.bytes() <= bound ? 0 : 1;
        }
      });
    }
    for (std::thread& each : threads) {
      each.join();
    }
    EXPECT_EQ(wrong, 0U) << bound;
  }
}

TEST_F(DocumentCaches, KeepWhatIsAskedForAgain) {
  DocumentCache cache(8 * largest());
  Held const first = must(cache.get(reader_, 0, tools_));
  for (DocNum doc = 1; doc < documents_; ++doc) {
    must(cache.get(reader_, doc, tools_));
    EXPECT_EQ(must(cache.get(reader_, 0, tools_)), first) << doc;
  }
}

TEST_F(DocumentCaches, LetGoOfWhatWasNotAskedForTheLongest) {
  DocumentCache cache(8 * largest());
  Held const first = must(cache.get(reader_, 0, tools_));
  for (DocNum doc = 1; doc < documents_; ++doc) {
    must(cache.get(reader_, doc, tools_));
  }
  EXPECT_NE(must(cache.get(reader_, 0, tools_)), first);
}

TEST_F(DocumentCaches, KeepNothingThatTakesMoreThanAQuarter) {
  DocumentCache cache(4 * size_of(0) - 1);
  Held const first = must(cache.get(reader_, 0, tools_));
  EXPECT_NE(must(cache.get(reader_, 0, tools_)), first);
  EXPECT_EQ(cache.bytes(), 0U);
}

TEST_F(DocumentCaches, CountTheMemoryOfRecordAndTexts) {
  for (DocNum doc = 0; doc < documents_; ++doc) {
    Held const held = must(DocumentCache(0).get(reader_, doc, tools_));
    EXPECT_GT(heap_bytes(held->record), encode(held->record).size() / 4);
    EXPECT_GT(heap_bytes(held->texts), encode(must(reader_.texts(doc))).size() / 2);
    EXPECT_GT(size_of(doc), heap_bytes(held->record) + heap_bytes(held->texts));
  }
}

}  // namespace
}  // namespace cyberlex::testing
