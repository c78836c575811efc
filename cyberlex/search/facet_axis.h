// The values that are counted of one parameter, each with a slot, and where they hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/search/condition.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

// A value holds on a document (states, "none", "not-assessed") or at a place of it. What holds at a
// place holds with all that is above it in the parameter's tree. Thread rule: const calls from any
// thread. Lifetime: not longer than `shared`.
class FacetAxis {
 public:
  // `chosen`: ranges that were asked for and are no steps are counted beside them.
  FacetAxis(SearchShared const& shared, Param param, std::span<FilterValue const> chosen, Date day);

  Param param() const { return param_; }
  Level level() const { return level_; }
  size_t size() const { return codes_ + extra_.size(); }
  std::string value(size_t slot) const;
  // Place in the parameter's tree; ValueTree::kNone outside of one.
  uint32_t node(size_t slot) const;
  // size() when there is none.
  size_t find(std::string_view value) const;

  // Appends the slots that hold on the document, wherever in it.
  void add_of_document(DocNum doc, std::vector<uint32_t>& out) const;
  // Appends those that hold at the place and not on the whole document. REQUIRES: a limb.
  void add_at(LimbPlace const& place, std::vector<uint32_t>& out) const;

  // The slots of one code of the column of a state. REQUIRES: level() == Level::kState.
  std::span<uint32_t const> slots_of(Code code) const {
    return {slots_.data() + begin_[code], begin_[code + 1] - begin_[code]};
  }
  // The column of a state, of which one is null: one code a document, or several.
  CodeColumn const* single() const { return single_; }
  MultiCodeColumn const* several() const { return several_; }

 private:
  void read_state_columns();
  void read_limb_columns();
  void read_clause_columns(std::span<FilterValue const> chosen);
  void read_mapping_columns();
  void name_codes(CodeNames const& names);
  void add_ancestors();
  void add_standings();
  void add_own_confidence();
  void add_tests(std::span<FilterValue const> chosen);
  void add_absent();
  uint32_t extra(std::string value);
  void add_slots(Code code, std::vector<uint32_t>& out) const;
  void add_row(MultiCodeColumn const& column, size_t row, std::vector<uint32_t>& out) const;
  void add_at_mapping(LimbPlace const& place, std::vector<uint32_t>& out) const;
  void add_at_clause(LimbPlace const& place, std::vector<uint32_t>& out) const;

  static constexpr uint32_t kNoSlot = UINT32_MAX;

  SearchShared const& shared_;
  Param param_;
  Level level_;
  Date day_;
  CodeNames const* names_ = nullptr;  // of the first codes_ slots
  size_t codes_ = 0;
  std::vector<std::string> extra_;  // values of the slots behind
  std::vector<uint32_t> begin_;     // by code: its slots
  std::vector<uint32_t> slots_;
  CodeColumn const* single_ = nullptr;
  MultiCodeColumn const* several_ = nullptr;
  std::vector<uint32_t> own_confidence_;  // by code of the limb's own facts
  std::vector<std::pair<uint32_t, LimbTest>> tests_;
  Code outside_ = 0;
  uint32_t none_ = kNoSlot;
  uint32_t not_assessed_ = kNoSlot;
};

// The steps in which terms of imprisonment are counted: "..<1y" … "life", "death", "unknown",
// "none", "not-assessed".
std::vector<FilterValue> prison_steps();

}  // namespace cyberlex
