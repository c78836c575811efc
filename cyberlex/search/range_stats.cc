#include "cyberlex/search/range_stats.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "cyberlex/base/duration.h"
#include "cyberlex/model/penalty.h"

namespace cyberlex {
namespace {

// Sorts `values`.
Spread spread_of(std::string unit, std::vector<int64_t>& values) {
  std::ranges::sort(values);
  return {std::move(unit), values.size(), values.front(), values[(values.size() - 1) / 2],
          values.back()};
}

// What the clauses of one provision come to.
struct Found {
  std::optional<int64_t> term;
  bool open = false;
  bool has = false;               // a term or a fine, stated or not
  std::map<Code, int64_t> fines;  // highest by unit; kNoBound: some maximum is not stated
};

class StatsMaker {
 public:
  StatsMaker(SearchShared const& shared, Param param, FilterGroup const& group)
      : columns_(shared.columns()),
        others_(shared, limb_choices(group, std::nullopt), group.day),
        unknown_(shared, {param, {{"unknown", std::nullopt}}}, group.day) {
    out_.param = param;
    fine_ = columns_.clause.penalty.names.find(name_of(PenaltyKind::kFine));
  }

  RangeStats make(PartedMatches const& matches, Budget& budget) {
    spend_each<DocNum>(budget, matches.with_limbs, [this](DocNum doc) { add(doc); });
    out_.none += matches.assessed;
    out_.not_assessed += matches.not_assessed;
    if (!terms_.empty()) {
      out_.spreads.push_back(spread_of("", terms_));
    }
    for (auto& [unit, values] : fines_) {
      out_.spreads.push_back(spread_of(columns_.clause.units.values[unit], values));
    }
    return std::move(out_);
  }

 private:
  void add(DocNum doc) {
    Found found;
    std::vector<uint32_t> const& begin = columns_.state.limb_begin;
    for (size_t limb = begin[doc]; limb < begin[doc + 1]; ++limb) {
      some_place(columns_, {doc, limb}, true, others_.asks_mapping(), [&](LimbPlace const& place) {
        if (place.clause != LimbPlace::kNone && others_.holds(place)) {
          add(place, found);
        }
        return false;
      });
    }
    if (!found.has) {
      ++(is_unseen(doc) ? out_.not_assessed : out_.none);
    } else if (out_.param == Param::kFine) {
      settle_fines(found);
    } else {
      settle_term(found);
    }
  }

  bool is_unseen(DocNum doc) const {
    StateColumns const& state = columns_.state;
    return state.klass.names.values[state.klass.codes[doc]] ==
           name_of(ProvisionClass::kNotAssessed);
  }

  void add(LimbPlace const& place, Found& found) const {
    if (out_.param == Param::kFine) {
      return add_fines(place.clause, found);
    }
    bool const least = out_.param == Param::kPrisonMin;
    ClauseColumns const& clauses = columns_.clause;
    int64_t const term = least ? clauses.shortest[place.clause] : clauses.longest[place.clause];
    found.has = found.has || term != kNoBound || unknown_.holds(place);
    found.open = found.open || (!least && clauses.open[place.clause] != 0);
    if (term != kNoBound) {
      int64_t const before = found.term.value_or(term);
      found.term = least ? std::min(before, term) : std::max(before, term);
    }
  }

  void add_fines(size_t clause, Found& found) const {
    ClauseColumns const& clauses = columns_.clause;
    std::span<Code const> const kinds = clauses.penalty.row(clause);
    found.has = found.has || std::ranges::find(kinds, fine_) != kinds.end();
    for (uint32_t i = clauses.fine_begin[clause]; i < clauses.fine_begin[clause + 1]; ++i) {
      FineRange const& fine = clauses.fines[i];
      auto const [place, fresh] = found.fines.emplace(fine.unit, fine.max);
      bool const stated = place->second != kNoBound && fine.max != kNoBound;
      place->second = stated ? std::max(place->second, fine.max) : kNoBound;
    }
  }

  void settle_term(Found const& found) {
    if (found.term >= kDeathScale) {
      ++out_.death;
    } else if (found.term >= kLifeScale) {
      ++out_.life;
    } else if (found.open || !found.term.has_value()) {
      ++out_.unknown;
    } else {
      terms_.push_back(*found.term);
    }
  }

  void settle_fines(Found const& found) {
    bool some = false;
    for (auto const& [unit, highest] : found.fines) {
      if (highest != kNoBound) {
        some = true;
        fines_[unit].push_back(highest);
      }
    }
    out_.unknown += some ? 0 : 1;
  }

  Columns const& columns_;
  LimbFilter others_;
  LimbTest unknown_;
  Code fine_ = 0;
  RangeStats out_;
  std::vector<int64_t> terms_;
  std::map<Code, std::vector<int64_t>> fines_;
};

// Of some thousand years at most, each with its number of provisions.
RangeStats year_stats(CountedMatches& matches) {
  SearchShared const& shared = matches.context().shared;
  CodeColumn const& column = shared.columns().state.year;
  FacetAxis const axis(shared, Param::kYear, {}, matches.context().group.day);
  std::vector<uint64_t> const counts = matches.all().by_code(axis);
  RangeStats out;
  out.param = Param::kYear;
  std::map<int64_t, uint64_t> years;
  uint64_t known = 0;
  for (size_t code = 0; code < counts.size(); ++code) {
    if (column.names.values[code] == "unknown") {
      out.unknown = counts[code];
    } else if (counts[code] > 0) {
      years[std::stoll(column.names.values[code])] = counts[code];
      known += counts[code];
    }
  }
  if (known == 0) {
    return out;
  }
  auto middle = years.begin();
  for (uint64_t before = middle->second; before <= (known - 1) / 2; before += middle->second) {
    ++middle;
  }
  out.spreads.push_back({"", known, years.begin()->first, middle->first, years.rbegin()->first});
  return out;
}

bool is_range(Param param) {
  return param == Param::kPrison || param == Param::kPrisonMin || param == Param::kFine;
}

}  // namespace

std::vector<RangeStats> range_stats(CountedMatches& matches, std::span<Param const> params) {
  CountContext const& context = matches.context();
  std::vector<RangeStats> out;
  for (Param const param : params) {
    if (param == Param::kYear) {
      out.push_back(year_stats(matches));
    } else if (is_range(param)) {
      out.push_back(StatsMaker(context.shared, param, context.group)
                        .make(matches.all().parted(), context.budget));
    }
  }
  return out;
}

}  // namespace cyberlex
