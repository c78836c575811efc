#include "indexer/complete_eids.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

// The order in which eIds are given is what makes them stable: first those that came with the file,
// then containers, then units by their numbers, then units without, then what lies below each unit.
// A number thus never loses its eId to something unnumbered that merely stands before it.

namespace cyberlex {
namespace {

// A provision, the container it stands in, and its place among its siblings of one kind (from 1).
struct Entry {
  Provision* provision = nullptr;
  Provision const* above = nullptr;
  size_t ordinal = 0;
};

bool is_lone_kind(ProvisionKind kind) {
  return kind == ProvisionKind::kPreamble || kind == ProvisionKind::kConclusions ||
         kind == ProvisionKind::kFragment;
}

bool has_usable_number(Provision const& provision) {
  EId const bare = EId::make(nullptr, provision.kind, "");
  return EId::make(nullptr, provision.kind, provision.num) != bare;
}

class EIdGiver {
 public:
  EIdGiver(bool strict, Diagnostics& diagnostics) : strict_(strict), diagnostics_(diagnostics) {}

  void run(std::vector<Provision>& body) {
    reserve_explicit(body);
    std::vector<Entry> units;
    give_to_containers(body, nullptr, units);
    for (bool const numbered : {true, false}) {
      for (Entry const& unit : units) {
        if (unit.provision->eid.empty() && has_usable_number(*unit.provision) == numbered) {
          give_to_unit(unit, numbered);
        }
      }
    }
    for (Entry const& unit : units) {
      give_below(*unit.provision);
    }
  }

 private:
  static std::vector<Entry> siblings_of(std::vector<Provision>& items, Provision const* above) {
    std::array<size_t, static_cast<size_t>(ProvisionKind::kNote) + 1> counts{};
    std::vector<Entry> out;
    out.reserve(items.size());
    for (Provision& item : items) {
      out.push_back({&item, above, ++counts.at(static_cast<size_t>(item.kind))});
    }
    return out;
  }

  // The first bearer keeps an eId that repeats; the others get one like those that brought none.
  void reserve_explicit(std::vector<Provision>& items) {
    for (Provision& item : items) {
      if (!item.eid.empty() && !taken_.insert(item.eid.text()).second) {
        std::string message = "eId \"" + item.eid.text() + "\" stands twice";
        if (strict_) {
          diagnostics_.error(item.place, std::move(message));
        } else {
          diagnostics_.warning(item.place, std::move(message));
        }
        item.eid = EId();
      }
      reserve_explicit(item.items);
    }
  }

  void give_to_containers(std::vector<Provision>& items, Provision const* above,
                          std::vector<Entry>& units) {
    for (Entry const& entry : siblings_of(items, above)) {
      Provision& item = *entry.provision;
      if (!is_container(item.kind)) {
        units.push_back(entry);
        continue;
      }
      if (item.eid.empty()) {
        bool const numbered = has_usable_number(item);
        EId const* parent = above == nullptr ? nullptr : &above->eid;
        take(item, EId::make(parent, item.kind, number_of(entry, numbered)), numbered);
      }
      give_to_containers(item.items, &item, units);
    }
  }

  static std::string number_of(Entry const& entry, bool numbered) {
    bool const bare = is_lone_kind(entry.provision->kind) && entry.ordinal == 1;
    return numbered ? entry.provision->num : bare ? "" : std::to_string(entry.ordinal);
  }

  // Text outside any section belongs to its container, other units start anew.
  void give_to_unit(Entry const& entry, bool numbered) {
    Provision& unit = *entry.provision;
    EId const* container = entry.above == nullptr ? nullptr : &entry.above->eid;
    bool const below = unit.kind == ProvisionKind::kFragment || !is_unit(unit.kind);
    std::string const number = number_of(entry, numbered);
    EId const wanted = EId::make(below ? container : nullptr, unit.kind, number);
    if (below || container == nullptr || !is_taken(wanted)) {
      take(unit, wanted, numbered);
      return;
    }
    take(unit, EId::make(container, unit.kind, number), false);
    if (numbered) {
      warn_renamed(unit, wanted);
    }
  }

  void give_below(Provision& parent) {
    std::vector<Entry> const items = siblings_of(parent.items, &parent);
    for (bool const numbered : {true, false}) {
      for (Entry const& entry : items) {
        Provision& item = *entry.provision;
        if (item.eid.empty() && has_usable_number(item) == numbered) {
          take(item, EId::make(&parent.eid, item.kind, number_of(entry, numbered)), numbered);
        }
      }
    }
    for (Provision& item : parent.items) {
      give_below(item);
    }
  }

  bool is_taken(EId const& eid) const { return taken_.count(eid.text()) > 0; }

  void take(Provision& provision, EId const& wanted, bool warns) {
    provision.eid = free_eid(wanted);
    taken_.insert(provision.eid.text());
    if (warns && provision.eid != wanted) {
      warn_renamed(provision, wanted);
    }
  }
  void warn_renamed(Provision const& provision, EId const& wanted) {
    diagnostics_.warning(provision.place, "number \"" + provision.num +
                                              "\" stands twice: " + wanted.text() +
                                              " is taken, this is " + provision.eid.text());
  }

  // `wanted`, or with a counter behind it. Counters go on where they stopped, so that a thousand
  // sections of one number cost a thousand steps and not a million.
  EId free_eid(EId const& wanted) {
    if (!is_taken(wanted)) {
      return wanted;
    }
    std::string const& text = wanted.text();
    size_t const step = text.rfind("__");
    bool const numbered =
        text.find('_', step == std::string::npos ? 0 : step + 2) != std::string::npos;
    size_t& counter = counters_[text];
    counter = std::max<size_t>(counter, 1);
    while (true) {
      ++counter;
      Result<EId> eid = EId::parse(text + (numbered ? '-' : '_') + std::to_string(counter));
      if (eid && !is_taken(*eid)) {
        return *eid;
      }
    }
  }

  bool strict_;
  Diagnostics& diagnostics_;
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, size_t> counters_;
};

}  // namespace

void complete_eids(Expression& expression, bool strict, Diagnostics& diagnostics) {
  EIdGiver(strict, diagnostics).run(expression.body);
}

}  // namespace cyberlex
