#include "cyberlex/search/cross_count.h"

#include <algorithm>

namespace cyberlex {
namespace {

// The listed values of one side that hold: on the document, and at the place in hand.
class SideValues {
 public:
  explicit SideValues(CrossSide const& side)
      : axis_(side.axis), listed_(side.axis.size(), kUnlisted) {
    for (size_t i = 0; i < side.slots.size(); ++i) {
      if (side.slots[i] < listed_.size()) {
        listed_[side.slots[i]] = static_cast<uint32_t>(i);
      }
    }
  }

  void read(DocNum doc) {
    slots_.clear();
    axis_.add_of_document(doc, slots_);
    held_.clear();
    keep_listed();
    of_document_ = held_.size();
  }
  void read(LimbPlace const& place) {
    slots_.clear();
    axis_.add_at(place, slots_);
    held_.resize(of_document_);
    keep_listed();
  }

  std::span<uint32_t const> held() const { return held_; }
  // False when the place adds nothing to the document.
  bool has_own() const { return held_.size() > of_document_; }
  Level level() const { return axis_.level(); }

 private:
  static constexpr uint32_t kUnlisted = UINT32_MAX;

  void keep_listed() {
    for (uint32_t const slot : slots_) {
      if (listed_[slot] != kUnlisted) {
        held_.push_back(listed_[slot]);
      }
    }
  }

  FacetAxis const& axis_;
  std::vector<uint32_t> listed_;  // by slot
  std::vector<uint32_t> slots_;
  std::vector<uint32_t> held_;  // those of the document first
  size_t of_document_ = 0;
};

class CrossCounter {
 public:
  CrossCounter(SearchShared const& shared, FilterGroup const& group, CrossSide const& rows,
               CrossSide const& cols)
      : columns_(shared.columns()),
        others_(shared, limb_choices(group, std::nullopt), group.day),
        rows_(rows),
        cols_(cols),
        width_(cols.slots.size()),
        counts_(rows.slots.size() * width_),
        last_(counts_.size(), UINT32_MAX) {
    auto const asks = [this](Level level) {
      return rows_.level() == level || cols_.level() == level;
    };
    clauses_ = asks(Level::kClause) || others_.asks_clause();
    mappings_ = asks(Level::kMapping) || others_.asks_mapping();
    limbs_ = rows_.level() != Level::kState || cols_.level() != Level::kState;
  }

  // The others hold at some place of every match, which is enough for two values of the document.
  void count(DocNum doc) {
    rows_.read(doc);
    cols_.read(doc);
    count_pairs(doc);
    std::vector<uint32_t> const& begin = columns_.state.limb_begin;
    for (size_t limb = begin[doc]; limbs_ && limb < begin[doc + 1]; ++limb) {
      some_place(columns_, {doc, limb}, clauses_, mappings_, [this](LimbPlace const& place) {
        count(place);
        return false;
      });
    }
  }

  std::vector<uint64_t> take() { return std::move(counts_); }

 private:
  void count(LimbPlace const& place) {
    rows_.read(place);
    cols_.read(place);
    bool const some = !rows_.held().empty() && !cols_.held().empty();
    if (some && (rows_.has_own() || cols_.has_own()) && others_.holds(place)) {
      count_pairs(place.doc);
    }
  }

  void count_pairs(DocNum doc) {
    for (uint32_t const row : rows_.held()) {
      for (uint32_t const col : cols_.held()) {
        size_t const cell = row * width_ + col;
        counts_[cell] += last_[cell] == doc ? 0 : 1;
        last_[cell] = doc;
      }
    }
  }

  Columns const& columns_;
  LimbFilter others_;
  SideValues rows_;
  SideValues cols_;
  size_t width_;
  std::vector<uint64_t> counts_;
  std::vector<DocNum> last_;  // document counted last, by cell
  bool clauses_ = false;
  bool mappings_ = false;
  bool limbs_ = false;
};

}  // namespace

std::vector<uint64_t> cross_count(CountContext const& context, MatchSet const& matches,
                                  CrossSide const& rows, CrossSide const& cols) {
  CrossCounter counter(context.shared, context.group, rows, cols);
  std::vector<DocNum> const docs = matches.to_vector();
  spend_each<DocNum>(context.budget, docs, [&counter](DocNum doc) { counter.count(doc); });
  return counter.take();
}

}  // namespace cyberlex
