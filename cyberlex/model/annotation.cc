#include "cyberlex/model/annotation.h"

#include <algorithm>
#include <tuple>

namespace cyberlex {

bool LimbFacts::operator==(LimbFacts const& other) const {
  auto const value = [](LimbFacts const& f) {
    return std::tie(f.limb, f.valid, f.offences, f.elements, f.penalties, f.powers, f.concerns,
                    f.provenance, f.note);
  };
  return value(*this) == value(other);
}

bool Mapping::operator==(Mapping const& other) const {
  auto const value = [](Mapping const& m) {
    return std::tie(m.limb, m.treaty, m.article, m.relation, m.rationale, m.missing, m.added,
                    m.valid, m.provenance);
  };
  return value(*this) == value(other);
}

bool Concept::operator==(Concept const& other) const {
  auto const value = [](Concept const& c) {
    return std::tie(c.id, c.scheme, c.broader, c.pref, c.alt, c.hidden, c.match, c.pin, c.law,
                    c.tier, c.note);
  };
  return value(*this) == value(other);
}

Concept const* Taxonomy::find(std::string_view scheme, std::string_view id) const {
  auto const key = [](Concept const& c) {
    return std::pair<std::string_view, std::string_view>(c.scheme, c.id);
  };
  std::pair const wanted(scheme, id);
  auto const found = std::lower_bound(concepts.begin(), concepts.end(), wanted,
                                      [&](Concept const& c, auto const& w) { return key(c) < w; });
  return found != concepts.end() && key(*found) == wanted ? &*found : nullptr;
}

}  // namespace cyberlex
