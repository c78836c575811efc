// An index of invented law that fills grids, behind the routes.
#pragma once

#include "tests/cyberlex/api/routes_fixture.h"
#include "tests/support/mini_index.h"

namespace cyberlex::api {

// A treaty "trt" (articles 1 and 2 ask something), an act "zz/act-2010" of articles 1 to 5 that are
// 11 to 15 in "zz/great-code", and a few concepts.
class GridTest : public RoutesTest {
 protected:
  void SetUp() override {
    testing::write_index(index_.folder(), {treaty(), act()}, taxonomy());
    ASSERT_TRUE(snapshots_.refresh().ok());
  }

  IndexReader reader() const {
    return testing::must(IndexReader::open(
        testing::must(Generation::open(testing::must(current_generation(index_.folder()))))));
  }

 private:
  static testing::ActBuilder treaty() {
    testing::ActBuilder out("trt", 2001);
    for (char const* const article : {"art_1", "art_2"}) {
      out.add(testing::StateBuilder(article)
                  .text("en", "text")
                  .limb(testing::LimbBuilder(article).asks("it")));
    }
    return out.standing("zz", "2012-01-01", Standing::kParty);
  }

  static testing::ActBuilder act() {
    using testing::LimbBuilder;
    testing::ActBuilder out("zz/act-2010", 2010);
    for (int i = 1; i <= 5; ++i) {
      std::string const name = "art_" + std::to_string(i);
      testing::StateBuilder article(name);
      article.from("2010-01-01").text("en", "Text of it.").block(name + "__note_1", "A note.");
      if (i == 1) {
        article.limb(
            LimbBuilder(name).offence("access").mapped("trt", "art_1", Relation::kEquivalent));
      }
      if (i == 2) {
        article.limb(LimbBuilder(name)
                         .power("search", {"judge"})
                         .safeguard("notification", AssessmentValue::kPresent)
                         .rests_on("zz/act-2010/art_2"));
      }
      out.add(article);
    }
    return out.numbered_in("zz/great-code", "/akn/zz/act/1996/great-code", "art_1", "art_5", 10);
  }

  static Taxonomy taxonomy() {
    Concept access;
    access.scheme = "offence";
    access.id = "access";
    access.pref = {{"en", "access"}, {"fa", "دسترسی"}};
    Concept search = access;
    search.scheme = "power";
    search.id = "search";
    Concept notification = access;
    notification.scheme = "safeguard";
    notification.id = "notification";
    notification.checklist = 1;
    return {{access, search, notification}};
  }
};

}  // namespace cyberlex::api
