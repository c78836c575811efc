#include "cyberlex/api/memento.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "cyberlex/answer/find_unit.h"
#include "cyberlex/api/target.h"

namespace cyberlex::api {
namespace {

constexpr auto kDays =
    std::to_array<std::string_view>({"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"});
constexpr auto kMonths = std::to_array<std::string_view>(
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
constexpr size_t kDateLength = std::string_view("Thu, 01 Jan 1970").size();

bool is_time(std::string_view text) {
  constexpr std::string_view kShape = " 00:00:00 GMT";
  if (text.size() != kShape.size()) {
    return false;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    bool const digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '0' ? !digit : text[i] != kShape[i]) {
      return false;
    }
  }
  return text.substr(1, 2) < "24" && text.substr(4, 2) < "60" && text.substr(7, 2) <= "60";
}

// "Fri, 15 May 2015" without a look at the day of the week.
std::optional<Date> read_date(std::string_view text) {
  auto const month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  if (month == kMonths.end()) {
    return std::nullopt;
  }
  // "101" to "112" without the first digit.
  std::string const number = std::to_string(101 + (month - kMonths.begin())).substr(1);
  auto const date = Date::parse(std::string(text.substr(12, 4)) + '-' + number + '-' +
                                std::string(text.substr(5, 2)));
  return date ? std::optional(*date) : std::nullopt;
}

bool has_date(VersionEntry const& entry) {
  return entry.valid.from != kBeginningOfTime;
}

// States that can be dated, ascending.
std::vector<VersionEntry> dated(std::span<VersionEntry const> versions) {
  std::vector<VersionEntry> out;
  std::copy_if(versions.begin(), versions.end(), std::back_inserter(out), has_date);
  return out;
}

std::string link(std::string const& url, std::string const& relation, std::string const& more) {
  return "<" + url + ">; rel=\"" + relation + '"' + more;
}

std::string dated_link(TimeLine const& line, std::string const& relation, Date day) {
  ParameterList parameters = {{"as_of", day.to_string()}};
  parameters.insert(parameters.end(), line.parameters.begin(), line.parameters.end());
  return link(make_url(line.original, parameters), relation,
              "; datetime=\"" + http_date(day) + '"');
}

std::string original_url(TimeLine const& line) {
  return make_url(line.original, line.parameters);
}

std::string map_link(TimeLine const& line, std::string const& relation,
                     std::vector<VersionEntry> const& states) {
  std::string more = "; type=\"application/link-format\"";
  if (!states.empty()) {
    more += "; from=\"" + http_date(states.front().valid.from) + "\"; until=\"" +
            http_date(states.back().valid.from) + '"';
  }
  return link(make_url(line.map, line.parameters), relation, more);
}

// "first memento", "last memento", "first last memento", "memento".
std::string relation_of(size_t which, size_t count) {
  return std::string(which == 0 ? "first " : "") + (which + 1 == count ? "last " : "") + "memento";
}

}  // namespace

bool negotiates_day(std::string_view path) {
  return path.starts_with("/api/v1/provisions/") || path.starts_with("/akn/");
}

std::string http_date(Date day) {
  std::string const text = day.to_string();
  // Days before 1970 count downwards.
  auto const weekday = static_cast<size_t>((day.days() % 7 + 7) % 7);
  auto const month = static_cast<size_t>((text[5] - '0') * 10 + (text[6] - '0') - 1);
  std::string out(kDays.at(weekday));
  out.append(", ").append(text.substr(8)).append(" ").append(kMonths.at(month));
  return out.append(" ").append(text.substr(0, 4)).append(" 00:00:00 GMT");
}

Result<Date> read_http_date(std::string_view text) {
  std::optional<Date> date;
  if (text.size() > kDateLength && is_time(text.substr(kDateLength))) {
    date = read_date(text);
  }
  if (!date || text.substr(0, kDateLength) != http_date(*date).substr(0, kDateLength)) {
    return Error{.code = ErrorCode::kBadQuery,
                 .message = "expected a date such as \"Fri, 15 May 2015 00:00:00 GMT\"",
                 .where = "Accept-Datetime"};
  }
  return *date;
}

Date nearest_day(Generation const& generation, Handle const& handle, Date wanted) {
  auto const found = find_unit(generation, handle);
  if (!found) {
    return wanted;
  }
  auto const versions = versions_of(generation, found->act, found->unit, found->states.first);
  Date best = versions.front().valid.from;
  for (VersionEntry const& each : versions) {
    if (each.valid.contains(wanted)) {
      return wanted;
    }
    best = each.valid.from <= wanted ? each.valid.from : best;
  }
  return best;
}

HeaderList memento_headers(ProvisionAnswer const& answer, TimeLine const& line) {
  std::vector<VersionEntry> const states = dated(answer.versions);
  HeaderList out;
  ParameterList place = {{"as_of", answer.as_of.to_string()}};
  place.insert(place.end(), line.parameters.begin(), line.parameters.end());
  out.emplace_back("Content-Location", make_url(line.original, place));
  std::string links =
      link(original_url(line), "original timegate", "") + ", " + map_link(line, "timemap", states);
  for (size_t i = 0; i < states.size(); ++i) {
    bool const end = i == 0 || i + 1 == states.size();
    if (states[i].shown) {
      out.emplace_back("Memento-Datetime", http_date(states[i].valid.from));
    }
    if (end || states[i].shown) {
      links += ", " + dated_link(line, relation_of(i, states.size()), states[i].valid.from);
    }
  }
  out.emplace_back("Link", std::move(links));
  return out;
}

std::string time_map(std::span<VersionEntry const> versions, TimeLine const& line) {
  std::vector<VersionEntry> const states = dated(versions);
  std::string out =
      link(original_url(line), "original timegate", "") + ",\n" + map_link(line, "self", states);
  for (size_t i = 0; i < states.size(); ++i) {
    out += ",\n" + dated_link(line, relation_of(i, states.size()), states[i].valid.from);
  }
  return out + '\n';
}

}  // namespace cyberlex::api
