#include <algorithm>
#include <optional>
#include <utility>

#include "cyberlex/pages/frame.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/render/json.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex::pages {
namespace {

constexpr size_t kDayLength = 10;  // "2024-02-28"

// What stands in `text` between `before` and the next `end`.
std::optional<std::string> piece(std::string_view text, std::string_view before,
                                 std::string_view end) {
  size_t const at = text.find(before);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  size_t const begin = at + before.size();
  size_t const stop = text.find(end, begin);
  return stop == std::string_view::npos
             ? std::nullopt
             : std::optional(std::string(text.substr(begin, stop - begin)));
}

std::optional<Date> day_behind(std::string_view text, std::string_view before) {
  size_t const at = text.find(before);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  Result<Date> const day = Date::parse(text.substr(at + before.size(), kDayLength));
  return day ? std::optional(*day) : std::nullopt;
}

// `… unknown status "in-farce", did you mean "in-force"?`: what was given, and what is offered.
struct Offer {
  std::string given;
  std::string better;
};

std::optional<Offer> offer_of(std::string_view detail) {
  constexpr std::string_view kHint = ", did you mean \"";
  std::optional<std::string> better = piece(detail, kHint, "\"?");
  if (!better) {
    return std::nullopt;
  }
  std::string_view const before = detail.substr(0, detail.find(kHint));
  size_t const close = before.rfind('"');
  size_t const open = close == std::string_view::npos || close == 0 ? std::string_view::npos
                                                                    : before.rfind('"', close - 1);
  if (open == std::string_view::npos) {
    return std::nullopt;
  }
  return Offer{.given = std::string(before.substr(open + 1, close - open - 1)),
               .better = std::move(*better)};
}

bool replace(std::string& text, std::string const& given, std::string const& better) {
  size_t const at = given.empty() ? std::string::npos : text.find(given);
  if (at != std::string::npos) {
    text.replace(at, given.size(), better);
  }
  return at != std::string::npos;
}

// This address with the offered value in place of the one given; empty where that does not stand in
// it.
std::string mended(Visit const& visit, Problem const& problem, Offer const& offer) {
  Links const links(visit);
  ParameterList list = visit.parameters;
  for (auto& [name, value] : list) {
    bool const meant = problem.parameter.empty() || problem.parameter == name;
    if (meant && replace(value, offer.given, offer.better)) {
      return links.page(visit.path, list);
    }
    if (name == offer.given && problem.parameter == name) {
      name = offer.better;
      return links.page(visit.path, list);
    }
  }
  std::string path = visit.path;
  return replace(path, offer.given, offer.better) ? links.page(path, list) : "";
}

// This address on another day: in its path where the day stands there, else as a parameter.
std::string on_day(Visit const& visit, Date asked, Date day) {
  Links const links(visit);
  std::string path = visit.path;
  ParameterList list = visit.parameters;
  if (replace(path, asked.to_string(), day.to_string())) {
    return links.page(path, list);
  }
  std::erase_if(list, [](auto const& each) { return each.first == "as_of"; });
  list.emplace_back("as_of", day.to_string());
  return links.page(path, list);
}

// Days on which the thing stood, as the message names them.
std::vector<View> day_rows(PageContext const& context, Problem const& problem) {
  std::optional<Date> const asked = day_behind(problem.detail, ", not on ");
  std::vector<View> out;
  if (!asked || problem.status != 404) {
    return out;
  }
  auto const add = [&](Date day) {
    View row;
    row.text("day", context.messages().format().date(day))
        .text("datetime", day.to_string())
        .text("url", on_day(context.visit, *asked, day));
    out.push_back(std::move(row));
  };
  if (auto const from = day_behind(problem.detail, " only from ")) {
    add(*from);
  }
  // It names the first day on which the thing no longer stood.
  if (auto const until = day_behind(problem.detail, " stood only until ")) {
    add(Date(until->days() - 1));
  }
  return out;
}

// All states of what two days were asked of.
std::string states_url(Visit const& visit) {
  ParameterList list = visit.parameters;
  std::erase_if(list, [](auto const& each) { return each.first == "from" || each.first == "to"; });
  bool const fewer = list.size() < visit.parameters.size();
  return visit.path == "/diff" && fewer ? Links(visit).page(visit.path, list) : "";
}

// The same search from its first page.
std::string restart_url(Visit const& visit, Problem const& problem) {
  if (problem.status != 410) {
    return {};
  }
  ParameterList list = visit.parameters;
  std::erase_if(list, [](auto const& each) { return each.first == "cursor"; });
  return Links(visit).page(visit.path, list);
}

std::string slug_of(Problem const& problem) {
  return problem.type.substr(problem.type.rfind('/') + 1);
}

void put_title(View& view, Messages const& messages, Problem const& problem) {
  std::string const key = "problem." + slug_of(problem);
  bool const own = messages.has(key);
  put_worded(view, "heading", own ? messages.text(key) : problem.title,
             own ? code_of(messages.language()) : "en");
}

// The parameter at fault, and what was given for it.
void put_parameter(View& view, PageContext const& context, Problem const& problem) {
  view.text("parameter", problem.parameter);
  for (auto const& [name, value] : context.visit.parameters) {
    if (name == problem.parameter) {
      view.text("given", in_quotes(value));
    }
  }
  if (problem.position) {
    auto const place = static_cast<int64_t>(*problem.position) + 1;
    view.text("position", context.messages().format().number(place));
  }
}

}  // namespace

std::string problem_page(PageContext const& context, Problem const& problem) {
  Messages const& messages = context.messages();
  View view;
  put_title(view, messages, problem);
  put_parameter(view, context, problem);
  view.text("status", std::to_string(problem.status))
      .text("detail", problem.detail)
      .text("restart", restart_url(context.visit, problem))
      .text("states", problem.status == 404 ? states_url(context.visit) : "")
      .text("home", Links(context.visit).page("/"))
      .list("days", day_rows(context, problem));
  if (auto const offer = offer_of(problem.detail)) {
    View better;
    better.text("value", offer->better).text("url", mended(context.visit, problem, *offer));
    view.view("offer", std::move(better));
  }
  std::string const key = "problem." + slug_of(problem);
  return framed(context, {.title = messages.has(key) ? messages.text(key) : problem.title},
                "problem", std::move(view));
}

}  // namespace cyberlex::pages
