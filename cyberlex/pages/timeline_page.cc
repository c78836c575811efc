#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "cyberlex/pages/diff_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

// The days that the bar spans. An open beginning or end is drawn a little beyond the days known.
struct Scale {
  double begin = 0;
  double end = 1;
  bool mirrored = false;  // the interface is read from right to left

  // In percent of the bar, from the side where reading begins.
  double along(Date day) const {
    double const share = (static_cast<double>(day.days()) - begin) / (end - begin);
    return 100 * std::clamp(share, 0.0, 1.0);
  }
  double place(double percent) const { return mirrored ? 100 - percent : percent; }
};

Scale scale_of(TimelineAnswer const& answer, Date today, bool mirrored) {
  std::vector<int32_t> days = {today.days()};
  for (TimelineState const& state : answer.states) {
    for (Date const day : {state.valid.from, state.valid.to}) {
      if (day != kBeginningOfTime && day != kEndOfTime) {
        days.push_back(day.days());
      }
    }
  }
  auto const [least, most] = std::ranges::minmax(days);
  double const margin = std::max(365.0, 0.05 * (static_cast<double>(most) - least));
  bool const open_begin = answer.states.front().valid.from == kBeginningOfTime;
  bool const open_end = answer.states.back().valid.to == kEndOfTime;
  return {.begin = least - (open_begin ? margin : 0.0),
          .end = most + (open_end ? margin : 0.0),
          .mirrored = mirrored};
}

std::string decimal(double value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

// As the days of the list begin: in Persian the Solar Hijri year.
std::string year_of(DiffParts const& parts, Date day) {
  Messages const& messages = parts.wording.messages();
  if (messages.language() != UiLanguage::kPersian) {
    return std::to_string(day.year());
  }
  std::string const whole = messages.format().solar_hijri(day);
  size_t const space = whole.rfind(' ');
  return space == std::string::npos ? whole : whole.substr(space + 1);
}

// Years stand under the edges, where there is room.
constexpr double kRoomForYear = 13;

std::vector<View> span_rows(DiffParts const& parts, TimelineAnswer const& answer,
                            Scale const& scale) {
  std::vector<View> out;
  double last_year = -kRoomForYear;
  for (TimelineState const& state : answer.states) {
    double const from = scale.along(state.valid.from);
    double const to = scale.along(state.valid.to);
    View row;
    row.text("status_class", name_of(state.status))
        .text("x", decimal(std::min(scale.place(from), scale.place(to))))
        .text("width", decimal(to - from))
        .text("edge", decimal(scale.place(from)));
    if (state.valid.from != kBeginningOfTime && from - last_year >= kRoomForYear) {
      row.text("year", year_of(parts, state.valid.from))
          .text("year_x", decimal(std::clamp(scale.place(from), 6.0, 94.0)));
      last_year = from;
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::string interval(DiffParts const& parts, TimelineState const& state) {
  return parts.wording.interval(state.valid, parts.act.work.jurisdiction);
}

// The bar in words.
std::string bar_text(DiffParts const& parts, TimelineAnswer const& answer) {
  std::string out;
  for (TimelineState const& state : answer.states) {
    out += out.empty() ? "" : "; ";
    out += interval(parts, state) + ": " + parts.wording.word("status", name_of(state.status));
  }
  return out;
}

View bar(DiffParts const& parts, TimelineAnswer const& answer) {
  Visit const& visit = parts.context.visit;
  Scale const scale = scale_of(answer, visit.today, visit.language == UiLanguage::kPersian);
  View out;
  out.text("title", bar_text(parts, answer)).list("spans", span_rows(parts, answer, scale));
  return out;
}

std::vector<View> count_rows(DiffParts const& parts, std::vector<TextCount> const& texts) {
  std::vector<View> out;
  for (TextCount const& text : texts) {
    View row;
    row.text("language", parts.wording.language(text.language))
        .text("kind", parts.wording.word("text", name_of(text.kind)))
        .text("count", word_counts(parts.wording.messages(), text.inserted, text.deleted));
    out.push_back(std::move(row));
  }
  return out;
}

// A day on which a state stood: its first, or its last where it has no first.
Date day_of(TimelineState const& state) {
  return state.valid.from != kBeginningOfTime ? state.valid.from : Date(state.valid.to.days() - 1);
}

View state_row(DiffParts const& parts, TimelineAnswer const& answer, size_t place,
               std::string const& asked) {
  Links const links(parts.context.visit);
  TimelineState const& state = answer.states[place];
  bool const always = state.valid == Interval{};
  View row;
  row.text("interval", interval(parts, state))
      .text("url", links.provision(parts.act.work, answer.unit,
                                   always ? parts.context.visit.today : day_of(state)))
      .text("status", parts.wording.word("status", name_of(state.status)))
      .text("status_class", name_of(state.status))
      .flag("open", place + 1 == answer.states.size())
      .flag("first", place == 0)
      .flag("changed_facts", state.facts.size() > 0)
      .text("changes", parts.wording.messages().counted("diff.changes",
                                                        static_cast<int64_t>(state.facts.size())))
      .list("events", event_rows(parts, state.events))
      .list("counts", count_rows(parts, state.texts))
      .list("facts", place == 0 ? std::vector<View>() : fact_rows(parts, state.facts));
  if (place > 0) {
    ParameterList list = {{"from", day_of(answer.states[place - 1]).to_string()},
                          {"to", state.valid.from.to_string()}};
    for (std::string const& language : answer.languages) {
      list.emplace_back("lang", language);
    }
    row.text("diff_url", links.diff(asked, std::move(list)));
  }
  return row;
}

// What the form offers before anybody chose: the last change, or all the time held.
std::string first_choice(TimelineAnswer const& answer, Date today) {
  size_t const count = answer.states.size();
  TimelineState const& earlier = answer.states[count > 1 ? count - 2 : 0];
  return earlier.valid == Interval{} ? today.to_string() : day_of(earlier).to_string();
}

}  // namespace

std::string timeline_page(PageContext const& context, TimelineAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  ActRecord const& act = answer.generation->acts().at(answer.act);
  SourceNotes notes(wording, act.work);
  DiffParts const parts{.context = context, .wording = wording, .notes = notes, .act = act};
  EId const& asked = answer.portion.empty() ? answer.unit : answer.portion;
  std::string const handle = to_string(Handle{act.work.handle, asked});
  std::vector<View> states;
  for (size_t place = 0; place < answer.states.size(); ++place) {
    states.push_back(state_row(parts, answer, place, handle));
  }
  TimelineState const& last = answer.states.back();
  View view;
  put_diffed(view, parts, answer.last,
             last.valid.contains(context.visit.today) ? context.visit.today : day_of(last));
  put_days_form(view, parts, asked, answer.languages);
  view.text("portion", answer.portion.text())
      .text("from", first_choice(answer, context.visit.today))
      .text("to", context.visit.today.to_string())
      .view("bar", bar(parts, answer))
      .list("states", std::move(states));
  view.list("notes", notes.views());
  ParameterList data = {{"provision", handle}};
  for (std::string const& language : answer.languages) {
    data.emplace_back("lang", language);
  }
  return framed(context,
                {.title = wording.unit(answer.last) + ", " + wording.title(act.work).text + ": " +
                          context.messages().text("timeline.heading"),
                 .json = Links(context.visit).data("/api/v1/diff", data)},
                "timeline", std::move(view));
}

}  // namespace cyberlex::pages
