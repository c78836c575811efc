#include "cyberlex/pages/compare_value.h"

#include <algorithm>
#include <utility>

#include "cyberlex/pages/grid_parts.h"

namespace cyberlex::pages {
namespace {

// "who" of "power:who"; empty for a row without.
std::string_view detail_of(CompareRow const& row) {
  size_t const colon = row.id.find(':');
  return colon == std::string::npos ? std::string_view()
                                    : std::string_view(row.id).substr(colon + 1);
}

struct Cell {
  Wording const& wording;
  SourceNotes& notes;
  CompareColumn const& column;
  CompareRow const& row;

  Messages const& messages() const { return wording.messages(); }
  Worded own(std::string text) const {
    return {.text = std::move(text), .language = std::string(code_of(messages().language()))};
  }
  LimbRecord const* limb_of(CompareValue const& value) const {
    if (!column.provision) {
      return nullptr;
    }
    auto const& limbs = column.provision->record.limbs;
    auto const found = std::ranges::find(limbs, value.limb, &LimbRecord::eid);
    return found == limbs.end() ? nullptr : &*found;
  }
  PenaltyClause const* clause_of(CompareValue const& value) const {
    LimbRecord const* const limb = limb_of(value);
    return limb == nullptr || !value.clause ? nullptr : &limb->penalties.at(*value.clause);
  }
};

// The scheme that values of a row are concepts of, or nothing.
std::string_view scheme_of(CompareRow const& row) {
  return row.id == "offences"        ? "offence"
         : row.id == "powers"        ? "power"
         : row.id == "authorisation" ? "authorisation"
         : row.id == "concerns"      ? "concern"
                                     : "";
}

// The list of names that values of a row stand in, or nothing.
std::string_view list_of(CompareRow const& row) {
  if (row.id == "status" || row.id == "class") {
    return row.id;
  }
  if (row.id == "serious" || row.id == "one_year") {
    return "ternary";
  }
  return row.group == "safeguard" || row.group == "defence" ? "assessment" : "";
}

// "narrower", or "narrower, unc/art_7__para_1".
std::string relation_text(Cell const& cell, CompareValue const& value) {
  std::string const word = cell.wording.word("relation", value.value);
  size_t const comma = value.label.find(", ");
  return comma == std::string::npos ? word : word + " (" + value.label.substr(comma + 2) + ')';
}

// Of what is stated. A sentence of ours has no language of its own known: it is marked by nothing.
Worded stated(Cell const& cell, CompareValue const& value) {
  CompareRow const& row = cell.row;
  if (std::string_view const scheme = scheme_of(row); !scheme.empty()) {
    return cell.wording.concept_label(scheme, value.value);
  }
  if (std::string_view const list = list_of(row); !list.empty()) {
    return cell.own(cell.wording.word(list, value.value));
  }
  if (PenaltyClause const* const clause = cell.clause_of(value)) {
    return cell.own(cell.wording.clause(*clause));
  }
  if (row.id == "longest") {
    bool const none = value.value == "none";
    return cell.own(none ? cell.wording.word("derived", "no-imprisonment")
                         : longest_text(cell.wording, value.value));
  }
  if (row.id == "version" && cell.column.provision) {
    return cell.own(
        cell.wording.interval(cell.column.provision->record.valid, cell.column.jurisdiction));
  }
  if (row.group == "article") {
    return cell.own(relation_text(cell, value));
  }
  if (row.group == "elements" && value.value == "none") {
    return cell.own(cell.messages().text("compare.nothing"));
  }
  return {.text = row.id == "decisions" ? value.label : value.value, .language = value.language};
}

std::string finding_key(CompareRow const& row, Finding finding) {
  if (finding == Finding::kNotStated && row.group == "article") {
    return "no-row";
  }
  bool const listed = row.id == "concerns" || row.id == "decisions";
  return finding == Finding::kNotStated && listed ? "none-recorded" : std::string(name_of(finding));
}

Worded text_of(Cell const& cell, CompareValue const& value) {
  bool const told = value.finding == Finding::kStated || value.finding == Finding::kInConflict ||
                    (value.finding == Finding::kUnknown && cell.clause_of(value) != nullptr);
  if (told) {
    return stated(cell, value);
  }
  if (value.value == "unclear") {
    return cell.own(cell.wording.word("assessment", "unclear"));
  }
  return cell.own(cell.wording.word("finding", finding_key(cell.row, value.finding)));
}

// Why it is so: a rule, a rationale, a note, an act that is not held.
std::string why_text(Cell const& cell, CompareValue const& value) {
  if (cell.row.id == "text") {
    return {};  // its version is said beside it
  }
  if (value.finding == Finding::kElsewhere) {
    return value.label + (value.reason.empty() ? "" : " – " + value.reason);
  }
  bool const rule = cell.row.id == "serious" || cell.row.id == "one_year";
  if (rule && !value.reason.empty()) {
    return cell.wording.word("derived", value.reason);
  }
  if (cell.row.id == "longest" && value.finding == Finding::kUnknown) {
    return cell.wording.word("derived", "open-maximum");
  }
  return cell.row.id == "asks" ? cell.wording.word("demand", value.reason) : value.reason;
}

// Handles; of the column's own act without its name.
std::string basis_text(Cell const& cell, CompareValue const& value) {
  std::string const own = cell.wording.generation().acts().at(cell.column.act).work.handle + '/';
  std::string at;
  for (std::string const& handle : value.at) {
    at += (at.empty() ? "" : ", ") + (handle.starts_with(own) ? handle.substr(own.size()) : handle);
  }
  return at.empty() ? at : cell.messages().text("basis.at", {{"at", isolated(at)}});
}

// "subsec_2" of "sec_24__subsec_2"; the unit itself as it is.
std::string below_unit(EId const& limb) {
  EId const unit = limb.unit();
  std::string const& text = limb.text();
  size_t const before = unit.text().size() + 2;
  return text.size() > before ? text.substr(before) : text;
}

// The limb where a column has several, and the power where the limb has.
std::string who_text(Cell const& cell, CompareValue const& value) {
  bool const apart = cell.column.provision && cell.column.provision->record.limbs.size() > 1;
  std::string out = apart && !value.limb.empty() ? below_unit(value.limb) : "";
  if (!value.power.empty()) {
    out += (out.empty() ? "" : " · ") + cell.wording.concept_label("power", value.power).text;
  }
  return out;
}

std::vector<View> text_rows(std::vector<std::string> const& texts) {
  std::vector<View> out;
  for (std::string const& text : texts) {
    View row;
    row.text("text", text);
    out.push_back(std::move(row));
  }
  return out;
}

// How it is known: by numbered sources where the record has them, else in a word.
void put_known(View& view, Cell const& cell, CompareValue const& value) {
  if (!value.confidence) {
    return;
  }
  View known;
  if (PenaltyClause const* const clause = cell.clause_of(value)) {
    cell.notes.put(known, Provenance{.confidence = clause->confidence, .sources = clause->sources});
    view.view("known", std::move(known));
    return;
  }
  Work const& work = cell.wording.generation().acts().at(cell.column.act).work;
  if (auto const read = work.readings.find(value.read); read != work.readings.end()) {
    cell.notes.put(known, *value.confidence, {reading_source(cell.wording, read->second)});
    view.view("known", std::move(known));
    return;
  }
  put_confidence(view, cell.wording, *value.confidence);
}

void put_version(View& view, Cell const& cell, CompareValue const& value) {
  for (TextSummary const& text : cell.column.provision->record.texts) {
    if (text.language == value.language && name_of(text.kind) == value.label) {
      view.text("kind", cell.wording.word("text", value.label))
          .text("kind_class", value.label)
          .text("language", cell.wording.language(value.language))
          .text("version", cell.wording.day(text.version_date, cell.column.jurisdiction));
    }
  }
}

View value_view(Cell const& cell, CompareValue const& value, std::string const& who) {
  View out;
  Worded const text = text_of(cell, value);
  out.text("who", who)
      .text("open", value.finding == Finding::kStated ? "" : name_of(value.finding))
      .text("why", why_text(cell, value))
      .text("basis", basis_text(cell, value));
  bool const lists = !value.missing.empty() || !value.added.empty();
  if (cell.row.id != "text" && text.language == code_of(cell.messages().language())) {
    out.text("own", text.text);
  } else if (text.language.empty()) {
    out.text("plain", lists ? "" : text.text);
  } else {
    put_worded(out, "text", text);
  }
  if (!value.language.empty() && cell.row.id == "text") {
    put_version(out, cell, value);
  }
  out.list("missing", text_rows(value.missing)).list("added", text_rows(value.added));
  put_known(out, cell, value);
  return out;
}

bool same(Cell const& cell, CompareValue const& a, CompareValue const& b) {
  return a.finding == b.finding && a.confidence == b.confidence && a.reason == b.reason &&
         a.at == b.at && a.read == b.read && a.missing == b.missing && a.added == b.added &&
         text_of(cell, a).text == text_of(cell, b).text;
}

}  // namespace

Worded compare_row_label(Wording const& wording, CompareRow const& row) {
  std::string_view const detail = detail_of(row);
  if (row.group == "safeguard" || row.group == "defence") {
    return wording.concept_label(row.group, detail);
  }
  std::string text;
  if (row.group == "element") {
    text = wording.word("element", detail);
  } else if (row.group == "article") {
    text = wording.article(detail);
  } else if (row.group == "elements") {
    text = wording.messages().text("compare.elements", {{"article", wording.article(detail)}});
  } else {
    text = detail.empty() ? wording.word("compare.row", row.id) : wording.word("power", detail);
  }
  return {.text = std::move(text), .language = std::string(code_of(wording.messages().language()))};
}

std::vector<View> compare_values(Wording const& wording, SourceNotes& notes,
                                 CompareColumn const& column, CompareRow const& row,
                                 CompareCell const& cell) {
  Cell const with{.wording = wording, .notes = notes, .column = column, .row = row};
  std::vector<std::pair<CompareValue const*, std::string>> lines;
  for (CompareValue const& value : cell.values) {
    std::string who = who_text(with, value);
    auto const found = std::ranges::find_if(
        lines, [&](auto const& line) { return same(with, *line.first, value); });
    if (found == lines.end()) {
      lines.emplace_back(&value, std::move(who));
    } else if (found->second != who && !found->second.ends_with(", " + who)) {
      found->second += ", " + who;
    }
  }
  std::vector<View> out;
  for (auto const& [value, who] : lines) {
    // What all limbs say needs no names.
    out.push_back(value_view(with, *value, lines.size() > 1 ? who : std::string()));
  }
  return out;
}

}  // namespace cyberlex::pages
