// One condition on a document: any of some values of a parameter, tested at one place of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/search/doc_set.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

// Any of some values of one parameter.
struct Condition {
  Param param = Param::kJurisdiction;
  std::vector<FilterValue> values;
};
// Any of some conditions: an OR of fields.
using Choice = std::vector<Condition>;

// Of parameters of states whose values may lie in a range: whether `held` is in this one. False of
// every other parameter.
bool state_value_in(Param param, FilterValue const& value, std::string const& held);

// One a code of the parameter's column, of `party` that of jurisdictions: 1 where one of the values
// holds; `day` decides standings. REQUIRES (here and below): condition.param is of level kState.
std::vector<uint8_t> accepted_codes(SearchShared const& shared, Condition const& condition,
                                    Date day);
// The documents with any of the values.
DocSet state_documents(SearchShared const& shared, Condition const& condition, Date day);

// What `party` says of a state and a treaty on a day: "budapest" for a party, else "unc:signed",
// "unc:none", …, "unc:not-assessed" where nobody has looked.
std::string party_value(Work const& treaty, std::string_view state, Date day);

// True when a term or an amount lies in the range. An open upper end takes in everything above.
bool in_range(ValueRange const& range, int64_t value);

// A place at which conditions are tested together: a document, a limb of it, a fact of the limb
// (the limb's own, or one of its clauses), a mapping of the limb. kNone: the document without a
// limb, the limb's own facts, no mapping.
struct LimbPlace {
  static constexpr size_t kNone = SIZE_MAX;
  DocNum doc = 0;
  size_t limb = kNone;
  size_t clause = kNone;
  size_t mapping = kNone;
};

// One condition made ready. A concept holds with a narrower one, a chapter with an article below
// it. "none" and "not-assessed" hold on a document, whatever the limb, clause
// or mapping; article=none holds on a limb. Lifetime: not longer than `shared`.
class LimbTest {
 public:
  LimbTest(SearchShared const& shared, Condition const& condition, Date day);

  Level level() const { return level_; }
  bool holds(LimbPlace const& place) const;
  // The documents on which it holds without a limb.
  DocSet documents_without_limb() const;

 private:
  void read(FilterValue const& value);
  void accept(CodeNames const& names, std::vector<uint8_t>& accepted,
              std::string const& value) const;
  CodeNames const& code_names() const;
  bool without_value(LimbPlace const& place) const;
  bool on_limb(size_t limb) const;
  bool on_clause(size_t limb, size_t clause) const;
  bool on_mapping(size_t mapping) const;
  bool some_range(int64_t value, bool only_open) const;
  bool longest_on_clause(size_t limb, size_t clause) const;
  bool shortest_on_clause(size_t limb, size_t clause) const;
  bool fine_on_clause(size_t clause) const;
  bool has_prison(size_t clause) const;

  SearchShared const* shared_;
  Param param_;
  Level level_;
  DocSet documents_;  // level kState
  bool none_ = false;
  bool not_assessed_ = false;
  bool unknown_ = false;
  std::vector<uint8_t> accepted_;      // by code of the parameter's column
  std::vector<uint8_t> accepted_own_;  // confidence: by code of the limb's own facts
  std::vector<ValueRange> ranges_;
};

}  // namespace cyberlex
