#include "cyberlex/search/request.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "cyberlex/base/digest.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/ranges.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

constexpr auto kSorts =
    std::to_array<std::string_view>({"relevance", "citation", "newest", "oldest", "severity"});
constexpr auto kControls = std::to_array<std::string_view>(
    {"q", "as_of", "sort", "limit", "cursor", "expand", "facets", "facet_limit"});
constexpr auto kDefaultFacets =
    std::to_array<Param>({Param::kJurisdiction, Param::kClass, Param::kOffence, Param::kPower,
                          Param::kArticle, Param::kPrison, Param::kSerious, Param::kStatus,
                          Param::kText, Param::kConfidence, Param::kLang});

Error bad(std::string_view parameter, std::string message) {
  return {ErrorCode::kBadQuery, std::move(message), std::string(parameter)};
}

std::string_view trimmed(std::string_view text) {
  size_t const first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// Splits at commas; empty pieces are left out.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  while (true) {
    size_t const end = text.find(',');
    std::string_view const piece = trimmed(text.substr(0, end));
    if (!piece.empty()) {
      pieces.push_back(piece);
    }
    if (end == std::string_view::npos) {
      return pieces;
    }
    text.remove_prefix(end + 1);
  }
}

Error unknown_parameter(std::string_view name) {
  Nearest nearest(name);
  nearest.among(kControls);
  for (ParamInfo const& row : parameters()) {
    nearest.consider(row.name);
  }
  std::string const shown = in_quotes(name);
  return bad(shown.substr(1, shown.size() - 2), "unknown parameter " + shown + nearest.hint());
}

std::string canonical(std::vector<FilterValue> const& include,
                      std::vector<FilterValue> const& exclude) {
  std::string out;
  for (FilterValue const& value : include) {
    out += (out.empty() ? "" : ",") + value.text;
  }
  for (FilterValue const& value : exclude) {
    out += (out.empty() ? "-" : ",-") + value.text;
  }
  return out;
}

void order(std::vector<FilterValue>& values) {
  std::sort(values.begin(), values.end(),
            [](FilterValue const& a, FilterValue const& b) { return a.text < b.text; });
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Reads a list, parameter by parameter.
class RequestReader {
 public:
  RequestReader(VocabularyView const& vocabulary, Date today)
      : vocabulary_(vocabulary), today_(today) {}

  Result<SearchRequest> read(ParameterList const& list) {
    for (auto const& [name, value] : list) {
      if (Status done = read_one(name, value); !done) {
        return done.error();
      }
    }
    for (ParamInfo const& row : parameters()) {
      Filter& filter = filters_[static_cast<size_t>(row.param)];
      order(filter.include);
      order(filter.exclude);
      if (!filter.include.empty() || !filter.exclude.empty()) {
        filter.param = row.param;
        request_.filters.push_back(std::move(filter));
      }
    }
    if (Status done = resolve(); !done) {
      return done.error();
    }
    return std::move(request_);
  }

 private:
  Status read_one(std::string_view name, std::string_view raw) {
    std::string_view const value = trimmed(raw);
    std::optional<Param> const param = find_parameter(name);
    auto const* const control = std::find(kControls.begin(), kControls.end(), name);
    if (!param && control == kControls.end()) {
      return unknown_parameter(name);
    }
    if (value.empty()) {
      return Ok{};
    }
    if (param) {
      return read_filter(*param, value);
    }
    if (name == "facets") {
      return read_facets(value);
    }
    bool& seen = seen_.at(static_cast<size_t>(control - kControls.begin()));
    if (std::exchange(seen, true)) {
      return bad(name, "given twice; it takes one value");
    }
    return read_control(name, name == "q" ? raw : value);  // q keeps its positions
  }

  Status read_control(std::string_view name, std::string_view value) {
    if (name == "q") {
      request_.q = value;
      return Ok{};
    }
    if (name == "as_of") {
      return read_day(value);
    }
    if (name == "sort") {
      return read_sort(value);
    }
    if (name == "limit") {
      return read_limit(value);
    }
    if (name == "expand") {
      return read_expand(value);
    }
    if (name == "facet_limit") {
      return read_facet_limit(value);
    }
    Result<Cursor> cursor = decode_cursor(value);
    if (!cursor) {
      return cursor.error();
    }
    request_.cursor = std::move(cursor).value();
    return Ok{};
  }

  Status read_filter(Param param, std::string_view value) {
    Filter& filter = filters_[static_cast<size_t>(param)];
    for (std::string_view piece : pieces_of(value)) {
      bool const excluded = piece.front() == '-';
      piece.remove_prefix(excluded ? 1 : 0);
      Result<FilterValue> read = parse_filter_value(param, piece, vocabulary_);
      if (!read) {
        return read.error();
      }
      (excluded ? filter.exclude : filter.include).push_back(std::move(read).value());
    }
    return Ok{};
  }

  Status read_day(std::string_view value) {
    Result<Date> const day = Date::parse(ascii_digits(value));
    if (!day) {
      return bad("as_of", "expected a date such as 2015-05-15, found " + in_quotes(value));
    }
    as_of_ = *day;
    return Ok{};
  }

  Status read_sort(std::string_view value) {
    auto const* const found = std::find(kSorts.begin(), kSorts.end(), value);
    if (found == kSorts.end()) {
      return bad("sort", "unknown order " + in_quotes(value) + Nearest(value).among(kSorts).hint() +
                             "; allowed: " + listed(kSorts));
    }
    request_.sort = static_cast<Sort>(found - kSorts.begin());
    return Ok{};
  }

  Status read_facet_limit(std::string_view value) {
    uint32_t limit = 0;
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), limit);
    if (error != std::errc() || end != value.data() + value.size()) {
      return bad("facet_limit", "expected a number, 0 for all values, found " + in_quotes(value));
    }
    request_.facet_limit = limit;
    return Ok{};
  }

  Status read_limit(std::string_view value) {
    uint32_t limit = 0;
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), limit);
    if (error != std::errc() || end != value.data() + value.size() || limit < 1 ||
        limit > kLargestLimit) {
      return bad("limit", "expected a number from 1 to " + std::to_string(kLargestLimit) +
                              ", found " + in_quotes(value));
    }
    request_.limit = limit;
    return Ok{};
  }

  Status read_expand(std::string_view value) {
    if (value != "on" && value != "off") {
      return bad("expand", "expected on or off, found " + in_quotes(value));
    }
    request_.expand = value == "on";
    return Ok{};
  }

  Status read_facets(std::string_view value) {
    facets_given_ = true;
    for (std::string_view const name : pieces_of(value)) {
      if (name == "none" || name == "all") {
        add_facets(name == "all");
        continue;
      }
      std::optional<Param> const param = find_parameter(name);
      if (!param || !info_of(*param).facet) {
        return unknown_facet(name);
      }
      add_facet(*param);
    }
    return Ok{};
  }

  // "none" adds none: facets=none,act is facets=act.
  void add_facets(bool all) {
    for (ParamInfo const& row : parameters()) {
      if (all && row.facet) {
        add_facet(row.param);
      }
    }
  }

  void add_facet(Param param) {
    std::vector<Param>& facets = request_.facets;
    if (std::find(facets.begin(), facets.end(), param) == facets.end()) {
      facets.push_back(param);
    }
  }

  static Error unknown_facet(std::string_view name) {
    std::vector<std::string_view> allowed = {"all", "none"};
    for (ParamInfo const& row : parameters()) {
      if (row.facet) {
        allowed.push_back(row.name);
      }
    }
    return bad("facets", "unknown facet " + in_quotes(name) + Nearest(name).among(allowed).hint() +
                             "; allowed: " + listed(allowed));
  }

  // What depends on several parameters: the day, the default facets, the cursor's request.
  Status resolve() {
    Result<ParsedQuery> const parsed = parse_query(request_.q, vocabulary_);
    if (!parsed) {
      return parsed.error();
    }
    if (as_of_ && parsed->as_of && *as_of_ != *parsed->as_of) {
      return bad("as_of", "as_of is " + as_of_->to_string() +
                              " and q says as_of:" + parsed->as_of->to_string() + "; give one day");
    }
    Date const otherwise = request_.cursor ? request_.cursor->as_of : today_;
    request_.as_of = as_of_ ? *as_of_ : parsed->as_of.value_or(otherwise);
    if (!facets_given_) {
      request_.facets.assign(kDefaultFacets.begin(), kDefaultFacets.end());
    }
    return check_cursor();
  }

  Status check_cursor() const {
    if (!request_.cursor) {
      return Ok{};
    }
    bool const same_day = request_.cursor->as_of == request_.as_of;
    if (!same_day || request_.cursor->query != request_digest(request_)) {
      return bad("cursor", "this cursor belongs to another request; begin again without one");
    }
    return Ok{};
  }

  VocabularyView const& vocabulary_;
  Date today_;
  SearchRequest request_;
  std::array<Filter, kParamCount> filters_;
  std::array<bool, kControls.size()> seen_{};
  std::optional<Date> as_of_;
  bool facets_given_ = false;
};

std::string facet_names(std::vector<Param> const& facets) {
  std::string out;
  for (Param const param : facets) {
    out += out.empty() ? "" : ",";
    out += info_of(param).name;
  }
  return out.empty() ? "none" : out;
}

// What decides which provisions are hits, and in which order.
ParameterList deciding(SearchRequest const& request) {
  ParameterList list;
  if (!request.q.empty()) {
    list.emplace_back("q", request.q);
  }
  for (Filter const& filter : request.filters) {
    list.emplace_back(info_of(filter.param).name, canonical(filter.include, filter.exclude));
  }
  list.emplace_back("as_of", request.as_of.to_string());
  if (request.sort != Sort::kRelevance) {
    list.emplace_back("sort", name_of(request.sort));
  }
  if (!request.expand) {
    list.emplace_back("expand", "off");
  }
  return list;
}

}  // namespace

std::string_view name_of(Sort sort) {
  return kSorts.at(static_cast<size_t>(sort));
}

std::span<Param const> default_facets() {
  return kDefaultFacets;
}

Result<SearchRequest> parse_request(ParameterList const& list, VocabularyView const& vocabulary,
                                    Date today) {
  return RequestReader(vocabulary, today).read(list);
}

ParameterList to_parameters(SearchRequest const& request) {
  ParameterList list = deciding(request);
  if (!std::equal(request.facets.begin(), request.facets.end(), kDefaultFacets.begin(),
                  kDefaultFacets.end())) {
    list.emplace_back("facets", facet_names(request.facets));
  }
  if (request.facet_limit != SearchRequest().facet_limit) {
    list.emplace_back("facet_limit", std::to_string(request.facet_limit));
  }
  if (request.limit != SearchRequest().limit) {
    list.emplace_back("limit", std::to_string(request.limit));
  }
  if (request.cursor) {
    list.emplace_back("cursor", encode(*request.cursor));
  }
  return list;
}

std::string request_digest(SearchRequest const& request) {
  constexpr size_t kDigits = 32;
  Sha256 digest;
  for (auto const& [name, value] : deciding(request)) {
    digest.add_field(name);
    digest.add_field(value);
  }
  return digest.finish().substr(0, kDigits);
}

}  // namespace cyberlex
