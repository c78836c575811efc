#include "cyberlex/render/csv_grids.h"

#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/csv_table.h"
#include "cyberlex/render/text_layout.h"

namespace cyberlex {
namespace {

std::string joined_list(std::vector<std::string> const& values) {
  return joined(values, kListSeparator);
}

// ---- matrix

std::vector<Column> matrix_columns() {
  return {text_column("as_of"),        text_column("article"),    text_column("heading"),
          text_column("jurisdiction"), text_column("standing"),   text_column("coverage"),
          number_column("articles"),   text_column("confidence"), number_column("met_whole"),
          number_column("met_part"),   number_column("demands"),  text_column("longest"),
          list_column("provisions"),   list_column("looked_in"),  list_column("elsewhere")};
}

std::string standing_of(MatrixState const& state) {
  StandingChange const* const now = state.standing.now;
  return now == nullptr ? "" : std::string(name_of(now->value));
}

std::string limb_handle(MatrixProvision const& provision) {
  std::string const act = provision.handle.substr(0, provision.handle.rfind('/') + 1);
  return act + provision.limb.eid.text();
}

TableRow cell_row(MatrixAnswer const& answer, MatrixRow const& row, size_t state) {
  MatrixCell const& cell = row.cells[state];
  std::vector<std::string> provisions;
  for (MatrixProvision const& each : cell.provisions) {
    provisions.push_back(limb_handle(each));
  }
  std::vector<std::string> looked;
  std::vector<std::string> elsewhere;
  for (MatrixAssessed const& each : cell.assessed) {
    Work const& work = answer.generation->acts().at(each.act).work;
    (each.row->read.empty() ? elsewhere : looked)
        .push_back(each.row->read.empty() ? each.row->elsewhere : work.handle);
  }
  Verdict const& verdict = cell.verdict;
  bool const decided = is_decided(verdict.coverage);
  auto const count = [decided](uint64_t number) { return decided ? std::to_string(number) : ""; };
  return {answer.request.as_of.to_string(),
          row.handle,
          row.heading,
          answer.states[state].jurisdiction,
          standing_of(answer.states[state]),
          std::string(name_of(verdict.coverage)),
          "1",
          verdict.confidence ? std::string(name_of(*verdict.confidence)) : "",
          count(verdict.met.whole),
          count(verdict.met.part),
          count(verdict.met.of),
          cell.longest,
          joined_list(provisions),
          joined_list(looked),
          joined_list(elsewhere)};
}

// One row a verdict that some article of the chapter has.
void add_chapter(MatrixAnswer const& answer, MatrixChapter const& chapter, CsvTable& out) {
  for (size_t i = 0; i < chapter.cells.size(); ++i) {
    ChapterCell const& cell = chapter.cells[i];
    for (auto const& [coverage, articles] : cell.articles) {
      out.add({answer.request.as_of.to_string(), chapter.handle,
               chapter.label + (chapter.heading.empty() ? "" : " " + chapter.heading),
               answer.states[i].jurisdiction, standing_of(answer.states[i]),
               std::string(name_of(coverage)), std::to_string(articles), "", "", "", "",
               cell.longest, "", "", ""});
    }
  }
}

TableRow outside_row(MatrixAnswer const& answer, OutsideProvision const& row) {
  Work const& treaty = answer.generation->acts().at(answer.treaty).work;
  auto const state = std::find_if(
      answer.states.begin(), answer.states.end(),
      [&row](MatrixState const& each) { return each.jurisdiction == row.jurisdiction; });
  return {answer.request.as_of.to_string(),
          treaty.handle + "/none",
          row.provision.heading,
          row.jurisdiction,
          state == answer.states.end() ? "" : standing_of(*state),
          row.outside_all ? "outside-every-treaty" : "outside",
          "",
          std::string(name_of(row.provision.confidence)),
          "",
          "",
          "",
          longest_term(row.provision.limb),
          limb_handle(row.provision),
          "",
          ""};
}

// ---- safeguards

std::vector<Column> safeguard_columns() {
  return {text_column("as_of"),     text_column("jurisdiction"), text_column("limb"),
          text_column("heading"),   text_column("power"),        text_column("safeguard"),
          text_column("value"),     text_column("confidence"),   list_column("at"),
          text_column("read"),      text_column("elsewhere"),    text_column("note"),
          list_column("yardstick"), list_column("sources")};
}

std::vector<std::string> yardsticks_of(SafeguardsAnswer const& answer,
                                       std::string const& concept_id) {
  std::vector<std::string> out;
  for (YardstickRow const& row : answer.yardstick) {
    if (std::ranges::find(row.safeguards, concept_id) != row.safeguards.end()) {
      out.push_back(row.handle);
    }
  }
  return out;
}

TableRow safeguard_row(SafeguardsAnswer const& answer, SafeguardRow const& row,
                       Assessment const& found) {
  Work const& work = answer.generation->acts().at(row.act).work;
  auto const reading = work.readings.find(found.read);
  return {answer.request.as_of.to_string(),
          row.jurisdiction,
          row.handle,
          row.heading,
          row.power.power,
          found.concept_id,
          std::string(name_of(found.value)),
          std::string(name_of(found.provenance.confidence)),
          joined_list(found.at),
          reading == work.readings.end() ? found.read : reading->second.what,
          found.elsewhere,
          found.note,
          joined_list(yardsticks_of(answer, found.concept_id)),
          joined_list(found.provenance.sources)};
}

// ---- crosstab

std::string label_in(CrosstabAnswer const& answer, Facet const& side, FacetValue const& value) {
  return value.label.empty() ? label_of(side.param, value.value, *answer.found.generation)
                             : value.label;
}

}  // namespace

std::string to_csv(MatrixAnswer const& answer) {
  CsvTable out(matrix_columns());
  if (answer.request.level == MatrixLevel::kChapter) {
    for (MatrixChapter const& chapter : answer.chapters) {
      add_chapter(answer, chapter, out);
    }
  } else {
    for (MatrixRow const& row : answer.rows) {
      for (size_t i = 0; i < row.cells.size(); ++i) {
        out.add(cell_row(answer, row, i));
      }
    }
  }
  for (OutsideProvision const& row : answer.outside) {
    out.add(outside_row(answer, row));
  }
  return out.finish();
}

std::string to_csv(SafeguardsAnswer const& answer) {
  CsvTable out(safeguard_columns());
  for (SafeguardRow const& row : answer.rows) {
    for (Assessment const& found : row.power.safeguards) {
      out.add(safeguard_row(answer, row, found));
    }
  }
  return out.finish();
}

std::string to_csv(CrosstabAnswer const& answer) {
  std::string const rows(info_of(answer.rows.param).name);
  std::string const cols(info_of(answer.cols.param).name);
  bool const same = rows == cols;
  CsvTable out({text_column("as_of"), text_column(rows), text_column(rows + "_label"),
                text_column(same ? cols + "_2" : cols),
                text_column((same ? cols + "_2" : cols) + "_label"), number_column("provisions")});
  std::string const day = answer.found.request.as_of.to_string();
  size_t cell = 0;
  for (FacetValue const& row : answer.rows.values) {
    for (FacetValue const& col : answer.cols.values) {
      out.add({day, row.value, label_in(answer, answer.rows, row), col.value,
               label_in(answer, answer.cols, col), std::to_string(answer.cells.at(cell++))});
    }
  }
  return out.finish();
}

}  // namespace cyberlex
