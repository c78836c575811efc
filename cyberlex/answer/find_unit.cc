#include "cyberlex/answer/find_unit.h"

#include "cyberlex/model/parallel.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

// The eId without its last step; empty when it has one only.
EId parent_of(EId const& eid) {
  size_t const cut = eid.text().rfind("__");
  if (cut == std::string::npos) {
    return {};
  }
  Result<EId> parent = EId::parse(std::string_view(eid.text()).substr(0, cut));
  return parent ? std::move(parent).value() : EId();
}

Interval interval_of(Columns const& columns, DocNum doc) {
  return {Date(columns.state.from[doc]), Date(columns.state.to[doc])};
}

}  // namespace

Result<ActNum> find_act_number(Generation const& generation, std::string const& handle) {
  ActNum const act = generation.act_number(handle);
  if (act < generation.acts().size()) {
    return act;
  }
  Nearest nearest(handle);
  size_t const slash = handle.find('/');
  for (ActRecord const& record : generation.acts()) {
    std::string const& candidate = record.work.handle;
    if (candidate.find('/') == slash && candidate.compare(0, slash, handle, 0, slash) == 0) {
      nearest.consider(candidate);
    } else if (slash == std::string::npos && candidate.find('/') == slash) {
      nearest.consider(candidate);
    }
  }
  return Error{ErrorCode::kNotFound, "no act " + in_quotes(handle) + " is held" + nearest.hint()};
}

// A unit's own eId may have two steps ("att_1__sec_1"), so the longest prefix that is a unit
// counts.
Result<FoundUnit> find_unit(Generation const& generation, Handle const& handle) {
  Result<ActNum> const act = find_act_number(generation, handle.act);
  if (!act) {
    std::optional<Handle> const own = resolve_parallel(generation, handle);
    return own ? find_unit(generation, *own) : Result<FoundUnit>(act.error());
  }
  for (EId unit = handle.eid; !unit.empty(); unit = parent_of(unit)) {
    std::pair<DocNum, DocNum> const states = generation.states_of(*act, unit.text());
    if (states.first < states.second) {
      return FoundUnit{*act, unit, unit == handle.eid ? EId() : handle.eid, states};
    }
  }
  return Error{ErrorCode::kNotFound,
               "no provision " + in_quotes(to_string(handle)) + " is held of this act"};
}

std::optional<Handle> resolve_parallel(Generation const& generation, Handle const& handle) {
  for (ActRecord const& act : generation.acts()) {
    for (ParallelNumbering const& parallel : act.work.parallel) {
      if (parallel.handle != handle.act) {
        continue;
      }
      if (handle.eid.empty()) {
        return Handle{act.work.handle, {}};
      }
      if (std::optional<EId> own = from_parallel(parallel, handle.eid)) {
        return Handle{act.work.handle, std::move(*own)};
      }
    }
  }
  return std::nullopt;
}

Result<DocNum> state_on(Generation const& generation, FoundUnit const& found, Date as_of) {
  Columns const& columns = generation.columns();
  auto const [first, last] = found.states;
  std::optional<Date> ended;
  std::string const name =
      to_string(Handle{generation.acts().at(found.act).work.handle, found.unit});
  for (DocNum doc = first; doc < last; ++doc) {
    Interval const valid = interval_of(columns, doc);
    if (valid.contains(as_of)) {
      return doc;
    }
    if (as_of < valid.from) {
      return Error{ErrorCode::kNotFound,
                   name + (ended ? " stands again only from " : " stands only from ") +
                       valid.from.to_string() + ", not on " + as_of.to_string()};
    }
    ended = valid.to;
  }
  return Error{ErrorCode::kNotFound, name + " stood only until " +
                                         ended.value_or(as_of).to_string() + ", not on " +
                                         as_of.to_string()};
}

bool stands_on(Columns const& columns, DocNum doc, Date as_of) {
  return interval_of(columns, doc).contains(as_of);
}

bool in_force(Columns const& columns, DocNum doc) {
  CodeColumn const& column = columns.state.status;
  std::string const& status = column.names.values[column.codes[doc]];
  return status == name_of(LegalStatus::kInForce) || status == name_of(LegalStatus::kUnknown);
}

LegalStatus act_status_on(Work const& work, Date as_of) {
  LegalStatus status = LegalStatus::kUnknown;
  for (StatusChange const& change : work.status) {
    status = change.from <= as_of ? change.value : status;
  }
  return status;
}

}  // namespace cyberlex
