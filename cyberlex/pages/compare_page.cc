#include <algorithm>
#include <utility>

#include "cyberlex/pages/compare_value.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/pages/penalty_chart.h"

namespace cyberlex::pages {
namespace {

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links const& links;
  SourceNotes& notes;
  CompareAnswer const& answer;

  Messages const& messages() const { return context.messages(); }
  Date day() const { return answer.request.as_of; }
  Work const& work(CompareColumn const& column) const {
    return answer.generation->acts().at(column.act).work;
  }
};

// ---- columns

// The same columns as items, but one; kept while two are left.
std::string without(Shown const& shown, size_t place) {
  std::vector<CompareColumn> const& columns = shown.answer.columns;
  if (columns.size() <= kFewestItems) {
    return {};
  }
  ParameterList list;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (i != place) {
      list.emplace_back("item", columns[i].item);
    }
  }
  return shown.links.compare(std::move(list), shown.day());
}

std::vector<View> stood_rows(Shown const& shown, CompareColumn const& column) {
  std::vector<View> out;
  for (VersionEntry const& version : column.versions) {
    View row;
    row.text("interval", shown.wording.interval(version.valid, column.jurisdiction));
    out.push_back(std::move(row));
  }
  return out;
}

View column_view(Shown const& shown, size_t place) {
  CompareColumn const& column = shown.answer.columns[place];
  Work const& work = shown.work(column);
  View out;
  out.text("item", column.item)
      .text("country", shown.wording.country(column.jurisdiction))
      .text("act_url", shown.links.act(work, shown.day()))
      .text("remove", without(shown, place));
  put_worded(out, "act", shown.wording.title(work));
  if (!column.provision) {
    out.list("stood", stood_rows(shown, column));
    return out;
  }
  ProvisionRecord const& record = column.provision->record;
  out.text("number", shown.wording.unit(record))
      .text("url", shown.links.provision(work, record.eid, shown.day()));
  if (!record.texts.empty()) {
    put_worded(out, "heading", record.texts.front().heading, record.texts.front().language);
  }
  return out;
}

std::vector<View> column_views(Shown const& shown) {
  std::vector<View> out;
  for (size_t i = 0; i < shown.answer.columns.size(); ++i) {
    out.push_back(column_view(shown, i));
  }
  return out;
}

// ---- rows

// Of "compare.mark."; empty where nothing can differ.
std::string_view mark_of(CompareRow const& row) {
  if (!row.differs) {
    return {};
  }
  switch (*row.differs) {
    case Ternary::kTrue:
      return row.compared == Compared::kWording ? "worded" : "differ";
    case Ternary::kFalse:
      return "same";
    default:
      return "open";
  }
}

View row_view(Shown const& shown, CompareRow const& row) {
  std::vector<View> cells;
  for (size_t i = 0; i < row.cells.size(); ++i) {
    CompareColumn const& column = shown.answer.columns[i];
    shown.notes.turn_to(shown.work(column));
    View cell;
    cell.list("values", compare_values(shown.wording, shown.notes, column, row, row.cells[i]));
    cells.push_back(std::move(cell));
  }
  std::string_view const mark = mark_of(row);
  View out;
  put_worded(out, "label", compare_row_label(shown.wording, row));
  out.list("cells", std::move(cells));
  if (!mark.empty()) {
    out.text("mark", mark).text("word", shown.wording.word("compare.mark", mark));
  }
  return out;
}

// Rows of one part of the table: its name, or that of the group before.
std::string_view part_of(CompareRow const& row) {
  return row.group == "element"    ? "offences"
         : row.group == "elements" ? "article"
                                   : std::string_view(row.group);
}

std::vector<View> part_rows(Shown const& shown) {
  std::vector<View> out;
  std::vector<CompareRow> const& rows = shown.answer.rows;
  for (size_t i = 0; i < rows.size();) {
    std::string_view const part = part_of(rows[i]);
    std::vector<View> views;
    for (; i < rows.size() && part_of(rows[i]) == part; ++i) {
      views.push_back(row_view(shown, rows[i]));
    }
    View group;
    group.text("part", shown.wording.word("compare.part", part))
        .text("wide", std::to_string(shown.answer.columns.size() + 1))
        .list("rows", std::move(views));
    out.push_back(std::move(group));
  }
  return out;
}

std::vector<View> legend_rows(Shown const& shown) {
  std::vector<View> out;
  for (std::string_view const mark : {"differ", "same", "worded", "open"}) {
    View row;
    row.text("mark", mark)
        .text("word", shown.wording.word("compare.mark", mark))
        .text("means", shown.wording.word("compare.means", mark));
    out.push_back(std::move(row));
  }
  return out;
}

// ---- what was found of each state

std::vector<View> state_rows(Shown const& shown) {
  std::vector<View> out;
  for (CompareState const& state : shown.answer.states) {
    Messages const& messages = shown.messages();
    View row;
    row.text("name", shown.wording.country(state.jurisdiction))
        .text("found", messages.counted("provisions", static_cast<int64_t>(state.found)));
    if (state.shown != state.found) {
      row.text("shown", messages.format().number(static_cast<int64_t>(state.shown)));
    }
    if (state.coverage) {
      row.text("class", name_of(*state.coverage))
          .text("verdict", shown.wording.word("coverage", name_of(*state.coverage)));
    } else if (state.found == 0) {
      row.text("looked", messages.text(state.assessed == 0 ? "compare.nobody" : "compare.looked"));
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> text_rows(std::vector<std::string> const& texts) {
  std::vector<View> out;
  for (std::string const& text : texts) {
    View row;
    row.text("handle", text);
    out.push_back(std::move(row));
  }
  return out;
}

// ---- ranges of punishment

std::optional<View> chart_view(Shown const& shown) {
  std::vector<ChartLimb> limbs;
  for (CompareColumn const& column : shown.answer.columns) {
    if (!column.provision) {
      continue;
    }
    Work const& work = shown.work(column);
    for (LimbRecord const& limb : column.provision->record.limbs) {
      limbs.push_back({.work = &work,
                       .limb = &limb,
                       .state = shown.wording.country(column.jurisdiction),
                       .label = to_string(Handle{work.handle, limb.eid}),
                       .url = shown.links.provision(work, limb.eid.unit(), shown.day())});
    }
  }
  return penalty_chart(shown.wording, shown.notes, limbs);
}

void put_what(View& view, Shown const& shown) {
  CompareRequest const& request = shown.answer.request;
  if (!request.article.empty()) {
    view.text("what", shown.wording.article(request.article))
        .text("what_url", shown.links.article(request.article, request.as_of));
  } else if (!request.concept_id.empty()) {
    view.text("what", shown.wording.value(Param::kConcept, request.concept_id))
        .text("what_url", shown.links.value(Param::kConcept, request.concept_id));
  }
}

}  // namespace

std::string compare_page(PageContext const& context, CompareAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Links const links(context.visit);
  Work const none;  // each column turns the notes to its own act
  SourceNotes notes(wording, none);
  Shown const shown{
      .context = context, .wording = wording, .links = links, .notes = notes, .answer = answer};
  View view;
  put_day(view, context, wording, answer.request.as_of);
  put_what(view, shown);
  view.list("columns", column_views(shown))
      .list("parts", part_rows(shown))
      .list("legend", legend_rows(shown))
      .list("states", state_rows(shown))
      .list("left_out", text_rows(answer.left_out))
      .flag("room", answer.columns.size() < kMostColumns)
      .flag("any", !answer.columns.empty());
  if (std::optional<View> chart = chart_view(shown)) {
    view.view("chart", std::move(*chart));
  }
  view.list("notes", notes.views());
  return framed(context,
                {.title = context.messages().text("compare.title"),
                 .section = "compare",
                 .json = links.data("/api/v1/compare", context.visit.parameters)},
                "compare", std::move(view));
}

std::string compare_start_page(PageContext const& context) {
  View view;
  view.text("as_of", context.visit.today.to_string())
      .text("ui", context.visit.chosen ? code_of(context.visit.language) : "")
      .flag("room", true);
  return framed(context, {.title = context.messages().text("compare.title"), .section = "compare"},
                "compare", std::move(view));
}

}  // namespace cyberlex::pages
