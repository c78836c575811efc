// Building upon what is there gives what building from nothing gives, from files to answers.

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "cyberlex/index/generation.h"
#include "indexer/pipeline.h"
#include "tests/indexer/small_corpus.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 816;

std::string lantern_act(std::string const& name, std::string const& word) {
  std::string out = "---\ntitle: \"Act " + name + " on Lanterns\"\nidentifier: \"ZZ-act-" + name +
                    "\"\ncountry: \"zz\"\nlang: \"en\"\nrank: \"act\"\n"
                    "publication_date: \"2020-03-01\"\nlast_updated: \"2020-03-01\"\n"
                    "status: \"in_force\"\n---\n# Act " +
                    name + " on Lanterns\n\n";
  for (int section = 1; section < 9; ++section) {
    out += "### Section " + std::to_string(section) + " - Duty\n\nA keeper lights lantern " + word +
           " of " + name + " at dusk.\n\n";
  }
  return out + "### Section 8 - Twice\n\nThis number stands twice.\n";
}

class Incremental : public ::testing::Test {
 protected:
  void SetUp() override {
    for (auto const& [name, bytes] : small_corpus()) {
      folder_.write(name, bytes);
    }
    for (int i = 0; i < 40; ++i) {
      write_law(std::to_string(i), "one");
    }
  }

  void write_law(std::string const& name, std::string const& word) const {
    folder_.write("laws/" + name + ".md", lantern_act(name, word));
  }

  BuildReport build(std::string const& index, bool full, int jobs = 1) {
    PipelineOptions options;
    options.corpus = {folder_.path("corpus"), folder_.path("laws")};
    options.mappings = folder_.path("mappings");
    options.index_dir = folder_.path(index);
    options.jobs = jobs;
    options.full = full;
    Diagnostics diagnostics;
    Result<BuildReport> report = run_pipeline(options, diagnostics);
    EXPECT_TRUE(report.ok()) << to_string(report.error());
    said_.clear();
    for (Diagnostic const& diagnostic : diagnostics.all()) {
      said_ += to_string(diagnostic) + "\n";
    }
    EXPECT_EQ(diagnostics.errors(), 0U) << said_;
    return std::move(*report);
  }

  // Builds upon what is there and from nothing, and returns the former's report.
  BuildReport build_both(int jobs = 1) {
    BuildReport upon = build("index", false, jobs);
    std::string const said = said_;
    BuildReport const full = build("full", true);
    EXPECT_EQ(upon.manifest, full.manifest);
    EXPECT_EQ(said, said_) << "files that were not read say what they said";
    EXPECT_EQ(upon.characters.found, full.characters.found);
    EXPECT_EQ(upon.provisions, full.provisions);
    EXPECT_EQ(upon.states, full.states);
    EXPECT_EQ(upon.expressions, full.expressions);
    auto const verified = verify_generation(current_generation(folder_.path("index")).value(), 1);
    EXPECT_TRUE(verified.ok()) << to_string(verified.error());
    return upon;
  }

  FolderOfFiles folder_;
  std::string said_;
};

TEST_F(Incremental, ReadsOnlyWhatHasChanged) {
  EXPECT_EQ(build_both().kept, 0U);
  EXPECT_EQ(build_both().how, "nothing has changed");
  write_law("7", "two");
  BuildReport const report = build_both();
  EXPECT_EQ(report.kept, 39U);
  EXPECT_TRUE(report.how.starts_with("incremental")) << report.how;
}

TEST_F(Incremental, AFileMayComeGoAndMove) {
  build_both();
  write_law("new", "one");
  EXPECT_EQ(build_both().kept, 40U);
  std::filesystem::remove(folder_.path("laws/new.md"));
  EXPECT_EQ(build_both().kept, 40U);
  std::filesystem::rename(folder_.path("laws/3.md"), folder_.path("laws/moved.md"));
  EXPECT_EQ(build_both().kept, 39U);
}

TEST_F(Incremental, AnActOfTwoFilesIsReadFromBoth) {
  build_both();
  folder_.write("laws/twin.md", lantern_act("3", "other"));
  EXPECT_EQ(build_both().kept, 39U) << said_;
  std::filesystem::remove(folder_.path("laws/twin.md"));
  build_both();
}

TEST_F(Incremental, WhatIsSaidOfAnActIsPartOfIt) {
  uint64_t const rows = build_both().manifest.mappings;
  folder_.write("mappings/lantern.yaml",
                "format: cyberlex-concordance/1\nact: zz/act-5\nauthor: Cyberlex\n"
                "reviewed: unreviewed\ndate: 2026-01-02\nmappings:\n"
                "  - {limb: sec_1, article: tides/1, relation: overlaps, rationale: r, "
                "covers: [ebbing], confidence: recalled}\n");
  BuildReport const mapped = build_both();
  EXPECT_EQ(mapped.kept, 39U);
  EXPECT_EQ(mapped.manifest.mappings, rows + 1);
  std::filesystem::remove(folder_.path("mappings/lantern.yaml"));
  build_both();
}

TEST_F(Incremental, AChangedLabelBuildsEverything) {
  build_both();
  folder_.write("mappings/c.yaml", with(small_corpus().at("mappings/c.yaml"), "en: v,", "en: w,"));
  BuildReport const report = build_both();
  EXPECT_EQ(report.kept, 0U);
  EXPECT_TRUE(report.how.starts_with("full"));
}

TEST_F(Incremental, AnySeriesOfChangesEndsAsABuildFromNothing) {
  std::mt19937 random(kSeed);
  build_both();
  for (int round = 0; round < 12; ++round) {
    SCOPED_TRACE("seed " + std::to_string(kSeed) + " round " + std::to_string(round));
    std::string const name = std::to_string(random() % 45);
    if (random() % 3 == 0) {
      std::filesystem::remove(folder_.path("laws/" + name + ".md"));
    } else {
      write_law(name, "word" + std::to_string(random() % 100));
    }
    build_both(1 + round % 4);
  }
}

}  // namespace
}  // namespace cyberlex
