// All concepts side by side: what holds between them, whatever file each stands in.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "cyberlex/model/penalty.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_mappings.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

// Where a concept stands in its file, for messages about another.
std::string at_place(Concept const& concept_) {
  return concept_.place.file + ':' + std::to_string(concept_.place.line);
}

// Labels of all concepts so far, folded, by language.
class LabelRegister {
 public:
  explicit LabelRegister(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add_all(Concept const& owner) {
    for (auto const& [language, label] : owner.pref) {
      add(owner, language, label);
    }
    for (auto const* const labels : {&owner.alt, &owner.hidden}) {
      for (auto const& [language, list] : *labels) {
        for (std::string const& label : list) {
          add(owner, language, label);
        }
      }
    }
  }

 private:
  void add(Concept const& owner, std::string const& language, std::string const& label) {
    auto const [first, fresh] = owners_.try_emplace(language + ' ' + fold(label), &owner);
    if (fresh || first->second == &owner) {
      return;
    }
    Concept const& other = *first->second;
    diagnostics_.error(owner.place, "label " + in_quotes(label) + " (" + language + ") of " +
                                        owner.scheme + ' ' + owner.id + " names " + other.scheme +
                                        ' ' + other.id + " too, at " + at_place(other));
  }

  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Concept const*> owners_;
};

using ConceptKey = std::pair<std::string_view, std::string_view>;

// The concepts of a taxonomy as a forest by `broader`.
class BroaderCheck {
 public:
  BroaderCheck(Taxonomy const& taxonomy, Diagnostics& diagnostics)
      : taxonomy_(taxonomy), diagnostics_(diagnostics) {
    for (Concept const& each : taxonomy.concepts) {
      by_key_.try_emplace({each.scheme, each.id}, &each);
      by_id_.try_emplace(each.id, &each);
    }
  }

  void run() {
    for (Concept const& each : taxonomy_.concepts) {
      if (!each.broader.empty() && parent_of(each) == nullptr) {
        report_unknown(each);
      }
    }
    for (Concept const& each : taxonomy_.concepts) {
      follow(each);
    }
  }

 private:
  Concept const* parent_of(Concept const& each) const {
    auto const found = by_key_.find({each.scheme, each.broader});
    return found == by_key_.end() ? nullptr : found->second;
  }

  void report_unknown(Concept const& each) {
    auto const other = by_id_.find(each.broader);
    diagnostics_.error(each.place,
                       "broader: expected a concept of scheme " + each.scheme + ", found " +
                           in_quotes(each.broader) +
                           (other == by_id_.end() ? "" : " of scheme " + other->second->scheme));
  }

  // Walks up to what an earlier walk has seen; meeting its own track is a cycle. Linear over all.
  void follow(Concept const& start) {
    for (Concept const* at = &start; at != nullptr && !at->broader.empty(); at = parent_of(*at)) {
      auto const [seen, fresh] = walk_of_.try_emplace(at, &start);
      if (!fresh) {
        if (seen->second == &start) {
          diagnostics_.error(at->place, "broader: " + at->id + " is broader than itself");
        }
        return;
      }
    }
  }

  Taxonomy const& taxonomy_;
  Diagnostics& diagnostics_;
  std::map<ConceptKey, Concept const*> by_key_;
  std::map<std::string_view, Concept const*> by_id_;
  std::unordered_map<Concept const*, Concept const*> walk_of_;  // -> where the walk began
};

// The places of a checklist, in the order of the files. Every power or offence gets a row for each,
// so that there are not many.
void number_checklists(std::vector<Concept>& concepts, Diagnostics& diagnostics) {
  std::map<std::string, int> places;
  for (Concept& each : concepts) {
    if (each.checklist == 0) {
      continue;
    }
    each.checklist = ++places[each.scheme];
    if (static_cast<size_t>(each.checklist) == kMostNames + 1) {
      diagnostics.error(each.place, "checklist: expected at most " + std::to_string(kMostNames) +
                                        " concepts of a scheme");
    }
  }
}

constexpr std::string_view kPenalty = "penalty";

// "day-fine", or a currency in small letters, as ids are written.
bool is_unit_below_fine(std::string id) {
  if (id.size() == 3) {
    std::transform(id.begin(), id.end(), id.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  }
  return is_fine_unit(id) && id != "lashes";
}

void check_penalty(Concept const& each, Diagnostics& diagnostics) {
  if (each.broader.empty() && !parse_name<PenaltyKind>(each.id)) {
    diagnostics.error(each.place, "id: expected a kind of penalty, one of " +
                                      listed(names<PenaltyKind>()) + "; found " +
                                      in_quotes(each.id));
  } else if (!each.broader.empty() && each.broader != name_of(PenaltyKind::kFine)) {
    diagnostics.error(each.place,
                      "broader: expected fine, or nothing for a kind of penalty; found " +
                          in_quotes(each.broader));
  } else if (!each.broader.empty() && !is_unit_below_fine(each.id)) {
    diagnostics.error(each.place,
                      "id: expected a unit of fines such as day-fine, found " + in_quotes(each.id));
  }
}

// The scheme labels every kind of penalty there is, or it is not there at all.
void check_penalty_scheme(Taxonomy const& taxonomy, Diagnostics& diagnostics) {
  Concept const* first = nullptr;
  std::set<std::string_view> kinds;
  for (Concept const& each : taxonomy.concepts) {
    if (each.scheme == kPenalty) {
      first = first == nullptr ? &each : first;
      kinds.insert(each.id);
      check_penalty(each, diagnostics);
    }
  }
  for (std::string_view const kind : names<PenaltyKind>()) {
    if (first != nullptr && !kinds.contains(kind)) {
      diagnostics.error({first->place.file, 1, 1},
                        "scheme penalty: expected a concept " + in_quotes(kind));
    }
  }
}

}  // namespace

Taxonomy make_taxonomy(std::vector<Concept> concepts, Diagnostics& diagnostics) {
  number_checklists(concepts, diagnostics);
  Taxonomy out{std::move(concepts)};
  auto const key = [](Concept const& each) { return std::tie(each.scheme, each.id); };
  std::stable_sort(out.concepts.begin(), out.concepts.end(),
                   [&key](Concept const& a, Concept const& b) { return key(a) < key(b); });
  LabelRegister labels(diagnostics);
  for (size_t i = 0; i < out.concepts.size(); ++i) {
    Concept const& each = out.concepts[i];
    if (i > 0 && key(each) == key(out.concepts[i - 1])) {
      diagnostics.error(each.place, "concept " + each.id + " stands in scheme " + each.scheme +
                                        " already, at " + at_place(out.concepts[i - 1]));
    }
    labels.add_all(each);
  }
  BroaderCheck(out, diagnostics).run();
  check_penalty_scheme(out, diagnostics);
  return out;
}

}  // namespace cyberlex
