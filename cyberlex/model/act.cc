#include "cyberlex/model/act.h"

#include <tuple>

namespace cyberlex {

StandingChange const* standing_on(Work const& treaty, std::string_view state, Date as_of) {
  StandingChange const* latest = nullptr;
  for (StandingChange const& change : treaty.standing) {
    if (change.state == state && change.from <= as_of &&
        (latest == nullptr || latest->from <= change.from)) {
      latest = &change;
    }
  }
  return latest;
}

bool Provision::operator==(Provision const& other) const {
  auto const value = [](Provision const& p) {
    return std::tie(p.kind, p.eid, p.wid, p.num, p.label, p.heading, p.text, p.items, p.closing,
                    p.status, p.provenance, p.heading_confidence, p.insert_after);
  };
  return value(*this) == value(other);
}

bool Expression::operator==(Expression const& other) const {
  auto const value = [](Expression const& e) {
    return std::tie(e.language, e.date, e.kind, e.sources, e.inherits, e.body);
  };
  return value(*this) == value(other);
}

}  // namespace cyberlex
