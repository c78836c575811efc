#include "cyberlex/answer/compare_rows.h"

#include <algorithm>
#include <set>
#include <string>

#include "cyberlex/answer/compare_facts.h"

namespace cyberlex {
namespace {

// What the limbs of one cell state, and whether that is all there is to know.
struct Known {
  std::set<std::string> keys;
  bool whole = true;
};

Known known_of(CompareCell const& cell) {
  Known out;
  for (CompareValue const& value : cell.values) {
    if (value.finding == Finding::kStated) {
      out.keys.insert(value.key.empty() ? value.value : value.key);
    } else {
      out.whole = false;
    }
  }
  return out;
}

bool takes_part(CompareCell const& cell) {
  Finding const first = cell.values.front().finding;
  return first != Finding::kNotApplicable && first != Finding::kNotStanding;
}

bool lacks_a_key_of(Known const& whole, Known const& other) {
  return whole.whole && !std::ranges::includes(whole.keys, other.keys);
}

Ternary differs(Known const& a, Known const& b) {
  if (lacks_a_key_of(a, b) || lacks_a_key_of(b, a)) {
    return Ternary::kTrue;
  }
  return a.whole && b.whole ? Ternary::kFalse : Ternary::kUnknown;
}

// A cell of a row in which nothing is recorded of any column says nothing.
bool says_something(CompareRow const& row) {
  return std::ranges::any_of(row.cells, [](CompareCell const& cell) {
    return std::ranges::any_of(cell.values, [](CompareValue const& value) {
      return value.finding <= Finding::kElsewhere;
    });
  });
}

}  // namespace

std::optional<Ternary> differs(std::span<CompareCell const> cells) {
  std::vector<Known> known;
  for (CompareCell const& cell : cells) {
    if (takes_part(cell)) {
      known.push_back(known_of(cell));
    }
  }
  if (known.size() < 2) {
    return std::nullopt;
  }
  Ternary out = Ternary::kFalse;
  for (size_t i = 0; i < known.size(); ++i) {
    for (size_t j = i + 1; j < known.size() && out != Ternary::kTrue; ++j) {
      Ternary const pair = differs(known[i], known[j]);
      out = pair == Ternary::kFalse ? out : pair;
    }
  }
  return out;
}

void CompareTable::add_limb(LimbRecord const& limb, std::vector<CompareValue> values,
                            CompareCell& cell) {
  if (values.empty()) {
    values.emplace_back();
    values.back().finding = limb.annotated ? Finding::kNotStated : Finding::kNotAssessed;
  }
  for (CompareValue& value : values) {
    bool const disputed = value.confidence == Confidence::kConflict;
    value.limb = limb.eid;
    value.finding =
        disputed && value.finding == Finding::kStated ? Finding::kInConflict : value.finding;
    cell.values.push_back(std::move(value));
  }
}

CompareRow compare_row(std::string id, std::string group, std::string label, Compared compared) {
  CompareRow row;
  row.id = std::move(id);
  row.group = std::move(group);
  row.label = std::move(label);
  row.compared = compared;
  return row;
}

void CompareTable::keep(CompareRow row) {
  if (says_something(row)) {
    put(std::move(row));
  }
}

void CompareTable::put(CompareRow row) {
  if (row.compared != Compared::kNothing) {
    row.differs = differs(row.cells);
  }
  rows_.push_back(std::move(row));
}

std::vector<CompareRow> compare_rows(Generation const& generation,
                                     std::span<CompareColumn const> columns) {
  CompareTable table(generation, columns);
  add_provision_rows(table);
  add_offence_rows(table);
  add_penalty_rows(table);
  add_power_rows(table);
  add_defence_rows(table);
  add_concern_rows(table);
  add_article_rows(table);
  return table.take();
}

}  // namespace cyberlex
