#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/csv_grids.h"
#include "cyberlex/render/csv_table.h"
#include "cyberlex/render/text_layout.h"
#include "cyberlex/render/text_penalty.h"

namespace cyberlex {
namespace {

std::string confidence_text(std::optional<Confidence> const& confidence) {
  return confidence ? std::string(name_of(*confidence)) : "";
}

// ---- compare

std::vector<Column> compare_columns() {
  return {
      text_column("as_of"),   text_column("row"),        text_column("group"), text_column("label"),
      text_column("differs"), text_column("compared"),   text_column("item"),  text_column("limb"),
      text_column("power"),   text_column("finding"),    text_column("value"), text_column("says"),
      text_column("lang"),    text_column("confidence"), list_column("at"),    text_column("read"),
      list_column("missing"), list_column("added"),      text_column("reason")};
}

// A penalty says its clause; everything else its label, where it has one.
std::string said(CompareColumn const& column, CompareValue const& value) {
  if (!value.clause || !column.provision) {
    return value.label;
  }
  for (LimbRecord const& limb : column.provision->record.limbs) {
    if (limb.eid == value.limb) {
      return clause_text(limb.penalties.at(*value.clause));
    }
  }
  return value.label;
}

TableRow compare_row(CompareAnswer const& answer, CompareRow const& row, size_t place,
                     CompareValue const& value) {
  CompareColumn const& column = answer.columns[place];
  return {answer.request.as_of.to_string(),
          row.id,
          row.group,
          row.label,
          row.differs ? std::string(name_of(*row.differs)) : "",
          std::string(name_of(row.compared)),
          column.item,
          value.limb.text(),
          value.power,
          std::string(name_of(value.finding)),
          value.value,
          said(column, value),
          value.language,
          confidence_text(value.confidence),
          joined(value.at, kListSeparator),
          value.read,
          joined(value.missing, kListSeparator),
          joined(value.added, kListSeparator),
          value.reason};
}

// ---- dual criminality

constexpr size_t kDualColumns = 23;

std::vector<Column> dual_columns() {
  std::vector<Column> out = {text_column("requesting"), text_column("requesting_on"),
                             text_column("requested"),  text_column("requested_on"),
                             text_column("verdict"),    text_column("reason")};
  for (std::string const side : {"requesting", "requested"}) {
    out.push_back(text_column(side + "_offence"));
    out.push_back(text_column(side + "_heading"));
    out.push_back(text_column(side + "_longest"));
    out.push_back(text_column(side + "_one_year"));
    out.push_back(text_column(side + "_serious"));
    out.push_back(list_column(side + "_missing"));
    out.push_back(list_column(side + "_added"));
  }
  for (std::string_view const name : {"within", "within_reason", "confidence"}) {
    out.push_back(text_column(name));
  }
  return out;
}

std::string value_text(std::optional<Derived> const& derived) {
  return derived ? std::string(name_of(derived->value)) : "";
}

void add_side(DualOffence const& offence, DualElements const& elements, TableRow& row) {
  row.insert(row.end(),
             {offence.handle, offence.heading, offence.length.longest,
              value_text(offence.length.one_year), value_text(offence.length.serious),
              joined(elements.missing, kListSeparator), joined(elements.added, kListSeparator)});
}

TableRow head_row(DualAnswer const& answer, size_t offence) {
  DualFinding const& finding = answer.findings.at(offence);
  return {answer.request.requesting,
          answer.request.requesting_on->to_string(),
          answer.request.requested,
          answer.request.requested_on->to_string(),
          std::string(name_of(finding.verdict)),
          finding.reason};
}

TableRow pair_row(DualAnswer const& answer, DualPair const& pair) {
  TableRow row = head_row(answer, pair.requesting);
  add_side(answer.requesting.at(pair.requesting), pair.requesting_elements, row);
  add_side(answer.requested.at(pair.requested), pair.requested_elements, row);
  row.insert(row.end(), {std::string(name_of(pair.within)), pair.reason,
                         std::string(name_of(pair.confidence))});
  return row;
}

}  // namespace

std::string to_csv(CompareAnswer const& answer) {
  CsvTable out(compare_columns());
  for (CompareRow const& row : answer.rows) {
    for (size_t i = 0; i < row.cells.size(); ++i) {
      for (CompareValue const& value : row.cells[i].values) {
        out.add(compare_row(answer, row, i, value));
      }
    }
  }
  return out.finish();
}

std::string to_csv(DualAnswer const& answer) {
  CsvTable out(dual_columns());
  for (size_t i = 0; i < answer.requesting.size(); ++i) {
    bool paired = false;
    for (DualPair const& pair : answer.pairs) {
      if (pair.requesting == i) {
        out.add(pair_row(answer, pair));
        paired = true;
      }
    }
    if (!paired) {
      TableRow row = head_row(answer, i);
      add_side(answer.requesting[i], {}, row);
      row.resize(kDualColumns);
      out.add(row);
    }
  }
  return out.finish();
}

}  // namespace cyberlex
