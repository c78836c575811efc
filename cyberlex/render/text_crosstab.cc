#include <algorithm>
#include <string>
#include <vector>

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_layout.h"

namespace cyberlex {
namespace {

constexpr size_t kMostRowWidth = 40;
constexpr size_t kGap = 2;

std::string number(uint64_t count) {
  return count == 0 ? "·" : with_separators(std::to_string(count));
}

std::string label(CrosstabAnswer const& answer, Facet const& side, FacetValue const& value) {
  std::string const name = value.label.empty()
                               ? label_of(side.param, value.value, *answer.found.generation)
                               : value.label;
  // Cut, two articles of one treaty would look alike.
  return width_of(name) <= kMostRowWidth ? name : value.value;
}

// A column: its head, and one text a row.
struct Column {
  std::string head;
  std::vector<std::string> texts;
  size_t width = 0;
};

Column made(std::string head, std::vector<std::string> texts) {
  size_t width = width_of(head);
  for (std::string const& text : texts) {
    width = std::max(width, width_of(text));
  }
  return {std::move(head), std::move(texts), width};
}

// The columns of figures: the totals first.
std::vector<Column> columns_of(CrosstabAnswer const& answer) {
  std::vector<FacetValue> const& rows = answer.rows.values;
  std::vector<FacetValue> const& cols = answer.cols.values;
  std::vector<std::string> totals = {number(answer.found.total)};
  for (FacetValue const& row : rows) {
    totals.push_back(number(row.count));
  }
  std::vector<Column> out = {made("all", std::move(totals))};
  for (size_t col = 0; col < cols.size(); ++col) {
    std::vector<std::string> texts = {number(cols[col].count)};
    for (size_t row = 0; row < rows.size(); ++row) {
      texts.push_back(number(answer.cells[row * cols.size() + col]));
    }
    out.push_back(made(cols[col].value, std::move(texts)));
  }
  return out;
}

// As many columns as a line holds, from `first` on; returns the next.
size_t write_block(Column const& names, std::vector<Column> const& columns, size_t first,
                   size_t most, std::string& out) {
  size_t end = first;
  size_t width = names.width;
  while (end < columns.size() && (end == first || width + kGap + columns[end].width <= most)) {
    width += kGap + columns[end++].width;
  }
  for (size_t line = 0; line <= names.texts.size(); ++line) {
    out += filled_to(line == 0 ? names.head : names.texts[line - 1], names.width);
    for (size_t col = first; col < end; ++col) {
      Column const& each = columns[col];
      out += std::string(kGap, ' ') +
             right_in(line == 0 ? each.head : each.texts[line - 1], each.width);
    }
    out += '\n';
  }
  return end;
}

}  // namespace

std::string to_text(CrosstabAnswer const& answer, size_t width) {
  std::string out = counted(answer.found.total, "provision") + "; on " +
                    answer.found.request.as_of.to_string() + "; " +
                    std::string(info_of(answer.rows.param).name) + " by " +
                    std::string(info_of(answer.cols.param).name) + '\n';
  out += answer.found.request.q.empty() ? "" : labelled("read as", answer.found.read_as);
  if (answer.rows.values.empty() || answer.cols.values.empty()) {
    return out + "\nNo provision has a value of both.\n";
  }
  std::vector<std::string> names = {"all"};
  for (FacetValue const& row : answer.rows.values) {
    names.push_back(label(answer, answer.rows, row));
  }
  Column const first = made("", std::move(names));
  std::vector<Column> const columns = columns_of(answer);
  for (size_t next = 0; next < columns.size();) {
    out += '\n';
    next = write_block(first, columns, next, width, out);
  }
  return out + "\nDistinct provisions: a total may be below the sum of its cells.\n";
}

}  // namespace cyberlex
