#include "cyberlex/answer/dual_offences.h"

#include <algorithm>

#include "cyberlex/answer/find_unit.h"
#include "cyberlex/answer/limb_view.h"

namespace cyberlex {
namespace {

// The concept above every form of liability that needs another offence.
constexpr std::string_view kAncillaryForms = "ancillary-liability";

DualLength length_of(LimbRecord const& limb) {
  DualLength out;
  LimbRecord base;
  for (PenaltyClause const& clause : limb.penalties) {
    if (is_base(clause)) {
      base.penalties.push_back(clause);
      out.confidence = std::max(out.confidence, clause.confidence);
    }
  }
  out.longest = longest_term(base);
  out.one_year = one_year_of(limb);
  out.serious = serious_of(limb);
  return out;
}

bool touches(Decision const& decision, EId const& limb) {
  return std::ranges::any_of(decision.provisions, [&limb](EId const& eid) {
    return eid.contains(limb) || limb.contains(eid);
  });
}

class Collector {
 public:
  Collector(IndexReader const& reader, std::string const& state, Date day)
      : reader_(reader), generation_(reader.generation()), day_(day) {
    out_.corpus.jurisdiction = state;
    out_.corpus.on = day;
  }

  Status collect() {
    count_acts();
    Columns const& columns = generation_.columns();
    CodeColumn const& states = columns.state.jurisdiction;
    Code const wanted = states.names.find(out_.corpus.jurisdiction);
    for (DocNum doc = 0; doc < columns.documents(); ++doc) {
      if (states.codes[doc] != wanted || !in_force(columns, doc) ||
          !stands_on(columns, doc, day_)) {
        continue;
      }
      ++out_.corpus.provisions;
      bool const limbs = columns.state.limb_begin[doc] < columns.state.limb_begin[doc + 1];
      if (Status const added = limbs ? add_document(doc) : Status(Ok{}); !added) {
        return added;
      }
    }
    out_.corpus.offences = out_.offences.size();
    return Ok{};
  }

  StateOffences take() { return std::move(out_); }

 private:
  void count_acts() {
    std::vector<ActRecord> const& acts = generation_.acts();
    for (ActNum act = 0; act < acts.size(); ++act) {
      if (acts[act].work.jurisdiction == out_.corpus.jurisdiction) {
        ++out_.corpus.acts;
        if (!acts[act].work.gaps.empty()) {
          out_.corpus.gaps.push_back(act);
        }
      }
    }
  }

  Status add_document(DocNum doc) {
    Result<ProvisionRecord> record = reader_.record(doc);
    if (!record) {
      return record.error();
    }
    for (LimbRecord& limb : record->limbs) {
      if (!limb.offences.empty()) {
        add_limb(doc, *record, limb);
      }
    }
    return Ok{};
  }

  void add_limb(DocNum doc, ProvisionRecord const& record, LimbRecord& limb) {
    Work const& work = generation_.acts().at(record.act).work;
    DualOffence out;
    out.doc = doc;
    out.act = record.act;
    out.handle = to_string(Handle{work.handle, limb.eid});
    out.confidence = limb.provenance.confidence;
    if (!record.texts.empty()) {
      out.heading = record.texts.front().heading;
      out.confidence = std::max(out.confidence, record.texts.front().provenance.confidence);
    }
    out.length = length_of(limb);
    for (Decision const& decision : work.decisions) {
      if (decision.date <= day_ && touches(decision, limb.eid)) {
        out.decisions.push_back(&decision);
      }
    }
    out.limb = std::move(limb);
    if (out_.corpus.assessed.empty() || out_.corpus.assessed.back() != record.act) {
      out_.corpus.assessed.push_back(record.act);
    }
    out_.offences.push_back(std::move(out));
  }

  IndexReader const& reader_;
  Generation const& generation_;
  Date day_;
  StateOffences out_;
};

}  // namespace

Result<StateOffences> offences_of_state(IndexReader const& reader, std::string const& state,
                                        Date day) {
  Collector collector(reader, state, day);
  if (Status const collected = collector.collect(); !collected) {
    return collected.error();
  }
  return collector.take();
}

bool lies_under(Taxonomy const& taxonomy, std::string_view concept_id, std::string_view above) {
  while (concept_id != above) {
    Concept const* const found = taxonomy.find("offence", concept_id);
    if (found == nullptr || found->broader.empty()) {
      return false;
    }
    concept_id = found->broader;
  }
  return true;
}

bool is_ancillary_form(Taxonomy const& taxonomy, std::string_view concept_id) {
  return lies_under(taxonomy, concept_id, kAncillaryForms);
}

bool answers_to_article(MappingRecord const& row) {
  return row.relation != Relation::kAncillary && row.relation != Relation::kOutside;
}

}  // namespace cyberlex
