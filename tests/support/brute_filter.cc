#include <algorithm>
#include <functional>

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
    case Param::kPrison:
    case Param::kPrisonMin:
      return some(imprisons);
    case Param::kFine:
      return some([](PenaltyClause const& clause) { return in(kinds_of(clause), "fine"); });
    case Param::kConfidence:
      return limb.annotated || !limb.penalties.empty();
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
  bool const looked = doc.record.klass != ProvisionClass::kNotAssessed;
  if (param == Param::kArticle) {
    return text == "not-assessed" ? !any
                                  : place.limb != nullptr && outside_all(corpus, doc, *place.limb);
  }
  return !any && looked == (text == "none");
}

bool term_matches(FilterValue const& value, Place const& place, bool least) {
  TermRange const own = term_range(*place.clause);
  TermRange const whole = term_range(std::span<PenaltyClause const>(place.limb->penalties));
  auto const term = least ? own.shortest : own.longest;
  if (term) {
    return term == (least ? whole.shortest : whole.longest) && within(value.range, term);
  }
  if (value.text == "unknown") {
    return imprisons(*place.clause);
  }
  return !least && own.open && value.range && !value.range->high &&
         within(value.range, own.shortest);
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
    bool const open = !arm.max_amount && !value.range->high && within(value.range, arm.min_amount);
    if (open || within(value.range, arm.max_amount)) {
      return true;
    }
  }
  return value.text == "unknown" && has_fine && !stated;
}

bool mapping_matches(Param param, std::string const& text, MappingRecord const& row) {
  bool const out = row.relation == Relation::kOutside;
  if (param == Param::kConvention) {
    return !out && row.treaty == text;
  }
  if (param == Param::kRelation) {
    return text == name_of(row.relation);
  }
  return text == (out ? row.treaty + "/none" : to_string(Handle{row.treaty, row.article.unit()}));
}

bool power_has(LimbRecord const& limb, Param param, std::string const& text) {
  return std::ranges::any_of(limb.powers, [&](Power const& power) {
    return param == Param::kPower ? power.power == text : in(power.authorisation, text);
  });
}

bool value_at(BruteDoc const& doc, Param param, FilterValue const& value, Place const& place) {
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
      return in(limb.offences, value.text);
    case Param::kPower:
    case Param::kAuthorisation:
      return power_has(limb, param, value.text);
    case Param::kConcern:
      return std::ranges::any_of(limb.concerns,
                                 [&](Concern const& each) { return each.concern == value.text; });
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
      return place.mapping != nullptr && mapping_matches(param, value.text, *place.mapping);
  }
}

bool choice_at(BruteCorpus const& corpus, BruteDoc const& doc, Choice const& choice,
               Place const& place) {
  return std::ranges::any_of(choice, [&](Condition const& condition) {
    return std::ranges::any_of(condition.values, [&](FilterValue const& value) {
      bool const lack = info_of(condition.param).level != Level::kState &&
                        (value.text == "none" || value.text == "not-assessed");
      return lack ? absent(corpus, doc, condition.param, value.text, place)
                  : value_at(doc, condition.param, value, place);
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

bool group_holds(BruteCorpus const& corpus, BruteDoc const& doc, std::vector<Choice> const& all) {
  return some_place(doc, [&](Place const& place) {
    return std::ranges::all_of(
        all, [&](Choice const& choice) { return choice_at(corpus, doc, choice, place); });
  });
}

}  // namespace

bool brute_filters(BruteCorpus const& corpus, BruteDoc const& doc, std::span<Filter const> filters,
                   std::span<Choice const> fields) {
  std::vector<Choice> all(fields.begin(), fields.end());
  for (Filter const& filter : filters) {
    if (!filter.include.empty()) {
      all.push_back({{filter.param, filter.include}});
    }
    if (!filter.exclude.empty() && group_holds(corpus, doc, {{{filter.param, filter.exclude}}})) {
      return false;
    }
  }
  return group_holds(corpus, doc, all);
}

}  // namespace cyberlex::testing
