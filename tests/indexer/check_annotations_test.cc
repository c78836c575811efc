#include "indexer/check_annotations.h"

#include <gtest/gtest.h>

#include "tests/indexer/small_corpus.h"

namespace cyberlex {
namespace {

constexpr std::string_view kFacts = "corpus/harbour/annotations.yaml";

TEST(CheckAnnotations, BelievesNoPriorAuthorisationByWhoInvestigates) {
  std::string const place =
      "corpus/harbour/annotations.yaml:20:9: error: \"dredging\": "
      "prior-independent-authorisation is ";
  struct Row {
    char const* authorisation;
    char const* value;
    std::string expected;
  };
  Row const rows[] = {
      {"authorisation: [judge]", "present", ""},
      {"authorisation: [judge, captain]", "present",
       place + "present; expected every `authorisation` independent, which captain is not"},
      {"authorisation: [captain]", "present",
       place + "present; expected every `authorisation` independent, which captain is not"},
      {"who: nobody", "present", place + "present; expected `authorisation` to name who gives it"},
      {"authorisation: [judge, captain]", "partial", ""},
      {"authorisation: [judge]", "partial", ""},
      {"authorisation: [captain]", "partial",
       place + "partial; expected an `authorisation` that is independent, which captain is not"},
      {"who: nobody", "partial", place + "partial; expected `authorisation` to name who gives it"},
  };
  std::string const before =
      "authorisation: [judge, captain]\n            checklist: shared\n            safeguards:\n"
      "              prior-independent-authorisation: {value: partial";
  for (Row const& row : rows) {
    std::string const after = with(with(before, "partial", row.value),
                                   "authorisation: [judge, captain]", row.authorisation);
    EXPECT_EQ(faults_with({kFacts, before, after, ""}), row.expected)
        << row.authorisation << ' ' << row.value;
  }
}

TEST(CheckAnnotations, LetsAnyAuthorityStandBesideAnAbsentAuthorisation) {
  EXPECT_EQ(faults_with({kFacts, "authorisation: {value: partial, at: [sec_2]}",
                         "authorisation: {value: absent, read: whole-act}", ""}),
            "");
}

}  // namespace
}  // namespace cyberlex
