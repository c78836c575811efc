#include "cyberlex/pages/penalty_chart.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex::pages {
namespace {

// Places are hundredths of a percent of the width, counted from where rows begin.
constexpr int64_t kWhole = 10000;
constexpr int64_t kTerms = 8300;       // end of the years where life or death stand beyond them
constexpr int64_t kTermsAlone = 9600;  // and where they do not; room for the head of an arrow
constexpr int64_t kLifePlace = 9000;
constexpr int64_t kDeathPlace = 9700;
constexpr int64_t kLeastWidth = 120;

constexpr int64_t kFewestYears = 5;  // so that the mark of four years is always seen

int64_t years_scale(int64_t years) {
  return years * Duration{.years = 1}.scale();
}

struct Step {
  int64_t up_to;  // years on the axis
  int64_t years;  // from one mark to the next
};
constexpr auto kSteps = std::to_array<Step>({{6, 1}, {12, 2}, {30, 5}, {1 << 20, 10}});

struct Axis {
  int64_t years = kFewestYears;
  int64_t step = 1;
  int64_t end = kTermsAlone;
  bool right_to_left = false;

  int64_t place(int64_t scale) const {
    if (scale >= kLifeScale) {
      return scale >= kDeathScale ? kDeathPlace : kLifePlace;
    }
    return end * scale / years_scale(years);
  }
  // As an attribute of SVG, which counts from the left.
  std::string percent(int64_t place) const {
    int64_t const x = right_to_left ? kWhole - place : place;
    std::string const cents = std::to_string(x % 100);
    return std::to_string(x / 100) + (cents.size() < 2 ? ".0" : ".") + cents + '%';
  }
};

// True for a clause whose punishment is not known: it may take liberty.
bool is_open_question(PenaltyClause const& clause) {
  return clause.relation == PenaltyRelation::kUnseen ||
         (clause.relation == PenaltyRelation::kSameAsPrincipal && clause.arms.empty());
}

void widen(int64_t scale, int64_t& years, bool& grave) {
  if (scale >= kLifeScale) {
    grave = true;
  } else {
    years = std::max(years, (scale + years_scale(1) - 1) / years_scale(1));
  }
}

Axis axis_of(std::span<ChartLimb const> limbs, bool right_to_left) {
  Axis axis;
  axis.right_to_left = right_to_left;
  bool grave = false;
  for (ChartLimb const& each : limbs) {
    for (PenaltyClause const& clause : each.limb->penalties) {
      TermRange const range = term_range(clause);
      widen(range.shortest.value_or(0), axis.years, grave);
      widen(range.longest.value_or(0), axis.years, grave);
    }
  }
  axis.end = grave ? kTerms : kTermsAlone;
  axis.step = std::ranges::find_if(kSteps, [&axis](Step const& step) {
                return axis.years <= step.up_to;
              })->years;
  axis.years = (axis.years + axis.step - 1) / axis.step * axis.step;
  return axis;
}

View mark(Axis const& axis, int64_t place, std::string const& label) {
  View out;
  out.text("x", axis.percent(place)).text("label", label);
  return out;
}

std::vector<View> marks(Wording const& wording, Axis const& axis) {
  std::vector<View> out;
  LocalFormat const& format = wording.messages().format();
  for (int64_t year = 0; year <= axis.years; year += axis.step) {
    out.push_back(mark(axis, axis.place(years_scale(year)), format.number(year)));
  }
  if (axis.end == kTerms) {
    out.push_back(mark(axis, kLifePlace, wording.messages().text("chart.life")));
    out.push_back(mark(axis, kDeathPlace, wording.messages().text("chart.death")));
  }
  return out;
}

// One bar. Without a minimum it begins at nothing and is drawn so; without a maximum it runs to the
// end of the years and on.
View bar_view(Axis const& axis, TermRange const& range) {
  bool const endless = range.open || !range.longest;
  int64_t const from = range.shortest ? axis.place(*range.shortest) : 0;
  int64_t const named = range.longest ? axis.place(*range.longest) : 0;
  int64_t const to = std::max({endless ? axis.end : 0, named, from + kLeastWidth});
  View out;
  out.text("x", axis.percent(axis.right_to_left ? to : from))
      .text("width", Axis{}.percent(to - from))
      .text("class", range.shortest ? "term" : "term from-nothing");
  if (endless) {
    out.text("arrow", axis.percent(to))
        .text("path", axis.right_to_left ? "M0 0L-9 6L0 12z" : "M0 0L9 6L0 12z");
  }
  return out;
}

View row_view(Wording const& wording, SourceNotes& notes, Axis const& axis, ChartLimb const& limb,
              PenaltyClause const& clause) {
  TermRange const range = term_range(clause);
  View out;
  out.text("state", limb.state)
      .text("label", limb.label)
      .text("url", limb.url)
      .text("four", axis.percent(axis.place(years_scale(kSeriousYears))))
      .text("words", wording.clause(clause));
  if (range.prison) {
    out.view("bar", bar_view(axis, range));
  }
  out.flag("endless", range.prison && (range.open || !range.longest));
  notes.turn_to(*limb.work);
  notes.put(out, Provenance{.confidence = clause.confidence, .sources = clause.sources});
  return out;
}

}  // namespace

bool is_charted(PenaltyClause const& clause) {
  return term_range(clause).prison || is_open_question(clause);
}

std::optional<View> penalty_chart(Wording const& wording, SourceNotes& notes,
                                  std::span<ChartLimb const> limbs) {
  Axis const axis = axis_of(limbs, direction_of(code_of(wording.messages().language())) == "rtl");
  std::vector<View> rows;
  int64_t left_out = 0;
  for (ChartLimb const& each : limbs) {
    for (PenaltyClause const& clause : each.limb->penalties) {
      if (is_charted(clause)) {
        rows.push_back(row_view(wording, notes, axis, each, clause));
      } else {
        ++left_out;
      }
    }
  }
  if (rows.empty()) {
    return std::nullopt;
  }
  View out;
  out.list("marks", marks(wording, axis))
      .text("four", axis.percent(axis.place(years_scale(kSeriousYears))))
      .text("left_out", left_out == 0 ? "" : wording.messages().counted("chart.left-out", left_out))
      .list("rows", std::move(rows));
  return out;
}

}  // namespace cyberlex::pages
