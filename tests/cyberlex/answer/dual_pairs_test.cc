// Whatever compare() claims of two offences must be true of the sets of conduct that the rows
// describe: every random offence is a set, its rows are written from the set by the rules of
// docs/mapping-format.md, and the claim is held against the sets.
#include "cyberlex/answer/dual_pairs.h"

#include <gmock/gmock.h>

#include <bitset>
#include <random>

#include "tests/support/limb_builder.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Conduct = std::bitset<8>;  // each bit a way to act

bool inside(Conduct const& a, Conduct const& b) {
  return (a & ~b).none();
}

// Two demands, which together are the article.
struct Article {
  Conduct first;
  Conduct second;
  Conduct all() const { return first | second; }
};

ArticleFacts facts() {
  EId const place = eid("art_7");
  return {ProvisionClass::kOffence,
          {{place, {"first", true, ""}}, {place, {"second", true, ""}}},
          true};
}

Relation relation_of(Conduct const& offence, Conduct const& article) {
  if (offence == article) {
    return Relation::kEquivalent;
  }
  if (inside(offence, article)) {
    return Relation::kNarrower;
  }
  return inside(article, offence) ? Relation::kWider : Relation::kOverlaps;
}

void add_demand(Conduct const& offence, Conduct const& demand, std::string const& id,
                MappingRecord& row) {
  if (demand.any() && (offence & demand).any()) {
    (inside(demand, offence) ? row.covers : row.partly).push_back(id);
  }
}

// The rows a careful reader would write; none where offence and article do not meet.
DualOffence offence_of(Conduct const& conduct, std::vector<Article> const& articles) {
  DualOffence out;
  out.limb.eid = eid("sec_1");
  for (size_t i = 0; i < articles.size(); ++i) {
    if ((conduct & articles[i].all()).none()) {
      continue;
    }
    MappingRecord row;
    row.limb = out.limb.eid;
    row.treaty = "unc";
    row.article = eid("art_" + std::to_string(7 + i));
    row.relation = relation_of(conduct, articles[i].all());
    add_demand(conduct, articles[i].first, "first", row);
    add_demand(conduct, articles[i].second, "second", row);
    out.limb.mappings.push_back(std::move(row));
  }
  return out;
}

TEST(DualPairs, NeverClaimsMoreThanTheSetsOfConductShow) {
  uint32_t const seed = 20240228;
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  auto const any = [&random] { return Conduct(random() & random() & 0xFFU); };
  ArticleBook const book = {{{"unc", eid("art_7")}, facts()}, {{"unc", eid("art_8")}, facts()}};
  std::map<Within, size_t> seen;
  for (int round = 0; round < 200000; ++round) {
    std::vector<Article> const articles = {{any(), any()}, {any(), any()}};
    Conduct const own = any();
    Conduct const other = any();
    DualPair const pair =
        compare(offence_of(own, articles), offence_of(other, articles), book, Taxonomy());
    ++seen[pair.within];
    if (pair.within == Within::kWholly) {
      ASSERT_TRUE(inside(own, other)) << own << ' ' << other << ' ' << pair.reason;
    } else if (pair.within == Within::kPartly) {
      ASSERT_TRUE((own & other).any()) << own << ' ' << other << ' ' << pair.reason;
    }
  }
  EXPECT_GT(seen[Within::kWholly], 100U);
  EXPECT_GT(seen[Within::kPartly], 100U);
  EXPECT_GT(seen[Within::kNotShown], 100U);
}

DualOffence made(LimbBuilder const& limb) {
  DualOffence out;
  out.limb = limb.build();
  return out;
}

ArticleBook one_article(ProvisionClass klass = ProvisionClass::kOffence) {
  ArticleFacts article = facts();
  article.klass = klass;
  article.names_offence = true;
  return {{{"unc", eid("art_7")}, article}};
}

Within within(LimbBuilder const& own, LimbBuilder const& other,
              ArticleBook const& book = one_article()) {
  return compare(made(own), made(other), book, Taxonomy()).within;
}

TEST(DualPairs, DirectionMatters) {
  LimbBuilder const part = LimbBuilder("sec_1").mapped("unc", "art_7", Relation::kNarrower);
  LimbBuilder const whole = LimbBuilder("art_1").mapped("unc", "art_7", Relation::kWider);
  EXPECT_EQ(within(part, whole), Within::kWholly);
  EXPECT_EQ(within(whole, part), Within::kPartly);
  EXPECT_EQ(within(part, part), Within::kNotShown);
  EXPECT_EQ(within(whole, whole), Within::kPartly);
}

TEST(DualPairs, AParagraphIsNoArticle) {
  LimbBuilder const part = LimbBuilder("sec_1").mapped("unc", "art_7", Relation::kNarrower);
  LimbBuilder const first =
      LimbBuilder("sec_1").mapped("unc", "art_7__para_1", Relation::kEquivalent);
  LimbBuilder const second = LimbBuilder("sec_1").mapped("unc", "art_7__para_2", Relation::kWider);
  LimbBuilder const whole = LimbBuilder("sec_1").mapped("unc", "art_7", Relation::kWider);
  EXPECT_EQ(within(first, whole), Within::kWholly);
  EXPECT_EQ(within(part, first), Within::kNotShown);
  EXPECT_THAT(compare(made(first), made(second), one_article(), Taxonomy()).links, IsEmpty());
}

TEST(DualPairs, ARowOnAnotherPieceDoesNotSpeakForTheLimb) {
  MappingRecord row = LimbBuilder("sec_1__subsec_1")
                          .mapped("unc", "art_7", Relation::kEquivalent)
                          .build()
                          .mappings.front();
  DualOffence whole = made(LimbBuilder("sec_1"));  // more than the subsection of the row
  whole.limb.mappings = {row};
  DualOffence piece = made(LimbBuilder("sec_1__subsec_1__para_a"));  // less than it
  piece.limb.mappings = {row};
  DualOffence const other = made(LimbBuilder("art_1").mapped("unc", "art_7", Relation::kWider));
  EXPECT_EQ(compare(whole, other, one_article(), Taxonomy()).within, Within::kPartly);
  EXPECT_EQ(compare(piece, other, one_article(), Taxonomy()).within, Within::kWholly);
  EXPECT_EQ(compare(other, whole, one_article(), Taxonomy()).within, Within::kPartly);
  EXPECT_EQ(compare(other, piece, one_article(), Taxonomy()).within, Within::kPartly);
  DualOffence const part = made(LimbBuilder("art_1").mapped("unc", "art_7", Relation::kNarrower));
  EXPECT_EQ(compare(part, whole, one_article(), Taxonomy()).within, Within::kWholly);
  EXPECT_EQ(compare(part, piece, one_article(), Taxonomy()).within, Within::kNotShown);
}

TEST(DualPairs, AncillaryRowsAndOtherKindsOfArticlesJoinNothing) {
  LimbBuilder const whole = LimbBuilder("sec_1").mapped("unc", "art_7", Relation::kWider);
  LimbBuilder const serving = LimbBuilder("sec_2").mapped("unc", "art_7", Relation::kAncillary);
  auto const links = [](LimbBuilder const& a, LimbBuilder const& b, ArticleBook const& book) {
    return compare(made(a), made(b), book, Taxonomy()).links;
  };
  EXPECT_THAT(links(serving, whole, one_article()), IsEmpty());
  EXPECT_THAT(links(whole, serving, one_article()), IsEmpty());
  EXPECT_THAT(links(whole, whole, one_article(ProvisionClass::kJurisdiction)), IsEmpty());
  ArticleBook sanctions = one_article(ProvisionClass::kLiability);
  sanctions.begin()->second.names_offence = false;
  EXPECT_THAT(links(whole, whole, sanctions), IsEmpty());
  EXPECT_THAT(links(whole, whole, {}), IsEmpty());
}

Taxonomy taxonomy() {
  Taxonomy out;
  auto const add = [&out](std::string id, std::string broader) {
    Concept entry;
    entry.id = std::move(id);
    entry.scheme = "offence";
    entry.broader = std::move(broader);
    out.concepts.push_back(std::move(entry));
  };
  add("ancillary-liability", "");
  add("attempt", "ancillary-liability");
  add("fraud", "");
  add("phishing", "fraud");
  return out;
}

TEST(DualPairs, AConceptShowsAPartAndNeverMore) {
  DualOffence const fraud = made(LimbBuilder("sec_1").offence("fraud"));
  DualOffence const phishing = made(LimbBuilder("art_1").offence("phishing"));
  DualPair const down = compare(phishing, fraud, {}, taxonomy());
  EXPECT_EQ(down.within, Within::kPartly);
  EXPECT_EQ(down.reason, "narrower-concept");
  EXPECT_EQ(compare(fraud, phishing, {}, taxonomy()).reason, "broader-concept");
  DualPair const same = compare(fraud, fraud, {}, taxonomy());
  EXPECT_EQ(same.within, Within::kPartly);
  EXPECT_EQ(same.reason, "same-concept");
}

TEST(DualPairs, AttemptMeetsAttemptOnlyWhereThereIsNothingElse) {
  DualOffence const attempt = made(LimbBuilder("sec_1").offence("attempt"));
  DualOffence const mixed = made(LimbBuilder("sec_2").offence("attempt").offence("fraud"));
  DualPair const pair = compare(attempt, attempt, {}, taxonomy());
  EXPECT_EQ(pair.within, Within::kNotShown);
  EXPECT_EQ(pair.reason, "depends-on-principal");
  EXPECT_THAT(compare(mixed, attempt, {}, taxonomy()).links, IsEmpty());
  EXPECT_EQ(compare(mixed, mixed, {}, taxonomy()).reason, "same-concept");
  DualOffence const mapped =
      made(LimbBuilder("sec_1").offence("attempt").mapped("unc", "art_7", Relation::kEquivalent));
  EXPECT_EQ(compare(mapped, mapped, one_article(ProvisionClass::kLiability), taxonomy()).within,
            Within::kNotShown);
}

TEST(DualPairs, KeepsWhatTheRowsMissAndAdd) {
  DualOffence own = made(LimbBuilder("sec_1").mapped("unc", "art_7", Relation::kNarrower));
  own.limb.mappings.front().added = {"fraudulent purpose"};
  own.limb.mappings.front().confidence = Confidence::kRecalled;
  DualOffence other = made(LimbBuilder("art_1").mapped("unc", "art_7", Relation::kNarrower));
  other.limb.mappings.front().missing = {"systems without protection"};
  DualPair const pair = compare(own, other, one_article(), Taxonomy());
  EXPECT_THAT(pair.requesting_elements.added, ElementsAre("fraudulent purpose"));
  EXPECT_THAT(pair.requesting_elements.missing, IsEmpty());
  EXPECT_THAT(pair.requested_elements.missing, ElementsAre("systems without protection"));
  EXPECT_EQ(pair.confidence, Confidence::kRecalled);
}

}  // namespace
}  // namespace cyberlex::testing
