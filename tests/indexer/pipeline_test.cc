#include "indexer/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "cyberlex/index/generation.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string const kSource = CYBERLEX_SOURCE_DIR;

// A folder of its own for each test.
class PipelineTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string const test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ =
        fs::temp_directory_path() / ("cyberlex-pipeline-" + test + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  PipelineOptions options(std::vector<std::string> corpus, int jobs) const {
    PipelineOptions out;
    out.corpus = std::move(corpus);
    out.mappings = kSource + "/mappings";
    out.index_dir = (folder_ / ("index" + std::to_string(jobs))).string();
    out.jobs = jobs;
    fs::create_directories(out.index_dir);
    return out;
  }

  fs::path folder_;
};

std::string all_messages(Diagnostics const& diagnostics) {
  std::string out;
  for (Diagnostic const& d : diagnostics.all()) {
    out += to_string(d) + '\n';
  }
  return out;
}

uint64_t count_files(std::string const& folder, char const* name) {
  uint64_t count = 0;
  for (fs::directory_entry const& entry : fs::recursive_directory_iterator(kSource + folder)) {
    count += entry.path().filename() == name ? 1 : 0;
  }
  return count;
}

TEST_F(PipelineTest, BuildsTheShippedCorpusWithoutAComplaint) {
  Diagnostics diagnostics;
  Result<BuildReport> const report = run_pipeline(options({kSource + "/corpus"}, 1), diagnostics);
  ASSERT_TRUE(report.ok()) << to_string(report.error());
  EXPECT_EQ(diagnostics.errors() + diagnostics.warnings(), 0U) << all_messages(diagnostics);
  EXPECT_EQ(report->characters.found, report->characters.kept + report->characters.reported);
  EXPECT_EQ(report->acts, count_files("/corpus", "act.yaml")) << "an act for every folder";
  EXPECT_EQ(report->unreadable, 0U);
  EXPECT_GT(report->mappings, 200U);
}

// Articles and sections of the acts whose length is known.
TEST_F(PipelineTest, HoldsTheWholeOfWhatItHolds) {
  Diagnostics diagnostics;
  PipelineOptions const wanted = options({kSource + "/corpus"}, 1);
  ASSERT_TRUE(run_pipeline(wanted, diagnostics).ok());
  ASSERT_EQ(diagnostics.errors(), 0U) << all_messages(diagnostics);
  auto const generation = Generation::open(current_generation(wanted.index_dir).value()).value();
  auto const units = [&](char const* handle) {
    auto const [first, last] = generation->documents_of(generation->act_number(handle));
    std::set<std::string_view> eids;
    for (DocNum doc = first; doc < last; ++doc) {
      std::string_view const eid = generation->eid(doc);
      if (eid.starts_with("art_") || eid.starts_with("sec_")) {
        eids.insert(eid);
      }
    }
    return eids.size();
  };
  EXPECT_EQ(units("ng/cybercrimes-act-2015"), 59U);
  EXPECT_EQ(units("unc"), 68U);
  EXPECT_EQ(units("budapest"), 48U);
  EXPECT_EQ(units("untoc"), 41U);
}

TEST_F(PipelineTest, GivesTheSameDigestForAnyNumberOfJobsAndOrderOfFolders) {
  Diagnostics diagnostics;
  Result<BuildReport> const one =
      run_pipeline(options({kSource + "/corpus/ng", kSource + "/corpus/int"}, 1), diagnostics);
  Result<BuildReport> const three =
      run_pipeline(options({kSource + "/corpus/int", kSource + "/corpus/ng"}, 3), diagnostics);
  ASSERT_TRUE(one.ok() && three.ok()) << all_messages(diagnostics);
  EXPECT_EQ(one->manifest.digest, three->manifest.digest);
}

TEST_F(PipelineTest, RefusesToWriteWhenAMappingPointsAtNothing) {
  fs::copy(kSource + "/mappings", folder_ / "mappings", fs::copy_options::recursive);
  std::ofstream(folder_ / "mappings/concordance/wrong.yaml")
      << "format: cyberlex-concordance/1\nact: ng/cybercrimes-act-2015\nauthor: Cyberlex\n"
         "reviewed: unreviewed\ndate: 2026-01-01\nmappings:\n"
         "  - limb: sec_99\n    article: unc/7\n    relation: narrower\n    rationale: none\n"
         "    confidence: recalled\n";
  PipelineOptions wrong = options({kSource + "/corpus"}, 1);
  wrong.mappings = (folder_ / "mappings").string();
  Diagnostics diagnostics;
  Result<BuildReport> const report = run_pipeline(wrong, diagnostics);
  ASSERT_TRUE(report.ok());
  EXPECT_THAT(all_messages(diagnostics), HasSubstr("wrong.yaml:7:"));
  EXPECT_THAT(all_messages(diagnostics),
              HasSubstr("sec_99 is not a provision of ng/cybercrimes-act-2015"));
  EXPECT_FALSE(current_generation(wrong.index_dir).ok()) << "nothing was written";
}

TEST_F(PipelineTest, SaysSoWhenThereIsNothingToIndex) {
  fs::create_directories(folder_ / "empty");
  Diagnostics diagnostics;
  PipelineOptions empty = options({(folder_ / "empty").string()}, 1);
  empty.mappings.clear();
  Result<BuildReport> const report = run_pipeline(empty, diagnostics);
  ASSERT_FALSE(report.ok());
  EXPECT_THAT(report.error().message, HasSubstr("nothing to index"));
  empty.corpus = {(folder_ / "absent").string()};
  EXPECT_EQ(run_pipeline(empty, diagnostics).error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace cyberlex
