#include <gtest/gtest.h>

#include "cyberlex/base/file.h"
#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"
#include "tests/indexer/folder_of_files.h"

namespace cyberlex {
namespace {

constexpr std::string_view kAct =
    "format: cyberlex-act/1\nhandle: ng/harbour\niri: /akn/ng/act/1990/harbour\njurisdiction: "
    "ng\nrank: act\n"
    "year: 1990\nunit: section\noriginal_language: en\ntitle: {en: Harbour Act}\n"
    "status: [{from: 1990-01-01, value: in-force, confidence: recalled}]\n"
    "sources: {gazette: {title: Gazette}}\n";
constexpr std::string_view kText =
    "format: cyberlex-expression/1\nact: ng/harbour\nlanguage: en\ndate: 1990-01-01\nkind: "
    "restatement\n"
    "body:\n  - kind: section\n    num: \"1\"\n    heading: A b\n    text: \"c\u00A0d قا\"\n"
    "    confidence: verified\n    sources: [gazette]\n    items: [{kind: subsection, num: \"1\", "
    "text: e f}]\n"
    "    closing: g\n";
constexpr std::string_view kFacts =
    "format: cyberlex-annotations/1\nact: ng/harbour\nprovisions:\n  - eid: sec_1\n    class: "
    "duty\n    limbs:\n"
    "      - {limb: sec_1, confidence: verified, sources: [gazette]}\n";
constexpr std::string_view kTextName = "eng@1990-01-01.restatement.yaml";

TEST(ReadActFolder, JoinsTheFilesOfAnAct) {
  FolderOfFiles const folder;
  folder.write("act.yaml", kAct);
  folder.write(kTextName, kText);
  folder.write("annotations.yaml", kFacts);
  folder.write("further/act.yaml", "another act, not ours to read");
  Diagnostics diagnostics;
  ReadAct const got = read_act_folder(folder.path("act.yaml"), diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(got.act->work.handle, "ng/harbour");
  EXPECT_EQ(got.act->expressions.size(), 1u);
  EXPECT_EQ(got.annotations->units.size(), 1u);
}

TEST(ReadActFolder, CountsCharactersThatAreNotWhiteSpace) {
  FolderOfFiles const folder;
  folder.write("act.yaml", kAct);
  folder.write(kTextName, kText);
  Diagnostics diagnostics;
  CharacterCount const count = read_act_folder(folder.path("act.yaml"), diagnostics).characters;
  EXPECT_EQ(count.found, 9u);  // A b, c d, two Persian letters, e f, g
  EXPECT_EQ(count.kept, 9u);
  EXPECT_EQ(count.reported, 0u);
}

TEST(ReadActFolder, HoldsTheFilesAgainstEachOther) {
  FolderOfFiles const folder;
  folder.write("act.yaml", kAct);
  folder.write(kTextName, with(with(kText, "ng/harbour", "ng/port"), "[gazette]", "[gazete]"));
  folder.write("annotations.yaml", with(kFacts, "[gazette]", "[press]"));
  folder.write("extra.yaml", "a: b\n");
  folder.write("README.md", "# words\n");
  Diagnostics diagnostics;
  read_act_folder(folder.path("act.yaml"), diagnostics);
  EXPECT_EQ(folder.relative(complaints(diagnostics)),
            "README.md: note: not read: an act is described by .yaml files\n"
            "annotations.yaml:7:55: error: source \"press\" is not described under `sources`\n"
            "eng@1990-01-01.restatement.yaml:2:6: error: act: expected ng/harbour, as act.yaml "
            "says; found "
            "\"ng/port\"\n"
            "eng@1990-01-01.restatement.yaml:12:15: error: source \"gazete\" is not described "
            "under `sources`, did "
            "you mean \"gazette\"?\n"
            "extra.yaml:1:1: error: expected `format: cyberlex-expression/1`");
}

TEST(ReadActFolder, GivesNoActWithoutAReadableWork) {
  FolderOfFiles const folder;
  folder.write("act.yaml", "format: [\n");
  Diagnostics diagnostics;
  EXPECT_FALSE(read_act_folder(folder.path("act.yaml"), diagnostics).act);
  EXPECT_FALSE(read_act_folder(folder.path("absent/act.yaml"), diagnostics).act);
  EXPECT_EQ(diagnostics.errors(), 2u) << complaints(diagnostics);
}

TEST(ReadActFolder, FindsNoFaultInOurOwnCorpus) {
  Result<std::vector<std::string>> const files = list_files(CYBERLEX_SOURCE_DIR "/corpus");
  ASSERT_TRUE(files.ok());
  Diagnostics diagnostics;
  int acts = 0;
  for (std::string const& path : *files) {
    if (path.ends_with("/act.yaml")) {
      ReadAct const got = read_act_folder(path, diagnostics);
      EXPECT_TRUE(got.act && !got.act->expressions.empty()) << path;
      ++acts;
    }
  }
  EXPECT_EQ(complaints(diagnostics), "");
  EXPECT_GT(acts, 0);
}

}  // namespace
}  // namespace cyberlex
