#include "indexer/read_mappings.h"

#include <gtest/gtest.h>

#include "tests/indexer/complaints.h"
#include "tests/indexer/folder_of_files.h"

namespace cyberlex {
namespace {

constexpr std::string_view kConcordance =
    "format: cyberlex-concordance/1\nact: ng/harbour\nauthor: a\nreviewed: reviewed\ndate: "
    "2026-01-02\n"
    "mappings: [{limb: sec_1, outside: tides, rationale: r, confidence: recalled}]\n";
constexpr std::string_view kConcepts =
    "format: cyberlex-concepts/1\nscheme: power\n"
    "concepts: [{id: search, pref: {en: search, es: registro, fa: تفتیش}}]\n";

TEST(ReadMappings, GoesByTheFormatOfEachFile) {
  FolderOfFiles const folder;
  folder.write("b/harbour.yaml", kConcordance);
  folder.write("a/powers.yaml", kConcepts);
  folder.write("a/.hidden.yaml", "nonsense");
  Diagnostics diagnostics;
  Mappings const got = read_mappings(folder.path(""), diagnostics);
  EXPECT_EQ(complaints(diagnostics), "");
  ASSERT_EQ(got.concordances.size(), 1u);
  EXPECT_EQ(got.concordances[0].mappings.at(0).treaty, "tides");
  EXPECT_NE(got.taxonomy.find("power", "search"), nullptr);
}

TEST(ReadMappings, ReportsEachFileThatIsNeither) {
  FolderOfFiles const folder;
  folder.write("a.yaml", "format: cyberlex-act/1\n");
  folder.write("b.yaml", "a: b\n");
  folder.write("c.yaml", "a: [\n");
  folder.write("d.txt", "words");
  Diagnostics diagnostics;
  read_mappings(folder.path(""), diagnostics);
  EXPECT_EQ(folder.relative(complaints(diagnostics)),
            "a.yaml:1:9: error: expected `format: cyberlex-concordance/1` or `format: "
            "cyberlex-concepts/1`, found "
            "\"cyberlex-act/1\"\n"
            "b.yaml:1:1: error: expected `format: cyberlex-concordance/1` or `format: "
            "cyberlex-concepts/1`\n"
            "c.yaml:2:1: error: expected `,` or `]`\n"
            "d.txt: note: not read: mappings are .yaml files");
}

TEST(ReadMappings, SeesLabelsAcrossFiles) {
  FolderOfFiles const folder;
  folder.write("a.yaml", kConcepts);
  folder.write("b.yaml", with(with(kConcepts, "power", "offence"), "id: search", "id: seeking"));
  Diagnostics diagnostics;
  read_mappings(folder.path(""), diagnostics);
  EXPECT_EQ(diagnostics.errors(), 3u) << complaints(diagnostics);
}

TEST(ReadMappings, SaysWhenThereIsNoFolder) {
  Diagnostics diagnostics;
  read_mappings("/nowhere/at/all", diagnostics);
  EXPECT_EQ(diagnostics.errors(), 1u);
}

TEST(ReadMappings, FindsNoFaultInOurOwn) {
  Diagnostics diagnostics;
  Mappings const got = read_mappings(CYBERLEX_SOURCE_DIR "/mappings", diagnostics);
  EXPECT_EQ(complaints(diagnostics), "");
  EXPECT_FALSE(got.concordances.empty());
  EXPECT_FALSE(got.taxonomy.concepts.empty());
}

}  // namespace
}  // namespace cyberlex
