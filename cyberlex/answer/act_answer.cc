#include <algorithm>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/find_unit.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

Status check_jurisdictions(Generation const& generation, std::vector<std::string> const& wanted) {
  std::vector<std::string> const& held = generation.columns().state.jurisdiction.names.values;
  for (std::string_view code : wanted) {
    code.remove_prefix(code.starts_with('-') ? 1 : 0);
    if (!is_jurisdiction(code) && std::find(held.begin(), held.end(), code) == held.end()) {
      return Error{ErrorCode::kBadQuery,
                   "no act of " + in_quotes(code) + " is held" + Nearest(code).among(held).hint(),
                   "jurisdiction"};
    }
  }
  return Ok{};
}

// Among those that are named, when some are; not among those that a "-" excludes.
bool is_wanted(std::vector<std::string> const& jurisdictions, std::string const& code) {
  bool some = false;
  bool named = false;
  for (std::string const& each : jurisdictions) {
    if (each == '-' + code) {
      return false;
    }
    some = some || !each.starts_with('-');
    named = named || each == code;
  }
  return named || !some;
}

uint64_t standing_provisions(Generation const& generation, ActNum act, Date as_of) {
  auto const [first, last] = generation.documents_of(act);
  uint64_t count = 0;
  for (DocNum doc = first; doc < last; ++doc) {
    count += stands_on(generation.columns(), doc, as_of) ? 1 : 0;
  }
  return count;
}

ContentsEntry contents_entry(std::string const& act, ProvisionRecord&& record) {
  TextSummary leading = record.texts.empty() ? TextSummary() : std::move(record.texts.front());
  return {to_string(Handle{act, record.eid}),
          record.kind,
          std::move(record.num),
          std::move(record.label),
          std::move(leading.heading),
          std::move(leading.language),
          record.status,
          record.klass,
          std::move(record.path)};
}

}  // namespace

Result<ActListAnswer> answer_acts(IndexReader const& reader, Date as_of,
                                  std::vector<std::string> const& jurisdictions, uint64_t offset,
                                  uint64_t limit) {
  Generation const& generation = reader.generation();
  if (Status const checked = check_jurisdictions(generation, jurisdictions); !checked) {
    return checked.error();
  }
  ActListAnswer answer{reader.shared_generation(), as_of, jurisdictions, limit, 0, {}, {}};
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    Work const& work = generation.acts()[act].work;
    if (!is_wanted(jurisdictions, work.jurisdiction)) {
      continue;
    }
    if (answer.total >= offset && answer.acts.size() < limit) {
      answer.acts.push_back(
          {act, standing_provisions(generation, act, as_of), act_status_on(work, as_of)});
    }
    ++answer.total;
  }
  if (!answer.acts.empty() && offset + answer.acts.size() < answer.total) {
    answer.next_offset = offset + answer.acts.size();
  }
  return answer;
}

Result<ActAnswer> answer_act(IndexReader const& reader, std::string const& handle, Date as_of) {
  Generation const& generation = reader.generation();
  Result<ActNum> const act = find_act_number(generation, handle);
  if (!act) {
    return act.error();
  }
  ActAnswer answer{reader.shared_generation(),
                   as_of,
                   *act,
                   act_status_on(generation.acts()[*act].work, as_of),
                   {}};
  auto const [first, last] = generation.documents_of(*act);
  for (DocNum doc = first; doc < last; ++doc) {
    if (!stands_on(generation.columns(), doc, as_of)) {
      continue;
    }
    Result<ProvisionRecord> record = reader.record(doc);
    if (!record) {
      return record.error();
    }
    answer.contents.push_back(contents_entry(handle, std::move(record).value()));
  }
  return answer;
}

}  // namespace cyberlex
