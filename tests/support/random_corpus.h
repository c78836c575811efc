// Corpora by chance: a few hundred provisions in several states, in two languages, with
// annotations.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/act_builder.h"

namespace cyberlex::testing {

// Chance that is the same everywhere for the same seed: std's distributions are not.
class Chance {
 public:
  explicit Chance(uint32_t seed) : engine_(seed) {}
  // 0 .. below - 1. REQUIRES: below > 0.
  uint32_t number(uint32_t below) { return static_cast<uint32_t>(engine_() % below); }
  bool one_in(uint32_t many) { return number(many) == 0; }
  template <typename List>
  auto const& pick(List const& list) {
    return list[number(static_cast<uint32_t>(list.size()))];
  }

 private:
  std::mt19937 engine_;
};

inline std::vector<std::string> const kEnglish = {
    "access",  "accessed", "accesses", "computer", "computers", "system",     "systems",
    "data",    "network",  "networks", "fraud",    "frauds",    "fraudulent", "person",
    "persons", "court",    "order",    "orders",   "the",       "of",         "intent"};
inline std::vector<std::string> const kSpanish = {
    "acceso",  "accesos",  "sistema", "sistemas", "datos", "red", "redes",   "fraude",
    "persona", "personas", "juez",    "orden",    "el",    "de",  "computer"};
inline std::vector<std::string> const kOffences = {"illegal-access", "fraud", "forgery"};
inline std::vector<std::string> const kPowers = {"search", "retention"};
inline std::vector<std::string> const kAuthorisations = {"court", "police"};
inline std::vector<std::string> const kConcerns = {"speech", "vague"};
inline std::vector<std::string> const kSafeguards = {"grounds", "notification"};
inline std::vector<std::string> const kDefences = {"public-interest", "testing"};
inline std::vector<std::string> const kTreaties = {"budapest", "unc"};
inline std::vector<std::string> const kArticles = {"art_2", "art_7", "art_8"};

// Concepts of these names, some of them below others; one name stands in two schemes.
inline Taxonomy random_taxonomy() {
  Taxonomy out;
  for (auto const& [scheme, id, broader] :
       std::vector<std::array<std::string, 3>>{{"authorisation", "court", ""},
                                               {"authorisation", "police", "court"},
                                               {"concern", "speech", ""},
                                               {"concern", "vague", "speech"},
                                               {"defence", "public-interest", ""},
                                               {"defence", "testing", ""},
                                               {"offence", "cyber-offence", ""},
                                               {"offence", "forgery", "fraud"},
                                               {"offence", "fraud", "cyber-offence"},
                                               {"offence", "illegal-access", "cyber-offence"},
                                               {"offence", "vague", "cyber-offence"},
                                               {"power", "retention", "search"},
                                               {"power", "search", ""},
                                               {"safeguard", "grounds", ""},
                                               {"safeguard", "notification", "grounds"}}) {
    Concept entry;
    entry.scheme = scheme;
    entry.id = id;
    entry.broader = broader;
    out.concepts.push_back(entry);
  }
  return out;
}

class RandomCorpus {
 public:
  explicit RandomCorpus(uint32_t seed) : chance_(seed) {}

  // Two treaties and `acts` national acts with about `units` provisions each.
  std::vector<ActBuilder> acts(uint32_t acts, uint32_t units) {
    std::vector<ActBuilder> out;
    for (std::string const& treaty : kTreaties) {
      ActBuilder act(treaty, treaty == "unc" ? 2024 : 2001);
      for (std::string const& article : kArticles) {
        StateBuilder each = state(article).from("2001-01-01");
        if (article != "art_2") {
          each.inside("chp_2", "II", "Measures");
          each.inside(article == "art_7" ? "chp_2__sec_1" : "chp_2__sec_2");
        }
        act.add(each);
      }
      act.standing("ng", "2004-01-01", Standing::kSignatory);
      act.standing("ng", treaty == "unc" ? "2012-01-01" : "2018-01-01", Standing::kParty);
      act.standing("ni", "2010-01-01", treaty == "unc" ? Standing::kNone : Standing::kParty);
      out.push_back(act);
    }
    static std::vector<std::string> const states = {"ng", "ni", "ir"};
    for (uint32_t i = 0; i < acts; ++i) {
      int const year = chance_.one_in(4) ? 0 : static_cast<int>(2000 + chance_.number(20));
      ActBuilder act(chance_.pick(states) + "/act-" + std::to_string(i), year);
      act.rank(chance_.one_in(2) ? "act" : "decree");
      for (uint32_t unit = 1; unit <= units; ++unit) {
        add_unit("sec_" + std::to_string(unit), act);
      }
      out.push_back(act);
    }
    return out;
  }

  std::string words(std::vector<std::string> const& from, uint32_t most) {
    static std::vector<std::string> const after = {" ", " ", " ", " ", " ", ", ", ". ", "\n\n"};
    std::string out;
    for (uint32_t left = 1 + chance_.number(most); left > 0; --left) {
      out += chance_.pick(from) + (left > 1 ? chance_.pick(after) : ".");
    }
    return out;
  }

 private:
  // By turns, so that they draw nothing.
  Suggested suggested() {
    Suggested out;
    uint32_t const turn = ++suggestions_;
    if (turn % 3 == 0) {
      out.concepts.push_back({"offence", turn % 2 == 0 ? "fraud" : "forgery", {}, "en", "x"});
    }
    auto const term = [](char const* text) { return Duration::parse(text).value(); };
    PenaltyArm const fine{
        PenaltyKind::kFine, {}, {}, {}, 30000, turn % 4 == 0 ? "day-fine" : "EUR"};
    PenaltyArm const prison{PenaltyKind::kImprisonment,
                            term("P6M"),
                            turn % 8 == 1 ? std::nullopt : std::optional(term("P5Y")),
                            {},
                            {},
                            ""};
    PenaltyArm const life{PenaltyKind::kLife, {}, {}, {}, {}, ""};
    if (turn % 4 < 2) {
      out.clauses.push_back({{}, PenaltyRelation::kOr, {fine, turn % 5 == 0 ? life : prison}});
    }
    return out;
  }

  void add_unit(std::string const& unit, ActBuilder& act) {
    static std::vector<std::string> const days = {"2005-01-01", "2010-06-01", "2015-05-15",
                                                  "2020-01-01"};
    size_t const first = chance_.number(3);
    size_t const count = 1 + chance_.number(2);
    for (size_t i = first; i < first + count; ++i) {
      StateBuilder each = state(unit);
      each.from(days[i]);
      bool const ends = i + 1 < days.size() && chance_.one_in(6);
      if (i + 1 < first + count || ends) {
        each.to(days[i + 1]);
      }
      act.add(each);
    }
  }

  StateBuilder state(std::string const& unit) {
    StateBuilder out(unit);
    if (chance_.one_in(5)) {
      out.status(chance_.one_in(2) ? LegalStatus::kRepealed : LegalStatus::kSuspended);
    }
    if (chance_.one_in(3)) {
      out.klass(ProvisionClass::kGeneral);
    }
    out.suggested(suggested());
    out.text("en", words(kEnglish, 25), chance_.one_in(2) ? words(kEnglish, 3) : "",
             chance_.one_in(2) ? TextKind::kOfficial : TextKind::kRestatement);
    if (chance_.one_in(2)) {
      out.block(unit + "__subsec_1", words(kEnglish, 12));
    }
    if (chance_.one_in(2)) {
      out.text("es", words(kSpanish, 20), words(kSpanish, 2), TextKind::kUnofficialTranslation);
    }
    for (uint32_t limb = chance_.number(4); limb > 0; --limb) {
      out.limb(this->limb(unit + "__subsec_" + std::to_string(limb)));
    }
    return out;
  }

  LimbBuilder limb(std::string const& name) {
    LimbBuilder out(name);
    add_facts(out);
    for (uint32_t i = chance_.number(3); i > 0; --i) {
      out.clause(clause(), static_cast<Confidence>(chance_.number(3)));
    }
    bool const outside_all = chance_.one_in(4);
    for (std::string const& treaty : kTreaties) {
      if (outside_all || chance_.one_in(5)) {
        out.outside(treaty);
      } else if (chance_.one_in(2)) {
        out.mapped(treaty, chance_.pick(kArticles), static_cast<Relation>(chance_.number(5)));
      }
    }
    return out;
  }

  void add_facts(LimbBuilder& out) {
    if (chance_.one_in(8)) {
      out.only_mapped();
      return;
    }
    out.known(static_cast<Confidence>(chance_.number(3)));
    for (uint32_t i = chance_.number(3); i > 0; --i) {
      out.offence(chance_.pick(kOffences));
    }
    if (chance_.one_in(3)) {
      out.power(chance_.pick(kPowers), {chance_.pick(kAuthorisations)});
      for (uint32_t i = chance_.number(3); i > 0; --i) {
        out.safeguard(chance_.pick(kSafeguards), static_cast<AssessmentValue>(chance_.number(6)));
      }
    }
    if (chance_.one_in(3)) {
      out.concern(chance_.pick(kConcerns));
    }
    if (chance_.one_in(3)) {
      out.defence(chance_.pick(kDefences), static_cast<AssessmentValue>(chance_.number(6)));
    }
  }

  PenaltyClause clause() {
    static std::vector<std::string> const terms = {"P6M", "P12M", "P3Y", "P4Y", "P10Y"};
    switch (chance_.number(8)) {
      case 0:
        return prison_from(chance_.pick(terms));
      case 1:
        return kind_only(PenaltyKind::kLife);
      case 2:
        return kind_only(chance_.one_in(2) ? PenaltyKind::kDeath : PenaltyKind::kForfeiture);
      case 3:
        return fine(100 * (1 + chance_.number(3)), chance_.one_in(2) ? "NGN" : "day-fine");
      case 4:
        return same_as_principal();
      case 5:
        return prison("P91D", chance_.pick(terms));
      default: {
        PenaltyClause out = prison(chance_.pick(terms));
        out.arms.push_back(fine(100 * (1 + chance_.number(3)), "NGN").arms.front());
        out.relation = PenaltyRelation::kOrBoth;
        return out;
      }
    }
  }

  uint32_t suggestions_ = 0;
  Chance chance_;
};

}  // namespace cyberlex::testing
