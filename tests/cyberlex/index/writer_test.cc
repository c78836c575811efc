#include "cyberlex/index/writer.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <set>
#include <thread>

#include "cyberlex/base/file.h"
#include "tests/cyberlex/index/built_index.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 1388;

// More than one slice (they are cut by count here, the texts being short).
Laws many() {
  return RandomLaws(kSeed).make(40, 30);
}

TEST(Writer, JobsChangeNeitherDigestNorPostings) {
  Laws const laws = many();
  std::set<std::string> digests;
  std::set<std::string> all;
  for (int const jobs : {1, 2, 3}) {
    TemporaryFolder const folder("jobs");
    Result<Manifest> const built = build_index(folder.path(), laws, jobs);
    ASSERT_TRUE(built.ok()) << to_string(built.error());
    digests.insert(built->digest);
    all.insert(contents(IndexReader::open(open_index(folder.path())).value()));
  }
  EXPECT_EQ(digests.size(), 1U);
  EXPECT_EQ(all.size(), 1U);
}

TEST(Writer, TheDigestIsThatOfTheContent) {
  Laws laws = RandomLaws(kSeed).make(2, 3);
  TemporaryFolder const folder("digest");
  std::set<std::string> digests = {build_index(folder.path(), laws)->digest};
  laws.documents[0].record.num += "x";
  digests.insert(build_index(folder.path(), laws)->digest);
  laws.acts[0].work.note += "x";
  digests.insert(build_index(folder.path(), laws)->digest);
  laws.taxonomy.concepts[0].note += "x";
  digests.insert(build_index(folder.path(), laws)->digest);
  laws.documents.pop_back();
  digests.insert(build_index(folder.path(), laws)->digest);
  EXPECT_EQ(digests.size(), 5U);
}

TEST(Writer, TheManifestCountsWhatIsThere) {
  TemporaryFolder const folder("manifest");
  Laws const laws = RandomLaws(kSeed).make(3, 4);
  Result<Manifest> const built = build_index(folder.path(), laws);
  ASSERT_TRUE(built.ok());
  std::set<std::pair<ActNum, std::string>> provisions;
  size_t limbs = 0;
  for (IndexDocument const& document : laws.documents) {
    provisions.emplace(document.record.act, document.record.eid.text());
    limbs += document.record.limbs.size();
  }
  EXPECT_EQ(built->documents, laws.documents.size());
  EXPECT_EQ(built->provisions, provisions.size());
  EXPECT_EQ(built->limbs, limbs);
  EXPECT_EQ(built->acts, 3U);
  EXPECT_EQ(open_index(folder.path())->manifest(), *built);
}

TEST(Writer, AnIndexOfNothingOpens) {
  TemporaryFolder const folder("nothing");
  Result<Manifest> const built = build_index(folder.path(), {});
  ASSERT_TRUE(built.ok()) << to_string(built.error());
  EXPECT_EQ(open_index(folder.path())->columns().documents(), 0U);
  EXPECT_TRUE(verify_generation(current_generation(folder.path()).value()).ok());
}

TEST(Writer, TheSameContentIsNotBuiltTwice) {
  TemporaryFolder const folder("same");
  Laws const laws = RandomLaws(kSeed).make(2, 3);
  ASSERT_TRUE(build_index(folder.path(), laws).ok());
  std::string const first = current_generation(folder.path()).value();
  auto const written = std::filesystem::last_write_time(first + "/postlist.glass");
  std::set<std::string> steps;
  WriterOptions const options{folder.path(), 1, [&](Progress const& p) { steps.insert(p.step); }};
  ASSERT_TRUE(write_generation(options, laws.acts, laws.taxonomy, laws.documents).ok());
  EXPECT_EQ(steps, (std::set<std::string>{"verifying", "publishing"}));
  EXPECT_EQ(current_generation(folder.path()).value(), first);
  EXPECT_EQ(std::filesystem::last_write_time(first + "/postlist.glass"), written);
}

TEST(Writer, ADamagedGenerationOfTheSameDigestIsReplaced) {
  TemporaryFolder const folder("replace");
  Laws const laws = RandomLaws(kSeed).make(2, 3);
  ASSERT_TRUE(build_index(folder.path(), laws).ok());
  std::string const first = current_generation(folder.path()).value();
  ASSERT_TRUE(write_file_atomically(first + "/postlist.glass", "").ok());
  ASSERT_TRUE(build_index(folder.path(), laws).ok());
  EXPECT_NE(current_generation(folder.path()).value(), first);
  EXPECT_TRUE(verify_generation(current_generation(folder.path()).value()).ok());
}

TEST(Writer, AFailedBuildLeavesTheIndexAsItWas) {
  TemporaryFolder const folder("failed");
  Laws laws = RandomLaws(kSeed).make(2, 3);
  ASSERT_TRUE(build_index(folder.path(), laws).ok());
  std::string const before = current_generation(folder.path()).value();
  std::swap(laws.documents.front(), laws.documents.back());
  Result<Manifest> const failed = build_index(folder.path(), laws);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(current_generation(folder.path()).value(), before);
}

// Builds the two contents by turns until killed.
[[noreturn]] void build_forever(std::string const& folder, Laws const& a, Laws const& b) {
  for (;;) {
    if (!build_index(folder, a).ok() || !build_index(folder, b).ok()) {
      ::_exit(1);
    }
  }
}

TEST(Writer, AKilledBuildLeavesAGenerationThatOpens) {
  TemporaryFolder const folder("killed");
  Laws const a = RandomLaws(1).make(4, 4);
  Laws const b = RandomLaws(2).make(4, 4);
  std::set<std::string> const digests = {build_index(folder.path(), a)->digest,
                                         build_index(folder.path(), b)->digest};
  std::mt19937 random(kSeed);
  for (int round = 0; round < 12; ++round) {
    pid_t const child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      // A third content, so that neither generation that is there can be reused.
      build_forever(folder.path(), RandomLaws(7U + static_cast<unsigned>(round)).make(4, 4), b);
    }
    auto const wait = std::chrono::milliseconds(random() % 400);
    auto const until = std::chrono::steady_clock::now() + wait;
    while (std::chrono::steady_clock::now() < until) {
      Result<std::string> const current = current_generation(folder.path());
      ASSERT_TRUE(current.ok()) << to_string(current.error());
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the build itself failed";
    std::string const current = current_generation(folder.path()).value();
    auto const verified = verify_generation(current);
    ASSERT_TRUE(verified.ok()) << "seed " << kSeed << " round " << round << " "
                               << to_string(verified.error());
  }
  ASSERT_TRUE(build_index(folder.path(), a).ok());
  EXPECT_TRUE(digests.contains(open_index(folder.path())->manifest().digest));
  for (auto const& entry : std::filesystem::directory_iterator(folder.path())) {
    EXPECT_FALSE(entry.path().filename().string().starts_with(".building-")) << entry.path();
  }
}

}  // namespace
}  // namespace cyberlex
