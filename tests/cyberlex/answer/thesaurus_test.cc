#include "cyberlex/answer/thesaurus.h"

#include <gmock/gmock.h>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Concept entry(std::string scheme, std::string id, std::string broader = "") {
  Concept out;
  out.scheme = std::move(scheme);
  out.id = std::move(id);
  out.broader = std::move(broader);
  return out;
}

// "search" is a power and, below it, a safeguard of the same id.
Taxonomy taxonomy() {
  return {{entry("offence", "access"), entry("offence", "fraud", "property"),
           entry("offence", "forgery", "property"), entry("offence", "property"),
           entry("power", "search"), entry("safeguard", "notice", "search"),
           entry("safeguard", "search")}};
}

class Thesaurus : public ::testing::Test {
 protected:
  Result<ThesaurusAnswer> ask(std::vector<std::string> schemes, std::string id = "") {
    return answer_thesaurus(index_.generation(), {std::move(schemes), std::move(id)});
  }
  std::vector<std::string> ids(std::vector<std::string> schemes, std::string id = "") {
    std::vector<std::string> out;
    for (ThesaurusEntry const& row : must(ask(std::move(schemes), std::move(id))).concepts) {
      out.push_back(row.entry->scheme + ' ' + row.entry->id);
    }
    return out;
  }
  Error error(std::vector<std::string> schemes, std::string id = "") {
    auto const answer = ask(std::move(schemes), std::move(id));
    return answer.ok() ? Error() : answer.error();
  }

  MiniIndex index_{{ActBuilder("unc")}, taxonomy()};
};

TEST_F(Thesaurus, GivesAllOrSomeSchemesOrOneConcept) {
  EXPECT_EQ(ids({}).size(), 7U);
  EXPECT_THAT(ids({"power", "safeguard"}),
              ElementsAre("power search", "safeguard notice", "safeguard search"));
  EXPECT_THAT(ids({}, "search"), ElementsAre("power search", "safeguard search"));
  EXPECT_THAT(ids({"power"}, "search"), ElementsAre("power search"));
  EXPECT_THAT(schemes_of(index_.generation()->taxonomy()),
              ElementsAre("offence", "power", "safeguard"));
}

TEST_F(Thesaurus, GathersNarrowerConceptsOfTheSameScheme) {
  EXPECT_THAT(must(ask({"offence"}, "property")).concepts.at(0).narrower,
              ElementsAre("fraud", "forgery"));
  EXPECT_THAT(must(ask({"offence"}, "access")).concepts.at(0).narrower, IsEmpty());
  EXPECT_THAT(must(ask({"power"}, "search")).concepts.at(0).narrower, IsEmpty());
  EXPECT_THAT(must(ask({"safeguard"}, "search")).concepts.at(0).narrower, ElementsAre("notice"));
}

TEST_F(Thesaurus, NamesWhatItDoesNotKnow) {
  Error const scheme = error({"power", "offense"});
  EXPECT_EQ(scheme.code, ErrorCode::kBadQuery);
  EXPECT_EQ(scheme.where, "scheme");
  EXPECT_THAT(scheme.message, HasSubstr("did you mean \"offence\"?"));
  EXPECT_THAT(scheme.message, HasSubstr("held: offence, power, safeguard"));
  Error const id = error({}, "forgerie");
  EXPECT_EQ(id.code, ErrorCode::kBadQuery);
  EXPECT_EQ(id.where, "concept");
  EXPECT_THAT(id.message, HasSubstr("did you mean \"forgery\"?"));
}

TEST_F(Thesaurus, AConceptOfAnotherSchemeIsNotOfferedAsItself) {
  Error const id = error({"power"}, "forgery");
  EXPECT_EQ(id.where, "concept");
  EXPECT_THAT(id.message, HasSubstr("\"forgery\" in scheme power"));
  EXPECT_THAT(id.message, Not(HasSubstr("did you mean")));
}

}  // namespace
}  // namespace cyberlex::testing
