#include "cyberlex/api/questions.h"

#include <algorithm>
#include <array>

#include "cyberlex/api/compare_questions.h"
#include "cyberlex/api/diff_questions.h"
#include "cyberlex/api/dual_questions.h"
#include "cyberlex/api/export_questions.h"
#include "cyberlex/api/feed_questions.h"
#include "cyberlex/api/grid_questions.h"
#include "cyberlex/api/inquiry.h"
#include "cyberlex/api/lookup_questions.h"
#include "cyberlex/api/problem.h"
#include "cyberlex/api/search_questions.h"
#include "cyberlex/api/similar_questions.h"
#include "cyberlex/api/thing_questions.h"

namespace cyberlex::api {
namespace {

Asked dispatch(Inquiry const& inquiry) {
  switch (inquiry.match.endpoint) {
    case Endpoint::kSearch:
      return ask_search(inquiry);
    case Endpoint::kCrosstab:
      return ask_crosstab(inquiry);
    case Endpoint::kActs:
    case Endpoint::kConventions:
      return ask_acts(inquiry);
    case Endpoint::kIri:
      return ask_iri(inquiry);
    case Endpoint::kMatrix:
      return ask_matrix(inquiry);
    case Endpoint::kCompare:
      return ask_compare(inquiry);
    case Endpoint::kJurisdictions:
      return ask_jurisdictions(inquiry);
    case Endpoint::kJurisdiction:
      return ask_jurisdiction(inquiry);
    case Endpoint::kSafeguards:
      return ask_safeguards(inquiry);
    case Endpoint::kCoverage:
      return ask_coverage(inquiry);
    case Endpoint::kThesaurus:
      return ask_thesaurus(inquiry);
    case Endpoint::kCitation:
      return ask_citations(inquiry);
    case Endpoint::kDiff:
      return ask_diff(inquiry);
    case Endpoint::kDualCriminality:
      return ask_dual_criminality(inquiry);
    case Endpoint::kExport:
      return ask_export(inquiry);
    case Endpoint::kFeed:
      return ask_feed(inquiry);
    case Endpoint::kSimilar:
      return ask_similar(inquiry);
    case Endpoint::kSuggest:
      return ask_suggest(inquiry);
    default:
      return ask_handle(inquiry);
  }
}

}  // namespace

namespace {

constexpr std::string_view kFormat = "format";

// The forms that may be asked for, the one for whoever does not mind first.
std::vector<Form> offered(EndpointInfo const& endpoint, std::optional<Look> const& look) {
  std::vector<Form> out = forms_of(endpoint);
  auto const html = std::find(out.begin(), out.end(), Form::kHtml);
  if (html != out.end() && !look) {
    out.erase(html);
  } else if (html != out.end() && look->page) {
    std::rotate(out.begin(), html, html + 1);
  }
  return out;
}

// `format` comes before what Accept says; endpoints with forms of their own read it themselves.
Result<Form> read_format(ParameterReader const& reader, Form otherwise) {
  constexpr auto kNames = std::to_array<std::string_view>({"json", "csv"});
  if (!reader.has(kFormat)) {
    return otherwise;
  }
  auto const format = reader.one_of(kFormat, kNames);
  if (!format) {
    return format.error();
  }
  return *format == "csv" ? Form::kCsv : Form::kJson;
}

bool has_tables(EndpointInfo const& endpoint) {
  return std::ranges::find(endpoint.forms, Form::kCsv) != endpoint.forms.end();
}

Result<Wish> read_wish(Request const& request, EndpointInfo const& endpoint,
                       std::optional<Look> const& look) {
  auto wish = read_accept(request.accept, offered(endpoint, look));
  if (wish && wish->form == Form::kHtml) {
    wish->pages = &look->pages;
    wish->visit = look->visit;
  }
  return wish;
}

}  // namespace

Asked ask(PathMatch const& match, Request const& request, Snapshots const& snapshots, Date today,
          std::optional<Look> const& look) {
  std::shared_ptr<ServedGeneration> served = snapshots.current();
  if (served == nullptr) {
    return not_ready();
  }
  EndpointInfo const& endpoint = info_of(match.endpoint);
  auto const reader = ParameterReader::open(request.query, endpoint);
  if (!reader) {
    return problem_of(reader.error());
  }
  auto wish = read_wish(request, endpoint, look);
  if (!wish) {
    return not_acceptable(wish.error());
  }
  Request asked = request;
  if (has_tables(endpoint)) {
    auto const form = read_format(*reader, wish->form);
    if (!form) {
      return problem_of(form.error());
    }
    wish->form = *form;
    std::erase_if(asked.query, [](auto const& each) { return each.first == kFormat; });
  }
  return dispatch({.match = match,
                   .request = asked,
                   .reader = *reader,
                   .snapshots = snapshots,
                   .served = std::move(served),
                   .today = today,
                   .wish = *wish});
}

}  // namespace cyberlex::api
