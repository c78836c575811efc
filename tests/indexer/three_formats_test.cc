// One law in the three formats that are read: afterwards nobody knows which it was.

#include <gtest/gtest.h>

#include <string>

#include "indexer/complete_eids.h"
#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

Act read(std::string const& name, SourceFormat format) {
  std::string const folder = CYBERLEX_SOURCE_DIR "/tests/fixtures/three_formats/";
  Diagnostics diagnostics;
  ReadAct out = read_act({folder + name, format}, diagnostics);
  EXPECT_EQ(out.characters.found, out.characters.kept + out.characters.reported);
  if (!out.act || out.act->expressions.size() != 1) {
    ADD_FAILURE() << name << " gave no act of one expression";
    return {};
  }
  complete_eids(out.act->expressions[0], true, diagnostics);
  EXPECT_EQ(diagnostics.errors() + diagnostics.warnings(), 0U) << complaints(diagnostics);
  return std::move(*out.act);
}

// What the formats have in common of a provision: not how sure anybody is of it.
std::string print(Expression const& expression) {
  std::string out = expression.language + '@' + expression.date.to_string() + '.' +
                    std::string(name_of(expression.kind)) + '\n';
  walk(expression.body, [&](Provision const& provision, std::vector<Provision const*> const& path) {
    out += std::string(path.size() * 2, ' ') + std::string(name_of(provision.kind)) + '|' +
           provision.eid.text() + '|' + provision.num + '|' + provision.label + '|' +
           provision.heading + '|' + provision.text + '|' + provision.closing + '\n';
  });
  return out;
}

std::string print(Work const& work) {
  return work.handle + ' ' + work.iri + ' ' + work.jurisdiction + ' ' + work.rank + ' ' +
         std::to_string(work.year) + ' ' + work.original_language + ' ' +
         std::string(name_of(work.unit)) + ' ' + work.title.at(work.original_language);
}

TEST(ThreeFormats, GiveEqualActs) {
  Act const own = read("own/act.yaml", SourceFormat::kActFolder);
  Act const legalize = read("legalize.md", SourceFormat::kLegalize);
  Act const akn = read("akoma_ntoso.xml", SourceFormat::kAkomaNtoso);
  ASSERT_EQ(own.expressions.size(), 1U);
  ASSERT_EQ(legalize.expressions.size(), 1U);
  ASSERT_EQ(akn.expressions.size(), 1U);
  EXPECT_EQ(print(legalize.work), print(own.work));
  EXPECT_EQ(print(akn.work), print(own.work));
  EXPECT_EQ(print(legalize.expressions[0]), print(own.expressions[0]));
  EXPECT_EQ(print(akn.expressions[0]), print(own.expressions[0]));
  EXPECT_EQ(legalize.work.status.at(0).from, own.work.status.at(0).from);
  EXPECT_EQ(legalize.work.status.at(0).value, own.work.status.at(0).value);
}

}  // namespace
}  // namespace cyberlex
