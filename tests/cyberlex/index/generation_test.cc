#include "cyberlex/index/generation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "cyberlex/index/schema.h"
#include "cyberlex/index/store.h"
#include "tests/cyberlex/index/built_index.h"

namespace cyberlex {
namespace {

using testing::HasSubstr;

TEST(Generation, KnowsActsDocumentsAndStates) {
  TemporaryFolder const folder("generation");
  Laws const laws = RandomLaws(11).make(5, 6);
  ASSERT_TRUE(build_index(folder.path(), laws).ok());
  auto const generation = open_index(folder.path());
  EXPECT_EQ(generation->acts(), laws.acts);
  EXPECT_EQ(generation->taxonomy().concepts, laws.taxonomy.concepts);
  EXPECT_EQ(generation->find_act("ng/none"), nullptr);
  EXPECT_EQ(generation->act_number("ng/none"), laws.acts.size());
  for (DocNum doc = 0; doc < laws.documents.size(); ++doc) {
    ProvisionRecord const& record = laws.documents[doc].record;
    std::string const& handle = laws.acts[record.act].work.handle;
    EXPECT_EQ(generation->act_number(handle), record.act);
    EXPECT_EQ(generation->find_act(handle)->work.handle, handle);
    auto const [first, last] = generation->documents_of(record.act);
    EXPECT_TRUE(first <= doc && doc < last);
    EXPECT_EQ(generation->eid(doc), record.eid.text());
    auto const [begin, end] = generation->states_of(record.act, record.eid.text());
    EXPECT_TRUE(begin <= doc && doc < end);
    for (DocNum other = 0; other < laws.documents.size(); ++other) {
      ProvisionRecord const& o = laws.documents[other].record;
      EXPECT_EQ(begin <= other && other < end, o.act == record.act && o.eid == record.eid);
    }
  }
  auto const none = generation->states_of(0, "sec_999");
  EXPECT_EQ(none.first, none.second);
}

TEST(Generation, CountsDocumentsAndWordsOfEachLanguage) {
  TemporaryFolder const folder("languages");
  Laws laws = RandomLaws(11).make(1, 2);
  laws.documents.resize(1);
  laws.documents[0].record.texts.clear();
  laws.documents[0].texts.clear();
  TextSummary summary;
  summary.language = "en";
  summary.heading = "Heading";
  laws.documents[0].record.texts.push_back(summary);
  laws.documents[0].texts.push_back(
      {"en", TextKind::kOfficial, {{EId(), 0, "", "five words stand in here"}}});
  ASSERT_TRUE(build_index(folder.path(), laws).ok());
  auto const languages = open_index(folder.path())->languages();
  ASSERT_EQ(languages.size(), 1U);
  EXPECT_EQ(languages[0].language, "en");
  EXPECT_EQ(languages[0].documents, 1U);
  EXPECT_EQ(languages[0].mean_length, 3 + 5);
}

TEST(Generation, AnotherSchemaVersionIsRefusedByName) {
  TemporaryFolder const folder("schema");
  std::string const path = folder.path() + "/g";
  Result<ShardWriter> writer = ShardWriter::create(path);
  ASSERT_TRUE(writer.ok());
  Manifest manifest;
  manifest.schema = schema::kVersion + 1;
  ASSERT_TRUE(writer->put(schema::kManifestKey, encode(manifest)).ok());
  ASSERT_TRUE(writer->finish().ok());
  auto const opened = Generation::open(path);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, ErrorCode::kDamaged);
  EXPECT_EQ(opened.error().where, path);
  EXPECT_THAT(opened.error().message,
              HasSubstr("schema version " + std::to_string(schema::kVersion + 1)));
}

// As it is while somebody copies it, in whatever order.
TEST(Generation, IsRefusedWithoutAnyOneOfItsFiles) {
  namespace fs = std::filesystem;
  TemporaryFolder const folder("missing");
  ASSERT_TRUE(build_index(folder.path(), RandomLaws(12).make(3, 4)).ok());
  std::string const generation = current_generation(folder.path()).value();
  std::vector<fs::path> files;
  for (auto const& entry : fs::recursive_directory_iterator(generation)) {
    if (entry.is_regular_file()) {
      files.push_back(entry.path());
    }
  }
  EXPECT_GT(files.size(), 6U);
  std::string const aside = folder.path() + "/aside";
  for (fs::path const& file : files) {
    fs::rename(file, aside);
    auto const opened = Generation::open(generation);
    ASSERT_FALSE(opened.ok()) << file;
    EXPECT_EQ(opened.error().code, ErrorCode::kDamaged) << file;
    fs::rename(aside, file);
  }
  EXPECT_TRUE(Generation::open(generation).ok());
}

TEST(Generation, AFolderWithoutDatabaseIsDamage) {
  TemporaryFolder const folder("empty");
  EXPECT_EQ(Generation::open(folder.path()).error().code, ErrorCode::kDamaged);
}

}  // namespace
}  // namespace cyberlex
