#include "indexer/known_acts.h"

#include <algorithm>
#include <utility>

namespace cyberlex {
namespace {

// Notes `id` under `limb` and every eId above it, so that an article is asked for with all its
// limbs at once. An eId is short, so this is a bounded number of times.
void note_demand(EId const& limb, std::string const& id,
                 std::map<std::string, std::set<std::string>>& out) {
  std::string const& text = limb.text();
  for (size_t end = text.find("__"); end != std::string::npos; end = text.find("__", end + 2)) {
    out[text.substr(0, end)].insert(id);
  }
  out[text].insert(id);
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

void KnownActs::add_names(Work const& work) {
  ++bearers_[work.handle];
  ++bearers_[work.iri];
  for (ParallelNumbering const& parallel : work.parallel) {
    ++bearers_[parallel.handle];
    ++bearers_[parallel.iri];
  }
}

void KnownActs::add_later(Work const& work, std::function<std::vector<EId>()> eids) {
  acts_[work.handle].later = std::move(eids);
  add_names(work);
}

void KnownActs::add(Act const& act, Annotations const* annotations) {
  Entry& entry = acts_[act.work.handle];
  entry.eids = citable_eids(act);
  for (auto const& [key, reading] : act.work.readings) {
    entry.readings.insert(key);
  }
  add_names(act.work);
  if (annotations == nullptr) {
    return;
  }
  for (UnitFacts const& unit : annotations->units) {
    for (LimbFacts const& limb : unit.limbs) {
      for (Demand const& demand : limb.asks) {
        note_demand(limb.limb, demand.id, entry.demands);
      }
    }
  }
}

size_t KnownActs::bearers(std::string const& name) const {
  auto const found = bearers_.find(name);
  return found == bearers_.end() ? 0 : found->second;
}

bool KnownActs::has(std::string const& handle, EId const& eid) const {
  auto const act = acts_.find(handle);
  if (act != acts_.end() && act->second.later) {
    act->second.eids = std::exchange(act->second.later, nullptr)();
  }
  return act != acts_.end() &&
         std::binary_search(act->second.eids.begin(), act->second.eids.end(), eid);
}

bool KnownActs::has_reading(std::string const& handle, std::string const& key) const {
  auto const act = acts_.find(handle);
  return act != acts_.end() && act->second.readings.contains(key);
}

std::set<std::string> const& KnownActs::demands(std::string const& handle,
                                                EId const& article) const {
  static std::set<std::string> const none;
  auto const act = acts_.find(handle);
  if (act == acts_.end()) {
    return none;
  }
  auto const found = act->second.demands.find(article.text());
  return found == act->second.demands.end() ? none : found->second;
}

}  // namespace cyberlex
