#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/answer/crosstab.h"
#include "cyberlex/pages/facet_view.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

// So many values of a side a page shows, those with the most provisions; the rest is in the CSV.
constexpr size_t kMostRows = 40;
constexpr size_t kMostColumns = 12;
constexpr uint64_t kHeats = 4;

// Tables that many questions begin with.
constexpr auto kOffered =
    std::to_array<std::pair<Param, Param>>({{Param::kClass, Param::kJurisdiction},
                                            {Param::kOffence, Param::kJurisdiction},
                                            {Param::kOffence, Param::kPrison},
                                            {Param::kPower, Param::kAuthorisation},
                                            {Param::kArticle, Param::kJurisdiction},
                                            {Param::kSafeguard, Param::kJurisdiction},
                                            {Param::kStatus, Param::kJurisdiction},
                                            {Param::kJurisdiction, Param::kConfidence}});

// A value of a side that the page shows.
struct Shown {
  FacetValue value;
  size_t place = 0;    // in the answer
  bool apart = false;  // says that something is not known, not that it is so
};

struct Table {
  PageContext const& context;
  Wording const& wording;
  Links links;
  CrosstabAnswer const& answer;
  std::vector<Shown> rows = {};
  std::vector<Shown> cols = {};
  uint64_t most = 0;  // in a cell that is shown

  SearchRequest const& request() const { return answer.found.request; }
  std::string number(uint64_t value) const {
    return context.messages().format().number(static_cast<int64_t>(value));
  }
  uint64_t cell(Shown const& row, Shown const& col) const {
    return answer.cells.at(row.place * answer.cols.values.size() + col.place);
  }
};

// "unknown", "notification:not-assessed".
bool is_apart(std::string_view value) {
  value.remove_prefix(value.find_last_of(":/") + 1);  // nothing when there is none
  return value == "unknown" || value == "not-assessed";
}

std::vector<Shown> shown_of(Facet const& side, size_t most) {
  std::vector<FacetValue> kept(
      side.values.begin(),
      side.values.begin() + static_cast<std::ptrdiff_t>(std::min(most, side.values.size())));
  for (size_t i = kept.size(); i < side.values.size(); ++i) {
    if (is_apart(side.values[i].value)) {
      kept.push_back(side.values[i]);
    }
  }
  std::vector<Shown> out;
  for (FacetValue& value : in_tree_order(std::move(kept))) {
    auto const found = std::ranges::find(side.values, value.value, &FacetValue::value);
    auto const place = static_cast<size_t>(found - side.values.begin());
    bool const apart = is_apart(value.value);
    out.push_back({.value = std::move(value), .place = place, .apart = apart});
  }
  std::stable_partition(out.begin(), out.end(), [](Shown const& each) { return !each.apart; });
  return out;
}

// The question with `value` as the only one chosen of its parameter; what is excluded stays so.
void choose(SearchRequest& request, Param param, std::string const& value) {
  auto const found = std::ranges::find(request.filters, param, &Filter::param);
  Filter& own = found == request.filters.end() ? request.filters.emplace_back() : *found;
  own.param = param;
  own.include = {{.text = value, .range = std::nullopt}};
}

std::string link_to(Table const& table, Shown const* row, Shown const* col) {
  SearchRequest request = table.request();
  if (row != nullptr) {
    choose(request, table.answer.rows.param, row->value.value);
  }
  if (col != nullptr) {
    choose(request, table.answer.cols.param, col->value.value);
  }
  return table.links.search(request);
}

// ---- the table

std::string label_of_side(Table const& table, Facet const& side, FacetValue const& value) {
  return facet_label(table.wording, side.param, value);
}

View cell_view(Table const& table, Shown const& row, Shown const& col) {
  uint64_t const count = table.cell(row, col);
  // A search asks for any of several values of one parameter, never for two at once.
  bool const askable = table.answer.rows.param != table.answer.cols.param;
  View out;
  out.text("n", table.number(count))
      .text("url", count > 0 && askable ? link_to(table, &row, &col) : "");
  if (count > 0) {
    out.text("heat", std::to_string(1 + (count - 1) * kHeats / table.most));
  }
  return out;
}

View row_view(Table const& table, Shown const& row) {
  std::vector<View> cells;
  for (Shown const& col : table.cols) {
    cells.push_back(cell_view(table, row, col));
  }
  View out;
  out.text("label", label_of_side(table, table.answer.rows, row.value))
      .text("depth", row.value.depth == 0 ? "" : std::to_string(std::min(row.value.depth, 3U)))
      .text("total", table.number(row.value.count))
      .text("url", link_to(table, &row, nullptr))
      .list("cells", std::move(cells));
  return out;
}

std::vector<View> row_views(Table const& table, bool apart) {
  std::vector<View> out;
  for (Shown const& row : table.rows) {
    if (row.apart == apart) {
      out.push_back(row_view(table, row));
    }
  }
  return out;
}

std::vector<View> column_views(Table const& table) {
  std::vector<View> out;
  for (Shown const& col : table.cols) {
    View row;
    row.text("label", label_of_side(table, table.answer.cols, col.value))
        .flag("apart", col.apart)
        .text("total", table.number(col.value.count))
        .text("url", link_to(table, nullptr, &col));
    out.push_back(std::move(row));
  }
  return out;
}

void measure(Table& table) {
  for (Shown const& row : table.rows) {
    for (Shown const& col : table.cols) {
      table.most = std::max(table.most, table.cell(row, col));
    }
  }
}

// ---- the question

ParameterList question_of(Table const& table) {
  CrosstabRequest const asked{table.request(), table.answer.rows.param, table.answer.cols.param};
  ParameterList list = to_parameters(asked);
  std::erase_if(list, [&](auto const& each) {
    return each.first == "as_of" && table.request().as_of == table.context.visit.today;
  });
  return list;
}

std::vector<View> side_options(Wording const& wording, std::optional<Param> chosen) {
  std::vector<View> out;
  for (ParamInfo const& info : parameters()) {
    if (!info.facet) {
      continue;
    }
    View row;
    row.text("value", info.name)
        .text("label", wording.parameter(info.param))
        .flag("selected", info.param == chosen);
    out.push_back(std::move(row));
  }
  return out;
}

// What the form carries on without showing it as a field.
std::vector<View> carried(Table const& table) {
  std::vector<View> out;
  for (auto const& [name, value] : question_of(table)) {
    if (name != "rows" && name != "cols" && name != "q" && name != "as_of") {
      View row;
      row.text("name", name).text("value", value);
      out.push_back(std::move(row));
    }
  }
  return out;
}

// The filters, each with the table without it.
std::vector<View> chosen_rows(Table const& table) {
  ParameterList const whole = question_of(table);
  std::vector<View> out;
  for (size_t i = 0; i < whole.size(); ++i) {
    auto const param = find_parameter(whole[i].first);
    if (!param) {
      continue;
    }
    ParameterList without = whole;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    bool const excluded = whole[i].second.starts_with('-');
    View row;
    row.text("parameter", table.wording.parameter(*param))
        .text("label", table.wording.value(*param, whole[i].second.substr(excluded ? 1 : 0)))
        .flag("excluded", excluded)
        .text("url", table.links.crosstab(std::move(without)));
    out.push_back(std::move(row));
  }
  return out;
}

std::string sides_text(Wording const& wording, Param rows, Param cols) {
  return wording.messages().text("crosstab.sides", {{"rows", isolated(wording.parameter(rows))},
                                                    {"cols", isolated(wording.parameter(cols))}});
}

std::vector<View> offered(PageContext const& context, Wording const& wording) {
  Links const links(context.visit);
  std::vector<View> out;
  for (auto const& [rows, cols] : kOffered) {
    View row;
    row.text("label", sides_text(wording, rows, cols))
        .text("url", links.crosstab({{"rows", std::string(info_of(rows).name)},
                                     {"cols", std::string(info_of(cols).name)}}));
    out.push_back(std::move(row));
  }
  return out;
}

std::string left_out(Table const& table, std::string_view key, size_t all, size_t shown) {
  return all == shown ? std::string()
                      : table.context.messages().counted(key, static_cast<int64_t>(all - shown));
}

void put_table(View& view, Table const& table) {
  CrosstabAnswer const& answer = table.answer;
  ParameterList const question = question_of(table);
  ParameterList swapped = question;
  for (auto& [name, value] : swapped) {
    name = name == "rows" ? "cols" : name == "cols" ? "rows" : name;
  }
  ParameterList csv = question;
  csv.emplace_back("format", "csv");
  view.text("caption", sides_text(table.wording, answer.rows.param, answer.cols.param))
      .text("total", table.context.messages().counted("provisions",
                                                      static_cast<int64_t>(answer.found.total)))
      .text("found_n", table.number(answer.found.total))
      .text("found_url", link_to(table, nullptr, nullptr))
      .flag("found", !table.rows.empty() && !table.cols.empty())
      .text("wide", std::to_string(table.cols.size() + 2))
      .list("columns", column_views(table))
      .list("rows", row_views(table, false))
      .flag("any_apart", std::ranges::any_of(table.rows, &Shown::apart))
      .list("apart_rows", row_views(table, true))
      .text("rows_left",
            left_out(table, "crosstab.rows-left", answer.rows.values.size() + answer.rows.left_out,
                     table.rows.size()))
      .text("cols_left",
            left_out(table, "crosstab.cols-left", answer.cols.values.size() + answer.cols.left_out,
                     table.cols.size()))
      .text("csv", table.links.data("/api/v1/crosstab", csv))
      .text("json", table.links.data("/api/v1/crosstab", question))
      .text("swap", table.links.crosstab(std::move(swapped)));
}

void put_form(View& view, Table const& table) {
  put_day(view, table.context, table.wording, table.request().as_of);
  view.list("row_options", side_options(table.wording, table.answer.rows.param))
      .list("col_options", side_options(table.wording, table.answer.cols.param))
      .text("q", table.request().q)
      .list("carried", carried(table))
      .list("chosen", chosen_rows(table));
}

}  // namespace

std::string crosstab_page(PageContext const& context, CrosstabAnswer const& answer) {
  Wording const wording(context.messages(), *answer.found.generation);
  Table table{.context = context,
              .wording = wording,
              .links = Links(context.visit),
              .answer = answer,
              .rows = shown_of(answer.rows, kMostRows),
              .cols = shown_of(answer.cols, kMostColumns)};
  measure(table);
  View view;
  put_form(view, table);
  put_table(view, table);
  view.flag("asked", true);
  std::string const json = table.links.data("/api/v1/crosstab", question_of(table));
  return framed(context,
                {.title = sides_text(wording, answer.rows.param, answer.cols.param),
                 .section = "crosstab",
                 .q = answer.found.request.q,
                 .json = json},
                "crosstab", std::move(view));
}

std::string crosstab_start_page(PageContext const& context, Generation const& generation) {
  Wording const wording(context.messages(), generation);
  View view;
  put_day(view, context, wording, context.visit.today);
  view.list("row_options", side_options(wording, Param::kClass))
      .list("col_options", side_options(wording, Param::kJurisdiction))
      .flag("offered_any", true)
      .list("offered", offered(context, wording));
  return framed(context,
                {.title = context.messages().text("crosstab.title"), .section = "crosstab"},
                "crosstab", std::move(view));
}

}  // namespace cyberlex::pages
