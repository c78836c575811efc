// A unit's life is cut at every day on which anything about it may change, a state is made for each
// piece, and neighbours that came out equal are joined again: so a state is the longest interval in
// which texts and facts are constant, and no rule about dates stands anywhere else.

#include "indexer/make_documents.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "indexer/state_cuts.h"

namespace cyberlex {
namespace {

using ExpressionKey =
    std::pair<std::string, TextKind>;  // language and kind: one sequence of versions

// A unit with its texts in every expression of the act, ascending by date.
struct UnitLife {
  EId eid;
  std::vector<UnitText> texts;
};

void collect_units(std::vector<Provision> const& body, std::vector<Provision const*>& path,
                   std::vector<UnitText>& out) {
  for (Provision const& provision : body) {
    if (is_unit(provision.kind)) {
      out.push_back({nullptr, &provision, path});
    } else if (is_container(provision.kind)) {
      path.push_back(&provision);
      collect_units(provision.items, path, out);
      path.pop_back();
    }
  }
}

// All units of all expressions in document order: a unit that only some versions have stands after
// the one it follows there.
std::vector<UnitLife> units_of(Act const& act) {
  std::vector<EId> order;
  std::unordered_map<std::string, UnitLife> lives;
  for (Expression const& expression : act.expressions) {
    std::vector<UnitText> units;
    std::vector<Provision const*> path;
    collect_units(expression.body, path, units);
    bool const first = order.empty();
    auto at = order.begin();
    for (UnitText& text : units) {
      text.expression = &expression;
      EId const& eid = text.unit->eid;
      auto [life, is_new] = lives.try_emplace(eid.text(), UnitLife{eid, {}});
      if (is_new) {
        at = order.insert(first ? order.end() : at, eid) + 1;
      } else {
        at = std::find(order.begin(), order.end(), eid) + 1;
      }
      life->second.texts.push_back(std::move(text));
    }
  }
  std::vector<UnitLife> out;
  out.reserve(order.size());
  for (EId const& eid : order) {
    out.push_back(std::move(lives.at(eid.text())));
  }
  return out;
}

// Versions that no longer have the unit end its text: they are listed with a null unit.
void add_removals(Act const& act, UnitLife& life) {
  for (Expression const& expression : act.expressions) {
    bool const has = std::any_of(life.texts.begin(), life.texts.end(),
                                 [&](UnitText const& t) { return t.expression == &expression; });
    if (!has) {
      life.texts.push_back({&expression, nullptr, {}});
    }
  }
  std::stable_sort(life.texts.begin(), life.texts.end(), [](UnitText const& a, UnitText const& b) {
    return a.expression->date < b.expression->date;
  });
}

void add_blocks(Provision const& node, uint8_t depth, std::vector<TextBlock>& out) {
  std::string const label = depth == 0 ? "" : !node.label.empty() ? node.label : node.num;
  if (!node.text.empty() || depth > 0) {
    std::string const heading = depth > 0 && !node.heading.empty() ? node.heading + '\n' : "";
    out.push_back({node.eid, depth, label, heading + node.text});
  }
  for (Provision const& item : node.items) {
    add_blocks(item, static_cast<uint8_t>(depth + 1), out);
  }
  if (!node.closing.empty()) {
    out.push_back({node.eid, depth, "", node.closing});
  }
}

// The text of one language and kind that stood on a day, and the version that last gave it.
struct StandingText {
  UnitText const* text = nullptr;
  Date version;
};

std::map<ExpressionKey, StandingText> standing_texts(UnitLife const& life, Date day) {
  std::map<ExpressionKey, StandingText> standing;
  for (UnitText const& text : life.texts) {
    if (day < text.expression->date) {
      break;
    }
    StandingText& now = standing[{text.expression->language, text.expression->kind}];
    bool const same = now.text != nullptr && now.text->unit != nullptr && text.unit != nullptr &&
                      *now.text->unit == *text.unit;
    now = {&text, same ? now.version : text.expression->date};
  }
  std::erase_if(standing, [](auto const& entry) { return entry.second.text->unit == nullptr; });
  return standing;
}

// Texts in the order in which they are shown: the original language, better kinds, then by
// language.
std::vector<UnitText const*> add_texts(UnitLife const& life, Work const& work, Date day,
                                       IndexDocument& out) {
  std::vector<UnitText const*> shown;
  std::map<ExpressionKey, StandingText> const standing = standing_texts(life, day);
  std::vector<std::pair<ExpressionKey, StandingText>> texts(standing.begin(), standing.end());
  std::stable_sort(texts.begin(), texts.end(), [&](auto const& a, auto const& b) {
    auto const key = [&](auto const& t) {
      return std::tuple(t.first.first != work.original_language, t.first.second, t.first.first);
    };
    return key(a) < key(b);
  });
  for (auto const& [key, now] : texts) {
    Provision const& unit = *now.text->unit;
    out.record.texts.push_back({key.first, key.second, now.version, unit.heading, unit.provenance,
                                unit.heading_confidence});
    StateText text{key.first, key.second, {}};
    add_blocks(unit, 0, text.blocks);
    out.texts.push_back(std::move(text));
    shown.push_back(now.text);
  }
  return shown;
}

LegalStatus status_on(Work const& work, Date day) {
  LegalStatus status = LegalStatus::kUnknown;
  for (StatusChange const& change : work.status) {
    status = change.from <= day ? change.value : status;
  }
  return status;
}

// The newest text that says something of its own says it for the unit, in whatever language or kind
// it is; but a unit does not outlive its act.
LegalStatus status_of(std::vector<UnitText const*> const& texts, LegalStatus of_act) {
  LegalStatus own = LegalStatus::kUnknown;
  Date newest = kBeginningOfTime;
  for (UnitText const* text : texts) {
    LegalStatus const said = text->unit->status;
    bool const newer = newest < text->expression->date;
    bool const ends = newest == text->expression->date && is_gone(said);
    if (said != LegalStatus::kUnknown && (newer || ends)) {
      own = said;
      newest = text->expression->date;
    }
  }
  bool const outlives = is_gone(of_act) && !is_gone(own);
  return own == LegalStatus::kUnknown || outlives ? of_act : own;
}

MappingRecord make_mapping(AnnotatedMapping const& row) {
  Mapping const& m = row.mapping;
  return {m.limb,      m.treaty,   m.article,    m.relation, m.rationale,
          m.covers,    m.partly,   m.missing,    m.added,    m.provenance.confidence,
          row.sources, row.author, row.reviewed, row.date};
}

AssessedRecord make_assessed(AnnotatedAssessment const& row) {
  ArticleAssessment const& a = row.assessment;
  return {a.treaty,
          a.article,
          a.read,
          a.elsewhere,
          a.rationale,
          a.valid,
          a.provenance.confidence,
          row.sources,
          row.author,
          row.reviewed,
          row.date};
}

// A mapping above limbs holds for each of them, one below a limb belongs to it; otherwise it makes
// a limb of its own.
void attach_mapping(MappingRecord mapping, std::vector<LimbRecord>& limbs) {
  bool attached = false;
  for (LimbRecord& limb : limbs) {
    if (mapping.limb.contains(limb.eid) || limb.eid.contains(mapping.limb)) {
      limb.mappings.push_back(mapping);
      attached = true;
    }
  }
  if (!attached) {
    LimbRecord limb;
    limb.eid = mapping.limb;
    limb.mappings.push_back(std::move(mapping));
    limbs.push_back(std::move(limb));
  }
}

// The narrowest place at or above the limb of which a row speaks; empty when there is none.
EId nearest_place(LimbRecord const& limb, std::string const& treaty) {
  EId nearest;
  for (MappingRecord const& row : limb.mappings) {
    bool const here = row.treaty == treaty && row.limb.contains(limb.eid);
    if (here && (nearest.empty() || nearest.contains(row.limb))) {
      nearest = row.limb;
    }
  }
  return nearest;
}

// A limb is outside a treaty or has articles of it, never both. Of rows at or above the limb the
// nearest decide; a row about a part of the limb with an article leaves it not wholly outside.
void settle_outside(LimbRecord& limb, std::string const& treaty) {
  EId const nearest = nearest_place(limb, treaty);
  bool const outside =
      std::any_of(limb.mappings.begin(), limb.mappings.end(), [&](MappingRecord const& row) {
        return row.treaty == treaty && row.relation == Relation::kOutside && row.limb == nearest;
      });
  std::erase_if(limb.mappings, [&](MappingRecord const& row) {
    bool const farther = row.limb != nearest && row.limb.contains(limb.eid);
    return outside && row.treaty == treaty && farther && row.relation != Relation::kOutside;
  });
  bool const inside =
      std::any_of(limb.mappings.begin(), limb.mappings.end(), [&](MappingRecord const& row) {
        return row.treaty == treaty && row.relation != Relation::kOutside;
      });
  std::erase_if(limb.mappings, [&](MappingRecord const& row) {
    return inside && row.treaty == treaty && row.relation == Relation::kOutside;
  });
}

void settle_outside(LimbRecord& limb) {
  std::set<std::string> treaties;
  for (MappingRecord const& row : limb.mappings) {
    treaties.insert(row.treaty);
  }
  for (std::string const& treaty : treaties) {
    settle_outside(limb, treaty);
  }
}

LimbRecord make_limb(LimbFacts const& facts, Date day) {
  LimbRecord limb;
  limb.eid = facts.limb;
  limb.offences = facts.offences;
  limb.elements = facts.elements;
  limb.powers = facts.powers;
  limb.concerns = facts.concerns;
  limb.defences = facts.defences;
  limb.asks = facts.asks;
  limb.provenance = facts.provenance;
  limb.note = facts.note;
  limb.annotated = true;
  for (PenaltyClause const& clause : facts.penalties) {
    if (clause.valid.contains(day)) {
      limb.penalties.push_back(clause);
    }
  }
  return limb;
}

void sort_by_place_in_text(Provision const& unit, std::vector<LimbRecord>& limbs) {
  std::vector<EId> order;
  walk({unit}, [&](Provision const& node, auto const&) { order.push_back(node.eid); });
  auto const place = [&](LimbRecord const& limb) {
    return std::find(order.begin(), order.end(), limb.eid) - order.begin();
  };
  std::stable_sort(limbs.begin(), limbs.end(),
                   [&](LimbRecord const& a, LimbRecord const& b) { return place(a) < place(b); });
}

// Limbs first: those that mappings make must not catch later mappings of annotated ones.
std::vector<LimbRecord> limbs_on(AnnotatedUnit const& facts, Provision const& unit, Date day) {
  std::vector<LimbRecord> limbs;
  for (LimbFacts const& limb : facts.limbs) {
    if (limb.valid.contains(day)) {
      limbs.push_back(make_limb(limb, day));
    }
  }
  std::vector<AnnotatedMapping const*> rows;
  for (AnnotatedMapping const& row : facts.mappings) {
    if (row.mapping.valid.contains(day)) {
      rows.push_back(&row);
    }
  }
  // Narrow limbs first: a broad row then holds for each of them, in whatever order rows are
  // written.
  std::stable_sort(rows.begin(), rows.end(),
                   [](auto const* a, auto const* b) { return b->mapping.limb < a->mapping.limb; });
  for (AnnotatedMapping const* row : rows) {
    attach_mapping(make_mapping(*row), limbs);
  }
  for (LimbRecord& limb : limbs) {
    settle_outside(limb);
  }
  sort_by_place_in_text(unit, limbs);
  return limbs;
}

std::vector<PathStep> make_path(std::vector<Provision const*> const& path) {
  std::vector<PathStep> steps;
  steps.reserve(path.size());
  for (Provision const* container : path) {
    steps.push_back({container->kind, container->eid,
                     container->label.empty() ? container->num : container->label,
                     container->heading});
  }
  return steps;
}

// The state of a unit on a day; no texts when it does not exist then.
IndexDocument state_on(UnitLife const& life, Work const& work, AnnotatedUnit const& facts,
                       Date day) {
  IndexDocument state;
  std::vector<UnitText const*> const texts = add_texts(life, work, day, state);
  if (texts.empty()) {
    return state;
  }
  UnitText const* const leading = texts.front();
  ProvisionRecord& record = state.record;
  Provision const& unit = *leading->unit;
  record.eid = life.eid;
  record.kind = unit.kind;
  record.num = unit.num;
  record.label = unit.label;
  record.path = make_path(leading->path);
  record.status = status_of(texts, status_on(work, day));
  record.klass = facts.klass;
  record.limbs = limbs_on(facts, unit, day);
  return state;
}

bool joins(IndexDocument const& before, IndexDocument& after) {
  if (before.record.valid.to != after.record.valid.from) {
    return false;
  }
  Interval const own = after.record.valid;
  after.record.valid = before.record.valid;
  bool const same = before == after;
  after.record.valid = own;
  return same;
}

void add_states(UnitLife const& life, Work const& work, AnnotatedUnit const& facts, ActNum act,
                std::vector<IndexDocument>& out) {
  size_t const begin = out.size();
  std::vector<Date> const cuts = state_cuts(work, life.texts, facts);
  for (size_t i = 0; i < cuts.size(); ++i) {
    IndexDocument state = state_on(life, work, facts, cuts[i]);
    state.record.act = act;
    state.record.valid = {cuts[i], i + 1 < cuts.size() ? cuts[i + 1] : kEndOfTime};
    if (state.texts.empty()) {
      continue;
    }
    if (out.size() > begin && joins(out.back(), state)) {
      out.back().record.valid.to = state.record.valid.to;
    } else {
      out.push_back(std::move(state));
    }
  }
}

}  // namespace

ActRecord make_act_record(AnnotatedAct const& annotated) {
  ActRecord record;
  record.work = annotated.act.work;
  for (Expression const& expression : annotated.act.expressions) {
    record.expressions.push_back({expression.language, expression.date, expression.kind});
  }
  for (AnnotatedAssessment const& row : annotated.assessed) {
    record.assessed.push_back(make_assessed(row));
  }
  return record;
}

std::vector<IndexDocument> make_documents(AnnotatedAct const& annotated, ActNum act) {
  std::vector<IndexDocument> out;
  AnnotatedUnit const nothing;
  bool const versions = annotated.act.expressions.size() > 1;
  for (UnitLife& life : units_of(annotated.act)) {
    if (versions) {
      add_removals(annotated.act, life);
    }
    auto const facts = annotated.units.find(life.eid);
    add_states(life, annotated.act.work, facts == annotated.units.end() ? nothing : facts->second,
               act, out);
  }
  return out;
}

}  // namespace cyberlex
