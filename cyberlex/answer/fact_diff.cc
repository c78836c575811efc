#include "cyberlex/answer/fact_diff.h"

#include <algorithm>
#include <map>
#include <utility>

namespace cyberlex {
namespace {

// (fact, of) -> what is said.
using Facts = std::map<std::pair<std::string, std::string>, std::string>;

std::string joined(std::vector<std::string> const& values) {
  std::string out;
  for (std::string const& value : values) {
    out += (out.empty() ? "" : "; ") + value;
  }
  return out;
}

void add(std::string_view fact, std::string_view of, std::string_view said, Facts& out) {
  if (!said.empty()) {
    out[{std::string(fact), std::string(of)}] = said;
  }
}

void add_power(Power const& power, Facts& out) {
  add("power", power.power, power.power, out);
  add("authorisation", power.power, joined(power.authorisation), out);
  add("who", power.power, power.who, out);
  add("threshold", power.power, power.threshold, out);
  add("against", power.power, power.against, out);
  add("duration", power.power, power.duration, out);
  add("secrecy", power.power, power.secrecy, out);
  add("provider_duty", power.power, power.provider_duty, out);
  add("refusal", power.power, power.refusal, out);
  for (Assessment const& each : power.safeguards) {
    add("safeguard", power.power + '/' + each.concept_id, name_of(each.value), out);
  }
}

Facts facts_of(LimbRecord const& limb) {
  Facts out;
  for (std::string const& offence : limb.offences) {
    add("offence", offence, offence, out);
  }
  for (auto const& [name, said] : limb.elements) {
    add("element", name, said, out);
  }
  for (Power const& power : limb.powers) {
    add_power(power, out);
  }
  for (Assessment const& each : limb.defences) {
    add("defence", each.concept_id, name_of(each.value), out);
  }
  for (Concern const& each : limb.concerns) {
    add("concern", each.concern, each.concern, out);
  }
  for (Demand const& demand : limb.asks) {
    add("asks", demand.id, demand.text, out);
  }
  return out;
}

Facts facts_of(DiffState const& state) {
  Facts out;
  if (state.doc) {
    add("status", "", name_of(state.record.status), out);
    add("class", "", name_of(state.record.klass), out);
  }
  return out;
}

std::string said(Facts const& facts, Facts::key_type const& key) {
  auto const found = facts.find(key);
  return found == facts.end() ? std::string() : found->second;
}

std::vector<FactChange> changes_of(Facts const& before, Facts const& after) {
  Facts all = before;
  all.insert(after.begin(), after.end());
  std::vector<FactChange> out;
  for (auto const& [key, unused] : all) {
    FactChange change{key.first, key.second, said(before, key), said(after, key)};
    if (change.before != change.after) {
      out.push_back(std::move(change));
    }
  }
  return out;
}

// What of a clause or a mapping is a fact.
PenaltyClause bare(PenaltyClause clause) {
  clause.valid = {};
  clause.confidence = {};
  clause.sources.clear();
  clause.note.clear();
  return clause;
}

MappingRecord bare(MappingRecord mapping) {
  MappingRecord out;
  out.limb = std::move(mapping.limb);
  out.treaty = std::move(mapping.treaty);
  out.article = std::move(mapping.article);
  out.relation = mapping.relation;
  out.covers = std::move(mapping.covers);
  out.partly = std::move(mapping.partly);
  out.missing = std::move(mapping.missing);
  out.added = std::move(mapping.added);
  return out;
}

// Those of `one` that `other` lacks.
template <typename Row>
std::vector<Row> lacking(std::vector<Row> const& one, std::vector<Row> const& other) {
  std::vector<Row> out;
  for (Row const& row : one) {
    Row const wanted = bare(row);
    if (std::none_of(other.begin(), other.end(),
                     [&](Row const& each) { return bare(each) == wanted; })) {
      out.push_back(row);
    }
  }
  return out;
}

LimbDiff diff_limb(LimbRecord const& before, LimbRecord const& after) {
  LimbDiff out;
  out.limb = after.eid.empty() ? before.eid : after.eid;
  out.facts = changes_of(facts_of(before), facts_of(after));
  out.penalties_removed = lacking(before.penalties, after.penalties);
  out.penalties_added = lacking(after.penalties, before.penalties);
  out.mappings_removed = lacking(before.mappings, after.mappings);
  out.mappings_added = lacking(after.mappings, before.mappings);
  return out;
}

LimbRecord const* find_limb(ProvisionRecord const& record, EId const& eid) {
  for (LimbRecord const& limb : record.limbs) {
    if (limb.eid == eid) {
      return &limb;
    }
  }
  return nullptr;
}

// Limbs after, and those before only.
std::vector<EId> limbs_of(DiffState const& before, DiffState const& after, EId const& portion) {
  std::vector<EId> out;
  for (DiffState const* const state : {&after, &before}) {
    for (LimbRecord const& limb : state->record.limbs) {
      bool const wanted = portion.empty() || portion.contains(limb.eid);
      if (wanted && std::find(out.begin(), out.end(), limb.eid) == out.end()) {
        out.push_back(limb.eid);
      }
    }
  }
  return out;
}

}  // namespace

size_t LimbDiff::size() const {
  return facts.size() + penalties_removed.size() + penalties_added.size() +
         mappings_removed.size() + mappings_added.size();
}

size_t FactDiff::size() const {
  size_t out = facts.size();
  for (LimbDiff const& limb : limbs) {
    out += limb.size();
  }
  return out;
}

FactDiff diff_facts(DiffState const& before, DiffState const& after, EId const& portion) {
  LimbRecord const none;
  FactDiff out;
  out.facts = changes_of(facts_of(before), facts_of(after));
  for (EId const& eid : limbs_of(before, after, portion)) {
    LimbRecord const* const old_limb = find_limb(before.record, eid);
    LimbRecord const* const new_limb = find_limb(after.record, eid);
    LimbDiff limb =
        diff_limb(old_limb == nullptr ? none : *old_limb, new_limb == nullptr ? none : *new_limb);
    if (limb.size() > 0) {
      out.limbs.push_back(std::move(limb));
    }
  }
  return out;
}

}  // namespace cyberlex
