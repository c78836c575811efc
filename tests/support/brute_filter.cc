#include <algorithm>
#include <functional>
#include <string>

#include "cyberlex/model/penalty.h"
#include "cyberlex/search/parameters.h"
#include "tests/support/brute_force.h"

namespace cyberlex::testing {
namespace {

using Strings = std::vector<std::string>;

// A limb, one of its clauses, one of its mappings; each may be missing.
struct Place {
  LimbRecord const* limb = nullptr;
  PenaltyClause const* clause = nullptr;
  MappingRecord const* mapping = nullptr;
};

// What conditions are looked at with.
struct World {
  BruteCorpus const& corpus;
  Date day;
};

bool in(Strings const& list, std::string const& value) {
  return std::ranges::find(list, value) != list.end();
}

bool within(std::optional<ValueRange> const& range, std::optional<int64_t> value) {
  if (!range || !value) {
    return false;
  }
  bool const low = !range->low || *range->low <= *value;
  bool const high =
      !range->high || (range->high_open ? *value < *range->high : *value <= *range->high);
  return low && high;
}

Strings suggested_concepts(Suggested const& suggested) {
  Strings out;
  for (SuggestedConcept const& row : suggested.concepts) {
    out.push_back(row.concept_id);
  }
  return out.empty() ? Strings{"none"} : out;
}

Strings suggested_kinds(Suggested const& suggested) {
  Strings out;
  for (SuggestedClause const& clause : suggested.clauses) {
    for (PenaltyArm const& arm : clause.arms) {
      out.emplace_back(arm.unit == "day-fine" ? "day-fine" : name_of(arm.kind));
    }
  }
  return out.empty() ? Strings{"none"} : out;
}

// The gravest prison arm: death, life, the longest term, a term without a maximum.
bool suggested_prison_holds(Suggested const& suggested, FilterValue const& value) {
  bool prison = false;
  std::optional<int64_t> longest;
  for (SuggestedClause const& clause : suggested.clauses) {
    for (PenaltyArm const& arm : clause.arms) {
      std::optional<int64_t> term;
      if (arm.kind == PenaltyKind::kDeath) {
        term = kDeathScale;
      } else if (arm.kind == PenaltyKind::kLife) {
        term = kLifeScale;
      } else if (arm.kind == PenaltyKind::kImprisonment && arm.max_term) {
        term = arm.max_term->scale();
      }
      prison = prison || term || arm.kind == PenaltyKind::kImprisonment;
      longest = term && (!longest || *term > *longest) ? term : longest;
    }
  }
  if (value.range) {
    return within(value.range, longest);
  }
  return value.text == (longest ? "" : prison ? "unknown" : "none");
}

Strings state_values(BruteDoc const& doc, Param param) {
  Work const& work = doc.act->work;
  switch (param) {
    case Param::kJurisdiction:
      return {work.jurisdiction};
    case Param::kAct:
      return {work.handle};
    case Param::kRank:
      return {work.rank};
    case Param::kYear:
      return {work.year == 0 ? "unknown" : std::to_string(work.year)};
    case Param::kStatus:
      return {std::string(name_of(doc.record.status))};
    case Param::kClass:
      return {std::string(name_of(doc.record.klass))};
    case Param::kSuggested:
      return suggested_concepts(doc.record.suggested);
    case Param::kSuggestedPenalty:
      return suggested_kinds(doc.record.suggested);
    default: {
      Strings out;
      for (TextSummary const& text : doc.record.texts) {
        out.push_back(param == Param::kLang ? text.language : std::string(name_of(text.kind)));
      }
      return out;
    }
  }
}

std::string derived(LimbRecord const& limb, int years) {
  auto const value = maximum_reaches(limb.penalties, years);
  return value ? std::string(name_of(value->value)) : "none";
}

Strings kinds_of(PenaltyClause const& clause) {
  Strings out;
  for (PenaltyArm const& arm : clause.arms) {
    out.emplace_back(name_of(arm.kind));
  }
  if (clause.relation == PenaltyRelation::kSameAsPrincipal) {
    out.emplace_back("same-as-principal");
  } else if (clause.arms.empty()) {
    out.emplace_back("unseen");
  }
  return out;
}

bool imprisons(PenaltyClause const& clause) {
  Strings const kinds = kinds_of(clause);
  return in(kinds, "imprisonment") || in(kinds, "life") || in(kinds, "death") ||
         in(kinds, "same-as-principal") || in(kinds, "unseen");
}

Strings assessed_values(std::vector<Assessment> const& assessments) {
  Strings out;
  for (Assessment const& each : assessments) {
    out.push_back(each.concept_id + ":" + std::string(name_of(each.value)));
  }
  return out;
}

Strings safeguards_of(LimbRecord const& limb) {
  Strings out;
  for (Power const& power : limb.powers) {
    for (std::string& value : assessed_values(power.safeguards)) {
      out.push_back(std::move(value));
    }
  }
  return out;
}

bool says_there(Assessment const& each) {
  return each.value == AssessmentValue::kPresent || each.value == AssessmentValue::kPartial;
}

bool assessed_as_there(LimbRecord const& limb) {
  return std::ranges::any_of(limb.defences, says_there) ||
         std::ranges::any_of(limb.powers, [](Power const& power) {
           return std::ranges::any_of(power.safeguards, says_there);
         });
}

bool has_value(Param param, LimbRecord const& limb) {
  auto const some = [&limb](std::function<bool(PenaltyClause const&)> const& test) {
    return std::ranges::any_of(limb.penalties, test);
  };
  switch (param) {
    case Param::kOffence:
      return !limb.offences.empty();
    case Param::kPower:
      return !limb.powers.empty();
    case Param::kAuthorisation:
      return std::ranges::any_of(limb.powers,
                                 [](Power const& p) { return !p.authorisation.empty(); });
    case Param::kConcern:
      return !limb.concerns.empty();
    case Param::kSafeguard:
      return !safeguards_of(limb).empty();
    case Param::kDefence:
      return !assessed_values(limb.defences).empty();
    case Param::kSerious:
    case Param::kOneYear:
    case Param::kPenalty:
      return !limb.penalties.empty();
    case Param::kConcept:
      return !limb.offences.empty() || !limb.powers.empty() || !limb.concerns.empty() ||
             !limb.penalties.empty() || assessed_as_there(limb);
    case Param::kPrison:
    case Param::kPrisonMin:
      return some(imprisons);
    case Param::kFine:
      return some([](PenaltyClause const& clause) { return in(kinds_of(clause), "fine"); });
    case Param::kConfidence:
      return limb.annotated || !limb.penalties.empty();
    case Param::kConvention:
      return std::ranges::any_of(limb.mappings, [](MappingRecord const& row) {
        return row.relation != Relation::kOutside;
      });
    default:
      return !limb.mappings.empty();
  }
}

// True when some row of some law names the treaty.
bool is_named(BruteCorpus const& corpus, std::string const& treaty) {
  return std::ranges::any_of(corpus.docs(), [&treaty](BruteDoc const& doc) {
    return std::ranges::any_of(doc.record.limbs, [&treaty](LimbRecord const& limb) {
      return std::ranges::any_of(
          limb.mappings, [&treaty](MappingRecord const& row) { return row.treaty == treaty; });
    });
  });
}

bool outside_all(BruteCorpus const& corpus, BruteDoc const& doc, LimbRecord const& limb) {
  size_t asked = 0;
  for (ActRecord const& act : corpus.generation().acts()) {
    bool const own = act.work.handle == doc.act->work.handle;
    if (act.work.jurisdiction != "int" || own || !is_named(corpus, act.work.handle)) {
      continue;
    }
    ++asked;
    if (std::ranges::none_of(limb.mappings, [&act](MappingRecord const& row) {
          return row.treaty == act.work.handle && row.relation == Relation::kOutside;
        })) {
      return false;
    }
  }
  return asked > 0;
}

bool absent(BruteCorpus const& corpus, BruteDoc const& doc, Param param, std::string const& text,
            Place const& place) {
  bool const any = std::ranges::any_of(
      doc.record.limbs, [param](LimbRecord const& limb) { return has_value(param, limb); });
  bool const mapped = std::ranges::any_of(
      doc.record.limbs, [](LimbRecord const& limb) { return !limb.mappings.empty(); });
  bool const looked = info_of(param).level == Level::kMapping
                          ? mapped
                          : doc.record.klass != ProvisionClass::kNotAssessed;
  if (param == Param::kArticle) {
    return text == "not-assessed" ? !any
                                  : place.limb != nullptr && outside_all(corpus, doc, *place.limb);
  }
  return !any && looked == (text == "none");
}

bool shortest_matches(FilterValue const& value, TermRange const& own, TermRange const& whole,
                      bool prison) {
  if (value.text == "unknown") {
    return !own.shortest && prison;
  }
  return own.shortest && own.shortest == whole.shortest && within(value.range, own.shortest);
}

bool longest_matches(FilterValue const& value, TermRange const& own, TermRange const& whole,
                     bool prison) {
  bool const for_life = whole.longest && *whole.longest >= kLifeScale;
  bool const not_known = whole.open && !for_life;
  if (value.text == "unknown") {
    return prison && (!own.longest || (own.open && !for_life));
  }
  bool const upwards = value.range && !value.range->high;
  bool const stated =
      own.longest && own.longest == whole.longest && within(value.range, own.longest);
  bool const at_least = own.open && !for_life && upwards && within(value.range, own.shortest);
  return at_least || (stated && (upwards || !not_known));
}

bool term_matches(FilterValue const& value, Place const& place, bool least) {
  TermRange const own = term_range(*place.clause);
  TermRange const whole = term_range(std::span<PenaltyClause const>(place.limb->penalties));
  bool const prison = imprisons(*place.clause);
  return least ? shortest_matches(value, own, whole, prison)
               : longest_matches(value, own, whole, prison);
}

bool fine_matches(FilterValue const& value, PenaltyClause const& clause) {
  bool has_fine = false;
  bool stated = false;
  for (PenaltyArm const& arm : clause.arms) {
    if (arm.kind != PenaltyKind::kFine) {
      continue;
    }
    has_fine = true;
    stated = stated || arm.max_amount.has_value();
    if (!value.range || value.range->unit != arm.unit) {
      continue;
    }
    bool const open =
        !arm.max_amount && !value.range->high && within(value.range, arm.min_amount.value_or(0));
    if (open || within(value.range, arm.max_amount)) {
      return true;
    }
  }
  return value.text == "unknown" && has_fine && !stated;
}

// "unc", or "unc/chp_2": a container that the text of the article is printed in.
bool lies_below(World const& world, MappingRecord const& row, std::string const& text) {
  return text == row.treaty || std::ranges::any_of(world.corpus.docs(), [&](BruteDoc const& doc) {
           return doc.act->work.handle == row.treaty && doc.record.eid == row.article.unit() &&
                  std::ranges::any_of(doc.record.path, [&](PathStep const& step) {
                    return row.treaty + "/" + step.eid.text() == text;
                  });
         });
}

bool mapping_matches(World const& world, Param param, std::string const& text,
                     MappingRecord const& row) {
  bool const out = row.relation == Relation::kOutside;
  if (param == Param::kConvention) {
    return !out && row.treaty == text;
  }
  if (param == Param::kRelation) {
    return text == name_of(row.relation);
  }
  if (out) {
    return text == row.treaty + "/none";
  }
  return text == to_string(Handle{row.treaty, row.article.unit()}) || lies_below(world, row, text);
}

// True when it is the concept or some steps above it.
bool is_or_narrows(World const& world, std::string const& scheme, std::string id,
                   std::string const& wanted) {
  while (id != wanted) {
    Concept const* const entry = world.corpus.generation().taxonomy().find(scheme, id);
    if (entry == nullptr || entry->broader.empty()) {
      return false;
    }
    id = entry->broader;
  }
  return true;
}

bool some_narrows(World const& world, std::string const& scheme, Strings const& ids,
                  std::string const& wanted) {
  return std::ranges::any_of(
      ids, [&](std::string const& id) { return is_or_narrows(world, scheme, id, wanted); });
}

Strings concepts_of(LimbRecord const& limb, std::string const& scheme) {
  Strings out = scheme == "offence" ? limb.offences : Strings();
  auto const add_there = [&out](std::vector<Assessment> const& list) {
    for (Assessment const& each : list) {
      if (says_there(each)) {
        out.push_back(each.concept_id);
      }
    }
  };
  for (Power const& power : limb.powers) {
    if (scheme == "power") {
      out.push_back(power.power);
    } else if (scheme == "authorisation") {
      out.insert(out.end(), power.authorisation.begin(), power.authorisation.end());
    } else if (scheme == "safeguard") {
      add_there(power.safeguards);
    }
  }
  if (scheme == "defence") {
    add_there(limb.defences);
  }
  for (Concern const& concern : limb.concerns) {
    scheme == "concern" ? out.push_back(concern.concern) : void();
  }
  for (PenaltyClause const& clause : limb.penalties) {
    Strings const kinds = scheme == "penalty" ? kinds_of(clause) : Strings();
    out.insert(out.end(), kinds.begin(), kinds.end());
  }
  return out;
}

bool has_concept(World const& world, LimbRecord const& limb, std::string const& wanted) {
  for (std::string const scheme :
       {"offence", "power", "authorisation", "concern", "safeguard", "defence", "penalty"}) {
    if (some_narrows(world, scheme, concepts_of(limb, scheme), wanted)) {
      return true;
    }
  }
  return false;
}

bool has_standing(World const& world, std::string const& state, std::string const& text) {
  size_t const colon = text.find(':');
  std::string const asked = colon == std::string::npos ? "party" : text.substr(colon + 1);
  for (ActRecord const& act : world.corpus.generation().acts()) {
    if (state == "int" || act.work.handle != text.substr(0, colon)) {
      continue;
    }
    std::string now = "not-assessed";
    for (StandingChange const& change : act.work.standing) {  // ascending
      if (change.state == state && change.from <= world.day) {
        now = change.value == Standing::kSignatory ? "signed" : name_of(change.value);
      }
    }
    return now == asked;
  }
  return false;
}

bool value_at(World const& world, BruteDoc const& doc, Param param, FilterValue const& value,
              Place const& place) {
  if (param == Param::kParty) {
    return has_standing(world, doc.act->work.jurisdiction, value.text);
  }
  if (param == Param::kSuggestedPrison) {
    return suggested_prison_holds(doc.record.suggested, value);
  }
  if (info_of(param).level == Level::kState) {
    Strings const held = state_values(doc, param);
    bool const year = param == Param::kYear && held.front() != "unknown" &&
                      within(value.range, std::stoll(held.front()));
    return year || in(held, value.text);
  }
  if (place.limb == nullptr) {
    return false;
  }
  LimbRecord const& limb = *place.limb;
  switch (param) {
    case Param::kOffence:
    case Param::kPower:
    case Param::kAuthorisation:
    case Param::kConcern: {
      std::string const scheme(info_of(param).name);
      return some_narrows(world, scheme, concepts_of(limb, scheme), value.text);
    }
    case Param::kConcept:
      return has_concept(world, limb, value.text);
    case Param::kSafeguard:
      return in(safeguards_of(limb), value.text);
    case Param::kDefence:
      return in(assessed_values(limb.defences), value.text);
    case Param::kSerious:
      return derived(limb, 4) == value.text;
    case Param::kOneYear:
      return derived(limb, 1) == value.text;
    case Param::kConfidence:
      return place.clause != nullptr
                 ? name_of(place.clause->confidence) == value.text
                 : limb.annotated && name_of(limb.provenance.confidence) == value.text;
    case Param::kPenalty:
      return place.clause != nullptr && in(kinds_of(*place.clause), value.text);
    case Param::kPrison:
    case Param::kPrisonMin:
      return place.clause != nullptr && term_matches(value, place, param == Param::kPrisonMin);
    case Param::kFine:
      return place.clause != nullptr && fine_matches(value, *place.clause);
    default:
      return place.mapping != nullptr && mapping_matches(world, param, value.text, *place.mapping);
  }
}

bool choice_at(World const& world, BruteDoc const& doc, Choice const& choice, Place const& place) {
  return std::ranges::any_of(choice, [&](Condition const& condition) {
    return std::ranges::any_of(condition.values, [&](FilterValue const& value) {
      bool const lack = info_of(condition.param).level != Level::kState &&
                        (value.text == "none" || value.text == "not-assessed");
      return lack ? absent(world.corpus, doc, condition.param, value.text, place)
                  : value_at(world, doc, condition.param, value, place);
    });
  });
}

template <typename List>
auto with_null(List const& list) {
  std::vector<typename List::value_type const*> out = {nullptr};
  for (auto const& each : list) {
    out.push_back(&each);
  }
  return out;
}

bool some_place(BruteDoc const& doc, std::function<bool(Place const&)> const& test) {
  if (test({})) {
    return true;
  }
  for (LimbRecord const& limb : doc.record.limbs) {
    for (PenaltyClause const* const clause : with_null(limb.penalties)) {
      for (MappingRecord const* const mapping : with_null(limb.mappings)) {
        if (test({&limb, clause, mapping})) {
          return true;
        }
      }
    }
  }
  return false;
}

bool all_at(World const& world, BruteDoc const& doc, std::vector<Choice> const& all,
            Place const& place) {
  return std::ranges::all_of(
      all, [&](Choice const& choice) { return choice_at(world, doc, choice, place); });
}

bool group_holds(World const& world, BruteDoc const& doc, std::vector<Choice> const& all) {
  return some_place(doc, [&](Place const& place) { return all_at(world, doc, all, place); });
}

}  // namespace

bool brute_filters(BruteCorpus const& corpus, BruteDoc const& doc, std::span<Filter const> filters,
                   std::span<Choice const> fields, Date day) {
  World const world{corpus, day};
  std::vector<Choice> all(fields.begin(), fields.end());
  for (Filter const& filter : filters) {
    if (!filter.include.empty()) {
      all.push_back({{filter.param, filter.include}});
    }
    if (!filter.exclude.empty() && group_holds(world, doc, {{{filter.param, filter.exclude}}})) {
      return false;
    }
  }
  return group_holds(world, doc, all);
}

std::vector<PenaltyClause const*> brute_clauses(BruteCorpus const& corpus, BruteDoc const& doc,
                                                std::vector<Choice> const& group, Date day) {
  World const world{corpus, day};
  std::vector<PenaltyClause const*> out;
  some_place(doc, [&](Place const& place) {
    if (place.clause != nullptr && all_at(world, doc, group, place)) {
      out.push_back(place.clause);
    }
    return false;
  });
  return out;
}

}  // namespace cyberlex::testing
