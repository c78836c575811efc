#include "cyberlex/index/check_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

using testing::HasSubstr;

std::string fault(Laws const& laws) {
  Status const checked = check_documents(laws.acts, laws.documents);
  if (checked) {
    return "";
  }
  EXPECT_EQ(checked.error().code, ErrorCode::kBadInput);
  return checked.error().message;
}

Laws example() {
  RandomLaws random(3);
  Laws laws = random.make(2, 0);
  for (ActNum act : {0U, 1U}) {
    for (char const* eid : {"sec_1", "sec_2"}) {
      laws.documents.push_back(random.document(act, RandomLaws::make_eid(eid), {Date(1), Date(5)}));
      laws.documents.push_back(random.document(act, RandomLaws::make_eid(eid), {Date(5), Date(9)}));
    }
  }
  return laws;
}

TEST(CheckDocuments, AcceptsDocumentOrder) {
  EXPECT_EQ(fault(example()), "");
}

TEST(CheckDocuments, NamesWhatIsOutOfOrder) {
  Laws laws = example();
  std::swap(laws.acts[0], laws.acts[1]);
  EXPECT_THAT(fault(laws), HasSubstr("acts are not in order"));
  laws = example();
  std::swap(laws.documents[0], laws.documents[4]);
  EXPECT_THAT(fault(laws), HasSubstr("order of acts"));
  laws = example();
  std::swap(laws.documents[0], laws.documents[1]);
  EXPECT_THAT(fault(laws), HasSubstr("overlap"));
  laws = example();
  std::swap(laws.documents[1], laws.documents[2]);
  EXPECT_THAT(fault(laws), HasSubstr("apart"));
}

TEST(CheckDocuments, NamesWhatDoesNotBelongTogether) {
  Laws laws = example();
  laws.documents[0].record.act = 7;
  EXPECT_THAT(fault(laws), HasSubstr("not given"));
  laws = example();
  laws.documents[0].record.eid = EId();
  EXPECT_THAT(fault(laws), HasSubstr("without eId"));
  laws = example();
  laws.documents[0].record.valid = {Date(3), Date(3)};
  EXPECT_THAT(fault(laws), HasSubstr("no day"));
  laws = example();
  laws.documents[0].texts.emplace_back();
  EXPECT_THAT(fault(laws), HasSubstr("summaries"));
  laws = example();
  laws.documents[0].texts = {{"eng", TextKind::kOfficial, {}}};
  laws.documents[0].record.texts.resize(1);
  laws.documents[0].record.texts[0].language = "eng";
  laws.documents[0].record.texts[0].kind = TextKind::kOfficial;
  EXPECT_THAT(fault(laws), HasSubstr("two small letters"));
}

}  // namespace
}  // namespace cyberlex
