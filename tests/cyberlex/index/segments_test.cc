// Builds upon builds answer as a build from nothing does.
#include "cyberlex/index/segments.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "cyberlex/index/document_store.h"
#include "cyberlex/index/file_digests.h"
#include "tests/cyberlex/index/built_index.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kSeed = 2604;

// Laws that change, act by act; each act's key changes with it.
class ChangingLaws {
 public:
  ChangingLaws(unsigned seed, size_t acts, size_t units) : random_(seed), units_(units) {
    while (acts_.size() < acts) {
      add();
    }
  }

  void add() {
    std::string const handle = "ng/act-" + std::to_string(random_.number(1'000'000));
    Act& act = acts_[handle];
    Laws const law = random_.make(2, units_);
    act.record = law.acts[1];  // the one that is no treaty
    act.record.work.handle = handle;
    act.record.work.jurisdiction = "ng";
    for (IndexDocument document : law.documents) {
      if (document.record.act == 1) {
        document.record.act = 0;
        act.documents.push_back(std::move(document));
      }
    }
    act.key = handle + " " + std::to_string(++changes_);
  }
  void remove() { acts_.erase(any()); }
  void rename() {
    auto moved = acts_.extract(any());
    moved.key() += "-new";
    moved.mapped().record.work.handle = moved.key();
    moved.mapped().key = moved.key() + " " + std::to_string(++changes_);
    acts_.insert(std::move(moved));
  }
  void change_a_word() {
    Act& act = any()->second;
    IndexDocument& document = act.documents[random_.number(act.documents.size())];
    document.record.num += "x";
    for (StateText& text : document.texts) {
      text.blocks[0].text += " sonderwort" + std::to_string(random_.number(9));
    }
    act.key = act.record.work.handle + " " + std::to_string(++changes_);
  }
  void change_at_random() {
    for (size_t i = 1 + random_.number(2); i > 0; --i) {
      switch (random_.number(5)) {
        case 0:
          add();
          break;
        case 1:
          acts_.size() > 5 ? remove() : add();
          break;
        case 2:
          rename();
          break;
        default:
          change_a_word();
      }
    }
  }

  IndexInput input(std::shared_ptr<HeldGeneration const> before) const {
    IndexInput out;
    out.environment = "test";
    out.before = std::move(before);
    BlobCodec codec;
    for (auto const& [handle, act] : acts_) {
      ActInput& made = out.acts.emplace_back();
      made.record = act.record;
      made.key = act.key;
      made.held = out.before == nullptr ? std::nullopt : out.before->find(act.key);
      if (!made.held) {
        made.documents = pack(act.documents, codec).value();
      }
    }
    return out;
  }

  std::vector<IndexDocument> documents() const {
    std::vector<IndexDocument> out;
    ActNum number = 0;
    for (auto const& [handle, act] : acts_) {
      for (IndexDocument document : act.documents) {
        document.record.act = number;
        out.push_back(std::move(document));
      }
      ++number;
    }
    return out;
  }

 private:
  struct Act {
    ActRecord record;
    std::vector<IndexDocument> documents;
    std::string key;
  };
  std::map<std::string, Act>::iterator any() {
    return std::next(acts_.begin(), static_cast<std::ptrdiff_t>(random_.number(acts_.size())));
  }

  RandomLaws random_;
  size_t units_;
  std::map<std::string, Act> acts_;
  size_t changes_ = 0;
};

Written build_upon(std::string const& folder, ChangingLaws const& laws, int jobs) {
  Result<Written> written =
      write_index({folder, jobs, {}}, laws.input(HeldGeneration::open(folder, "test")));
  EXPECT_TRUE(written.ok()) << to_string(written.error());
  return std::move(*written);
}

Written build_from_nothing(std::string const& folder, ChangingLaws const& laws) {
  return write_index({folder, 1, {}}, laws.input(nullptr)).value();
}

void expect_same(std::string const& folder, std::string const& full, ChangingLaws const& laws) {
  auto const got = open_index(folder);
  auto const want = open_index(full);
  ASSERT_EQ(got->manifest(), want->manifest());
  EXPECT_EQ(got->columns(), want->columns());
  EXPECT_EQ(got->acts(), want->acts());
  ASSERT_EQ(got->languages().size(), want->languages().size());
  for (size_t i = 0; i < got->languages().size(); ++i) {
    EXPECT_EQ(got->languages()[i].language, want->languages()[i].language);
    EXPECT_EQ(got->languages()[i].documents, want->languages()[i].documents);
    EXPECT_EQ(got->languages()[i].mean_length, want->languages()[i].mean_length);
  }
  IndexReader const reader = IndexReader::open(got).value();
  IndexReader const other = IndexReader::open(want).value();
  EXPECT_TRUE(contents(reader) == contents(other));
  std::vector<IndexDocument> const documents = laws.documents();
  for (DocNum doc = 0; doc < documents.size(); ++doc) {
    ASSERT_EQ(reader.record(doc).value(), documents[doc].record);
    ASSERT_EQ(reader.texts(doc).value(), documents[doc].texts);
    ASSERT_EQ(got->eid(doc), documents[doc].record.eid.text());
  }
  auto const verified = verify_generation(current_generation(folder).value(), 2);
  EXPECT_TRUE(verified.ok()) << to_string(verified.error());
}

TEST(Segments, BuildsUponBuildsAnswerAsABuildFromNothing) {
  size_t incremental = 0;
  size_t most = 0;
  for (unsigned seed = kSeed; seed < kSeed + 3; ++seed) {
    ChangingLaws laws(seed, 30, 3);
    TemporaryFolder const folder("upon");
    build_upon(folder.path(), laws, 2);
    for (int round = 0; round < 9; ++round) {
      SCOPED_TRACE("seed " + std::to_string(seed) + " round " + std::to_string(round));
      laws.change_at_random();
      Written const written = build_upon(folder.path(), laws, 1 + round % 4);
      incremental += written.how.starts_with("incremental") ? 1 : 0;
      most = std::max(most, open_index(folder.path())->segments().size());
      TemporaryFolder const full("nothing");
      build_from_nothing(full.path(), laws);
      expect_same(folder.path(), full.path(), laws);
    }
  }
  EXPECT_GT(incremental, 9U);
  EXPECT_GE(most, 3U);
}

TEST(Segments, SeeksAcrossSegmentsAsAWalkOverAllWould) {
  ChangingLaws laws(kSeed, 30, 3);
  TemporaryFolder const folder("seek");
  build_upon(folder.path(), laws, 1);
  laws.change_a_word();
  build_upon(folder.path(), laws, 1);
  laws.remove();
  laws.change_a_word();
  build_upon(folder.path(), laws, 1);
  auto const generation = open_index(folder.path());
  ASSERT_GE(generation->segments().size(), 2U);
  IndexReader const reader = IndexReader::open(generation).value();
  reader.terms("W", [&](TermCount const& term) {
    std::vector<DocNum> docs;
    for (PostingCursor at = reader.postings(term.term); at.doc() != kNoMoreDocs; at.next()) {
      docs.push_back(at.doc());
    }
    EXPECT_EQ(docs.size(), term.documents);
    EXPECT_EQ(reader.document_frequency(term.term), term.documents);
    for (DocNum target = 0; target < generation->columns().documents() + 2; ++target) {
      PostingCursor at = reader.postings(term.term);
      at.seek(target);
      auto const want = std::lower_bound(docs.begin(), docs.end(), target);
      EXPECT_EQ(at.doc(), want == docs.end() ? kNoMoreDocs : *want) << term.term << target;
    }
    return true;
  });
}

TEST(Segments, AreHandedOnAsTheyAre) {
  ChangingLaws laws(kSeed, 30, 3);
  TemporaryFolder const folder("links");
  build_upon(folder.path(), laws, 1);
  std::string const before = current_generation(folder.path()).value();
  laws.change_a_word();
  EXPECT_TRUE(build_upon(folder.path(), laws, 1).how.starts_with("incremental"));
  std::string const after = current_generation(folder.path()).value();
  ASSERT_NE(before, after);
  EXPECT_TRUE(fs::equivalent(before + "/s-1/postlist.glass", after + "/s-1/postlist.glass"));
  IndexReader const reader = IndexReader::open(open_index(folder.path())).value();
  std::string const seen = contents(reader);
  laws.change_a_word();
  build_upon(folder.path(), laws, 1);
  laws.change_a_word();
  build_upon(folder.path(), laws, 1);
  EXPECT_FALSE(fs::exists(before));
  EXPECT_TRUE(contents(reader) == seen) << "after its files were removed";
}

TEST(Segments, ADamagedSegmentIsNotHandedOn) {
  ChangingLaws laws(kSeed, 30, 3);
  TemporaryFolder const folder("damaged");
  build_upon(folder.path(), laws, 1);
  std::string const segment = current_generation(folder.path()).value() + "/s-1";
  std::ofstream(segment + "/docdata.glass", std::ios::app) << "x";
  laws.change_a_word();
  EXPECT_TRUE(build_upon(folder.path(), laws, 1).how.starts_with("full"));
  EXPECT_TRUE(verify_generation(current_generation(folder.path()).value()).ok());
}

TEST(Segments, AnotherEnvironmentKeepsNothing) {
  ChangingLaws laws(kSeed, 6, 2);
  TemporaryFolder const folder("environment");
  build_upon(folder.path(), laws, 1);
  EXPECT_NE(HeldGeneration::open(folder.path(), "test"), nullptr);
  EXPECT_EQ(HeldGeneration::open(folder.path(), "other"), nullptr);
}

TEST(Segments, AKilledBuildUponAnotherLeavesOldOrNew) {
  ChangingLaws laws(kSeed, 30, 3);
  TemporaryFolder const folder("killed");
  build_upon(folder.path(), laws, 1);
  std::mt19937 random(kSeed);
  for (int round = 0; round < 10; ++round) {
    pid_t const child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      for (;;) {
        laws.change_a_word();
        if (!write_index({folder.path(), 1, {}},
                         laws.input(HeldGeneration::open(folder.path(), "test")))
                 .ok()) {
          ::_exit(1);
        }
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 300));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the build itself failed";
    auto const verified = verify_generation(current_generation(folder.path()).value());
    ASSERT_TRUE(verified.ok()) << "seed " << kSeed << " round " << round << " "
                               << to_string(verified.error());
  }
}

SegmentRecord segment(uint32_t documents, std::vector<SegmentRun> runs) {
  SegmentRecord out;
  out.name = "s-1";
  out.documents = documents;
  out.runs = std::move(runs);
  return out;
}

TEST(Segments, MapsThatDoNotHangTogetherAreRefused) {
  EXPECT_TRUE(SegmentMap::make({segment(3, {{0, 0, 3}})}, 3)->plain());
  EXPECT_FALSE(SegmentMap::make({segment(4, {{1, 0, 3}})}, 3)->plain());
  EXPECT_FALSE(SegmentMap::make({segment(3, {{0, 0, 3}})}, 4).ok()) << "too few";
  EXPECT_FALSE(SegmentMap::make({segment(3, {{0, 1, 3}})}, 3).ok()) << "beyond the last";
  EXPECT_FALSE(SegmentMap::make({segment(2, {{0, 0, 3}})}, 3).ok()) << "more than it has";
  EXPECT_FALSE(SegmentMap::make({segment(3, {{0, 1, 1}, {1, 0, 1}})}, 2).ok()) << "descending";
  EXPECT_FALSE(SegmentMap::make({segment(2, {{0, 0, 2}}), segment(2, {{0, 1, 2}})}, 4).ok());
}

}  // namespace
}  // namespace cyberlex
