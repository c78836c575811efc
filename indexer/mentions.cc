#include "indexer/mentions.h"

#include <iterator>

#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

template <typename T>
void move_to_end(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Searching for what was meant is linear in the taxonomy; nobody reads more than these.
constexpr int kMostSuggestions = 100;

std::string hint_for(ConceptMention const& mention, Taxonomy const& taxonomy) {
  Nearest nearest(mention.id);
  for (Concept const& each : taxonomy.concepts) {
    if (each.scheme == mention.scheme) {
      nearest.consider(each.id);
    }
  }
  return nearest.hint();
}

void check_concepts(std::vector<ConceptMention> const& mentions, Taxonomy const& taxonomy,
                    Diagnostics& diagnostics) {
  int suggestions = kMostSuggestions;
  for (ConceptMention const& mention : mentions) {
    if (taxonomy.find(mention.scheme, mention.id) == nullptr) {
      std::string const hint = --suggestions >= 0 ? hint_for(mention, taxonomy) : "";
      diagnostics.error(mention.place, in_quotes(mention.id) + " is not a concept of the scheme " +
                                           std::string(mention.scheme) + hint);
    }
  }
}

void check_provision(ProvisionMention const& mention, KnownActs const& known,
                     Diagnostics& diagnostics) {
  Handle const& handle = mention.handle;
  bool const act_held = known.has_act(handle.act);
  if (known.has(handle.act, handle.eid) || (!act_held && mention.held == Held::kWhenActHeld)) {
    return;
  }
  std::string const fault =
      act_held
          ? handle.eid.text() + " is not a provision of " + handle.act
          : "expected a provision that the corpus holds; there is no act " + in_quotes(handle.act);
  diagnostics.error(mention.place, std::string(mention.key) + ": " + fault);
}

void check_numbering(NumberingMention const& mention, KnownActs const& known,
                     Diagnostics& diagnostics) {
  if (known.has_act(mention.handle)) {
    diagnostics.error(mention.place, "handle: expected one of its own for the second numbering; " +
                                         in_quotes(mention.handle) + " is an act that is held");
    return;
  }
  for (std::string const& name : {mention.handle, mention.iri}) {
    if (known.bearers(name) > 1) {
      diagnostics.error(mention.place,
                        "expected a handle and an IRI of its own for the second "
                        "numbering; another act or numbering has " +
                            in_quotes(name));
    }
  }
}

}  // namespace

void Mentions::append(Mentions&& other) {
  move_to_end(concepts, std::move(other.concepts));
  move_to_end(provisions, std::move(other.provisions));
  move_to_end(numberings, std::move(other.numberings));
}

void check_mentions(Mentions const& mentions, KnownActs const& known, Taxonomy const& taxonomy,
                    Diagnostics& diagnostics) {
  check_concepts(mentions.concepts, taxonomy, diagnostics);
  for (ProvisionMention const& mention : mentions.provisions) {
    check_provision(mention, known, diagnostics);
  }
  for (NumberingMention const& mention : mentions.numberings) {
    check_numbering(mention, known, diagnostics);
  }
}

}  // namespace cyberlex
