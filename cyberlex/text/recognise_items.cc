#include "cyberlex/text/recognise_items.h"

#include <algorithm>
#include <limits>

namespace cyberlex {
namespace {

using Role = PenaltyRole;
using Bound = TermBound;
using Item = ClauseItem;

constexpr int64_t kMostHundredths = 100'000'000'000'000'00;

bool is_time(Role role) {
  return role >= Role::kYear && role <= Role::kHour;
}
bool is_anchor(Role role) {
  return role >= Role::kPrison && role <= Role::kDayFine;
}

bool add_term(Duration& term, int64_t hundredths, Role unit) {
  int64_t const count = hundredths / 100;
  if (hundredths % 100 != 0 || count <= 0 || count > 100'000) {
    return false;
  }
  auto const n = static_cast<int32_t>(count);
  (unit == Role::kYear    ? term.years
   : unit == Role::kMonth ? term.months
   : unit == Role::kHour  ? term.hours
                          : term.days) += unit == Role::kWeek ? 7 * n : n;
  return true;
}

// Reads items off the atoms of one run.
class ItemReader {
 public:
  explicit ItemReader(std::span<PenaltyAtom const> atoms) : atoms_(atoms) {}

  std::vector<Item> read() {
    for (at_ = 0; at_ < atoms_.size();) {
      step();
    }
    return std::move(items_);
  }
  bool both() const { return both_; }
  size_t both_at() const { return both_at_; }

 private:
  void step() {
    PenaltyAtom const& atom = atoms_[at_];
    comma_ = comma_ || atom.comma;
    if (atom.role == Role::kNumber) {
      read_bound();
      return;
    }
    if (is_anchor(atom.role)) {
      push({atom.role, {}, connector_, comma_, false, false, at_, at_});
    } else if (atom.role == Role::kBoth) {
      both_ = true;
      both_at_ = at_;
      forget();
    } else if (atom.role == Role::kMin || atom.role == Role::kMax || atom.role == Role::kFrom ||
               atom.role == Role::kTo) {
      note_role(atom.role);
    } else if (atom.role == Role::kOr || atom.role == Role::kAnd || atom.role == Role::kJoint ||
               atom.role == Role::kAndOr) {
      connector_ = atom.role == Role::kJoint ? Role::kAnd : atom.role;
    }
    ++at_;
  }

  void note_role(Role role) {
    bool const stronger = role == Role::kMin || role == Role::kMax;
    if (stronger || (role_ != Role::kMin && role_ != Role::kMax)) {
      role_ = role;
    }
    role_at_ = role_at_ == kNowhere ? at_ : role_at_;
  }

  void forget() {
    role_ = Role::kOther;
    role_at_ = kNowhere;
    connector_ = Role::kOther;
    comma_ = false;
  }

  void push(Item item) {
    items_.push_back(std::move(item));
    forget();
  }

  PenaltyAtom const* peek(size_t ahead = 0) const {
    return at_ + ahead < atoms_.size() ? &atoms_[at_ + ahead] : nullptr;
  }

  // "three (3)", "10 UR (ten UR)": the same number again.
  void skip_repeated(int64_t hundredths) {
    PenaltyAtom const* const next = peek();
    if (next != nullptr && next->role == Role::kNumber && next->bracket &&
        next->hundredths == hundredths) {
      ++at_;
      if (peek() != nullptr && peek()->role == Role::kCurrency && measured_ == Measured::kMoney) {
        ++at_;
      }
    }
  }

  void read_bound() {
    size_t const first = role_at_ != kNowhere ? role_at_ : at_;
    bool const sign_before = at_ > 0 && atoms_[at_ - 1].role == Role::kCurrency;
    Bound bound;
    bound.role = role_;
    bound.number = atoms_[at_];
    size_t const begin = sign_before ? std::min(first, at_ - 1) : first;
    ++at_;
    measured_ = Measured::kNothing;
    skip_repeated(bound.number.hundredths);
    bool const ok = read_unit(bound, sign_before ? atoms_[begin_of_sign()].unit : "");
    if (!ok) {
      forget();
      return;
    }
    add_bound(std::move(bound), begin);
  }

  // The currency sign before the number just read.
  size_t begin_of_sign() const {
    size_t at = at_;
    while (at > 0 && atoms_[at - 1].role == Role::kNumber) {
      --at;
    }
    return at == 0 ? 0 : at - 1;
  }

  bool read_unit(Bound& bound, std::string_view sign) {
    PenaltyAtom const* next = peek();
    if (next != nullptr && is_time(next->role)) {
      return read_term(bound);
    }
    bool const of = next != nullptr && next->role == Role::kFrom &&
                    bound.number.hundredths >= 1'000'00 && peek(1) != nullptr &&
                    peek(1)->role == Role::kCurrency;
    at_ += of ? 1 : 0;
    next = peek();
    if (next != nullptr && next->role == Role::kCurrency) {
      bound.unit = next->unit;
      ++at_;
    } else {
      bound.unit = sign;
    }
    if (!bound.unit.empty()) {
      bound.measured = Measured::kMoney;
      bound.amount = bound.number.hundredths;
      measured_ = Measured::kMoney;
      skip_repeated(bound.number.hundredths);
    }
    return bound.number.hundredths > 0 && bound.number.hundredths < kMostHundredths;
  }

  bool read_term(Bound& bound) {
    bound.measured = Measured::kTime;
    if (!add_term(bound.term, bound.number.hundredths, atoms_[at_].role)) {
      return false;
    }
    Role unit = atoms_[at_].role;
    ++at_;
    // "one year and six months"
    for (;;) {
      size_t const joint = peek() != nullptr && peek()->role == Role::kJoint ? 1 : 0;
      PenaltyAtom const* const number = peek(joint);
      PenaltyAtom const* const next = peek(joint + 1);
      if (number == nullptr || next == nullptr || number->role != Role::kNumber || number->comma ||
          !is_time(next->role) || next->role <= unit) {
        return true;
      }
      if (!add_term(bound.term, number->hundredths, next->role)) {
        return false;
      }
      unit = next->role;
      at_ += joint + 2;
    }
  }

  bool may_extend(Bound const& bound) const {
    if (items_.empty() || !items_.back().is_measure() || items_.back().bounds.size() != 1) {
      return false;
    }
    Bound const& before = items_.back().bounds.front();
    bool const opened = before.role == Role::kFrom || before.role == Role::kMin;
    bool const linked =
        (role_ == Role::kTo && connector_ == Role::kOther) ||
        (role_ == Role::kMax &&
         (opened || before.measured != bound.measured || connector_ == Role::kOther)) ||
        (connector_ == Role::kAnd && opened && role_ != Role::kMin && role_ != Role::kFrom);
    bool const alike = before.measured == bound.measured || before.measured == Measured::kNothing;
    return linked && alike;
  }

  void add_bound(Bound bound, size_t begin) {
    if (may_extend(bound)) {
      inherit(items_.back().bounds.front(), bound);
      items_.back().last = at_ - 1;
      items_.back().bounds.push_back(std::move(bound));
      forget();
      return;
    }
    bool const continues = role_ == Role::kTo && connector_ == Role::kOther;
    push({Role::kOther, {std::move(bound)}, connector_, comma_, continues, false, begin, at_ - 1});
  }

  // "two to four years", "ten to forty million rials": the first takes what the second says.
  void inherit(Bound& first, Bound const& second) const {
    if (first.measured != Measured::kNothing) {
      return;
    }
    first.measured = second.measured;
    first.unit = second.unit;
    bool const scaled =
        first.number.scale == 1 && second.number.coefficient * 100 > first.number.hundredths;
    first.amount = first.number.hundredths * (scaled ? second.number.scale : 1);
    first.number.hundredths = first.amount;
    if (second.measured == Measured::kTime) {
      Role const unit = second.term.years != 0    ? Role::kYear
                        : second.term.months != 0 ? Role::kMonth
                        : second.term.days != 0   ? Role::kDay
                                                  : Role::kHour;
      add_term(first.term, first.number.hundredths, unit);
    }
  }

  static constexpr size_t kNowhere = std::numeric_limits<size_t>::max();
  std::span<PenaltyAtom const> atoms_;
  std::vector<Item> items_;
  size_t at_ = 0;
  Role role_ = Role::kOther;
  size_t role_at_ = kNowhere;
  Role connector_ = Role::kOther;
  bool comma_ = false;
  bool both_ = false;
  size_t both_at_ = 0;
  Measured measured_ = Measured::kNothing;
};

}  // namespace

ClauseItems read_items(std::span<PenaltyAtom const> atoms) {
  ItemReader reader(atoms);
  ClauseItems out;
  out.items = reader.read();
  out.has_both = reader.both();
  out.both = reader.both_at();
  return out;
}

}  // namespace cyberlex
