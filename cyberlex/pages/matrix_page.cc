#include <algorithm>
#include <set>
#include <utility>

#include "cyberlex/answer/limb_view.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {
namespace {

constexpr auto kCoverages =
    std::to_array<Coverage>({Coverage::kCovered, Coverage::kPartly, Coverage::kElsewhere,
                             Coverage::kNotFound, Coverage::kNotAssessed});

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links const& links;
  SourceNotes& notes;
  MatrixAnswer const& answer;

  Messages const& messages() const { return context.messages(); }
  // Of headings of the treaty.
  std::string const& language() const {
    return answer.generation->acts().at(answer.treaty).work.original_language;
  }
  Date day() const { return answer.request.as_of; }
  std::string country(size_t state) const {
    return wording.country(answer.states[state].jurisdiction);
  }
  std::string number(uint64_t value) const {
    return messages().format().number(static_cast<int64_t>(value));
  }
};

// ---- the question

// Treaties that something was mapped to or looked for; others have no rows.
std::vector<View> treaty_rows(Shown const& shown) {
  Generation const& generation = *shown.answer.generation;
  std::set<std::string> handles = {shown.answer.request.convention};
  for (ActRecord const& act : generation.acts()) {
    for (AssessedRecord const& row : act.assessed) {
      handles.insert(row.treaty);
    }
  }
  std::vector<View> out;
  for (std::string const& handle : handles) {
    ActRecord const* const treaty = generation.find_act(handle);
    if (treaty == nullptr) {
      continue;
    }
    View row;
    put_worded(row, "label", shown.wording.title(treaty->work));
    row.text("url", shown.links.matrix(handle, {}, shown.day()))
        .flag("current", handle == shown.answer.request.convention);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> level_rows(Shown const& shown) {
  std::vector<View> out;
  for (MatrixLevel const level : {MatrixLevel::kArticle, MatrixLevel::kChapter}) {
    View row;
    row.text("value", name_of(level))
        .text("label", shown.wording.word("matrix.level", name_of(level)))
        .flag("selected", level == shown.answer.request.level);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> legend_rows(Shown const& shown) {
  std::vector<View> out;
  for (Coverage const coverage : kCoverages) {
    View row;
    row.text("class", name_of(coverage))
        .text("word", shown.wording.word("coverage", name_of(coverage)))
        .text("means", shown.wording.word("coverage.means", name_of(coverage)));
    out.push_back(std::move(row));
  }
  return out;
}

// ---- states

std::vector<View> reservation_rows(Shown const& shown, MatrixState const& state) {
  std::vector<View> out;
  if (state.standing.now == nullptr) {
    return out;
  }
  for (Reservation const& each : state.standing.now->reservations) {
    std::string articles;
    for (EId const& eid : each.articles) {
      articles += (articles.empty() ? "" : ", ") + eid.text();
    }
    View row;
    row.text("kind", shown.wording.word("reservation", each.kind))
        .text("articles", articles)
        .text("note", each.note);
    shown.notes.put(row, each.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> state_rows(Shown const& shown) {
  std::vector<View> out;
  for (MatrixState const& state : shown.answer.states) {
    TreatyStanding const& standing = state.standing;
    StandingChange const* const row_known = standing.now ? standing.now : standing.next;
    std::vector<View> reservations = reservation_rows(shown, state);
    View row;
    row.text("name", shown.wording.country(state.jurisdiction))
        .text("url", shown.links.matrix(shown.answer.request.convention,
                                        {{"jurisdiction", state.jurisdiction}}, shown.day()))
        .text("standing", standing_word(shown.wording, standing))
        .text("sentence", standing_sentence(shown.wording, standing))
        .text("acts", shown.messages().counted("acts.held", static_cast<int64_t>(state.acts)))
        .flag("reserved", !reservations.empty())
        .list("reservations", std::move(reservations));
    if (row_known != nullptr) {
      row.text("note", row_known->note);
      shown.notes.put(row, row_known->provenance);
    }
    out.push_back(std::move(row));
  }
  return out;
}

// ---- the grid

View cell_view(Shown const& shown, MatrixRow const& row, size_t state) {
  MatrixCell const& cell = row.cells[state];
  Verdict const& verdict = cell.verdict;
  View out;
  out.text("class", name_of(verdict.coverage))
      .text("word", shown.wording.word("coverage", name_of(verdict.coverage)))
      .text("longest", longest_text(shown.wording, cell.longest));
  if (!cell.provisions.empty()) {
    out.text("url", shown.links.answering(row.handle, shown.answer.states[state].jurisdiction,
                                          shown.day()));
  }
  if (verdict.coverage == Coverage::kPartly) {
    out.text("met", shown.messages().text("matrix.met", {{"whole", shown.number(verdict.met.whole)},
                                                         {"of", shown.number(verdict.met.of)}}));
  }
  if (verdict.confidence && *verdict.confidence != Confidence::kVerified) {
    put_confidence(out, shown.wording, *verdict.confidence);
  }
  return out;
}

View row_view(Shown const& shown, MatrixRow const& row) {
  std::vector<View> cells;
  for (size_t state = 0; state < row.cells.size(); ++state) {
    cells.push_back(cell_view(shown, row, state));
  }
  View out;
  out.text("number", shown.wording.local_digits(row.number))
      .text("url", shown.links.article(row.handle, shown.day()))
      .list("cells", std::move(cells));
  put_worded(out, "heading", row.heading.empty() ? row.handle : row.heading, shown.language());
  return out;
}

// Articles under the heading of their outermost container.
std::vector<View> group_rows(Shown const& shown) {
  std::vector<View> out;
  std::vector<View> rows;
  MatrixAnswer const& answer = shown.answer;
  for (size_t i = 0; i < answer.rows.size(); ++i) {
    std::vector<PathStep> const& path = answer.rows[i].path;
    rows.push_back(row_view(shown, answer.rows[i]));
    bool const last = i + 1 == answer.rows.size() ||
                      (path.empty() ? !answer.rows[i + 1].path.empty()
                                    : answer.rows[i + 1].path.empty() ||
                                          answer.rows[i + 1].path.front().eid != path.front().eid);
    if (last) {
      View group;
      if (!path.empty()) {
        group.text("kind", shown.wording.word("kind", name_of(path.front().kind)))
            .text("label", path.front().label)
            .text("wide", std::to_string(answer.states.size() + 1));
        put_worded(group, "heading", path.front().heading, shown.language());
      }
      group.list("rows", std::exchange(rows, {}));
      out.push_back(std::move(group));
    }
  }
  return out;
}

View chapter_cell(Shown const& shown, ChapterCell const& cell) {
  std::vector<View> counts;
  for (auto const& [coverage, articles] : cell.articles) {
    View row;
    row.text("class", name_of(coverage))
        .text("word", shown.wording.word("coverage", name_of(coverage)))
        .text("n", shown.number(articles));
    counts.push_back(std::move(row));
  }
  View out;
  out.list("counts", std::move(counts)).text("longest", longest_text(shown.wording, cell.longest));
  if (cell.met.of > 0) {
    out.text("met", shown.messages().text("matrix.met", {{"whole", shown.number(cell.met.whole)},
                                                         {"of", shown.number(cell.met.of)}}));
  }
  return out;
}

std::vector<View> chapter_rows(Shown const& shown) {
  std::vector<View> out;
  for (MatrixChapter const& chapter : shown.answer.chapters) {
    std::vector<View> cells;
    for (ChapterCell const& cell : chapter.cells) {
      cells.push_back(chapter_cell(shown, cell));
    }
    View row;
    row.text("label", chapter.label)
        .text("articles",
              shown.messages().counted("articles", static_cast<int64_t>(chapter.articles)))
        .list("cells", std::move(cells));
    put_worded(row, "heading", chapter.heading.empty() ? chapter.handle : chapter.heading,
               shown.language());
    out.push_back(std::move(row));
  }
  return out;
}

// ---- what is asked, and what is missing

void add_name(Shown const& shown, size_t state, std::string& names) {
  names += names.empty() ? "" : shown.messages().text("list.comma") + ' ';
  names += shown.country(state);
}

// A mandatory demand that some state does not meet whole, or an option that some state took.
bool is_told(MatrixRow const& row, size_t demand) {
  bool const mandatory = row.demands[demand].demand.mandatory;
  return std::ranges::any_of(row.cells, [=](MatrixCell const& cell) {
    bool const decided = is_decided(cell.verdict.coverage);
    Extent const extent = cell.verdict.extents.at(demand);
    return decided && (mandatory ? extent != Extent::kWhole : extent != Extent::kNone);
  });
}

View demand_view(Shown const& shown, MatrixRow const& row, size_t demand) {
  std::string whole;
  std::string part;
  std::string none;
  for (size_t state = 0; state < row.cells.size(); ++state) {
    Verdict const& verdict = row.cells[state].verdict;
    if (is_decided(verdict.coverage)) {
      Extent const extent = verdict.extents.at(demand);
      add_name(shown, state,
               extent == Extent::kWhole  ? whole
               : extent == Extent::kPart ? part
                                         : none);
    }
  }
  bool const mandatory = row.demands[demand].demand.mandatory;
  View out;
  put_worded(out, "text", row.demands[demand].demand.text, "en");
  out.flag("optional", !mandatory).text("whole", mandatory ? "" : whole).text("part", part);
  out.text("none", mandatory ? none : "");
  return out;
}

// Acts that are not held and would answer.
std::string elsewhere_text(MatrixCell const& cell) {
  std::string out;
  for (MatrixAssessed const& assessed : cell.assessed) {
    std::string const& name = assessed.row->elsewhere;
    out += name.empty() || out.empty() ? name : "; " + name;
  }
  return out;
}

// What was read for the article in that state, as notes.
void put_readings(View& view, Shown const& shown, MatrixCell const& cell) {
  std::vector<Source> readings;
  for (MatrixAssessed const& assessed : cell.assessed) {
    Work const& work = shown.answer.generation->acts().at(assessed.act).work;
    if (auto const found = work.readings.find(assessed.row->read); found != work.readings.end()) {
      readings.push_back(reading_source(shown.wording, found->second));
    }
  }
  if (!readings.empty() && cell.verdict.confidence) {
    shown.notes.put(view, *cell.verdict.confidence, readings);
  }
}

std::vector<View> other_rows(Shown const& shown, MatrixRow const& row) {
  std::vector<View> out;
  for (size_t state = 0; state < row.cells.size(); ++state) {
    MatrixCell const& cell = row.cells[state];
    Coverage const coverage = cell.verdict.coverage;
    std::string const why = elsewhere_text(cell);
    bool const partly_elsewhere = coverage == Coverage::kPartly && !why.empty();
    if (coverage == Coverage::kCovered || (coverage == Coverage::kPartly && !partly_elsewhere)) {
      continue;
    }
    View view;
    view.text("state", shown.country(state))
        .text("word", shown.wording.word(
                          "coverage", name_of(partly_elsewhere ? Coverage::kElsewhere : coverage)))
        .text("why", why);
    if (coverage == Coverage::kNotFound) {
      put_readings(view, shown, cell);
    }
    out.push_back(std::move(view));
  }
  return out;
}

std::vector<View> asked_rows(Shown const& shown) {
  std::vector<View> out;
  for (MatrixRow const& row : shown.answer.rows) {
    std::vector<View> demands;
    std::vector<View> others = other_rows(shown, row);
    for (size_t i = 0; i < row.demands.size(); ++i) {
      if (is_told(row, i)) {
        demands.push_back(demand_view(shown, row, i));
      }
    }
    if (demands.empty() && others.empty()) {
      continue;
    }
    View view;
    view.text("label", shown.messages().text("matrix.article",
                                             {{"n", shown.wording.local_digits(row.number)}}))
        .list("demands", std::move(demands))
        .list("others", std::move(others));
    out.push_back(std::move(view));
  }
  return out;
}

// ---- over-reach

View outside_view(Shown const& shown, OutsideProvision const& each, Handle const& handle) {
  Work const& work = shown.answer.generation->find_act(handle.act)->work;
  LimbRecord const& limb = each.provision.limb;
  std::string offences;
  for (std::string const& id : limb.offences) {
    offences += (offences.empty() ? "" : "; ") + shown.wording.concept_label("offence", id).text;
  }
  View row;
  row.text("url", shown.links.provision(work, limb.eid.unit(), shown.day()))
      .text("limb", limb.eid.text())
      .text("offences", offences)
      .text("longest", longest_text(shown.wording, longest_term(limb)))
      .flag("all", each.outside_all);
  put_worded(row, "heading", each.provision.heading, work.original_language);
  if (each.provision.confidence != Confidence::kVerified) {
    put_confidence(row, shown.wording, each.provision.confidence);
  }
  return row;
}

// By act, in the order of the answer.
std::vector<View> outside_rows(Shown const& shown) {
  std::vector<View> out;
  std::string act;
  std::vector<View> provisions;
  auto const close = [&] {
    if (provisions.empty()) {
      return;
    }
    Work const& work = shown.answer.generation->find_act(act)->work;
    View row;
    row.text("state", shown.wording.country(work.jurisdiction))
        .list("provisions", std::exchange(provisions, {}));
    put_worded(row, "act", shown.wording.title(work));
    out.push_back(std::move(row));
  };
  for (OutsideProvision const& each : shown.answer.outside) {
    auto const handle = parse_handle(each.provision.handle);
    if (!handle) {
      continue;
    }
    if (handle->act != act) {
      close();
      act = handle->act;
    }
    provisions.push_back(outside_view(shown, each, *handle));
  }
  close();
  return out;
}

}  // namespace

std::string matrix_page(PageContext const& context, MatrixAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Links const links(context.visit);
  Work const& treaty = answer.generation->acts().at(answer.treaty).work;
  SourceNotes notes(wording, treaty);
  Shown const shown{
      .context = context, .wording = wording, .links = links, .notes = notes, .answer = answer};
  bool const articles = answer.request.level == MatrixLevel::kArticle;
  Worded const title = wording.title(treaty);
  View view;
  put_worded(view, "treaty", title);
  put_day(view, context, wording, answer.request.as_of);
  view.text("action", "/matrix/" + answer.request.convention)
      .list("treaties", treaty_rows(shown))
      .list("choices",
            state_choices(wording, states_held(*answer.generation), answer.request.jurisdictions))
      .list("levels", level_rows(shown))
      .list("legend", legend_rows(shown))
      .list("states", state_rows(shown))
      .flag("empty", answer.rows.empty())
      .flag("by_article", articles && !answer.rows.empty())
      .flag("by_chapter", !articles && !answer.rows.empty())
      .list("groups", articles ? group_rows(shown) : std::vector<View>())
      .list("chapters", articles ? std::vector<View>() : chapter_rows(shown))
      .list("asked", articles ? asked_rows(shown) : std::vector<View>())
      .list("outside", outside_rows(shown))
      .list("notes", notes.views());
  ParameterList list = context.visit.parameters;
  std::erase_if(list, [](auto const& each) { return each.first == "convention"; });
  list.emplace_back("convention", answer.request.convention);
  return framed(context,
                {.title = context.messages().text("matrix.title") + " – " + title.text,
                 .section = "matrix",
                 .json = links.data("/api/v1/matrix", list)},
                "matrix", std::move(view));
}

}  // namespace cyberlex::pages
