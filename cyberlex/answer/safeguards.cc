#include "cyberlex/answer/safeguards.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "cyberlex/answer/among.h"
#include "cyberlex/answer/find_unit.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

Status check(SafeguardsRequest const& request, Generation const& generation) {
  Taxonomy const& taxonomy = generation.taxonomy();
  for (std::string const& code : request.jurisdictions) {
    if (!names_jurisdiction(generation, code)) {
      return Error{ErrorCode::kBadQuery,
                   "expected a code of ISO 3166-1 alpha-2 or int, found " + in_quotes(code),
                   "jurisdiction"};
    }
  }
  for (std::string const& power : request.powers) {
    if (taxonomy.find("power", power) != nullptr) {
      continue;
    }
    Nearest nearest(power);
    for (Concept const& each : taxonomy.concepts) {
      if (each.scheme == "power") {
        nearest.consider(each.id);
      }
    }
    return Error{ErrorCode::kBadQuery,
                 "unknown power " + in_quotes(power) + nearest.hint() +
                     "; allowed: the concepts of scheme power",
                 "power"};
  }
  return Ok{};
}

// Documents with a power that stand and are in force on the day, of the states asked.
std::vector<DocNum> power_documents(Generation const& generation,
                                    SafeguardsRequest const& request) {
  Columns const& columns = generation.columns();
  CodeColumn const& states = columns.state.jurisdiction;
  std::vector<DocNum> out;
  for (DocNum doc = 0; doc < columns.documents(); ++doc) {
    bool powers = false;
    for (uint32_t limb = columns.state.limb_begin[doc]; limb < columns.state.limb_begin[doc + 1];
         ++limb) {
      powers = powers || !columns.limb.power.row(limb).empty();
    }
    bool const treaty = states.names.values[states.codes[doc]] == "int";
    if (powers && (treaty || in_force(columns, doc)) && stands_on(columns, doc, request.as_of) &&
        is_among(request.jurisdictions, states.names.values[states.codes[doc]])) {
      out.push_back(doc);
    }
  }
  return out;
}

void add_rows(ProvisionRecord const& record, SafeguardsAnswer& out) {
  Work const& work = out.generation->acts().at(record.act).work;
  for (LimbRecord const& limb : record.limbs) {
    for (Power const& power : limb.powers) {
      if (!out.request.powers.empty() && !is_among(out.request.powers, power.power)) {
        continue;
      }
      out.rows.push_back({work.jurisdiction, record.act, to_string(Handle{work.handle, limb.eid}),
                          record.texts.empty() ? "" : record.texts.front().heading, power,
                          limb.provenance});
    }
  }
}

// The text below `eid` in the leading text.
std::string text_below(StateText const& text, EId const& eid) {
  std::string out;
  for (TextBlock const& block : text.blocks) {
    if (eid.contains(block.eid) && !block.text.empty()) {
      out += (out.empty() ? "" : "\n\n") + block.text;
    }
  }
  return out;
}

// The state that a handle names on the day; nothing where it does not stand.
std::optional<DocNum> document_at(Generation const& generation, std::string const& at, Date as_of) {
  Result<Handle> const handle = parse_handle(at);
  if (!handle || handle->eid.empty()) {
    return std::nullopt;
  }
  Result<FoundUnit> const found = find_unit(generation, *handle);
  Result<DocNum> const doc =
      found ? state_on(generation, *found, as_of) : Result<DocNum>(found.error());
  return doc ? std::optional<DocNum>(*doc) : std::nullopt;
}

// What an assessment points at, when it stood on the day; nothing is said where it did not.
Status add_ground(IndexReader const& reader, std::string const& at, SafeguardsAnswer& out) {
  std::optional<DocNum> const doc = document_at(*out.generation, at, out.request.as_of);
  if (!doc || out.grounds.contains(at)) {
    return Ok{};
  }
  Result<Handle> const handle = parse_handle(at);
  Result<std::vector<StateText>> const texts = reader.texts(*doc);
  if (!texts) {
    return texts.error();
  }
  if (!texts->empty()) {
    StateText const& lead = texts->front();
    out.grounds[at] = {lead.language, lead.kind, text_below(lead, handle->eid)};
  }
  return Ok{};
}

Status add_grounds(IndexReader const& reader, SafeguardsAnswer& out) {
  for (SafeguardRow const& row : out.rows) {
    for (Assessment const& assessment : row.power.safeguards) {
      for (std::string const& at : assessment.at) {
        if (Status const added = add_ground(reader, at, out); !added) {
          return added;
        }
      }
    }
  }
  return Ok{};
}

// The checklist by article in place of by safeguard.
Status add_yardstick(IndexReader const& reader, SafeguardsAnswer& out) {
  std::map<std::string, YardstickRow> rows;
  for (Concept const* const each : out.checklist) {
    for (std::string const& article : each->yardstick) {
      rows[article].handle = article;
      rows[article].safeguards.push_back(each->id);
    }
  }
  for (auto& [article, row] : rows) {
    std::optional<DocNum> const doc = document_at(*out.generation, article, out.request.as_of);
    if (doc) {
      Result<ProvisionRecord> const record = reader.record(*doc);
      if (!record) {
        return record.error();
      }
      row.heading = record->texts.empty() ? "" : record->texts.front().heading;
    }
    if (Status const added = add_ground(reader, article, out); !added) {
      return added;
    }
    out.yardstick.push_back(std::move(row));
  }
  std::ranges::stable_sort(out.yardstick, std::ranges::greater(),
                           [](YardstickRow const& row) { return row.safeguards.size(); });
  return Ok{};
}

void count(SafeguardsAnswer& out) {
  for (std::string const& state : out.request.jurisdictions) {
    for (Concept const* const each : out.checklist) {
      SafeguardCount row{state, each->id, {}};
      for (SafeguardRow const& power : out.rows) {
        for (Assessment const& found : power.power.safeguards) {
          if (power.jurisdiction == state && found.concept_id == each->id) {
            ++row.powers[found.value];
          }
        }
      }
      out.counts.push_back(std::move(row));
    }
  }
}

}  // namespace

Result<SafeguardsAnswer> answer_safeguards(IndexReader const& reader,
                                           SafeguardsRequest const& request) {
  SafeguardsAnswer out;
  out.generation = reader.shared_generation();
  out.request = request;
  if (Status const checked = check(request, *out.generation); !checked) {
    return checked.error();
  }
  out.request.jurisdictions = states_of(request.jurisdictions, *out.generation);
  out.checklist = out.generation->taxonomy().checklist("safeguard");
  for (DocNum const doc : power_documents(*out.generation, out.request)) {
    Result<ProvisionRecord> const record = reader.record(doc);
    if (!record) {
      return record.error();
    }
    add_rows(*record, out);
  }
  if (Status const added = add_grounds(reader, out); !added) {
    return added.error();
  }
  if (Status const added = add_yardstick(reader, out); !added) {
    return added.error();
  }
  count(out);
  return out;
}

}  // namespace cyberlex
