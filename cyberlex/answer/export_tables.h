// A result as tables: which columns there are, of what type, and the rows that a provision gives.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/index/generation.h"
#include "cyberlex/search/result_walk.h"

namespace cyberlex {

// How a cell is written: dates YYYY-MM-DD, terms ISO 8601 durations as the law has them, decimals
// without trailing zeros, lists joined by kListSeparator. An empty cell says nothing, of any type.
enum class ColumnType : uint8_t { kText, kList, kInteger, kDecimal, kDate, kDuration };

inline constexpr std::string_view kListSeparator = "; ";

struct Column {
  std::string name;
  ColumnType type = ColumnType::kText;
  std::string description;
  bool required = false;                          // never empty
  std::span<std::string_view const> values = {};  // all that may stand there; empty: anything
  std::string unit = {};                          // what a number counts; empty: none, or a column
};

// The order of this list is that of export_tables().
enum class TableId : uint8_t {
  kProvisions,
  kTexts,
  kLimbs,
  kElements,
  kPenalties,
  kPowers,
  kSafeguards,
  kDefences,
  kConcerns,
  kMappings,
};

struct TableInfo {
  TableId id = TableId::kProvisions;
  std::string name;  // "provisions"
  std::string title;
  std::vector<Column> columns;
  // Columns that tell its rows apart. What an act says twice in the same words is a row twice, so
  // rows have a number of their own where nothing else does.
  std::vector<std::string> key;
};

std::span<TableInfo const> export_tables();
TableInfo const& info_of(TableId table);

using TableRow = std::vector<std::string>;  // one cell a column

// The rows of one provision. REQUIRES: the hit is of this generation.
std::vector<TableRow> rows_of(TableId table, Generation const& generation, WalkedHit const& hit);

// Provisions, limbs and penalties in one table: a row an arm of a penalty, beside it the columns
// of its limb ("limb_…") and provision. A limb without a penalty is one row, a provision without
// limbs too; `row_kind` (provision, limb, penalty) says what the row is.
std::vector<Column> const& flat_columns();
std::vector<TableRow> flat_rows(Generation const& generation, WalkedHit const& hit);

}  // namespace cyberlex
