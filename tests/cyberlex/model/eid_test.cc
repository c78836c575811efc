#include "cyberlex/model/eid.h"

#include <gtest/gtest.h>

#include "cyberlex/model/vocabulary.h"

namespace cyberlex {
namespace {

TEST(EId, IsMadeAsTheNamingConventionSays) {
  EId const section = EId::make(nullptr, ProvisionKind::kSection, "24");
  EId const subsection = EId::make(&section, ProvisionKind::kSubsection, "1");
  EXPECT_EQ(EId::make(&subsection, ProvisionKind::kParagraph, "A").text(),
            "sec_24__subsec_1__para_a");
  EXPECT_EQ(EId::make(nullptr, ProvisionKind::kArticle, "7 BIS").text(), "art_7-bis");
  EXPECT_EQ(EId::make(nullptr, ProvisionKind::kArticle, " 12/2. ").text(), "art_12-2");
  EXPECT_EQ(EId::make(nullptr, ProvisionKind::kPreamble, "").text(), "preamble");
}

TEST(EId, ParsesWhatItPrintsAndRefusesTheRest) {
  for (char const* good : {"sec_24", "sec_24__subsec_1__para_a", "art_7-bis", "preamble"}) {
    EXPECT_EQ(EId::parse(good)->text(), good);
  }
  for (char const* bad : {"", "24", "sec_", "sec__1", "Sec_1", "sec_24__", "sec_2 4", "sec_24_1",
                          "__sec_1", "sec_é"}) {
    EXPECT_FALSE(EId::parse(bad).ok()) << bad;
  }
}

TEST(EId, KnowsItsUnitAndWhatLiesBelow) {
  EId const limb = *EId::parse("sec_2__subsec_1");
  EXPECT_EQ(limb.unit().text(), "sec_2");
  EXPECT_TRUE(EId::parse("sec_2")->contains(limb));
  EXPECT_TRUE(limb.contains(limb));
  EXPECT_FALSE(limb.contains(*EId::parse("sec_2")));
  EXPECT_FALSE(EId::parse("sec_2")->contains(*EId::parse("sec_24")));
}

TEST(ProvisionKind, IsContainerOrUnitOrBelow) {
  EXPECT_TRUE(is_container(ProvisionKind::kSchedule));
  EXPECT_TRUE(is_unit(ProvisionKind::kSection));
  EXPECT_TRUE(is_unit(ProvisionKind::kFragment));
  EXPECT_FALSE(is_unit(ProvisionKind::kSubsection));
  for (std::string_view const name : names<ProvisionKind>()) {
    EXPECT_EQ(name_of(*parse_name<ProvisionKind>(name)), name);
  }
}

}  // namespace
}  // namespace cyberlex
