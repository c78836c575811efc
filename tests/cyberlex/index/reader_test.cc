#include "cyberlex/index/reader.h"

#include <gtest/gtest.h>

#include "cyberlex/index/terms.h"
#include "tests/cyberlex/index/built_index.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 729;

class Reader : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(build_index(folder_.path(), laws_).ok()); }
  IndexReader open() const { return IndexReader::open(open_index(folder_.path())).value(); }

  TemporaryFolder folder_{"reader"};
  Laws laws_ = RandomLaws(kSeed).make(5, 20);
};

TEST_F(Reader, HoldsEveryPostingAndNoOther) {
  std::map<std::string, std::map<DocNum, DocumentTerm>> expected;
  TermMaker maker;
  for (DocNum doc = 0; doc < laws_.documents.size(); ++doc) {
    for (DocumentTerm const& term : maker.make(laws_.documents[doc]).terms) {
      expected[term.term][doc] = term;
    }
  }
  IndexReader const reader = open();
  size_t terms = 0;
  reader.terms("", [&](TermCount const& count) {
    ++terms;
    auto const& want = expected[count.term];
    EXPECT_EQ(count.documents, want.size());
    EXPECT_EQ(reader.document_frequency(count.term), want.size());
    PostingCursor at = reader.postings(count.term);
    for (auto const& [doc, term] : want) {
      EXPECT_EQ(at.doc(), doc);
      EXPECT_EQ(at.frequency(), term.frequency);
      std::vector<uint32_t> positions;
      reader.positions(count.term, doc, positions);
      EXPECT_EQ(positions, term.positions) << count.term;
      at.next();
    }
    EXPECT_EQ(at.doc(), kNoMoreDocs);
    return true;
  });
  EXPECT_EQ(terms, expected.size());
}

TEST_F(Reader, SeeksForwardOnly) {
  IndexReader const reader = open();
  std::vector<DocNum> docs;
  for (PostingCursor at = reader.postings("Wendata"); at.doc() != kNoMoreDocs; at.next()) {
    docs.push_back(at.doc());
  }
  ASSERT_GT(docs.size(), 3U);
  for (DocNum target = 0; target < laws_.documents.size() + 2; ++target) {
    PostingCursor at = reader.postings("Wendata");
    at.seek(target);
    auto const want = std::lower_bound(docs.begin(), docs.end(), target);
    EXPECT_EQ(at.doc(), want == docs.end() ? kNoMoreDocs : *want);
    DocNum const reached = at.doc();
    at.seek(0);
    EXPECT_EQ(at.doc(), reached);
    at.seek(kNoMoreDocs);
    EXPECT_EQ(at.doc(), kNoMoreDocs);
  }
  EXPECT_EQ(reader.postings("Wenabsent").doc(), kNoMoreDocs);
  EXPECT_EQ(reader.document_frequency("Wenabsent"), 0U);
}

TEST_F(Reader, VisitsTermsOfAPrefixUntilToldToStop) {
  IndexReader const reader = open();
  std::vector<std::string> seen;
  reader.terms("Wenda", [&](TermCount const& term) {
    seen.push_back(term.term);
    return seen.size() < 2;
  });
  EXPECT_EQ(seen, (std::vector<std::string>{"Wendata", "Wendaten"}));
}

TEST_F(Reader, GivesRecordsAndTextsBack) {
  IndexReader const reader = open();
  for (DocNum doc = 0; doc < laws_.documents.size(); ++doc) {
    EXPECT_EQ(reader.record(doc).value(), laws_.documents[doc].record);
    EXPECT_EQ(reader.texts(doc).value(), laws_.documents[doc].texts);
  }
}

TEST_F(Reader, ReadsOnWhenItsFilesAreRemoved) {
  std::string before;
  {
    IndexReader const reader = open();
    before = contents(reader);
  }
  IndexReader const reader = open();
  std::filesystem::remove_all(reader.generation().folder());
  EXPECT_EQ(contents(reader), before);
  EXPECT_EQ(reader.record(3).value(), laws_.documents[3].record);
  EXPECT_EQ(reader.texts(3).value(), laws_.documents[3].texts);
}

}  // namespace
}  // namespace cyberlex
