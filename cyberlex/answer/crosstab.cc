#include "cyberlex/answer/crosstab.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "cyberlex/search/cross_count.h"
#include "cyberlex/search/facets.h"
#include "cyberlex/search/query.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

// Controls of a search that have no meaning here.
constexpr auto kOfPages =
    std::to_array<std::string_view>({"sort", "limit", "cursor", "facets", "facet_limit"});

Error bad(std::string_view parameter, std::string message) {
  return {ErrorCode::kBadQuery, std::move(message), std::string(parameter)};
}

Error bad_side(std::string_view side, std::string_view name) {
  std::vector<std::string_view> allowed;
  for (ParamInfo const& row : parameters()) {
    if (row.facet) {
      allowed.push_back(row.name);
    }
  }
  std::string const found =
      name.empty() ? "missing; expected a facet"
                   : "unknown facet " + in_quotes(name) + Nearest(name).among(allowed).hint();
  return bad(side, found + "; allowed: " + listed(allowed, allowed.size()));
}

// Takes the one value of `side` out of the list.
Result<Param> take_side(std::string_view side, ParameterList& list) {
  std::string name;
  size_t given = 0;
  for (auto const& [parameter, value] : list) {
    if (parameter == side && !value.empty()) {
      name = value;
      ++given;
    }
  }
  if (given > 1) {
    return bad(side, "given twice; it takes one value");
  }
  std::erase_if(list, [side](auto const& each) { return each.first == side; });
  std::optional<Param> const param = find_parameter(name);
  if (!param || !info_of(*param).facet) {
    return bad_side(side, name);
  }
  return *param;
}

bool is_chosen(Filter const& own, ValueTree const* tree, FacetValue const& value) {
  return value.selected || std::ranges::any_of(own.include, [&](FilterValue const& each) {
           return tree != nullptr && tree->holds(each.text) &&
                  tree->is_within(value.value, each.text);
         });
}

bool is_excluded(Filter const& own, ValueTree const* tree, FacetValue const& value) {
  return std::ranges::any_of(own.exclude, [&](FilterValue const& each) {
    return each.text == value.value ||
           (tree != nullptr && tree->holds(each.text) && tree->is_within(value.value, each.text));
  });
}

// Leaves what is listed of a side.
void keep_listed(SearchShared const& shared, Filter const* own, Facet& side) {
  if (own == nullptr) {
    return;
  }
  ValueTree const* const tree = shared.tree(side.param);
  std::erase_if(side.values, [&](FacetValue const& value) {
    return is_excluded(*own, tree, value) ||
           (!own->include.empty() && !is_chosen(*own, tree, value));
  });
}

class CrosstabMaker {
 public:
  CrosstabMaker(Searcher const& searcher, CrosstabRequest const& request, Budget& budget)
      : searcher_(searcher),
        shared_(*searcher.shared()),
        request_(request),
        day_(request.search.as_of),
        budget_(budget) {}

  Result<CrosstabAnswer> make() {
    Result<ParsedQuery> parsed = parse_query(request_.search.q, shared_.vocabulary());
    if (!parsed) {
      return parsed.error();
    }
    std::array<Param, 2> const sides = {request_.rows, request_.cols};
    Result<MatchResult> matches = find(*parsed, request_.search.filters, sides);
    if (!matches) {
      return matches.error();
    }
    describe(std::move(parsed).value(), *matches);
    std::vector<Facet> facets = count_sides(*matches, sides);
    out_.rows = std::move(facets.front());
    out_.cols = std::move(facets.back());
    keep_listed(shared_, filter_of(request_.search.filters, request_.rows), out_.rows);
    keep_listed(shared_, filter_of(request_.search.filters, request_.cols), out_.cols);
    if (Status const small = check_size(); !small) {
      return small.error();
    }
    if (Status const counted = count(*matches); !counted) {
      return counted.error();
    }
    return std::move(out_);
  }

 private:
  Result<MatchResult> find(ParsedQuery const& parsed, std::span<Filter const> filters,
                           std::span<Param const> facets) {
    MatchRequest wanted;
    wanted.filters = filters;
    wanted.day = day_;
    wanted.sort = Sort::kCitation;
    wanted.limit = 0;
    wanted.facets = facets;
    wanted.expand = request_.search.expand;
    wanted.relax = !parsed.spells_and;
    wanted.relaxed = !out_.found.relaxed.any_of.empty();  // as the total was found
    return match({searcher_.reader(), shared_, budget_}, *parsed.root, wanted);
  }

  std::vector<Facet> count_sides(MatchResult const& matches, std::span<Param const> sides) {
    CountedMatches counted({shared_, {request_.search.filters, matches.fields, day_}, budget_},
                           matches);
    return count_facets(counted, sides);
  }

  void describe(ParsedQuery parsed, MatchResult& matches) {
    out_.found.generation = searcher_.reader().shared_generation();
    out_.found.request = request_.search;
    out_.found.read_as = std::move(parsed.read_as);
    out_.found.recognised = std::move(parsed.recognised);
    out_.found.total = matches.all.size();
    out_.found.expansions = std::move(matches.expansions);
    out_.found.concepts = std::move(matches.concepts);
    out_.found.left_out = std::move(matches.left_out);
    out_.found.relaxed = std::move(matches.relaxed);
  }

  Status check_size() const {
    uint64_t const rows = out_.rows.values.size();
    uint64_t const cols = out_.cols.values.size();
    if (rows * cols <= kMostCells) {
      return Ok{};
    }
    return bad("cols", "a table of " + std::to_string(rows) + " by " + std::to_string(cols) +
                           " values has more than " + std::to_string(kMostCells) +
                           " cells; choose values of rows or cols, or filter more");
  }

  // The filters without the values chosen of either side; what is excluded stays excluded.
  std::vector<Filter> filters_of_cells() const {
    std::vector<Filter> out = request_.search.filters;
    for (Filter& each : out) {
      if (each.param == request_.rows || each.param == request_.cols) {
        each.include.clear();
      }
    }
    std::erase_if(out,
                  [](Filter const& each) { return each.include.empty() && each.exclude.empty(); });
    return out;
  }

  Status count(MatchResult const& matches) {
    std::vector<Filter> const filters = filters_of_cells();
    if (filters == request_.search.filters) {
      count_cells(matches, filters);
      return Ok{};
    }
    Result<ParsedQuery> const parsed = parse_query(request_.search.q, shared_.vocabulary());
    if (!parsed) {
      return parsed.error();
    }
    bool const status = request_.rows == Param::kStatus || request_.cols == Param::kStatus;
    std::array<Param, 1> const facets = {Param::kStatus};
    Result<MatchResult> const wider =
        find(*parsed, filters, std::span<Param const>(facets).first(status ? 1 : 0));
    if (!wider) {
      return wider.error();
    }
    count_cells(*wider, filters);
    return Ok{};
  }

  FacetAxis axis_of(Param param) const {
    Filter const* const own = filter_of(request_.search.filters, param);
    return {shared_, param, own == nullptr ? std::span<FilterValue const>() : own->include, day_};
  }

  static std::vector<size_t> slots_of(FacetAxis const& axis, Facet const& side) {
    std::vector<size_t> out;
    for (FacetValue const& value : side.values) {
      out.push_back(axis.find(value.value));
    }
    return out;
  }

  void count_cells(MatchResult const& matches, std::span<Filter const> filters) {
    FacetAxis const rows = axis_of(request_.rows);
    FacetAxis const cols = axis_of(request_.cols);
    out_.cells =
        cross_count({shared_, {filters, matches.fields, day_}, budget_}, cross_matches(matches),
                    {rows, slots_of(rows, out_.rows)}, {cols, slots_of(cols, out_.cols)});
  }

  Searcher const& searcher_;
  SearchShared& shared_;
  CrosstabRequest const& request_;
  Date day_;
  Budget& budget_;
  CrosstabAnswer out_;
};

}  // namespace

Result<CrosstabRequest> parse_crosstab(ParameterList const& list, VocabularyView const& vocabulary,
                                       Date today) {
  ParameterList rest = list;
  Result<Param> const rows = take_side("rows", rest);
  Result<Param> const cols = take_side("cols", rest);
  if (!rows || !cols) {
    return rows ? cols.error() : rows.error();
  }
  for (auto const& [name, value] : rest) {
    if (std::ranges::find(kOfPages, name) != kOfPages.end()) {
      return bad(name, "unknown parameter " + in_quotes(name) + " of a table, which has no pages");
    }
  }
  rest.emplace_back("facets", "none");
  Result<SearchRequest> search = parse_request(rest, vocabulary, today);
  if (!search) {
    return search.error();
  }
  return CrosstabRequest{std::move(search).value(), *rows, *cols};
}

ParameterList to_parameters(CrosstabRequest const& request) {
  ParameterList out = {{"rows", std::string(info_of(request.rows).name)},
                       {"cols", std::string(info_of(request.cols).name)}};
  for (auto& each : to_parameters(request.search)) {
    if (std::ranges::find(kOfPages, each.first) == kOfPages.end()) {
      out.push_back(std::move(each));
    }
  }
  return out;
}

Result<CrosstabAnswer> answer_crosstab(Searcher const& searcher, CrosstabRequest const& request,
                                       SearchLimits const& limits) {
  try {
    Budget budget(limits);
    budget.check();
    return CrosstabMaker(searcher, request, budget).make();
  } catch (ReaderDamaged const& damaged) {
    return Error{ErrorCode::kDamaged, damaged.message, searcher.reader().generation().folder()};
  } catch (SearchStopped const& stopped) {
    return error_of(stopped, "the table");
  }
}

}  // namespace cyberlex
