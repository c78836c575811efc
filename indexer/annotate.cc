#include "indexer/annotate.h"

#include <algorithm>

#include "indexer/check_annotations.h"

namespace cyberlex {
namespace {

// The sources a mapping names, from its concordance's map; the reader has checked that they are
// there.
std::vector<Source> resolve_sources(Concordance const& concordance, Mapping const& mapping) {
  std::vector<Source> sources;
  for (std::string const& key : mapping.provenance.sources) {
    auto const found = concordance.sources.find(key);
    if (found != concordance.sources.end()) {
      sources.push_back(found->second);
    }
  }
  return sources;
}

}  // namespace

std::vector<EId> citable_eids(Act const& act) {
  std::vector<EId> eids;
  for (Expression const& expression : act.expressions) {
    walk(expression.body, [&](Provision const& provision, auto const& above) {
      Provision const* unit = is_unit(provision.kind) ? &provision : nullptr;
      for (Provision const* each : above) {
        unit = is_unit(each->kind) ? each : unit;
      }
      if (unit != nullptr && unit->eid.unit() == unit->eid) {
        eids.push_back(provision.eid);
      }
    });
  }
  std::sort(eids.begin(), eids.end());
  eids.erase(std::unique(eids.begin(), eids.end()), eids.end());
  return eids;
}

void KnownProvisions::add(Act const& act) {
  by_act_[act.work.handle] = citable_eids(act);
}

bool KnownProvisions::has_act(std::string const& handle) const {
  return by_act_.contains(handle);
}

bool KnownProvisions::has(std::string const& handle, EId const& eid) const {
  auto const act = by_act_.find(handle);
  return act != by_act_.end() && std::binary_search(act->second.begin(), act->second.end(), eid);
}

AnnotatedAct annotate(Act act, Annotations const* annotations,
                      std::vector<Concordance const*> const& concordances, Taxonomy const& taxonomy,
                      KnownProvisions const& known, Diagnostics& diagnostics) {
  AnnotatedAct out;
  check_work(act, diagnostics);
  if (annotations != nullptr) {
    check_annotations(act, *annotations, taxonomy, diagnostics);
    for (UnitFacts const& unit : annotations->units) {
      out.units[unit.eid].klass = unit.klass;
      out.units[unit.eid].limbs = unit.limbs;
    }
  }
  for (Concordance const* concordance : concordances) {
    check_concordance(*concordance, known, diagnostics);
    for (Mapping const& mapping : concordance->mappings) {
      out.units[mapping.limb.unit()].mappings.push_back(
          {mapping, resolve_sources(*concordance, mapping), concordance->author,
           concordance->reviewed, concordance->date});
    }
  }
  out.act = std::move(act);
  return out;
}

}  // namespace cyberlex
