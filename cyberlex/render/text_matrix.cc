#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/text_layout.h"

namespace cyberlex {
namespace {

constexpr size_t kArticleWidth = 44;  // where the line has room for it
constexpr size_t kLeastArticleWidth = 24;
constexpr size_t kStateWidth = 19;  // "partly? 12/14 death"

// Cut or filled to a number of columns, the last of them blank.
std::string cell(std::string_view text, size_t width) {
  return filled_to(cut_to(text, width - 1), width);
}

// Demands of a kind that `wanted` keeps, with how far they are met.
template <typename Wanted>
std::string demands_text(MatrixRow const& row, MatrixCell const& found, Wanted const& wanted) {
  std::string out;
  for (size_t i = 0; i < row.demands.size(); ++i) {
    Extent const extent = found.verdict.extents[i];
    if (wanted(row.demands[i].demand, extent)) {
      out += out.empty() ? "" : "; ";
      out += row.demands[i].demand.text + (extent == Extent::kPart ? " (in part)" : "");
    }
  }
  return out;
}

bool asks(MatrixRow const& row) {
  return std::any_of(row.demands.begin(), row.demands.end(),
                     [](PlacedDemand const& each) { return each.demand.mandatory; });
}

// What is not met whole of what the verdict looks at.
std::string gaps_text(MatrixRow const& row, MatrixCell const& found) {
  bool const mandatory = asks(row);
  return demands_text(row, found, [mandatory](Demand const& demand, Extent extent) {
    return demand.mandatory == mandatory && extent != Extent::kWhole;
  });
}

std::string options_text(MatrixRow const& row, MatrixCell const& found) {
  return demands_text(row, found, [](Demand const& demand, Extent extent) {
    return !demand.mandatory && extent != Extent::kNone;
  });
}

std::string elsewhere_text(MatrixCell const& found) {
  std::string out;
  for (MatrixAssessed const& assessed : found.assessed) {
    if (!assessed.row->elsewhere.empty()) {
      out += (out.empty() ? "" : "; ") + assessed.row->elsewhere;
    }
  }
  return out;
}

std::string reservations_text(MatrixRow const& row, MatrixState const& state,
                              std::string const& treaty) {
  std::string out;
  if (state.standing.now == nullptr) {
    return out;
  }
  for (Reservation const& each : state.standing.now->reservations) {
    bool const here = std::any_of(each.articles.begin(), each.articles.end(), [&](EId const& eid) {
      return to_string(Handle{treaty, eid.unit()}) == row.handle;
    });
    out += here ? (out.empty() ? "" : "; ") + each.kind + ": " + each.note : "";
  }
  return out;
}

std::string met_text(DemandCount const& met) {
  return std::to_string(met.whole) + '/' + std::to_string(met.of);
}

std::string cell_text(MatrixCell const& found) {
  std::string out(name_of(found.verdict.coverage));
  bool const sure =
      found.verdict.confidence.value_or(Confidence::kVerified) == Confidence::kVerified;
  out += sure ? "" : "?";
  out += found.verdict.coverage == Coverage::kPartly ? ' ' + met_text(found.verdict.met) : "";
  return found.longest.empty() ? out : out + ' ' + found.longest;
}

// The states that one line has room for, from `first`.
size_t states_in_line(MatrixAnswer const& answer, size_t first, size_t width) {
  size_t const room = width > kLeastArticleWidth ? (width - kLeastArticleWidth) / kStateWidth : 1;
  return std::min(std::max<size_t>(room, 1), answer.states.size() - first);
}

void end_line(std::string& out) {
  out.erase(out.find_last_not_of(' ') + 1);
  out += '\n';
}

// Lines of the grid, in blocks of as many states as a line holds. text(row, state) is a cell.
template <typename Row, typename Title, typename Text>
std::string grid(MatrixAnswer const& answer, std::vector<Row> const& rows, size_t width,
                 std::pair<Title, Text> const& cells) {
  std::string out;
  for (size_t first = 0; first < answer.states.size();) {
    size_t const states = states_in_line(answer, first, width);
    size_t const taken = states * kStateWidth;
    size_t const title =
        std::clamp(width > taken ? width - taken : 0, kLeastArticleWidth, kArticleWidth);
    out += first == 0 ? "" : "\n";
    out += cell("", title);
    for (size_t i = first; i < first + states; ++i) {
      out += cell(answer.states[i].jurisdiction, kStateWidth);
    }
    end_line(out);
    for (Row const& row : rows) {
      out += cell(cells.first(row), title);
      for (size_t i = first; i < first + states; ++i) {
        out += cell(cells.second(row, i), kStateWidth);
      }
      end_line(out);
    }
    first += states;
  }
  return out;
}

std::string article_grid(MatrixAnswer const& answer, size_t width) {
  auto const title = [](MatrixRow const& row) { return row.handle + ' ' + row.heading; };
  auto const text = [](MatrixRow const& row, size_t state) { return cell_text(row.cells[state]); };
  return grid(answer, answer.rows, width, std::pair(title, text));
}

// "2 covered, 11 partly; 31/58 demands met whole; longest P10Y".
std::string chapter_text(ChapterCell const& cell) {
  std::string out;
  for (auto const& [coverage, articles] : cell.articles) {
    out += (out.empty() ? "" : ", ") + std::to_string(articles) + ' ' + readable(name_of(coverage));
  }
  if (cell.met.of == 0) {
    return out;
  }
  out += "; " + met_text(cell.met) + " demands met whole";
  out += cell.met.part == 0 ? "" : ", " + std::to_string(cell.met.part) + " in part";
  return cell.longest.empty() ? out : out + "; longest " + cell.longest;
}

std::string chapters_text(MatrixAnswer const& answer) {
  std::string out =
      '\n' + wrapped(
                 "Demands are counted of articles that are covered, partly covered or not "
                 "found; not of those that another act would hold or nobody has assessed.",
                 "", "");
  for (MatrixChapter const& chapter : answer.chapters) {
    out += '\n' + wrapped(chapter.handle + ' ' + chapter.heading + ", " +
                              counted(chapter.articles, "article"),
                          "", "    ");
    for (size_t i = 0; i < chapter.cells.size(); ++i) {
      out += labelled(answer.states[i].jurisdiction, chapter_text(chapter.cells[i]), 2);
    }
  }
  return out;
}

// What is not met, article by article, for one state.
std::string state_text(MatrixAnswer const& answer, size_t state) {
  std::string out;
  for (MatrixRow const& row : answer.rows) {
    MatrixCell const& found = row.cells[state];
    Coverage const coverage = found.verdict.coverage;
    std::string const elsewhere = elsewhere_text(found);
    std::string const options = options_text(row, found);
    std::string const reserved =
        reservations_text(row, answer.states[state], answer.request.convention);
    if (coverage == Coverage::kPartly) {
      out += labelled(row.handle,
                      (asks(row) ? "not met: " : "options not taken: ") + gaps_text(row, found));
    }
    out += options.empty() ? "" : labelled(row.handle, "option taken: " + options);
    if (!elsewhere.empty() && coverage != Coverage::kCovered) {
      out += labelled(row.handle, "elsewhere: " + elsewhere);
    }
    out += reserved.empty() ? "" : labelled(row.handle, reserved);
  }
  return out;
}

std::string outside_text(MatrixAnswer const& answer) {
  std::string out;
  for (OutsideProvision const& row : answer.outside) {
    LimbRecord const& limb = row.provision.limb;
    std::string const longest = longest_term(limb);
    out +=
        wrapped(row.provision.handle + " — " + row.provision.heading + " (" + limb.eid.text() +
                    "): " + concepts_text(answer.generation->taxonomy(), "offence", limb.offences) +
                    (longest.empty() ? "" : ", " + longest) +
                    (row.outside_all ? ", outside every treaty" : ""),
                "", "    ");
  }
  return out.empty() ? out : '\n' + bold("Offences outside this treaty") + '\n' + out;
}

}  // namespace

std::string to_text(MatrixAnswer const& answer, size_t width) {
  Work const& treaty = answer.generation->acts().at(answer.treaty).work;
  std::string out = bold(display_title(treaty)) + ", on " + answer.request.as_of.to_string() + '\n';
  for (MatrixState const& state : answer.states) {
    out += wrapped(country_name(state.jurisdiction) + ": " + standing_text(state.standing), "",
                   "    ");
  }
  if (answer.rows.empty()) {
    return out + "\nNo article of it stood on that day that asks something of a state's law.\n";
  }
  if (answer.request.level == MatrixLevel::kChapter) {
    return out + chapters_text(answer) + outside_text(answer);
  }
  out +=
      '\n' +
      wrapped(
          "A question mark: the verdict rests on facts that are recalled or in "
          "conflict. 1/3: one of three mandatory demands is met whole. The term is the longest of "
          "any offence that answers to the article, be it only in part.",
          "", "") +
      '\n';
  out += article_grid(answer, width);
  for (size_t state = 0; state < answer.states.size(); ++state) {
    std::string const gaps = state_text(answer, state);
    out += gaps.empty()
               ? ""
               : '\n' + bold(country_name(answer.states[state].jurisdiction)) + '\n' + gaps;
  }
  return out + outside_text(answer);
}

}  // namespace cyberlex
