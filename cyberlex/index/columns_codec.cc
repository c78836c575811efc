// Stored form of the columns, and the checks that let everybody else index them without checking.

#include <algorithm>

#include "cyberlex/index/codec.h"
#include "cyberlex/index/columns.h"

namespace cyberlex {

template <typename Codec, Is<CodeNames> R>
void describe(Codec& codec, R& names) {
  codec(names.values);
}

template <typename Codec, Is<CodeColumn> R>
void describe(Codec& codec, R& column) {
  codec(column.names, column.codes);
}

template <typename Codec, Is<MultiCodeColumn> R>
void describe(Codec& codec, R& column) {
  codec(column.names, column.begin, column.codes);
}

template <typename Codec, Is<FineRange> R>
void describe(Codec& codec, R& fine) {
  codec(fine.unit, fine.min, fine.max);
}

template <typename Codec, Is<StateColumns> R>
void describe(Codec& codec, R& state) {
  codec(state.provision, state.from, state.to, state.length, state.act, state.jurisdiction);
  codec(state.rank, state.year, state.status, state.language, state.text_kind, state.klass);
  codec(state.suggested, state.suggested_penalty, state.suggested_prison, state.limb_begin);
}

template <typename Codec, Is<LimbColumns> R>
void describe(Codec& codec, R& limb) {
  codec(limb.offence, limb.power, limb.authorisation, limb.concern, limb.safeguard, limb.defence);
  codec(limb.confidence);
  codec(limb.serious, limb.one_year, limb.longest, limb.shortest, limb.clause_begin);
  codec(limb.mapping_begin);
}

template <typename Codec, Is<ClauseColumns> R>
void describe(Codec& codec, R& clause) {
  codec(clause.penalty, clause.confidence, clause.longest, clause.shortest, clause.open);
  codec(clause.units, clause.fine_begin, clause.fines);
}

template <typename Codec, Is<MappingColumns> R>
void describe(Codec& codec, R& mapping) {
  codec(mapping.article, mapping.treaty, mapping.relation, mapping.confidence);
}

template <typename Codec, Is<Columns> R>
void describe(Codec& codec, R& columns) {
  codec(columns.state, columns.limb, columns.clause, columns.mapping);
}

namespace {

bool ascending(std::vector<std::string> const& values) {
  return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

bool distinct(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  return ascending(values);
}

bool below(std::vector<Code> const& codes, size_t end) {
  return std::all_of(codes.begin(), codes.end(), [end](Code code) { return code < end; });
}

// `begin` parts `children` rows among `parents`.
bool parts(std::vector<uint32_t> const& begin, size_t parents, size_t children) {
  return begin.size() == parents + 1 && begin.front() == 0 && begin.back() == children &&
         std::is_sorted(begin.begin(), begin.end());
}

bool fits(CodeColumn const& column, size_t rows) {
  return column.codes.size() == rows && ascending(column.names.values) &&
         below(column.codes, column.names.values.size());
}

bool fits(MultiCodeColumn const& column, size_t rows) {
  if (!parts(column.begin, rows, column.codes.size()) || !ascending(column.names.values) ||
      !below(column.codes, column.names.values.size())) {
    return false;
  }
  for (size_t r = 0; r < rows; ++r) {
    auto const row = column.row(r);
    if (std::adjacent_find(row.begin(), row.end(), std::greater_equal<>()) != row.end()) {
      return false;
    }
  }
  return true;
}

// Numbers of provisions begin at 0 and rise by one at a time.
bool counts_up(std::vector<uint32_t> const& numbers) {
  uint32_t next = 0;
  for (uint32_t const number : numbers) {
    if (number != next && (next == 0 || number + 1 != next)) {
      return false;
    }
    next = number + 1;
  }
  return true;
}

bool fits(StateColumns const& state, size_t limbs) {
  size_t const rows = state.from.size();
  return state.provision.size() == rows && counts_up(state.provision) && state.to.size() == rows &&
         state.length.size() == rows && state.act.codes.size() == rows &&
         distinct(state.act.names.values) &&
         below(state.act.codes, state.act.names.values.size()) &&
         std::is_sorted(state.act.codes.begin(), state.act.codes.end()) &&
         fits(state.jurisdiction, rows) && fits(state.rank, rows) && fits(state.year, rows) &&
         fits(state.status, rows) && fits(state.language, rows) && fits(state.text_kind, rows) &&
         fits(state.klass, rows) && fits(state.suggested, rows) &&
         fits(state.suggested_penalty, rows) && fits(state.suggested_prison, rows) &&
         parts(state.limb_begin, rows, limbs);
}

bool fits(LimbColumns const& limb, size_t clauses, size_t mappings) {
  size_t const rows = limb.longest.size();
  return fits(limb.offence, rows) && fits(limb.power, rows) && fits(limb.authorisation, rows) &&
         fits(limb.concern, rows) && fits(limb.safeguard, rows) && fits(limb.defence, rows) &&
         fits(limb.confidence, rows) && fits(limb.serious, rows) && fits(limb.one_year, rows) &&
         limb.shortest.size() == rows && parts(limb.clause_begin, rows, clauses) &&
         parts(limb.mapping_begin, rows, mappings);
}

bool fits(ClauseColumns const& clause) {
  size_t const rows = clause.longest.size();
  bool const units = std::all_of(clause.fines.begin(), clause.fines.end(), [&](FineRange const& f) {
    return f.unit < clause.units.values.size();
  });
  bool const flags =
      std::all_of(clause.open.begin(), clause.open.end(), [](uint8_t open) { return open <= 1; });
  return fits(clause.penalty, rows) && fits(clause.confidence, rows) &&
         ascending(clause.units.values) && clause.shortest.size() == rows &&
         clause.open.size() == rows && units && flags &&
         parts(clause.fine_begin, rows, clause.fines.size());
}

bool fits(MappingColumns const& mapping) {
  size_t const rows = mapping.article.codes.size();
  return fits(mapping.article, rows) && fits(mapping.treaty, rows) &&
         fits(mapping.relation, rows) && fits(mapping.confidence, rows);
}

bool hang_together(Columns const& columns) {
  size_t const limbs = columns.limb.longest.size();
  size_t const clauses = columns.clause.longest.size();
  size_t const mappings = columns.mapping.article.codes.size();
  return fits(columns.state, limbs) && fits(columns.limb, clauses, mappings) &&
         fits(columns.clause) && fits(columns.mapping);
}

}  // namespace

std::string encode(Columns const& columns) {
  return to_bytes(columns);
}

Result<Columns> decode_columns(std::string_view bytes) {
  Result<Columns> columns = from_bytes<Columns>(bytes, "columns");
  if (columns && !hang_together(*columns)) {
    return Error{ErrorCode::kDamaged, "stored columns do not hang together"};
  }
  return columns;
}

}  // namespace cyberlex
