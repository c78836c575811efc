// Columns: what filters, facets and sorting read of every document, as arrays of codes in memory.
//
// Four levels: state (one row a document), limb, penalty clause, mapping. Children of one parent
// are consecutive: the limbs of document d are rows limb_begin[d] .. limb_begin[d + 1]. Codes index
// the dictionary of their column; a multi-valued column is a list of codes with its own begin
// array.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"

namespace cyberlex {

using Code = uint32_t;

// A column's values, by code, sorted; codes are therefore in order of the value. (Only the acts
// stand in their own order: jurisdiction, then handle.)
struct CodeNames {
  std::vector<std::string> values;
  // values.size() when absent. Logarithmic for a value that is there.
  Code find(std::string_view value) const;
  bool operator==(CodeNames const&) const = default;
};

// One code a row.
struct CodeColumn {
  CodeNames names;
  std::vector<Code> codes;
  bool operator==(CodeColumn const&) const = default;
};

// Any number of distinct codes a row, ascending: those of row r are codes[begin[r]] ..
// codes[begin[r + 1]].
struct MultiCodeColumn {
  CodeNames names;
  std::vector<uint32_t> begin;
  std::vector<Code> codes;
  std::span<Code const> row(size_t r) const {
    return {codes.data() + begin[r], begin[r + 1] - begin[r]};
  }
  bool operator==(MultiCodeColumn const&) const = default;
};

// A fine arm's range in hundredths of its unit; kNoBound = not stated.
inline constexpr int64_t kNoBound = INT64_MIN;
struct FineRange {
  Code unit = 0;
  int64_t min = kNoBound;
  int64_t max = kNoBound;
  bool operator==(FineRange const&) const = default;
};

struct StateColumns {
  std::vector<uint32_t>
      provision;  // states of one provision share a number; numbers ascend with documents
  std::vector<int32_t> from;  // Date::days
  std::vector<int32_t> to;
  std::vector<uint16_t> length;  // words of the longest language, headings weighted
  CodeColumn act;                // code == ActNum: names are the handles in order
  CodeColumn jurisdiction;
  CodeColumn rank;
  CodeColumn year;  // "2015"; "unknown"
  CodeColumn status;
  MultiCodeColumn language;  // of the texts held
  MultiCodeColumn text_kind;
  CodeColumn klass;
  // What a machine suggests, never a fact: ids of concepts; kinds of penalty, "day-fine" among
  // them; the longest term as written ("P4Y"), "life", "death", or "unknown" without a maximum.
  // "none" where it suggests nothing of the kind.
  MultiCodeColumn suggested;
  MultiCodeColumn suggested_penalty;
  CodeColumn suggested_prison;
  std::vector<uint32_t> limb_begin;  // size = documents + 1
  bool operator==(StateColumns const&) const = default;
};

struct LimbColumns {
  MultiCodeColumn offence;
  MultiCodeColumn power;
  MultiCodeColumn authorisation;
  MultiCodeColumn concern;
  MultiCodeColumn safeguard;  // of its powers: "notification:absent"
  MultiCodeColumn defence;    // "public-interest:partial"
  CodeColumn
      confidence;  // of the limb's own facts; "not-assessed" for a limb known from a mapping only
  CodeColumn serious;  // "true" "false" "unknown" "none" (no penalty)
  CodeColumn one_year;
  std::vector<int64_t> longest;  // scale of duration.h; kNoBound: none stated
  std::vector<int64_t> shortest;
  std::vector<uint32_t> clause_begin;   // size = limbs + 1
  std::vector<uint32_t> mapping_begin;  // size = limbs + 1
  bool operator==(LimbColumns const&) const = default;
};

struct ClauseColumns {
  MultiCodeColumn penalty;  // kinds of the arms
  CodeColumn confidence;
  std::vector<int64_t> longest;
  std::vector<int64_t> shortest;
  std::vector<uint8_t> open;  // 1: a minimum and no maximum
  CodeNames units;
  std::vector<uint32_t> fine_begin;  // size = clauses + 1
  std::vector<FineRange> fines;
  bool operator==(ClauseColumns const&) const = default;
};

struct MappingColumns {
  CodeColumn
      article;  // "unc/7" (the article, whatever the paragraph); "unc/none" = outside that treaty
  CodeColumn treaty;
  CodeColumn relation;
  CodeColumn confidence;
  bool operator==(MappingColumns const&) const = default;
};

struct Columns {
  StateColumns state;
  LimbColumns limb;
  ClauseColumns clause;
  MappingColumns mapping;

  size_t documents() const { return state.from.size(); }
  bool operator==(Columns const&) const = default;
};

// Makes columns record by record, in document order; `length` as StateColumns::length. Keeps a
// reference to `acts`. REQUIRES: record.act < acts.size(); finish() once, last.
class ColumnsBuilder {
 public:
  explicit ColumnsBuilder(std::vector<ActRecord> const& acts);
  ~ColumnsBuilder();
  ColumnsBuilder(ColumnsBuilder&&) noexcept;
  ColumnsBuilder& operator=(ColumnsBuilder&&) noexcept;

  void add(ProvisionRecord const& record, uint16_t length);
  Columns finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The columns of all records at once. Pure.
Columns make_columns(std::vector<ActRecord> const& acts,
                     std::vector<ProvisionRecord> const& records,
                     std::vector<uint16_t> const& lengths);

std::string encode(Columns const& columns);
// kDamaged when the bytes are no columns or do not hang together (begin arrays, codes out of
// range).
Result<Columns> decode_columns(std::string_view bytes);

}  // namespace cyberlex
