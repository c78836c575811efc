#include "cyberlex/answer/citations.h"

#include <array>

#include "cyberlex/answer/find_unit.h"

namespace cyberlex {
namespace {

// The state of the day, else the last that began before it, else the first.
DocNum nearest_state(Columns const& columns, std::pair<DocNum, DocNum> states, Date as_of) {
  DocNum best = states.first;
  for (DocNum doc = states.first; doc < states.second; ++doc) {
    best = columns.state.from[doc] <= as_of.days() ? doc : best;
  }
  return best;
}

Result<CitedThing> look_at(IndexReader const& reader, Handle const& target, Date as_of) {
  Generation const& generation = reader.generation();
  CitedThing out;
  out.act = generation.act_number(target.act);
  if (target.eid.empty()) {
    return out;
  }
  Result<FoundUnit> const found = find_unit(generation, target);
  if (!found) {
    return found.error();
  }
  DocNum const doc = nearest_state(generation.columns(), found->states, as_of);
  Result<ProvisionRecord> record = reader.record(doc);
  if (!record) {
    return record.error();
  }
  out.stands = stands_on(generation.columns(), doc, as_of);
  out.provision = std::move(record).value();
  return out;
}

CitationStatus status_of(CitationLookup const& lookup) {
  switch (lookup.fault) {
    case CitationFault::kNotACitation:
      return CitationStatus::kNotACitation;
    case CitationFault::kUnknownAct:
      return CitationStatus::kUnknownAct;
    case CitationFault::kNoSuchUnit:
      return CitationStatus::kNoSuchUnit;
    case CitationFault::kNone:
      break;
  }
  return lookup.found.targets.size() > 1 ? CitationStatus::kAmbiguous : CitationStatus::kFound;
}

Result<CitationEntry> look_up(Searcher const& searcher, std::string const& text, Date as_of) {
  CitationLookup const lookup = look_up_citation(text, searcher.shared()->vocabulary());
  CitationEntry out{text, status_of(lookup), lookup.found.label, {}};
  bool const found = lookup.fault == CitationFault::kNone;
  for (Handle const& target : found ? lookup.found.targets : lookup.acts.targets) {
    Result<CitedThing> thing = look_at(searcher.reader(), target, as_of);
    if (!thing) {
      return thing.error();
    }
    out.things.push_back(std::move(thing).value());
  }
  return out;
}

}  // namespace

std::string_view name_of(CitationStatus status) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"found", "ambiguous", "no-such-unit", "unknown-act", "not-a-citation"});
  return kNames.at(static_cast<size_t>(status));
}

Result<CitationsAnswer> answer_citations(Searcher const& searcher,
                                         CitationsRequest const& request) {
  if (request.texts.empty()) {
    return Error{ErrorCode::kBadQuery, "missing; expected a citation, such as s 24 Cybercrimes Act",
                 "q"};
  }
  if (request.texts.size() > kMostCitations) {
    return Error{ErrorCode::kBadQuery,
                 "at most " + std::to_string(kMostCitations) +
                     " citations are looked up at once, " + "not " +
                     std::to_string(request.texts.size()),
                 "q"};
  }
  CitationsAnswer out{searcher.reader().shared_generation(), request, {}};
  for (std::string const& text : request.texts) {
    Result<CitationEntry> entry = look_up(searcher, text, request.as_of);
    if (!entry) {
      return entry.error();
    }
    out.citations.push_back(std::move(entry).value());
  }
  return out;
}

}  // namespace cyberlex
