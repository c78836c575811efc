// The rows of a comparison, and whether their columns differ. For answer_compare() only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cyberlex/answer/compare.h"

namespace cyberlex {

// Every row that has something to say of a column, in a fixed order.
std::vector<CompareRow> compare_rows(Generation const& generation,
                                     std::span<CompareColumn const> columns);

// A row without cells.
CompareRow compare_row(std::string id, std::string group, std::string label,
                       Compared compared = Compared::kValues);

// One cell a column, from whoever knows its part of the facts.
class CompareTable {
 public:
  CompareTable(Generation const& generation, std::span<CompareColumn const> columns)
      : generation_(generation), columns_(columns) {}

  Generation const& generation() const { return generation_; }
  Taxonomy const& taxonomy() const { return generation_.taxonomy(); }

  // values_of(provision): what it says; not empty.
  template <typename Values>
  void add_of_provision(CompareRow row, Values const& values_of) {
    for (CompareColumn const& column : columns_) {
      row.cells.push_back(column.provision ? CompareCell{values_of(*column.provision)}
                                           : one(Finding::kNotStanding));
    }
    keep(std::move(row));
  }
  // applies(limb): the row is about such limbs. values_of(limb): what it says; none: not stated.
  template <typename Applies, typename Values>
  void add_of_limbs(CompareRow row, Applies const& applies, Values const& values_of) {
    add_cells(row, applies, values_of);
    keep(std::move(row));
  }
  // The same for a row that stands even where nobody has looked: a concept of a checklist.
  template <typename Applies, typename Values>
  void add_to_checklist(CompareRow row, Applies const& applies, Values const& values_of) {
    if (any_limb(applies)) {
      add_cells(row, applies, values_of);
      put(std::move(row));
    }
  }
  // test(limb) of any limb of any column.
  template <typename Test>
  bool any_limb(Test const& test) const {
    for (CompareColumn const& column : columns_) {
      for (LimbRecord const& limb : limbs_of(column)) {
        if (test(limb)) {
          return true;
        }
      }
    }
    return false;
  }
  // visit(limb) of every limb of every column.
  template <typename Visit>
  void each_limb(Visit const& visit) const {
    any_limb([&](LimbRecord const& limb) {
      visit(limb);
      return false;
    });
  }

  std::vector<CompareRow> take() { return std::move(rows_); }

 private:
  static std::span<LimbRecord const> limbs_of(CompareColumn const& column) {
    return column.provision ? std::span<LimbRecord const>(column.provision->record.limbs)
                            : std::span<LimbRecord const>();
  }
  static CompareCell one(Finding finding) {
    CompareValue value;
    value.finding = finding;
    return {{std::move(value)}};
  }
  template <typename Applies, typename Values>
  void add_cells(CompareRow& row, Applies const& applies, Values const& values_of) const {
    for (CompareColumn const& column : columns_) {
      row.cells.push_back(cell_of(column, applies, values_of));
    }
  }
  template <typename Applies, typename Values>
  static CompareCell cell_of(CompareColumn const& column, Applies const& applies,
                             Values const& values_of) {
    CompareCell cell;
    bool annotated = false;
    for (LimbRecord const& limb : limbs_of(column)) {
      annotated = annotated || limb.annotated;
      if (applies(limb)) {
        add_limb(limb, values_of(limb), cell);
      }
    }
    if (!cell.values.empty()) {
      return cell;
    }
    Finding const nothing = annotated ? Finding::kNotApplicable : Finding::kNotAssessed;
    return one(column.provision ? nothing : Finding::kNotStanding);
  }
  static void add_limb(LimbRecord const& limb, std::vector<CompareValue> values, CompareCell& cell);
  // Puts a row of which some cell says something.
  void keep(CompareRow row);
  // Finds out whether the columns differ.
  void put(CompareRow row);

  Generation const& generation_;
  std::span<CompareColumn const> columns_;
  std::vector<CompareRow> rows_;
};

// As CompareRow::differs is defined. REQUIRES: no cell without a value.
std::optional<Ternary> differs(std::span<CompareCell const> cells);

}  // namespace cyberlex
