#include "cyberlex/answer/diff.h"

#include <algorithm>

#include "cyberlex/answer/find_unit.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

bool concerns(ActChange const& change, EId const& unit) {
  return std::any_of(change.provisions.begin(), change.provisions.end(),
                     [&](EId const& eid) { return eid.contains(unit) || unit.contains(eid); });
}

// Events of (after, until] that name the unit, or no provision at all.
std::vector<DiffEvent> events_between(Work const& work, EId const& unit, Date after, Date until) {
  std::vector<DiffEvent> out;
  for (ActEvent const& event : work.events) {
    if (event.date <= after || event.date > until) {
      continue;
    }
    if (event.changes.empty()) {
      out.push_back({&event, nullptr});
    }
    for (ActChange const& change : event.changes) {
      if (concerns(change, unit)) {
        out.push_back({&event, &change});
      }
    }
  }
  return out;
}

Result<DiffState> read_state(IndexReader const& reader, DocNum doc) {
  Result<ProvisionRecord> record = reader.record(doc);
  if (!record) {
    return record.error();
  }
  Result<std::vector<StateText>> texts = reader.texts(doc);
  if (!texts) {
    return texts.error();
  }
  return DiffState{doc, std::move(record).value(), std::move(texts).value()};
}

Result<DiffSide> side_on(IndexReader const& reader, FoundUnit const& found, Date day) {
  DiffSide out;
  out.day = day;
  Result<DocNum> const doc = state_on(reader.generation(), found, day);
  if (!doc) {
    out.absent = doc.error().message;
    return out;
  }
  Result<DiffState> state = read_state(reader, *doc);
  if (!state) {
    return state.error();
  }
  out.state = std::move(state).value();
  return out;
}

bool has_portion(DiffState const& state, EId const& portion) {
  auto const& limbs = state.record.limbs;
  auto const in_portion = [&](auto const& each) { return portion.contains(each.eid); };
  return std::any_of(limbs.begin(), limbs.end(), in_portion) ||
         std::any_of(state.texts.begin(), state.texts.end(), [&](StateText const& text) {
           return std::any_of(text.blocks.begin(), text.blocks.end(), in_portion);
         });
}

Error no_portion(EId const& portion) {
  return {ErrorCode::kNotFound,
          "no " + in_quotes(portion.text()) + " was held in this provision at any time asked for"};
}

bool has_language(DiffState const& state, std::vector<std::string> const& languages) {
  auto const& texts = state.record.texts;
  return languages.empty() || std::any_of(texts.begin(), texts.end(), [&](TextSummary const& text) {
           return std::find(languages.begin(), languages.end(), text.language) != languages.end();
         });
}

Error no_language(std::vector<DiffState const*> const& states,
                  std::vector<std::string> const& languages) {
  std::vector<std::string_view> held;
  for (DiffState const* const state : states) {
    for (TextSummary const& text : state->record.texts) {
      if (std::find(held.begin(), held.end(), text.language) == held.end()) {
        held.push_back(text.language);
      }
    }
  }
  std::vector<std::string_view> const wanted(languages.begin(), languages.end());
  return {ErrorCode::kNotFound,
          "no text in " + listed(wanted) + " is held, only in " + listed(held)};
}

Status check(FoundUnit const& found, std::vector<DiffState const*> const& states,
             std::vector<std::string> const& languages) {
  bool const portion = found.portion.empty() ||
                       std::any_of(states.begin(), states.end(), [&](DiffState const* state) {
                         return has_portion(*state, found.portion);
                       });
  if (!portion) {
    return no_portion(found.portion);
  }
  bool const language = std::any_of(states.begin(), states.end(), [&](DiffState const* state) {
    return has_language(*state, languages);
  });
  return language ? Status(Ok{}) : Status(no_language(states, languages));
}

TimelineState timeline_state(DiffState const& before, DiffState const& state, EId const& portion,
                             std::vector<std::string> const& languages) {
  TimelineState out;
  out.valid = state.record.valid;
  out.status = state.record.status;
  if (!before.doc) {
    return out;
  }
  for (TextDiff const& text : diff_texts(before, state, languages, portion)) {
    if (text.changed()) {
      out.texts.push_back({text.language, text.after ? text.after->kind : text.before->kind,
                           text.inserted, text.deleted});
    }
  }
  out.facts = diff_facts(before, state, portion);
  return out;
}

}  // namespace

bool DiffAnswer::same() const {
  return facts.size() == 0 &&
         std::none_of(texts.begin(), texts.end(), [](TextDiff const& t) { return t.changed(); });
}

Result<DiffAnswer> answer_diff(IndexReader const& reader, DiffRequest const& request) {
  if (request.to < request.from) {
    return Error{ErrorCode::kBadQuery,
                 request.from.to_string() + " is after " + request.to.to_string(), "from"};
  }
  Result<FoundUnit> const found = find_unit(reader.generation(), request.provision);
  if (!found) {
    return found.error();
  }
  Result<DiffSide> before = side_on(reader, *found, request.from);
  Result<DiffSide> after = side_on(reader, *found, request.to);
  if (!before || !after) {
    return before ? after.error() : before.error();
  }
  if (!before->absent.empty() && !after->absent.empty()) {
    return Error{ErrorCode::kNotFound, before->absent == after->absent
                                           ? before->absent
                                           : before->absent + "; " + after->absent};
  }
  if (Status const valid = check(*found, {&before->state, &after->state}, request.languages);
      !valid) {
    return valid.error();
  }
  DiffAnswer out;
  out.generation = reader.shared_generation();
  out.act = found->act;
  out.unit = found->unit;
  out.portion = found->portion;
  out.texts = diff_texts(before->state, after->state, request.languages, found->portion);
  out.facts = diff_facts(before->state, after->state, found->portion);
  out.events = events_between(out.generation->acts().at(found->act).work, found->unit, request.from,
                              request.to);
  out.before = std::move(before).value();
  out.after = std::move(after).value();
  return out;
}

Result<TimelineAnswer> answer_timeline(IndexReader const& reader, Handle const& provision,
                                       std::vector<std::string> const& languages) {
  Result<FoundUnit> const found = find_unit(reader.generation(), provision);
  if (!found) {
    return found.error();
  }
  std::vector<DiffState> states(1);  // before the first there is none
  for (DocNum doc = found->states.first; doc < found->states.second; ++doc) {
    Result<DiffState> state = read_state(reader, doc);
    if (!state) {
      return state.error();
    }
    states.push_back(std::move(state).value());
  }
  std::vector<DiffState const*> all;
  for (DiffState const& state : states) {
    all.push_back(&state);
  }
  if (Status const valid = check(*found, all, languages); !valid) {
    return valid.error();
  }
  TimelineAnswer out;
  out.generation = reader.shared_generation();
  out.act = found->act;
  out.unit = found->unit;
  out.portion = found->portion;
  out.languages = languages;
  Work const& work = out.generation->acts().at(found->act).work;
  Date since = kBeginningOfTime;
  for (size_t i = 1; i < states.size(); ++i) {
    out.states.push_back(timeline_state(states[i - 1], states[i], found->portion, languages));
    Date const begun = std::max(since, states[i].record.valid.from);
    out.states.back().events = events_between(work, found->unit, since, begun);
    since = begun;
  }
  out.last = std::move(states.back().record);
  return out;
}

}  // namespace cyberlex
