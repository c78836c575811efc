// The atoms become items: measures ("two to four years") and anchors ("imprisonment"). Each measure
// then takes the anchor beside it, the one before it first.

#include "cyberlex/text/recognise_clause.h"

#include <algorithm>

#include "cyberlex/text/recognise_items.h"

namespace cyberlex {
namespace {

using Role = PenaltyRole;
using Bound = TermBound;
using Item = ClauseItem;

constexpr int32_t kLongestYears = 100;

// "tres meses de prisión a seis años de penitenciaría" is one range over two words of prison.
void join_split_ranges(std::vector<Item>& items) {
  for (size_t i = 0; i + 2 < items.size(); ++i) {
    Item& first = items[i];
    Item const& second = items[i + 2];
    bool const fits = first.is_measure() && first.bounds.size() == 1 &&
                      first.measured() == Measured::kTime && items[i + 1].anchor == Role::kPrison &&
                      items[i + 1].connector == Role::kOther && second.is_measure() &&
                      second.bounds.size() == 1 && second.continues &&
                      second.measured() == Measured::kTime;
    if (!fits) {
      continue;
    }
    first.bounds.push_back(second.bounds.front());
    bool const again = i + 3 < items.size() && items[i + 3].anchor == Role::kPrison &&
                       items[i + 3].connector == Role::kOther;
    items[i + 1].last = again ? items[i + 3].last : second.last;
    auto const from = items.begin() + static_cast<std::ptrdiff_t>(i + 2);
    items.erase(from, from + (again ? 2 : 1));
  }
}

bool only_days(Item const& item) {
  return std::ranges::all_of(item.bounds, [](Bound const& bound) {
    return bound.measured == Measured::kTime && bound.term.days > 0 && bound.term.years == 0 &&
           bound.term.months == 0 && bound.term.hours == 0;
  });
}

// True when the anchor can be measured so.
bool suits(Item const& measure, Role anchor) {
  switch (measure.measured()) {
    case Measured::kTime:
      return anchor == Role::kPrison || (anchor == Role::kFine && only_days(measure));
    case Measured::kMoney:
      return anchor == Role::kFine;
    default:
      return anchor == Role::kDayFine;
  }
}

// An arm with the item that gave it its place.
struct PlacedArm {
  RecognisedArm arm;
  size_t first = 0;
  size_t last = 0;
  Role connector = Role::kOther;
  bool comma = false;
  bool measured = false;
};

int64_t amount_of(Bound const& bound) {
  return bound.measured == Measured::kTime    ? int64_t{bound.term.days} * 100
         : bound.measured == Measured::kMoney ? bound.amount
                                              : bound.number.hundredths;
}

class ArmMaker {
 public:
  ArmMaker(std::vector<Item>& items, std::string_view language)
      : items_(items), language_(language) {}

  std::vector<PlacedArm> make() {
    for (size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].is_measure()) {
        take_anchor(i);
      }
    }
    for (Item const& item : items_) {
      if (!item.is_measure() && !item.used) {
        RecognisedArm arm;
        arm.kind = kind_of(item.anchor);
        bool const measured = item.anchor == Role::kLife || item.anchor == Role::kDeath;
        arms_.push_back({arm, item.first, item.last, item.connector, item.comma, measured});
      }
    }
    std::ranges::sort(arms_, {}, &PlacedArm::first);
    return std::move(arms_);
  }

 private:
  static RecognisedKind kind_of(Role anchor) {
    switch (anchor) {
      case Role::kLife:
        return RecognisedKind::kLife;
      case Role::kDeath:
        return RecognisedKind::kDeath;
      case Role::kFine:
        return RecognisedKind::kFine;
      case Role::kDayFine:
        return RecognisedKind::kDayFine;
      default:
        return RecognisedKind::kImprisonment;
    }
  }

  void take_anchor(size_t i) {
    Item const& item = items_[i];
    bool const back = i > 0 && !items_[i - 1].is_measure() && !items_[i - 1].used &&
                      item.connector == Role::kOther && suits(item, items_[i - 1].anchor);
    bool const ahead = i + 1 < items_.size() && !items_[i + 1].is_measure() &&
                       items_[i + 1].connector == Role::kOther && !items_[i + 1].comma &&
                       suits(item, items_[i + 1].anchor);
    if (back || ahead) {
      add_arm(item, items_[back ? i - 1 : i + 1]);
    } else if (i > 0 && item.measured() == Measured::kMoney && item.connector == Role::kOr) {
      Item unnamed;
      unnamed.anchor = Role::kFine;
      unnamed.connector = item.connector;
      unnamed.comma = item.comma;
      unnamed.first = item.first;
      unnamed.last = item.last;
      add_arm(item, unnamed);
    }
  }

  // "Geldstrafe bis zu 180 Tagessätzen": two words of one fine. Null when it is none.
  Item* fine_before(Item const& measure, Item const& anchor) {
    auto const at = &measure - items_.data();
    bool const joined = anchor.anchor == Role::kDayFine && at > 0 &&
                        measure.connector == Role::kOther &&
                        items_[static_cast<size_t>(at - 1)].anchor == Role::kFine;
    return joined ? &items_[static_cast<size_t>(at - 1)] : nullptr;
  }

  void add_arm(Item const& measure, Item& anchor) {
    anchor.used = true;
    RecognisedArm arm;
    arm.kind = kind_of(anchor.anchor);
    if (arm.kind == RecognisedKind::kFine && measure.measured() == Measured::kTime) {
      arm.kind = RecognisedKind::kDayFine;
    }
    Bound const& low = measure.bounds.front();
    Bound const& high = measure.bounds.back();
    bool const range = measure.bounds.size() == 2;
    // In Persian one word says "to" and "up to".
    bool const at_most = low.role == Role::kMax || (low.role == Role::kTo && language_ == "fa");
    bool const has_min = range || !at_most;
    bool const has_max = range || low.role != Role::kMin;
    if (arm.kind == RecognisedKind::kImprisonment) {
      arm.min_term = has_min ? std::optional(low.term) : std::nullopt;
      arm.max_term = has_max ? std::optional(high.term) : std::nullopt;
    } else {
      arm.min_amount = has_min ? std::optional(amount_of(low)) : std::nullopt;
      arm.max_amount = has_max ? std::optional(amount_of(high)) : std::nullopt;
      arm.unit = arm.kind == RecognisedKind::kDayFine ? "day-fine" : std::string(high.unit);
    }
    Item* const fine = fine_before(measure, anchor);
    Item const& nearest = measure.first < anchor.first ? measure : anchor;
    Item const& leading = fine == nullptr ? nearest : *fine;
    if (fine != nullptr) {
      fine->used = true;
    }
    arms_.push_back({arm, leading.first, std::max(measure.last, anchor.last), leading.connector,
                     leading.comma, true});
  }

  std::vector<Item>& items_;
  std::string_view language_;
  std::vector<PlacedArm> arms_;
};

RecognisedRelation relation_of(std::vector<PlacedArm> const& arms, bool both) {
  if (arms.size() < 2) {
    return RecognisedRelation::kUnknown;
  }
  if (both) {
    return RecognisedRelation::kOrBoth;
  }
  // "a, b or c": a comma is what the last connector is.
  Role const last = arms.back().connector;
  bool const alike = std::all_of(arms.begin() + 1, arms.end(), [last](PlacedArm const& arm) {
    return arm.connector == last || (arm.connector == Role::kOther && arm.comma);
  });
  if (!alike) {
    return RecognisedRelation::kUnknown;
  }
  return last == Role::kOr      ? RecognisedRelation::kOr
         : last == Role::kAnd   ? RecognisedRelation::kAnd
         : last == Role::kAndOr ? RecognisedRelation::kAndOr
                                : RecognisedRelation::kUnknown;
}

bool is_sound(RecognisedArm const& arm) {
  bool const terms =
      !arm.min_term || !arm.max_term || arm.min_term->scale() <= arm.max_term->scale();
  bool const amounts = !arm.min_amount || !arm.max_amount || *arm.min_amount <= *arm.max_amount;
  Duration const longest = arm.max_term.value_or(arm.min_term.value_or(Duration()));
  return terms && amounts && longest.scale() <= Duration{kLongestYears, 0, 0, 0}.scale();
}

}  // namespace

std::optional<RecognisedPenalty> spell_clause(std::span<PenaltyAtom const> atoms,
                                              std::string_view language) {
  ClauseItems read = read_items(atoms);
  std::vector<Item>& items = read.items;
  join_split_ranges(items);
  std::vector<PlacedArm> const arms = ArmMaker(items, language).make();
  if (arms.empty()) {
    return std::nullopt;
  }
  RecognisedPenalty out;
  size_t first = atoms.size() - 1;
  size_t last = 0;
  for (PlacedArm const& placed : arms) {
    first = std::min(first, placed.first);
    last = std::max(last, placed.last);
    out.arms.push_back(placed.arm);
    if (!is_sound(placed.arm)) {
      return std::nullopt;
    }
  }
  bool const both = read.has_both && read.both > first;
  out.relation = relation_of(arms, both);
  out.begin = atoms[first].begin;
  out.end = atoms[both ? std::max(last, read.both) : last].end;
  return out;
}

bool has_measure(RecognisedPenalty const& clause) {
  return std::ranges::any_of(clause.arms, [](RecognisedArm const& arm) {
    return arm.kind == RecognisedKind::kLife || arm.kind == RecognisedKind::kDeath ||
           arm.min_term || arm.max_term || arm.min_amount || arm.max_amount;
  });
}

}  // namespace cyberlex
