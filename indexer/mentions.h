// Names in a file of the own format that must stand for something outside it: noted with their
// place while the file is read, looked up when everything is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/identifiers.h"
#include "indexer/known_acts.h"

namespace cyberlex {

// A concept of the taxonomy.
struct ConceptMention {
  std::string_view scheme;  // a literal
  std::string id;
  SourcePlace place;
};

// How far a mentioned provision must exist.
enum class Held {
  kAlways,       // it must be held
  kWhenActHeld,  // only when its act is held
};

// A provision.
struct ProvisionMention {
  std::string_view key;  // of the field, a literal
  Handle handle;
  Held held = Held::kAlways;
  SourcePlace place;
};

// A second numbering: its handle and IRI must be those of no act and of no other numbering.
struct NumberingMention {
  std::string handle;
  std::string iri;
  SourcePlace place;
};

// All of one act's files.
struct Mentions {
  std::vector<ConceptMention> concepts;
  std::vector<ProvisionMention> provisions;
  std::vector<NumberingMention> numberings;

  void append(Mentions&& other);
};

// Reports each name that stands for nothing, in the order of the files.
void check_mentions(Mentions const& mentions, KnownActs const& known, Taxonomy const& taxonomy,
                    Diagnostics& diagnostics);

}  // namespace cyberlex
