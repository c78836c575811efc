// Every file of the Legalize trees that stand beside the checkout: no character gets lost, no eId
// repeats.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>

#include "cyberlex/base/file.h"
#include "indexer/complete_eids.h"
#include "indexer/read_act.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

// The stupid twin of count_visible(): decodes, and knows White_Space by its code points.
bool is_space(uint32_t code) {
  return (code >= 9 && code <= 13) || code == 0x20 || code == 0x85 || code == 0xA0 ||
         code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
         code == 0x202F || code == 0x205F || code == 0x3000;
}

uint64_t count_slowly(std::string_view text) {
  uint64_t count = 0;
  for (size_t i = 0; i < text.size();) {
    auto const first = static_cast<unsigned char>(text[i]);
    size_t const length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    uint32_t code = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (size_t k = 1; k < length; ++k) {
      code = (code << 6) | (static_cast<unsigned char>(text.at(i + k)) & 0x3FU);
    }
    count += is_space(code) ? 0 : 1;
    i += length;
  }
  return count;
}

// What a body must give: all but the front matter and the "#" of headings.
uint64_t count_file(std::string const& bytes) {
  uint64_t count = 0;
  int fences = 0;
  for (size_t pos = 0; pos < bytes.size();) {
    size_t const end = std::min(bytes.find('\n', pos), bytes.size());
    std::string line = bytes.substr(pos, end - pos);
    pos = end + 1;
    while (!line.empty() && line.back() == '\r') {
      line.pop_back();
    }
    if (fences < 2 && line == "---") {
      ++fences;
      continue;
    }
    size_t const marks = std::min(line.find_first_not_of('#'), line.size());
    bool const heading = fences == 2 && marks >= 1 && marks <= 6 &&
                         (marks == line.size() || line[marks] == ' ' || line[marks] == '\t');
    count += fences == 1 ? 0 : count_slowly(line.substr(heading ? marks : 0));
  }
  return count;
}

uint64_t count_provisions_slowly(std::vector<Provision> const& body) {
  uint64_t count = 0;
  walk(body, [&](Provision const& provision, std::vector<Provision const*> const&) {
    count += count_slowly(provision.label.empty() ? provision.num : provision.label) +
             count_slowly(provision.heading) + count_slowly(provision.text) +
             count_slowly(provision.closing);
  });
  return count;
}

// What stands in no provision is the title as printed: alone, or with the short title in brackets.
bool is_title(uint64_t rest, Work const& work) {
  uint64_t const title = count_slowly(work.title.begin()->second);
  uint64_t const brackets =
      work.short_title.empty() ? 0 : count_slowly(work.short_title.begin()->second) + 2;
  return rest == 0 || rest == title || rest == title + brackets;
}

struct Totals {
  uint64_t units = 0;
  uint64_t repealed = 0;
};

void check_file(SourceFile const& source, Totals& totals) {
  SCOPED_TRACE(source.path);
  Diagnostics diagnostics;
  ReadAct read = read_act(source, diagnostics);
  ASSERT_TRUE(read.act);
  Result<std::string> const bytes = read_file(source.path);
  ASSERT_TRUE(bytes);
  CharacterCount const& count = read.characters;
  Expression& expression = read.act->expressions.at(0);
  ASSERT_EQ(count.found, count_file(*bytes));
  ASSERT_EQ(count.found, count.kept + count.reported);
  uint64_t const in_provisions = count_provisions_slowly(expression.body);
  ASSERT_LE(in_provisions, count.kept);
  ASSERT_TRUE(is_title(count.kept - in_provisions, read.act->work)) << count.kept - in_provisions;
  complete_eids(expression, false, diagnostics);
  std::set<EId> seen;
  walk(expression.body, [&](Provision const& provision, std::vector<Provision const*> const&) {
    EXPECT_FALSE(provision.eid.empty());
    EXPECT_TRUE(seen.insert(provision.eid).second) << provision.eid.text();
    totals.units += is_unit(provision.kind) ? 1 : 0;
    totals.repealed += provision.status == LegalStatus::kRepealed ? 1 : 0;
  });
  ASSERT_EQ(diagnostics.errors(), 0U);
}

// Unpacks ../shared/data/`name`, reads every file and checks it.
Totals check_tree(std::string const& name, size_t at_least) {
  std::string const archive = CYBERLEX_SOURCE_DIR "/../shared/data/" + name;
  Totals totals;
  fs::path const folder = fs::path(testing::TempDir()) / ("foreign_trees_" + name);
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::string const command = "tar --zstd -xf '" + archive + "' -C '" + folder.string() + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);
  Diagnostics diagnostics;
  auto const files = find_source_files({folder.string()}, diagnostics);
  EXPECT_TRUE(files && files->size() >= at_least);
  for (SourceFile const& file : *files) {
    check_file(file, totals);
    if (testing::Test::HasFatalFailure()) {
      break;
    }
  }
  fs::remove_all(folder);
  return totals;
}

bool is_absent(std::string const& name) {
  return !fs::exists(std::string(CYBERLEX_SOURCE_DIR "/../shared/data/") + name);
}

TEST(ForeignTrees, LoseNoCharacterOfTheLawsOfUruguay) {
  if (is_absent("legalize-uy.tar.zst")) {
    GTEST_SKIP() << "no ../shared/data/legalize-uy.tar.zst";
  }
  Totals const totals = check_tree("legalize-uy.tar.zst", 10000);
  EXPECT_GT(totals.units, 70000U);
}

TEST(ForeignTrees, LoseNoCharacterOfTheLawsOfGermany) {
  if (is_absent("gesetze-de.tar.zst")) {
    GTEST_SKIP() << "no ../shared/data/gesetze-de.tar.zst";
  }
  Totals const totals = check_tree("gesetze-de.tar.zst", 6600);
  EXPECT_GT(totals.units, 110000U);
  EXPECT_GT(totals.repealed, 2500U);
}

TEST(ForeignTrees, LoseNoCharacterOfALawOfArgentina) {
  std::string const name = "legalize-ar-LEY-26388.md";
  if (is_absent(name)) {
    GTEST_SKIP() << "no ../shared/data/" << name;
  }
  Totals totals;
  check_file({CYBERLEX_SOURCE_DIR "/../shared/data/" + name, SourceFormat::kLegalize}, totals);
  EXPECT_GT(totals.units, 20U);
}

}  // namespace
}  // namespace cyberlex
