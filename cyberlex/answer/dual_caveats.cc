#include "cyberlex/answer/dual_caveats.h"

#include <algorithm>
#include <array>
#include <span>

#include "cyberlex/answer/dual_offences.h"

namespace cyberlex {
namespace {

using Articles = std::span<std::string_view const>;

// The concept above insult, false news and whatever else is said or shown.
constexpr std::string_view kContentOffence = "content-offence";

// Which offences a caveat is about. kAlways: none in particular.
enum class About : uint8_t {
  kAlways,
  kUnreviewed,
  kDeathOrFlogging,
  kConcerns,
  kExpression,
  kDecisions,
  kDefences,
  kSeriousOnly,  // reached by a treaty as serious crime and no other way
};

struct Rule {
  std::string_view id;
  std::string_view text;
  Articles articles;
  About about = About::kAlways;
};

constexpr auto kConduct =
    std::to_array<std::string_view>({"budapest/art_25__para_5", "unc/art_35__para_3"});
constexpr auto kOptional =
    std::to_array<std::string_view>({"untoc/art_18__para_9", "unc/art_40__para_8"});
constexpr auto kPreservation =
    std::to_array<std::string_view>({"budapest/art_29__para_3", "budapest/art_29__para_4",
                                     "unc/art_42__para_4", "unc/art_42__para_5"});
constexpr auto kConditions = std::to_array<std::string_view>(
    {"budapest/art_24__para_5", "untoc/art_16__para_7", "unc/art_37__para_8"});
constexpr auto kPolitical = std::to_array<std::string_view>({"budapest/art_27__para_4__subpara_a"});
constexpr auto kInterests = std::to_array<std::string_view>(
    {"budapest/art_27__para_4__subpara_b", "untoc/art_18__para_21", "unc/art_40__para_21"});
constexpr auto kPersecution = std::to_array<std::string_view>(
    {"untoc/art_16__para_14", "unc/art_37__para_15", "unc/art_40__para_22"});
constexpr auto kNationality = std::to_array<std::string_view>(
    {"budapest/art_24__para_6", "untoc/art_16__para_10", "unc/art_37__para_11"});
constexpr auto kUseLimits = std::to_array<std::string_view>(
    {"budapest/art_28__para_2__subpara_b", "untoc/art_18__para_19", "unc/art_40__note_2"});
constexpr auto kTwice =
    std::to_array<std::string_view>({"iccpr/art_14__para_7", "american-convention/art_8__para_4"});
constexpr auto kNoRetroactivity = std::to_array<std::string_view>(
    {"iccpr/art_15__para_1", "american-convention/9", "african-charter/art_7__para_2"});
constexpr auto kFairness =
    std::to_array<std::string_view>({"untoc/art_16__para_13", "unc/art_37__para_14", "iccpr/14",
                                     "american-convention/8", "african-charter/7"});
constexpr auto kRights =
    std::to_array<std::string_view>({"budapest/15", "unc/6", "unc/art_24__para_4", "iccpr/2"});
constexpr auto kSpeech = std::to_array<std::string_view>(
    {"iccpr/19", "american-convention/13", "african-charter/9", "unc/art_6__para_2"});
constexpr auto kForms = std::to_array<std::string_view>({"budapest/11", "unc/19"});
constexpr auto kGroup =
    std::to_array<std::string_view>({"untoc/art_3__para_1", "untoc/art_16__para_1"});

constexpr auto kRules = std::to_array<Rule>({
    {"conduct-not-name", "The conduct decides, not the name or class that a law gives it.",
     Articles(kConduct)},
    {"optional-in-assistance",
     "Assistance may be declined for want of dual criminality, and may be given without it.",
     Articles(kOptional)},
    {"preservation-without",
     "Preservation of data is to be granted without asking for dual criminality; a reservation is "
     "possible outside the core offences.",
     Articles(kPreservation)},
    {"requested-law",
     "Conditions and grounds of refusal of extradition follow from the law of the requested state "
     "and the treaties it applies.",
     Articles(kConditions)},
    {"political-offence",
     "Assistance may be refused for an offence that the requested state holds to be political or "
     "connected with one; for extradition its own law and treaties say.",
     Articles(kPolitical)},
    {"essential-interests",
     "Assistance may be refused where it would harm sovereignty, security, ordre public or other "
     "essential interests.",
     Articles(kInterests)},
    {"persecution",
     "There is no duty where substantial grounds suggest that a person is pursued for such reasons "
     "as race, religion, nationality, ethnic origin, sex or political opinions.",
     Articles(kPersecution)},
    {"nationality",
     "A state that refuses to extradite only because the person is its national has to put the "
     "case before its own prosecutors when asked.",
     Articles(kNationality)},
    {"death-or-flogging",
     "The requesting state threatens death or flogging for the offences named. No article held "
     "deals with it: the law of the requested state, its human-rights treaties and assurances do.",
     Articles(kConditions), About::kDeathOrFlogging},
    {"speciality",
     "The articles held limit what supplied evidence may serve for. For what else a surrendered "
     "person may be tried they do not say.",
     Articles(kUseLimits)},
    {"ne-bis-in-idem",
     "The bar on a second trial is held as a human right. As far as restated, no article held on "
     "extradition or assistance names an earlier judgment as a ground of refusal.",
     Articles(kTwice)},
    {"no-retroactivity",
     "Conduct must have been an offence when it took place: the days compared are those named "
     "above.",
     Articles(kNoRetroactivity)},
    {"fair-treatment", "Whoever faces the proceedings has the rights of a fair trial.",
     Articles(kFairness)},
    {"human-rights", "Cooperation and the powers used for it stand under human-rights obligations.",
     Articles(kRights)},
    {"expression", "The offences named punish what is said, written or shown.", Articles(kSpeech),
     About::kExpression},
    {"concerns", "Concerns about the offences named are recorded.", {}, About::kConcerns},
    {"decisions", "Courts have ruled on the provisions named.", {}, About::kDecisions},
    {"defences",
     "The requested state knows defences to the offences named, which may take the conduct out.",
     {},
     About::kDefences},
    {"organised-group",
     "The offences named are reached as serious crime only where they are transnational and an "
     "organized criminal group is involved.",
     Articles(kGroup), About::kSeriousOnly},
    {"attempt-and-participation",
     "Attempt and participation are not compared: each state punishes them by rules of its own.",
     Articles(kForms)},
    {"elements-in-words",
     "Elements, the mental one among them, are recorded in words and not compared: what one side "
     "alone asks may take conduct out.",
     {}},
    {"unreviewed",
     "The relations of the offences named to the treaty articles were not reviewed by a second "
     "reader.",
     {},
     About::kUnreviewed},
    {"one-by-one",
     "Each offence is compared with one offence of the other state at a time; what several reach "
     "together is not computed.",
     {},
     About::kAlways},
    {"other-law",
     "Acts that are not held or not annotated, such as a general penal code, may punish the same "
     "conduct. Bilateral treaties and reciprocity are not held.",
     {},
     About::kAlways},
});

bool has_arm(LimbRecord const& limb, PenaltyKind kind) {
  return std::ranges::any_of(limb.penalties, [kind](PenaltyClause const& clause) {
    return std::ranges::any_of(clause.arms,
                               [kind](PenaltyArm const& arm) { return arm.kind == kind; });
  });
}

bool knows_defence(LimbRecord const& limb) {
  return std::ranges::any_of(limb.defences, [](Assessment const& each) {
    return each.value == AssessmentValue::kPresent || each.value == AssessmentValue::kPartial;
  });
}

bool is_reviewed(MappingRecord const& row) {
  return row.reviewed == "reviewed";
}

// Sorts offences by what a caveat is about.
class Subjects {
 public:
  explicit Subjects(DualAnswer const& answer) : answer_(answer) {}

  // Handles, each once: of the requesting state, then of the requested one.
  std::vector<std::string> of(About about) const {
    if (about == About::kUnreviewed || about == About::kSeriousOnly) {
      return about == About::kUnreviewed ? unreviewed() : serious_only();
    }
    std::vector<std::string> out;
    for (DualOffence const& offence : answer_.requesting) {
      if (about != About::kDefences && is(offence, about)) {
        out.push_back(offence.handle);
      }
    }
    for (DualOffence const& offence : answer_.requested) {
      if (about != About::kDeathOrFlogging && is(offence, about)) {
        out.push_back(offence.handle);
      }
    }
    return out;
  }

 private:
  bool is(DualOffence const& offence, About about) const {
    LimbRecord const& limb = offence.limb;
    switch (about) {
      case About::kDeathOrFlogging:
        return has_arm(limb, PenaltyKind::kDeath) || has_arm(limb, PenaltyKind::kFlogging);
      case About::kConcerns:
        return !limb.concerns.empty();
      case About::kExpression:
        return std::ranges::any_of(limb.offences, [this](std::string const& id) {
          return lies_under(answer_.generation->taxonomy(), id, kContentOffence);
        });
      case About::kDecisions:
        return !offence.decisions.empty();
      case About::kDefences:
        return knows_defence(limb);
      default:
        return false;
    }
  }

  std::vector<std::string> unreviewed() const {
    std::vector<std::string> out;
    auto const add = [&out](std::string const& handle) {
      if (std::ranges::find(out, handle) == out.end()) {
        out.push_back(handle);
      }
    };
    for (DualPair const& pair : answer_.pairs) {
      for (DualLink const& link : pair.links) {
        if (link.requesting_row && !is_reviewed(*link.requesting_row)) {
          add(answer_.requesting.at(pair.requesting).handle);
        }
        if (link.requested_row && !is_reviewed(*link.requested_row)) {
          add(answer_.requested.at(pair.requested).handle);
        }
      }
    }
    return out;
  }

  std::vector<std::string> serious_only() const {
    std::vector<std::string> out;
    for (DualBasis const& basis : answer_.basis) {
      for (DualReach const& reach : basis.reach) {
        if (basis.binds != Ternary::kFalse && reach.articles.empty()) {
          out.push_back(answer_.requesting.at(reach.offence).handle);
        }
      }
    }
    return out;
  }

  DualAnswer const& answer_;
};

Result<std::vector<DualArticle>> cited(HeldArticles const& held, Articles handles) {
  std::vector<DualArticle> out;
  for (std::string_view const handle : handles) {
    Result<std::optional<DualArticle>> const found = held.find(handle, "");
    if (!found) {
      return found.error();
    }
    if (*found) {
      out.push_back(**found);
    }
  }
  return out;
}

}  // namespace

Result<std::vector<DualCaveat>> caveats_of(HeldArticles const& held, DualAnswer const& answer) {
  Subjects const subjects(answer);
  std::vector<DualCaveat> out;
  for (Rule const& rule : kRules) {
    std::vector<std::string> limbs = subjects.of(rule.about);
    if (rule.about != About::kAlways && limbs.empty()) {
      continue;
    }
    Result<std::vector<DualArticle>> articles = cited(held, rule.articles);
    if (!articles) {
      return articles.error();
    }
    bool const unsupported = articles->empty() && !rule.articles.empty();
    if (!unsupported || rule.about != About::kAlways) {
      out.push_back({std::string(rule.id), std::string(rule.text), std::move(articles).value(),
                     std::move(limbs)});
    }
  }
  return out;
}

}  // namespace cyberlex
