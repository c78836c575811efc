#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/answer/crosstab.h"
#include "cyberlex/pages/facet_view.h"
#include "cyberlex/pages/hit_view.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

constexpr auto kSorts = std::to_array<Sort>(
    {Sort::kRelevance, Sort::kCitation, Sort::kNewest, Sort::kOldest, Sort::kSeverity});
constexpr auto kExports = std::to_array<std::string_view>(
    {"csv", "xlsx", "jsonl", "datapackage", "bibtex", "ris", "csl"});

// What was done to the query, a sentence each: nothing is rewritten silently.
std::vector<View> reading_rows(PageContext const& context, Wording const& wording,
                               SearchResponse const& response) {
  Messages const& messages = context.messages();
  std::vector<View> out;
  auto const add = [&out](std::string const& text) {
    View row;
    row.text("text", text);
    out.push_back(std::move(row));
  };
  if (!response.recognised.empty()) {
    add(messages.text("read.citation", {{"what", response.recognised}}));
  }
  if (!response.request.q.empty() && response.read_as != response.request.q) {
    add(messages.text("read.as", {{"query", response.read_as}}));
  }
  for (ConceptExpansion const& each : response.concepts) {
    std::string labels;
    std::string_view language;
    for (LabelShown const& label : each.labels) {
      bool const same = label.language == language;
      labels += same ? messages.text("list.comma") + ' '
                     : (labels.empty() ? "" : "; ") + wording.language(label.language) + ": ";
      labels += isolated(label.label);
      language = label.language;
    }
    std::string const name = wording.concept_label(each.scheme, each.concept_id).text;
    add(messages.text(labels.empty() ? "read.annotated" : "read.concept",
                      {{"concept", name}, {"labels", labels}}));
  }
  for (Expansion const& each : response.expansions) {
    if (each.truncated) {
      add(messages.text("read.limit", {{"word", each.word}, {"limit", each.limit}}));
    }
  }
  if (!response.relaxed.any_of.empty()) {
    add(messages.text("read.any"));
  }
  return out;
}

std::vector<View> sort_rows(PageContext const& context, SearchRequest const& request) {
  std::vector<View> out;
  for (Sort const sort : kSorts) {
    View row;
    row.text("value", name_of(sort))
        .text("label", context.messages().text("sort." + std::string(name_of(sort))))
        .flag("selected", sort == request.sort);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> export_rows(PageContext const& context, SearchRequest const& request) {
  Links const links(context.visit);
  std::vector<View> out;
  for (std::string_view const format : kExports) {
    View row;
    row.text("label", context.messages().text("export." + std::string(format)))
        .text("url",
              links.search_data("/api/v1/export", request, {{"format", std::string(format)}}));
    out.push_back(std::move(row));
  }
  return out;
}

// The page before and the one after; both pinned to the generation of this answer.
void put_pages(View& view, PageContext const& context, SearchResponse const& response) {
  Links const links(context.visit);
  SearchRequest other = response.request;
  if (response.next) {
    other.cursor = response.next;
    view.text("next", links.search(other));
  }
  uint64_t const rank = response.request.cursor ? response.request.cursor->rank : 0;
  if (rank > 0) {
    other.cursor = response.request.cursor;
    uint64_t const step = std::min<uint64_t>(rank, response.request.limit);
    other.cursor->rank = rank - step;
    if (rank == step) {
      other.cursor.reset();
    }
    view.text("previous", links.search(other));
  }
  if (!response.hits.empty()) {
    LocalFormat const& format = context.messages().format();
    std::string const first = format.number(static_cast<int64_t>(rank) + 1);
    std::string const last = format.number(static_cast<int64_t>(rank + response.hits.size()));
    view.text("shown", context.messages().text("hits.shown", {{"first", first}, {"last", last}}));
  }
}

// Which filter removed everything: what each, left out alone, would bring back.
std::vector<View> relief_rows(PageContext const& context, Wording const& wording,
                              SearchRequest const& request, std::span<Relief const> relief) {
  Links const links(context.visit);
  std::vector<View> out;
  for (Relief const& each : relief) {
    SearchRequest without = request;
    std::erase_if(without.filters,
                  [&](Filter const& filter) { return filter.param == each.param; });
    View row;
    row.text("url", links.search(without))
        .text("parameter", wording.parameter(each.param))
        .text("total", context.messages().counted("provisions", static_cast<int64_t>(each.total)));
    out.push_back(std::move(row));
  }
  return out;
}

void put_spelling(View& view, PageContext const& context, SearchResponse const& response) {
  if (!response.did_you_mean) {
    return;
  }
  SearchRequest other = response.request;
  other.q = response.did_you_mean->q;
  other.cursor.reset();
  View offer;
  offer.text("q", other.q)
      .text("url", Links(context.visit).search(other))
      .text("total", context.messages().counted(
                         "provisions", static_cast<int64_t>(response.did_you_mean->total)));
  view.view("did_you_mean", std::move(offer));
}

// The table that the hits make of states and what provisions do, to be changed there.
std::string crosstab_url(PageContext const& context, SearchRequest const& request) {
  ParameterList list = to_parameters(
      CrosstabRequest{.search = request, .rows = Param::kClass, .cols = Param::kJurisdiction});
  std::erase_if(list, [&](auto const& each) {
    return each.first == "as_of" && request.as_of == context.visit.today;
  });
  return Links(context.visit).crosstab(std::move(list));
}

std::vector<View> hit_rows(PageContext const& context, Wording const& wording,
                           SearchResponse const& response) {
  std::vector<View> out;
  out.reserve(response.hits.size());
  for (Hit const& hit : response.hits) {
    out.push_back(hit_view(context, wording, hit, response.request.as_of));
  }
  return out;
}

}  // namespace

std::string search_page(PageContext const& context, SearchResponse const& response,
                        std::span<Relief const> relief) {
  Wording const wording(context.messages(), *response.generation);
  SearchRequest const& request = response.request;
  Links const links(context.visit);
  View view;
  view.text("action", links.page("/"))
      .text("crosstab", crosstab_url(context, request))
      .text("q", request.q)
      .text("total", context.messages().counted("provisions", static_cast<int64_t>(response.total)))
      .flag("found", response.total > 0)
      .text("as_of", request.as_of.to_string())
      .text("day", wording.day(request.as_of))
      .text("digest", response.generation->manifest().digest.substr(0, 12))
      .list("readings", reading_rows(context, wording, response))
      .list("chosen", chosen_views(context, wording, request))
      .list("sorts", sort_rows(context, request))
      .list("hits", hit_rows(context, wording, response))
      .list("facets", facet_views(context, wording, response))
      .list("exports", export_rows(context, request))
      .list("relief", relief_rows(context, wording, request, relief));
  put_pages(view, context, response);
  put_spelling(view, context, response);
  std::string const title = request.q.empty() ? context.messages().text("search.title") : request.q;
  return framed(context,
                {.title = title,
                 .section = "search",
                 .q = request.q,
                 .json = links.search_data("/api/v1/search", request),
                 .feed = links.search_data("/feed.atom", request)},
                "search", std::move(view));
}

}  // namespace cyberlex::pages
