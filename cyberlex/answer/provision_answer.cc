#include <algorithm>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/find_unit.h"
#include "cyberlex/model/parallel.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

bool has_portion(ProvisionAnswer const& answer, EId const& portion) {
  auto const& limbs = answer.record.limbs;
  bool const limb = std::any_of(limbs.begin(), limbs.end(),
                                [&](LimbRecord const& row) { return portion.contains(row.eid); });
  auto const has_block = [&](StateText const& text) {
    return std::any_of(text.blocks.begin(), text.blocks.end(),
                       [&](TextBlock const& block) { return portion.contains(block.eid); });
  };
  return limb || std::any_of(answer.texts.begin(), answer.texts.end(), has_block);
}

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (std::string const& word : words) {
    out += (out.empty() ? "" : ", ") + word;
  }
  return out;
}

// Keeps texts in `wanted`, in step with their summaries.
Status keep_languages(std::vector<std::string> const& wanted, ProvisionAnswer& answer) {
  for (TextSummary const& text : answer.record.texts) {
    if (std::find(answer.languages.begin(), answer.languages.end(), text.language) ==
        answer.languages.end()) {
      answer.languages.push_back(text.language);
    }
  }
  if (wanted.empty()) {
    return Ok{};
  }
  auto const unwanted = [&](auto const& text) {
    return std::find(wanted.begin(), wanted.end(), text.language) == wanted.end();
  };
  std::erase_if(answer.record.texts, unwanted);
  std::erase_if(answer.texts, unwanted);
  if (answer.texts.empty()) {
    return Error{ErrorCode::kNotFound,
                 "no text in " + joined(wanted) + " is held, only in " + joined(answer.languages)};
  }
  return Ok{};
}

std::vector<Decision> decisions_on(Work const& work, EId const& unit, Date as_of) {
  std::vector<Decision> out;
  for (Decision const& decision : work.decisions) {
    bool const concerns =
        std::any_of(decision.provisions.begin(), decision.provisions.end(),
                    [&](EId const& eid) { return eid.contains(unit) || unit.contains(eid); });
    if (concerns && decision.date <= as_of) {
      out.push_back(decision);
    }
  }
  return out;
}

std::vector<ProvisionChange> changes_of(Work const& work, EId const& unit, Date as_of) {
  std::vector<ProvisionChange> out;
  for (ActEvent const& event : work.events) {
    for (ActChange const& change : event.changes) {
      bool const touched =
          std::any_of(change.provisions.begin(), change.provisions.end(),
                      [&](EId const& eid) { return eid.contains(unit) || unit.contains(eid); });
      if (touched && event.date <= as_of) {
        out.push_back({&event, &change});
      }
    }
  }
  return out;
}

std::vector<ParallelNumber> parallel_numbers(Work const& work, EId const& unit) {
  std::vector<ParallelNumber> out;
  for (ParallelNumbering const& parallel : work.parallel) {
    if (std::optional<EId> eid = to_parallel(parallel, unit)) {
      out.push_back({&parallel, std::move(*eid)});
    }
  }
  return out;
}

std::string handle_of(Generation const& generation, ActNum act, DocNum doc) {
  Result<EId> eid = EId::parse(generation.eid(doc));
  return to_string(
      Handle{generation.acts().at(act).work.handle, eid ? std::move(eid).value() : EId()});
}

// At most one state of a provision stands on a day, so the nearest standing document is a
// neighbour.
void find_neighbours(ActNum act, ProvisionAnswer& answer) {
  Generation const& generation = *answer.generation;
  auto const [first, last] = generation.documents_of(act);
  for (DocNum doc = answer.doc; doc > first && !answer.previous; --doc) {
    if (stands_on(generation.columns(), doc - 1, answer.as_of)) {
      answer.previous = handle_of(generation, act, doc - 1);
    }
  }
  for (DocNum doc = answer.doc + 1; doc < last && !answer.next; ++doc) {
    if (stands_on(generation.columns(), doc, answer.as_of)) {
      answer.next = handle_of(generation, act, doc);
    }
  }
}

Status fetch(IndexReader const& reader, ProvisionAnswer& answer) {
  Result<ProvisionRecord> record = reader.record(answer.doc);
  if (!record) {
    return record.error();
  }
  Result<std::vector<StateText>> texts = reader.texts(answer.doc);
  if (!texts) {
    return texts.error();
  }
  answer.record = std::move(record).value();
  answer.texts = std::move(texts).value();
  return Ok{};
}

}  // namespace

namespace {

// The states of a unit. They stand side by side, so from one of them the others are near, in an act
// of ten thousand units, too.
std::pair<DocNum, DocNum> states_around(Generation const& generation, ActNum act, EId const& unit,
                                        DocNum one) {
  auto const [first, last] = generation.documents_of(act);
  std::string_view const eid = unit.text();
  if (one < first || one >= last || generation.eid(one) != eid) {
    return generation.states_of(act, eid);
  }
  DocNum begin = one;
  while (begin > first && generation.eid(begin - 1) == eid) {
    --begin;
  }
  DocNum end = one + 1;
  while (end < last && generation.eid(end) == eid) {
    ++end;
  }
  return {begin, end};
}

}  // namespace

std::vector<VersionEntry> versions_of(Generation const& generation, ActNum act, EId const& unit,
                                      DocNum shown) {
  StateColumns const& state = generation.columns().state;
  std::vector<VersionEntry> out;
  auto const [first, last] = states_around(generation, act, unit, shown);
  for (DocNum doc = first; doc < last; ++doc) {
    std::string const& status = state.status.names.values.at(state.status.codes[doc]);
    out.push_back({{Date(state.from[doc]), Date(state.to[doc])},
                   parse_name<LegalStatus>(status).value_or(LegalStatus::kUnknown),
                   doc == shown});
  }
  return out;
}

bool holds_provision(Generation const& generation, Handle const& handle) {
  return !handle.eid.empty() && find_unit(generation, handle).ok();
}

Result<ProvisionAnswer> answer_provision(IndexReader const& reader, Handle const& handle,
                                         Date as_of, std::vector<std::string> const& languages) {
  Result<FoundUnit> const found = find_unit(reader.generation(), handle);
  if (!found) {
    return found.error();
  }
  Result<DocNum> const doc = state_on(reader.generation(), *found, as_of);
  if (!doc) {
    return doc.error();
  }
  ProvisionAnswer answer;
  answer.generation = reader.shared_generation();
  answer.as_of = as_of;
  answer.doc = *doc;
  answer.portion = found->portion;
  if (Status const fetched = fetch(reader, answer); !fetched) {
    return fetched.error();
  }
  if (!answer.portion.empty() && !has_portion(answer, answer.portion)) {
    return Error{ErrorCode::kNotFound, "no " + in_quotes(answer.portion.text()) +
                                           " is held in this provision on " + as_of.to_string()};
  }
  if (Status const kept = keep_languages(languages, answer); !kept) {
    return kept.error();
  }
  answer.versions = versions_of(*answer.generation, found->act, found->unit, answer.doc);
  Work const& work = answer.generation->acts().at(found->act).work;
  answer.decisions = decisions_on(work, found->unit, as_of);
  answer.changes = changes_of(work, found->unit, as_of);
  answer.parallel = parallel_numbers(work, found->unit);
  find_neighbours(found->act, answer);
  return answer;
}

}  // namespace cyberlex
