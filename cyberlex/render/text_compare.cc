#include <algorithm>
#include <map>

#include "cyberlex/answer/compare.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/text_penalty.h"

namespace cyberlex {
namespace {

constexpr std::string_view kUnder = "     ";  // as wide as a column's letter and what stands around

std::string letter(size_t column) {
  return std::string(1, static_cast<char>('A' + column));
}

Work const& work_of(CompareAnswer const& answer, CompareColumn const& column) {
  return answer.generation->acts().at(column.act).work;
}

// What a column is, once for all rows.
std::string column_text(CompareAnswer const& answer, size_t place) {
  CompareColumn const& column = answer.columns[place];
  Work const& work = work_of(answer, column);
  std::string what = column.item;
  if (column.provision) {
    ProvisionRecord const& record = column.provision->record;
    std::string const heading = record.texts.empty() ? "" : record.texts.front().heading;
    what += heading.empty() ? "" : " — " + heading;
    what += "; " + display_title(work) + ", " + country_name(work.jurisdiction);
  } else {
    what = column.not_standing;
  }
  return wrapped(what, "  " + letter(place) + "  ", kUnder);
}

// "subsec_2__para_a" of "sec_24__subsec_2__para_a"; the unit itself as it is.
std::string below_unit(EId const& limb) {
  EId const unit = limb.unit();
  std::string const& text = limb.text();
  size_t const before = unit.text().size() + 2;
  return text.size() > before ? text.substr(before) : text;
}

std::string stated_text(CompareColumn const& column, CompareRow const& row,
                        CompareValue const& value) {
  std::string out = value.label.empty() ? readable(value.value) : value.label;
  if (row.group == "element" || row.group == "elements" || row.group == "asks" ||
      row.id.starts_with("power:")) {
    out = value.value;
  } else if (value.clause) {
    for (LimbRecord const& limb : column.provision->record.limbs) {
      out = limb.eid == value.limb ? clause_text(limb.penalties.at(*value.clause)) : out;
    }
  } else if (row.id == "longest") {
    Result<Duration> const term = Duration::parse(value.value);
    out = term ? term_text(*term) : out;
  }
  return out;
}

std::string finding_text(CompareColumn const& column, CompareRow const& row,
                         CompareValue const& value) {
  switch (value.finding) {
    case Finding::kStated:
    case Finding::kInConflict:
      return stated_text(column, row, value);
    case Finding::kUnknown:
      return value.clause ? stated_text(column, row, value)
                          : std::string(value.value == "unclear" ? "unclear" : "unknown");
    case Finding::kElsewhere:
      return "elsewhere: " + value.label;
    case Finding::kNotApplicable:
      return "—";
    case Finding::kNotStanding:
      return "did not stand";
    case Finding::kNotStated:
      return row.group == "article"                             ? "no row"
             : row.group == "concerns" || row.id == "decisions" ? "none recorded"
                                                                : "not stated";
    default:
      return readable(name_of(value.finding));
  }
}

// With what it rests on. The rationale of a mapping is left to `show`.
std::string value_text(CompareColumn const& column, CompareRow const& row,
                       CompareValue const& value) {
  std::string out = finding_text(column, row, value);
  out += value.at.empty() ? "" : " in " + joined(value.at, "; ");
  bool const derived = row.id == "serious" || row.id == "one_year";
  if (!value.reason.empty() && derived) {
    out += " (" + readable(value.reason) + ')';
  } else if (!value.reason.empty() && row.group != "article") {
    out += "; " + value.reason;
  }
  out += value.read.empty() ? "" : "; read: " + value.read;
  return value.confidence ? out + " [" + std::string(name_of(*value.confidence)) + ']' : out;
}

// The limb where a column has several, and the power where the limb has.
std::string about_text(CompareAnswer const& answer, CompareValue const& value, bool apart) {
  std::string out = apart && !value.limb.empty() ? below_unit(value.limb) : "";
  if (!value.power.empty()) {
    out += out.empty() ? "" : " ";
    out += '(' + concept_label(answer.generation->taxonomy(), "power", value.power) + ')';
  }
  return out;
}

// Limbs that say the same stand on one line.
std::string cell_text(CompareAnswer const& answer, CompareRow const& row, size_t place,
                      std::string const& first) {
  CompareColumn const& column = answer.columns[place];
  bool const apart = column.provision && column.provision->record.limbs.size() > 1;
  std::vector<std::pair<std::string, std::string>> lines;
  for (CompareValue const& value : row.cells[place].values) {
    std::string text = value_text(column, row, value);
    std::string who = about_text(answer, value, apart);
    auto const same = std::ranges::find(lines, text, &std::pair<std::string, std::string>::second);
    if (same == lines.end()) {
      lines.emplace_back(std::move(who), std::move(text));
    } else if (same->first != who && !same->first.ends_with(", " + who)) {
      same->first += ", " + who;
    }
  }
  std::string out;
  for (auto const& [who, text] : lines) {
    out += wrapped((who.empty() ? "" : who + ": ") + text, out.empty() ? first : kUnder,
                   std::string(kUnder) + "  ");
  }
  return out;
}

std::string texts_text(CompareCell const& cell, std::string const& first) {
  std::string out;
  for (CompareValue const& value : cell.values) {
    std::string head = readable(name_of(value.finding));
    if (!value.language.empty()) {
      head = language_name(value.language) + ", " + readable(value.label) + ", " + value.reason +
             " [" + std::string(name_of(*value.confidence)) + ']';
    }
    out += wrapped(head, out.empty() ? first : kUnder, kUnder);
    out += value.value.empty()
               ? ""
               : wrapped(value.value, std::string(kUnder) + "  ", std::string(kUnder) + "  ");
  }
  return out;
}

std::string mark(CompareRow const& row) {
  if (!row.differs) {
    return "  ";
  }
  switch (*row.differs) {
    case Ternary::kTrue:
      return row.compared == Compared::kWording ? "~ " : "≠ ";
    case Ternary::kFalse:
      return "= ";
    default:
      return "? ";
  }
}

std::string row_text(CompareAnswer const& answer, CompareRow const& row) {
  std::string out = mark(row) + bold(row.label) + '\n';
  for (size_t i = 0; i < row.cells.size(); ++i) {
    std::string const first = "  " + letter(i) + "  ";
    out += row.id == "text" ? texts_text(row.cells[i], first) : cell_text(answer, row, i, first);
  }
  return out;
}

// What was read by whom, of the acts of all columns.
std::string all_readings(CompareAnswer const& answer) {
  std::map<ActNum, std::set<std::string>> keys;
  for (CompareRow const& row : answer.rows) {
    for (size_t i = 0; i < row.cells.size(); ++i) {
      for (CompareValue const& value : row.cells[i].values) {
        if (!value.read.empty()) {
          keys[answer.columns[i].act].insert(value.read);
        }
      }
    }
  }
  std::string out;
  for (auto const& [act, read] : keys) {
    Work const& work = answer.generation->acts().at(act).work;
    out += '\n' + wrapped(display_title(work), "", "") + readings_text(work, read);
  }
  return out;
}

std::string state_text(CompareState const& state) {
  std::string out = country_name(state.jurisdiction) + ": ";
  out += state.found == 0 ? "nothing found" : counted(state.found, "provision") + " found";
  out += state.found != state.shown ? ", " + std::to_string(state.shown) + " shown" : "";
  if (state.coverage) {
    out += "; verdict on the article: " + readable(name_of(*state.coverage));
  } else if (state.found == 0) {
    out += state.assessed == 0 ? "; nothing of its law is assessed"
                               : "; " + counted(state.assessed, "limb") + " of its law assessed";
  }
  return wrapped(out, "", "    ");
}

std::string head_text(CompareAnswer const& answer) {
  std::string out = bold("Compared") + " on " + answer.request.as_of.to_string();
  out += answer.request.article.empty() ? "" : ": what answers to " + answer.request.article;
  out += answer.request.concept_id.empty() ? "" : ": " + readable(answer.request.concept_id);
  out += '\n';
  for (CompareState const& state : answer.states) {
    out += state_text(state);
  }
  if (!answer.left_out.empty()) {
    out += wrapped("left out, for there is no more room: " + joined(answer.left_out, "; "), "",
                   "    ");
  }
  return out;
}

}  // namespace

std::string to_text(CompareAnswer const& answer) {
  std::string out = head_text(answer);
  if (answer.columns.empty()) {
    return out;
  }
  out += '\n';
  for (size_t i = 0; i < answer.columns.size(); ++i) {
    out += column_text(answer, i);
  }
  out += '\n' + wrapped(
                    "≠ different, = the same, ~ worded differently, ? cannot be told: something "
                    "is unknown, not stated or not assessed. The project's texts are "
                    "restatements, not quotations.",
                    "", "");
  for (CompareRow const& row : answer.rows) {
    out += '\n' + row_text(answer, row);
  }
  return out + all_readings(answer);
}

}  // namespace cyberlex
