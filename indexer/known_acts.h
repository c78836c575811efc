// What is held of all acts, as far as the files of one act may point at it in another.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cyberlex/model/annotation.h"

namespace cyberlex {

// The eIds on which facts and mappings may hang, ascending: units and what lies in them. Containers
// hold no facts, and a unit whose eId had to be told apart by its container has no handle of its
// own.
std::vector<EId> citable_eids(Act const& act);

// Provisions, readings and demands of all acts: to check selectors and articles against.
class KnownActs {
 public:
  // `annotations` may be null. REQUIRES: inheritance is resolved; an act is added once.
  void add(Act const& act, Annotations const* annotations);

  bool has_act(std::string const& handle) const { return acts_.contains(handle); }
  bool has(std::string const& handle, EId const& eid) const;
  // How many acts and second numberings bear this handle, or this IRI.
  size_t bearers(std::string const& name) const;
  bool has_reading(std::string const& handle, std::string const& key) const;
  // Ids of the demands of the limbs at or below `article`; empty when it asks for nothing.
  std::set<std::string> const& demands(std::string const& handle, EId const& article) const;

 private:
  struct Entry {
    std::vector<EId> eids;                                 // ascending
    std::set<std::string> readings;                        // keys
    std::map<std::string, std::set<std::string>> demands;  // by each eId at or above the limb
  };
  std::map<std::string, Entry> acts_;
  std::map<std::string, size_t> bearers_;  // by handle and by IRI
};

}  // namespace cyberlex
