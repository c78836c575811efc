#include "cyberlex/pages/coverage_parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links links;
  CoverageAnswer const& answer;

  Work const& work(ActNum act) const { return answer.generation->acts().at(act).work; }
  std::string number(uint64_t value) const {
    return context.messages().format().number(static_cast<int64_t>(value));
  }
};

// Of "verified", "recalled", "conflict" those that occur, with a bar of their shares.
View confidence_cell(Shown const& shown, ByConfidence const& counted) {
  std::array<std::pair<Confidence, uint64_t>, 3> const parts = {
      {{Confidence::kVerified, counted.verified},
       {Confidence::kRecalled, counted.recalled},
       {Confidence::kConflict, counted.conflict}}};
  uint64_t before = 0;
  std::vector<View> values;
  for (auto const& [confidence, count] : parts) {
    if (count == 0) {
      continue;
    }
    View row;
    row.text("class", name_of(confidence))
        .text("word", shown.wording.confidence(confidence))
        .text("n", shown.number(count))
        .text("x", std::to_string(before * 100 / counted.total()))
        .text("width", std::to_string(count * 100 / counted.total()));
    before += count;
    values.push_back(std::move(row));
  }
  View out;
  out.flag("any", !values.empty()).list("values", std::move(values));
  return out;
}

std::vector<View> value_marks(Shown const& shown, std::map<AssessmentValue, uint64_t> const& all) {
  std::vector<View> out;
  for (auto const& [value, count] : all) {
    View row;
    row.text("class", name_of(value))
        .text("word", shown.wording.word("assessment", name_of(value)))
        .text("n", shown.number(count));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> language_rows(Shown const& shown, std::map<std::string, uint64_t> const& all) {
  std::vector<View> out;
  for (auto const& [language, count] : all) {
    View row;
    row.text("name", shown.wording.language(language)).text("n", shown.number(count));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> kind_rows(Shown const& shown, std::map<TextKind, uint64_t> const& all) {
  std::vector<View> out;
  for (auto const& [kind, count] : all) {
    View row;
    row.text("class", name_of(kind))
        .text("name", shown.wording.word("text", name_of(kind)))
        .text("n", shown.number(count));
    out.push_back(std::move(row));
  }
  return out;
}

// Zeros of an act that nobody annotated would look like findings.
bool is_annotated(ActCoverage const& act) {
  return act.limbs.total() > 0;
}

void put_facts(View& row, Shown const& shown, ActCoverage const& act) {
  row.flag("annotated", true)
      .text("offences", shown.number(act.offences))
      .text("powers", shown.number(act.powers))
      .text("outside", shown.number(act.outside))
      .view("limbs", confidence_cell(shown, act.limbs))
      .view("penalties", confidence_cell(shown, act.penalties))
      .view("mappings", confidence_cell(shown, act.mappings))
      .flag("assessed", !act.safeguards.empty() || !act.defences.empty())
      .list("safeguards", value_marks(shown, act.safeguards))
      .list("defences", value_marks(shown, act.defences));
}

View act_row(Shown const& shown, ActCoverage const& act) {
  View row;
  put_worded(row, "title", shown.wording.title(shown.work(act.act)));
  row.text("url", shown.links.act(shown.work(act.act), shown.answer.as_of))
      .text("provisions", shown.number(act.provisions))
      .text("not_assessed", shown.number(act.not_assessed))
      .flag("unseen", act.not_assessed > 0)
      .list("languages", language_rows(shown, act.languages))
      .list("kinds", kind_rows(shown, act.kinds))
      .view("texts", confidence_cell(shown, act.texts));
  if (is_annotated(act)) {
    put_facts(row, shown, act);
  }
  return row;
}

// Acts by whose law they are, in the order of the answer.
std::vector<View> act_groups(Shown const& shown) {
  std::vector<View> out;
  std::vector<ActCoverage> const& acts = shown.answer.acts;
  size_t const most = std::min(acts.size(), kMostActs);
  for (size_t i = 0; i < most;) {
    std::string const& state = shown.work(acts[i].act).jurisdiction;
    std::vector<View> rows;
    bool annotated = false;
    bool assessed = false;
    for (; i < most && shown.work(acts[i].act).jurisdiction == state; ++i) {
      rows.push_back(act_row(shown, acts[i]));
      annotated = annotated || is_annotated(acts[i]);
      assessed = assessed || (is_annotated(acts[i]) &&
                              !(acts[i].safeguards.empty() && acts[i].defences.empty()));
    }
    View group;
    group.text("state", shown.wording.country(state))
        .flag("annotated", annotated)
        .flag("assessed", assessed)
        .list("acts", std::move(rows));
    out.push_back(std::move(group));
  }
  return out;
}

std::vector<View> unannotated_rows(Shown const& shown) {
  std::vector<View> out;
  for (UnannotatedActs const& each : shown.answer.unannotated) {
    View row;
    row.text("state", shown.wording.country(each.jurisdiction))
        .text("acts", shown.number(each.acts))
        .text("url", shown.links.acts({{"jurisdiction", each.jurisdiction}}, shown.answer.as_of))
        .text("provisions", shown.number(each.provisions))
        .text("search",
              shown.links.finding({{"jurisdiction", each.jurisdiction}}, shown.answer.as_of))
        .list("languages", language_rows(shown, each.languages));
    out.push_back(std::move(row));
  }
  return out;
}

// ---- treaties by states

std::vector<std::string> states_of(CoverageAnswer const& answer) {
  std::vector<std::string> out;
  for (TreatyCoverage const& each : answer.treaties) {
    if (std::ranges::find(out, each.jurisdiction) == out.end()) {
      out.push_back(each.jurisdiction);
    }
  }
  return out;
}

View verdict_cell(Shown const& shown, std::string const& treaty, std::string const& state) {
  std::vector<View> marks;
  for (TreatyCoverage const& each : shown.answer.treaties) {
    if (each.treaty != treaty || each.jurisdiction != state) {
      continue;
    }
    for (auto const& [verdict, count] : each.articles) {
      View mark;
      mark.text("class", name_of(verdict))
          .text("word", shown.wording.word("coverage", name_of(verdict)))
          .text("n", shown.number(count));
      marks.push_back(std::move(mark));
    }
  }
  View out;
  out.list("marks", std::move(marks));
  return out;
}

void put_treaties(View& view, Shown const& shown) {
  std::vector<std::string> const states = states_of(shown.answer);
  std::vector<View> heads;
  for (std::string const& state : states) {
    View head;
    head.text("name", shown.wording.country(state))
        .text("url", shown.links.state(state, shown.answer.as_of));
    heads.push_back(std::move(head));
  }
  std::vector<View> rows;
  std::string last;
  for (TreatyCoverage const& each : shown.answer.treaties) {
    if (each.treaty == last) {
      continue;
    }
    last = each.treaty;
    std::vector<View> cells;
    for (std::string const& state : states) {
      cells.push_back(verdict_cell(shown, each.treaty, state));
    }
    View row;
    row.text("name", shown.wording.article(each.treaty))
        .text("url", shown.links.matrix(each.treaty, {}, shown.answer.as_of))
        .list("cells", std::move(cells));
    rows.push_back(std::move(row));
  }
  view.list("states", std::move(heads)).list("treaties", std::move(rows));
}

// ---- what is missing

// What is missing is missing on every day: links lead to today's law.
std::vector<View> handle_rows(Shown const& shown, std::vector<std::string> const& handles) {
  Generation const& generation = *shown.answer.generation;
  std::vector<View> out;
  for (std::string const& handle : handles) {
    View row;
    row.text("handle", handle)
        .text("url", shown.links.named(generation, handle, shown.context.visit.today));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> gap_groups(Shown const& shown) {
  std::vector<View> out;
  std::vector<KnownGap> const& gaps = shown.answer.gaps;
  for (size_t i = 0; i < gaps.size();) {
    std::string const& act = gaps[i].act;
    std::vector<View> rows;
    for (; i < gaps.size() && gaps[i].act == act; ++i) {
      View row;
      row.text("what", gaps[i].what).list("handles", handle_rows(shown, gaps[i].provisions));
      rows.push_back(std::move(row));
    }
    View group;
    group.text("act", shown.wording.article(act))
        .text("url", shown.links.named(*shown.answer.generation, act, shown.answer.as_of))
        .list("gaps", std::move(rows));
    out.push_back(std::move(group));
  }
  return out;
}

std::vector<View> elsewhere_groups(Shown const& shown, NamedBy named_by) {
  bool const whole = named_by == NamedBy::kShown;
  std::vector<View> out;
  std::vector<NamedElsewhere> const& all = shown.answer.elsewhere;
  for (size_t i = 0; i < all.size();) {
    std::string const& state = all[i].jurisdiction;
    std::vector<View> rows;
    for (; i < all.size() && all[i].jurisdiction == state; ++i) {
      View row;
      row.text("name", all[i].name).flag("named_by", whole);
      if (whole) {
        row.list("handles", handle_rows(shown, all[i].named_by));
      }
      rows.push_back(std::move(row));
    }
    View group;
    group.text("state", shown.wording.country(state))
        .text("page", whole ? "" : shown.links.state(state, shown.answer.as_of) + "#elsewhere")
        .text("n", shown.number(rows.size()))
        .list("acts", std::move(rows));
    out.push_back(std::move(group));
  }
  return out;
}

}  // namespace

void put_coverage(View& view, PageContext const& context, Wording const& wording,
                  CoverageAnswer const& answer, NamedBy named_by) {
  Shown const shown{
      .context = context, .wording = wording, .links = Links(context.visit), .answer = answer};
  auto const annotated = [](ActCoverage const& act) { return is_annotated(act); };
  view.list("groups", act_groups(shown))
      .flag("annotated", std::ranges::any_of(answer.acts, annotated))
      .flag("any_unannotated", !answer.unannotated.empty())
      .list("unannotated", unannotated_rows(shown))
      .flag("any_treaties", !answer.treaties.empty())
      .flag("any_elsewhere", !answer.elsewhere.empty())
      .list("gaps", gap_groups(shown))
      .list("elsewhere", elsewhere_groups(shown, named_by));
  put_treaties(view, shown);
  if (answer.acts.size() > kMostActs) {
    view.text("left_out",
              context.messages().counted("held.left-out",
                                         static_cast<int64_t>(answer.acts.size() - kMostActs)));
  }
}

}  // namespace cyberlex::pages
