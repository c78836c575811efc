// What is held of all acts, as far as the files of one act may point at it in another.
#pragma once

#include <functional>
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
// Thread rule: one thread.
class KnownActs {
 public:
  // `annotations` may be null. REQUIRES: inheritance is resolved; an act is added once.
  void add(Act const& act, Annotations const* annotations);
  // An act without readings or annotations, whose eIds are asked for when somebody points at one.
  void add_later(Work const& work, std::function<std::vector<EId>()> eids);

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
    std::function<std::vector<EId>()> later;               // gives them; null once it has
    std::set<std::string> readings;                        // keys
    std::map<std::string, std::set<std::string>> demands;  // by each eId at or above the limb
  };
  void add_names(Work const& work);

  mutable std::map<std::string, Entry> acts_;  // eIds come late
  std::map<std::string, size_t> bearers_;      // by handle and by IRI
};

}  // namespace cyberlex
