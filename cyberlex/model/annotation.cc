#include "cyberlex/model/annotation.h"

#include <algorithm>
#include <tuple>

namespace cyberlex {

bool LimbFacts::operator==(LimbFacts const& other) const {
  auto const value = [](LimbFacts const& f) {
    return std::tie(f.limb, f.valid, f.offences, f.elements, f.penalties, f.powers, f.concerns,
                    f.defences, f.asks, f.provenance, f.note);
  };
  return value(*this) == value(other);
}

bool Mapping::operator==(Mapping const& other) const {
  auto const value = [](Mapping const& m) {
    return std::tie(m.limb, m.treaty, m.article, m.relation, m.rationale, m.covers, m.partly,
                    m.missing, m.added, m.valid, m.provenance);
  };
  return value(*this) == value(other);
}

bool ArticleAssessment::operator==(ArticleAssessment const& other) const {
  auto const value = [](ArticleAssessment const& a) {
    return std::tie(a.treaty, a.article, a.read, a.elsewhere, a.rationale, a.valid, a.provenance);
  };
  return value(*this) == value(other);
}

bool Concept::operator==(Concept const& other) const {
  auto const value = [](Concept const& c) {
    return std::tie(c.id, c.scheme, c.broader, c.pref, c.alt, c.hidden, c.match, c.pin, c.law,
                    c.tier, c.checklist, c.yardstick, c.independent, c.note);
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

std::vector<Concept const*> Taxonomy::checklist(std::string_view scheme) const {
  std::vector<Concept const*> out;
  for (Concept const& each : concepts) {
    if (each.scheme == scheme && each.checklist > 0) {
      out.push_back(&each);
    }
  }
  std::sort(out.begin(), out.end(),
            [](Concept const* a, Concept const* b) { return a->checklist < b->checklist; });
  return out;
}

}  // namespace cyberlex
