#include "cyberlex/answer/jurisdiction.h"

#include <algorithm>

#include "cyberlex/answer/find_unit.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

std::vector<JurisdictionTreaty> treaties_of(Generation const& generation, std::string const& code,
                                            Date as_of) {
  std::vector<JurisdictionTreaty> out;
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    Work const& work = generation.acts()[act].work;
    if (work.jurisdiction != "int") {
      continue;
    }
    JurisdictionTreaty row{act, standing_towards(work, code, as_of), {}};
    for (StandingChange const& change : work.standing) {
      if (change.state == code && change.from <= as_of) {
        row.changes.push_back(&change);
      }
    }
    std::ranges::stable_sort(row.changes, {}, &StandingChange::from);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<JurisdictionDecision> decisions_of(Generation const& generation,
                                               std::string const& code, Date as_of) {
  std::vector<JurisdictionDecision> out;
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    Work const& work = generation.acts()[act].work;
    for (Decision const& decision : work.decisions) {
      if (work.jurisdiction == code && decision.date <= as_of) {
        out.push_back({act, &decision});
      }
    }
  }
  std::ranges::stable_sort(out, {},
                           [](JurisdictionDecision const& row) { return row.decision->date; });
  return out;
}

// Counts limbs by the columns.
class Limbs {
 public:
  Limbs(Generation const& generation, Date as_of) : columns_(generation.columns()), as_of_(as_of) {
    CodeNames const& articles = columns_.mapping.article.names;
    for (std::string const& treaty : columns_.mapping.treaty.names.values) {
      outside_.push_back(articles.find(treaty + "/none"));
    }
    unassessed_ = columns_.limb.confidence.names.find("not-assessed");
  }

  void add(DocNum doc, JurisdictionSummary& out) const {
    if (!stands_on(columns_, doc, as_of_)) {
      return;
    }
    ++out.provisions;
    bool any = false;
    for (uint32_t limb = columns_.state.limb_begin[doc]; limb < columns_.state.limb_begin[doc + 1];
         ++limb) {
      out.limbs += columns_.limb.confidence.codes[limb] != unassessed_ ? 1 : 0;
      if (!in_force(columns_, doc) || columns_.limb.offence.row(limb).empty()) {
        continue;
      }
      ++out.overreach.offences;
      if (is_outside_all(limb)) {
        ++out.overreach.limbs;
        any = true;
      }
    }
    out.overreach.provisions += any ? 1 : 0;
  }

 private:
  bool is_outside_all(uint32_t limb) const {
    auto const& begin = columns_.limb.mapping_begin;
    auto const& codes = columns_.mapping.article.codes;
    return std::ranges::all_of(outside_, [&](Code wanted) {
      return std::find(codes.begin() + begin[limb], codes.begin() + begin[limb + 1], wanted) !=
             codes.begin() + begin[limb + 1];
    });
  }

  Columns const& columns_;
  Date as_of_;
  std::vector<Code> outside_;  // one a treaty
  Code unassessed_ = 0;
};

JurisdictionSummary summary_of(Generation const& generation, Limbs const& limbs,
                               std::string const& code, Date as_of) {
  JurisdictionSummary out;
  out.code = code;
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    if (generation.acts()[act].work.jurisdiction != code) {
      continue;
    }
    ++out.acts;
    auto const [first, last] = generation.documents_of(act);
    for (DocNum doc = first; doc < last; ++doc) {
      limbs.add(doc, out);
    }
  }
  out.treaties = treaties_of(generation, code, as_of);
  return out;
}

// Leaves what is said of this state.
void keep_state(std::string const& code, CoverageAnswer& coverage) {
  Generation const& generation = *coverage.generation;
  auto const other = [&code](auto const& row) { return row.jurisdiction != code; };
  std::erase_if(coverage.acts, [&](ActCoverage const& row) {
    return generation.acts().at(row.act).work.jurisdiction != code;
  });
  std::erase_if(coverage.unannotated, other);
  std::erase_if(coverage.treaties, other);
  std::erase_if(coverage.gaps, [&](KnownGap const& row) {
    ActRecord const* const act = generation.find_act(row.act);
    return act == nullptr || act->work.jurisdiction != code;
  });
  std::erase_if(coverage.elsewhere, other);
}

}  // namespace

Result<JurisdictionAnswer> answer_jurisdiction(IndexReader const& reader, std::string const& code,
                                               Date as_of) {
  Generation const& generation = reader.generation();
  if (!names_jurisdiction(generation, code) || code == "int") {
    return Error{ErrorCode::kBadQuery,
                 "expected a state as a code of ISO 3166-1 alpha-2, found " + in_quotes(code),
                 "jurisdiction"};
  }
  Result<ActListAnswer> acts = answer_acts(reader, as_of, {code}, 0, kActsPerPage);
  if (!acts) {
    return acts.error();
  }
  Result<CoverageAnswer> coverage = answer_coverage(reader, as_of);
  if (!coverage) {
    return coverage.error();
  }
  keep_state(code, *coverage);
  Limbs const limbs(generation, as_of);
  return JurisdictionAnswer{reader.shared_generation(),
                            as_of,
                            code,
                            std::move(acts).value(),
                            treaties_of(generation, code, as_of),
                            decisions_of(generation, code, as_of),
                            summary_of(generation, limbs, code, as_of).overreach,
                            std::move(coverage).value()};
}

JurisdictionsAnswer answer_jurisdictions(std::shared_ptr<Generation const> generation, Date as_of) {
  JurisdictionsAnswer out{std::move(generation), as_of, {}};
  Limbs const limbs(*out.generation, as_of);
  for (std::string const& code : states_held(*out.generation)) {
    out.jurisdictions.push_back(summary_of(*out.generation, limbs, code, as_of));
  }
  return out;
}

}  // namespace cyberlex
