#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "cyberlex/answer/matrix.h"
#include "cyberlex/answer/safeguards.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/limb_view.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

// A page shows as many powers in full, or as rows of the grid; of more it offers a choice.
constexpr size_t kMostInFull = 8;
constexpr size_t kMostInGrid = 40;
// An article is a row of the grid when it asks for more than one in so many of the checklist.
constexpr size_t kYardstickShare = 4;

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links const& links;
  SafeguardsAnswer const& answer;

  Date day() const { return answer.request.as_of; }
  std::string number(uint64_t value) const {
    return context.messages().format().number(static_cast<int64_t>(value));
  }
  std::string word(AssessmentValue value) const {
    return wording.word("assessment", name_of(value));
  }
};

// ---- the question

std::vector<View> power_choices(Shown const& shown) {
  std::vector<std::string> const& chosen = shown.answer.request.powers;
  std::vector<View> out;
  for (Concept const& each : shown.answer.generation->taxonomy().concepts) {
    if (each.scheme != "power") {
      continue;
    }
    View row;
    row.text("value", each.id).flag("selected", std::ranges::find(chosen, each.id) != chosen.end());
    put_worded(row, "label", shown.wording.concept_label("power", each.id));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> legend_rows(Shown const& shown) {
  std::vector<View> out;
  for (AssessmentValue const value :
       {AssessmentValue::kPresent, AssessmentValue::kPartial, AssessmentValue::kAbsent,
        AssessmentValue::kUnclear, AssessmentValue::kElsewhere, AssessmentValue::kNotAssessed}) {
    View row;
    row.text("class", name_of(value))
        .text("word", shown.word(value))
        .text("means", shown.wording.word("assessment.means", name_of(value)));
    out.push_back(std::move(row));
  }
  return out;
}

// ---- counts

View count_cell(Shown const& shown, SafeguardCount const& count) {
  std::vector<View> values;
  for (auto const& [value, powers] : count.powers) {
    View row;
    row.text("class", name_of(value))
        .text("word", shown.word(value))
        .text("n", shown.number(powers));
    values.push_back(std::move(row));
  }
  View out;
  out.list("values", std::move(values));
  return out;
}

std::vector<View> article_chips(Shown const& shown, std::vector<std::string> const& articles) {
  std::vector<View> out;
  for (std::string const& handle : articles) {
    View row;
    row.text("handle", handle)
        .text("label", shown.wording.article(handle))
        .text("url", shown.links.article(handle, shown.day()));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> count_rows(Shown const& shown) {
  std::vector<View> out;
  for (size_t i = 0; i < shown.answer.checklist.size(); ++i) {
    Concept const& safeguard = *shown.answer.checklist[i];
    std::vector<View> cells;
    for (SafeguardCount const& count : shown.answer.counts) {
      if (count.safeguard == safeguard.id) {
        cells.push_back(count_cell(shown, count));
      }
    }
    View row;
    put_worded(row, "label", shown.wording.concept_label("safeguard", safeguard.id));
    row.text("n", shown.number(i + 1))
        .text("place", std::to_string(i + 1))
        .list("articles", article_chips(shown, safeguard.yardstick))
        .list("cells", std::move(cells));
    out.push_back(std::move(row));
  }
  return out;
}

// The powers of each state by kind, as ways to a page that shows them in full.
std::vector<View> state_rows(Shown const& shown) {
  std::vector<View> out;
  for (std::string const& state : shown.answer.request.jurisdictions) {
    std::vector<std::pair<std::string, uint64_t>> kinds;
    uint64_t total = 0;
    for (SafeguardRow const& row : shown.answer.rows) {
      if (row.jurisdiction != state) {
        continue;
      }
      ++total;
      auto const found = std::find_if(kinds.begin(), kinds.end(), [&row](auto const& each) {
        return each.first == row.power.power;
      });
      auto const place = found == kinds.end() ? kinds.insert(found, {row.power.power, 0}) : found;
      ++place->second;
    }
    std::vector<View> powers;
    for (auto const& [power, count] : kinds) {
      View view;
      put_worded(view, "label", shown.wording.concept_label("power", power));
      view.text("n", shown.number(count))
          .text("url",
                shown.links.safeguards({{"jurisdiction", state}, {"power", power}}, shown.day()));
      powers.push_back(std::move(view));
    }
    View row;
    row.text("name", shown.wording.country(state))
        .text("url", shown.links.safeguards({{"jurisdiction", state}}, shown.day()))
        .text("total", shown.context.messages().counted("powers", static_cast<int64_t>(total)))
        .list("powers", std::move(powers));
    out.push_back(std::move(row));
  }
  return out;
}

// ---- the grid: a power a row, a safeguard a column

std::vector<View> yardstick_rows(Shown const& shown) {
  std::vector<View> out;
  for (YardstickRow const& each : shown.answer.yardstick) {
    if (each.safeguards.size() * kYardstickShare <= shown.answer.checklist.size()) {
      continue;
    }
    std::vector<View> cells;
    for (Concept const* const safeguard : shown.answer.checklist) {
      View cell;
      cell.flag("asks", std::ranges::find(each.safeguards, safeguard->id) != each.safeguards.end());
      cells.push_back(std::move(cell));
    }
    View row;
    row.text("label", shown.wording.article(each.handle))
        .text("url", shown.links.article(each.handle, shown.day()))
        .list("cells", std::move(cells));
    out.push_back(std::move(row));
  }
  return out;
}

Work const& work_of(Shown const& shown, SafeguardRow const& row) {
  return shown.answer.generation->acts().at(row.act).work;
}

// What a power is called, where it stands, and the page that shows it.
void put_power(View& view, Shown const& shown, SafeguardRow const& row) {
  Work const& work = work_of(shown, row);
  put_worded(view, "power", shown.wording.concept_label("power", row.power.power));
  put_worded(view, "heading", row.heading, work.original_language);
  view.text("handle", row.handle).text("state", shown.wording.country(row.jurisdiction));
  if (auto const handle = parse_handle(row.handle)) {
    view.text("url", shown.links.provision(work, handle->eid.unit(), shown.day()));
  }
  view.text("in_full",
            shown.links.safeguards({{"jurisdiction", row.jurisdiction}, {"power", row.power.power}},
                                   shown.day()));
}

std::vector<View> grid_rows(Shown const& shown) {
  std::vector<View> out;
  for (SafeguardRow const& each : shown.answer.rows) {
    std::vector<View> cells;
    for (size_t i = 0; i < shown.answer.checklist.size(); ++i) {
      AssessmentValue const value = each.power.safeguards.at(i).value;
      View cell;
      cell.text("class", name_of(value)).text("word", shown.word(value));
      cells.push_back(std::move(cell));
    }
    View row;
    put_power(row, shown, each);
    row.list("cells", std::move(cells));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> column_heads(Shown const& shown) {
  std::vector<View> out;
  for (size_t i = 0; i < shown.answer.checklist.size(); ++i) {
    View row;
    row.text("n", shown.number(i + 1))
        .text("place", std::to_string(i + 1))
        .text("label",
              shown.wording.concept_label("safeguard", shown.answer.checklist[i]->id).text);
    out.push_back(std::move(row));
  }
  return out;
}

// ---- powers in full

std::vector<View> full_rows(Shown const& shown, SourceNotes& notes) {
  std::vector<View> out;
  for (SafeguardRow const& each : shown.answer.rows) {
    ActRecord const& act = shown.answer.generation->acts().at(each.act);
    notes.turn_to(act.work);
    std::vector<View> findings;
    for (Assessment const& found : each.power.safeguards) {
      findings.push_back(finding_view(shown.context, notes, act, "safeguard", found));
    }
    std::vector<View> by;
    for (std::string const& id : each.power.authorisation) {
      View view;
      put_worded(view, "label", shown.wording.concept_label("authorisation", id));
      by.push_back(std::move(view));
    }
    View row;
    put_power(row, shown, each);
    row.list("by", std::move(by)).list("findings", std::move(findings));
    notes.put(row, each.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

// The texts that the powers shown rest on, each once.
std::vector<View> ground_rows(Shown const& shown) {
  std::set<std::string> handles;
  for (SafeguardRow const& row : shown.answer.rows) {
    for (Assessment const& found : row.power.safeguards) {
      handles.insert(found.at.begin(), found.at.end());
    }
  }
  std::vector<View> out;
  for (std::string const& handle : handles) {
    auto const found = shown.answer.grounds.find(handle);
    if (found == shown.answer.grounds.end()) {
      continue;
    }
    View row;
    row.text("handle", handle)
        .text("kind", shown.wording.word("text", name_of(found->second.kind)))
        .text("kind_class", name_of(found->second.kind));
    put_worded(row, "text", found->second.text, found->second.language);
    out.push_back(std::move(row));
  }
  return out;
}

void put_powers(View& view, Shown const& shown, SourceNotes& notes) {
  size_t const rows = shown.answer.rows.size();
  bool const grid = rows > kMostInFull && rows <= kMostInGrid;
  bool const full = rows > 0 && rows <= kMostInFull;
  view.flag("grid", grid).flag("full", full).flag("many", rows > kMostInGrid);
  if (grid) {
    view.list("columns", column_heads(shown))
        .list("yardstick", yardstick_rows(shown))
        .list("rows", grid_rows(shown));
  }
  if (full) {
    view.list("powers", full_rows(shown, notes)).list("grounds", ground_rows(shown));
  }
}

}  // namespace

std::string safeguards_page(PageContext const& context, SafeguardsAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Links const links(context.visit);
  Shown const shown{.context = context, .wording = wording, .links = links, .answer = answer};
  Work const none;  // each power turns the notes to its own act
  SourceNotes notes(wording, none);
  std::vector<std::string> codes = states_held(*answer.generation);
  codes.emplace_back("int");
  View view;
  put_day(view, context, wording, answer.request.as_of);
  put_powers(view, shown, notes);
  view.text("total", context.messages().counted("powers", static_cast<int64_t>(answer.rows.size())))
      .list("choices", state_choices(wording, codes, answer.request.jurisdictions))
      .list("power_choices", power_choices(shown))
      .list("legend", legend_rows(shown))
      .list("states", state_rows(shown))
      .list("counts", count_rows(shown))
      .list("notes", notes.views());
  return framed(context,
                {.title = context.messages().text("safeguards.title"),
                 .section = "safeguards",
                 .json = links.data("/api/v1/safeguards", context.visit.parameters)},
                "safeguards", std::move(view));
}

}  // namespace cyberlex::pages
