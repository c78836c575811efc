#include "indexer/check_annotations.h"

#include <algorithm>
#include <set>

#include "cyberlex/model/identifiers.h"

namespace cyberlex {
namespace {

bool holds(std::vector<EId> const& ascending, EId const& eid) {
  return std::binary_search(ascending.begin(), ascending.end(), eid);
}

void check_concepts(Taxonomy const& taxonomy, std::string_view scheme,
                    std::vector<std::string> const& ids, SourcePlace const& place,
                    Diagnostics& diagnostics) {
  for (std::string const& id : ids) {
    if (taxonomy.find(scheme, id) == nullptr) {
      diagnostics.error(place,
                        "\"" + id + "\" is not a concept of the scheme " + std::string(scheme));
    }
  }
}

void check_limb(LimbFacts const& limb, Taxonomy const& taxonomy, Diagnostics& diagnostics) {
  auto const disputed = std::count_if(
      limb.penalties.begin(), limb.penalties.end(),
      [](PenaltyClause const& clause) { return clause.confidence == Confidence::kConflict; });
  if (disputed == 1) {
    diagnostics.error(limb.place,
                      "penalties: one clause alone is marked conflict; expected a clause "
                      "for each value that sources give, each marked so");
  }
  check_concepts(taxonomy, "offence", limb.offences, limb.place, diagnostics);
  check_concepts(taxonomy, "concern", limb.concerns, limb.place, diagnostics);
  for (Power const& power : limb.powers) {
    check_concepts(taxonomy, "power", {power.power}, limb.place, diagnostics);
    check_concepts(taxonomy, "authorisation", power.authorisation, limb.place, diagnostics);
  }
}

}  // namespace

void check_annotations(Act const& act, Annotations const& annotations, Taxonomy const& taxonomy,
                       Diagnostics& diagnostics) {
  std::vector<EId> const eids = citable_eids(act);
  std::set<EId> seen;
  for (UnitFacts const& unit : annotations.units) {
    if (!holds(eids, unit.eid)) {
      diagnostics.error(unit.place, unit.eid.text() + " is not a provision of " + act.work.handle);
    }
    if (!seen.insert(unit.eid).second) {
      diagnostics.error(unit.place, unit.eid.text() + " has a row already");
    }
    for (LimbFacts const& limb : unit.limbs) {
      if (!holds(eids, limb.limb)) {
        diagnostics.error(limb.place,
                          limb.limb.text() + " is not a provision of " + act.work.handle);
      }
      if (!unit.eid.contains(limb.limb)) {
        diagnostics.error(limb.place, limb.limb.text() + " does not lie in " + unit.eid.text());
      }
      check_limb(limb, taxonomy, diagnostics);
    }
  }
}

void check_concordance(Concordance const& concordance, KnownProvisions const& known,
                       Diagnostics& diagnostics) {
  if (!known.has_act(concordance.act)) {
    diagnostics.error({concordance.file, 1, 1}, "act: there is no act \"" + concordance.act + "\"");
    return;
  }
  for (Mapping const& mapping : concordance.mappings) {
    if (!known.has(concordance.act, mapping.limb)) {
      diagnostics.error(mapping.place,
                        mapping.limb.text() + " is not a provision of " + concordance.act);
    }
    if (!known.has_act(mapping.treaty)) {
      diagnostics.error(mapping.place,
                        "there is no treaty \"" + mapping.treaty + "\" in the corpus");
    } else if (!mapping.article.empty() && !known.has(mapping.treaty, mapping.article)) {
      diagnostics.error(mapping.place, "there is no article " +
                                           to_string(Handle{mapping.treaty, mapping.article}));
    }
  }
}

void check_taxonomy(Taxonomy const& taxonomy, KnownProvisions const& known,
                    Diagnostics& diagnostics) {
  std::set<std::string> missing;
  for (Concept const& concept_ : taxonomy.concepts) {
    for (auto const& [relation, articles] : concept_.match) {
      for (std::string const& article : articles) {
        Result<Handle> const handle = parse_handle(article);
        if (!handle) {
          diagnostics.error(concept_.place, relation + ": " + handle.error().message);
        } else if (!known.has_act(handle->act)) {
          missing.insert(handle->act);
        } else if (!known.has(handle->act, handle->eid)) {
          diagnostics.error(concept_.place, relation + ": there is no article " + article);
        }
      }
    }
  }
  for (std::string const& treaty : missing) {
    diagnostics.note(
        {}, "the taxonomy points at articles of \"" + treaty + "\", which is not in the corpus");
  }
}

void check_work(Act const& act, Diagnostics& diagnostics) {
  std::vector<EId> const eids = citable_eids(act);
  auto const check = [&](std::vector<EId> const& provisions, std::string const& what) {
    for (EId const& eid : provisions) {
      if (!holds(eids, eid)) {
        diagnostics.error({act.work.handle, 0, 0},
                          what + ": " + eid.text() + " is not a provision of it");
      }
    }
  };
  for (ActEvent const& event : act.work.events) {
    check(event.provisions, "event of " + event.date.to_string());
  }
  for (Decision const& decision : act.work.decisions) {
    check(decision.provisions, "decision " + decision.id);
  }
}

}  // namespace cyberlex
