#include "indexer/annotate.h"

#include <algorithm>
#include <iterator>

#include "indexer/check_annotations.h"
#include "indexer/check_mappings.h"
#include "indexer/check_rows.h"
#include "indexer/resolve_principals.h"

namespace cyberlex {
namespace {

// The sources a row names, from its concordance's map; the reader has checked that they are there.
std::vector<Source> resolve_sources(Concordance const& concordance, Provenance const& provenance) {
  std::vector<Source> sources;
  for (std::string const& key : provenance.sources) {
    auto const found = concordance.sources.find(key);
    if (found != concordance.sources.end()) {
      sources.push_back(found->second);
    }
  }
  return sources;
}

// The checklist in its order, each concept once, then what was assessed beyond it by id.
void complete(std::vector<Assessment>& rows, std::vector<Concept const*> const& checklist) {
  std::map<std::string, Assessment> given;
  for (Assessment& row : rows) {
    std::string const id = row.concept_id;
    given.emplace(id, std::move(row));
  }
  rows.clear();
  for (Concept const* each : checklist) {
    auto const found = given.find(each->id);
    if (found != given.end()) {
      rows.push_back(std::move(found->second));
      given.erase(found);
    } else {
      rows.emplace_back().concept_id = each->id;
    }
  }
  for (auto& [id, row] : given) {
    rows.push_back(std::move(row));
  }
}

class Completion {
 public:
  Completion(Act const& act, Taxonomy const& taxonomy)
      : safeguards_(taxonomy.checklist("safeguard")),
        defences_(taxonomy.checklist("defence")),
        national_(act.work.jurisdiction != "int") {}

  void run(LimbFacts& limb) const {
    for (Power& power : limb.powers) {
      complete(power.safeguards, safeguards_);
    }
    bool const assessed = national_ && !limb.offences.empty();
    if (assessed || !limb.defences.empty()) {
      complete(limb.defences, defences_);
    }
  }

 private:
  std::vector<Concept const*> safeguards_;
  std::vector<Concept const*> defences_;
  bool national_;
};

void join_annotations(Annotations const& annotations, Completion const& completion,
                      AnnotatedAct& out) {
  for (UnitFacts const& unit : annotations.units) {
    AnnotatedUnit& joined = out.units[unit.eid];
    joined.klass = unit.klass;
    joined.limbs = unit.limbs;
    for (LimbFacts& limb : joined.limbs) {
      completion.run(limb);
    }
  }
}

void join_concordance(Concordance const& concordance, AnnotatedAct& out) {
  for (Mapping const& mapping : concordance.mappings) {
    out.units[mapping.limb.unit()].mappings.push_back(
        {mapping, resolve_sources(concordance, mapping.provenance), concordance.author,
         concordance.reviewed, concordance.date});
  }
  for (ArticleAssessment const& row : concordance.assessed) {
    out.assessed.push_back({row, resolve_sources(concordance, row.provenance), concordance.author,
                            concordance.reviewed, concordance.date});
  }
}

}  // namespace

AnnotatedAct annotate(Act act, ActFacts const& facts, Taxonomy const& taxonomy,
                      KnownActs const& known, Diagnostics& diagnostics) {
  AnnotatedAct out;
  if (facts.annotations != nullptr) {
    check_annotations(act, *facts.annotations, taxonomy, diagnostics);
    join_annotations(*facts.annotations, Completion(act, taxonomy), out);
  }
  for (Concordance const* concordance : facts.concordances) {
    check_concordance(*concordance, known, diagnostics);
    join_concordance(*concordance, out);
  }
  check_rows(facts.concordances, diagnostics);
  resolve_principals(out);
  out.act = std::move(act);
  return out;
}

}  // namespace cyberlex
