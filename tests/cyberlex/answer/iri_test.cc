#include "cyberlex/answer/iri.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

TEST(Iri, NamesTheKindOnlyWhereItTellsTwoExpressionsApart) {
  Date const day = Date::parse("2015-05-15").value();
  ActRecord act;
  act.work.iri = "/akn/ng/act/2015/cybercrimes-act";
  act.expressions = {{"en", day, TextKind::kRestatement}};
  EXPECT_EQ(iri_of(act, act.expressions[0]), "/akn/ng/act/2015/cybercrimes-act/eng@2015-05-15");
  act.expressions.push_back({"en", day, TextKind::kOfficial});
  EXPECT_EQ(iri_of(act, act.expressions[0]),
            "/akn/ng/act/2015/cybercrimes-act/eng@2015-05-15/restatement");

  ProvisionRecord record;
  record.eid = EId::parse("sec_24").value();
  EXPECT_EQ(iri_of(act, record), "/akn/ng/act/2015/cybercrimes-act/!main~sec_24");
  record.texts.emplace_back();
  record.texts[0].language = "en";
  record.texts[0].version_date = day;
  EXPECT_EQ(iri_of(act, record),
            "/akn/ng/act/2015/cybercrimes-act/eng@2015-05-15/official/!main~sec_24");
}

}  // namespace
}  // namespace cyberlex
