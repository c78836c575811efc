#include "cyberlex/api/search_questions.h"

#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"
#include "cyberlex/api/target.h"

namespace cyberlex::api {
namespace {

// The cursor among the parameters, when there is one that can be read; parse_request reports the
// others.
std::optional<Cursor> find_cursor(ParameterList const& list) {
  for (auto const& [name, value] : list) {
    if (name == "cursor" && !value.empty()) {
      auto cursor = decode_cursor(value);
      return cursor ? std::optional<Cursor>(std::move(cursor).value()) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::string without_cursor(Request const& request) {
  ParameterList list = request.query;
  std::erase_if(list, [](auto const& parameter) { return parameter.first == "cursor"; });
  return make_url(request.path, list);
}

// What a search without hits would find if one of its filters were left out.
std::vector<pages::Relief> relief_of(Searcher& searcher, SearchResponse const& response) {
  std::vector<pages::Relief> out;
  if (response.total > 0) {
    return out;
  }
  for (size_t i = 0; i < response.request.filters.size(); ++i) {
    SearchRequest without = response.request;
    without.filters.erase(without.filters.begin() + static_cast<std::ptrdiff_t>(i));
    without.facets.clear();
    without.limit = 1;
    auto const found = searcher.search(without, search_limits());
    if (found && found->total > 0) {
      out.push_back({.param = response.request.filters[i].param, .total = found->total});
    }
  }
  return out;
}

Result<Answer> in_form(Searcher& searcher, Result<SearchResponse> const& response,
                       Wish const& wish) {
  if (!response || wish.form != Form::kHtml) {
    return represent(response, wish);
  }
  return Answer{.body = pages::search_page({*wish.pages, wish.visit}, *response,
                                           relief_of(searcher, *response)),
                .content_type = content_type_of(wish.form),
                .outcome = outcome_of(*response)};
}

Result<Answer> answer_search(Searcher& searcher, SearchRequest const& question, Wish const& wish) {
  auto const response = searcher.search(question, search_limits());
  auto out = in_form(searcher, response, wish);
  if (out && response->next) {
    SearchRequest next = question;
    next.cursor = response->next;
    out->next_url = make_url(info_of(Endpoint::kSearch).pattern, to_parameters(next));
  }
  return out;
}

// A page shows facets that nobody asked for by name.
void choose_facets(Inquiry const& inquiry, SearchRequest& question) {
  constexpr uint32_t kValuesOnAPage = 40;
  bool const named = inquiry.reader.has("facets");
  if (inquiry.wish.form == Form::kHtml && !named) {
    question.facets.assign(pages::page_facets().begin(), pages::page_facets().end());
    question.facet_limit = kValuesOnAPage;
  }
}

}  // namespace

std::variant<Inquiry, Response> on_own_generation(Inquiry const& inquiry) {
  Inquiry out = inquiry;
  if (auto const cursor = find_cursor(inquiry.request.query)) {
    out.served = inquiry.snapshots.find(cursor->generation);
    if (out.served == nullptr) {
      return gone(without_cursor(inquiry.request));
    }
  }
  return out;
}

Asked ask_search(Inquiry const& inquiry) {
  auto const asked = on_own_generation(inquiry);
  if (auto const* const refused = std::get_if<Response>(&asked)) {
    return *refused;
  }
  Inquiry const& own = std::get<Inquiry>(asked);
  auto question = parse_request(own.request.query, own.served->vocabulary(), own.today);
  if (!question) {
    return problem_of(question.error());
  }
  choose_facets(own, *question);
  ParameterList const list = to_parameters(*question);
  return own.about(list, [wanted = std::move(question).value(), wish = inquiry.wish](
                             Searcher& searcher) { return answer_search(searcher, wanted, wish); });
}

Asked ask_crosstab(Inquiry const& inquiry) {
  if (inquiry.wants_form()) {
    return inquiry.about({}, [wish = inquiry.wish](Searcher& searcher) -> Result<Answer> {
      return Answer{.body = pages::crosstab_start_page({*wish.pages, wish.visit},
                                                       searcher.reader().generation()),
                    .content_type = content_type_of(wish.form)};
    });
  }
  auto question =
      parse_crosstab(inquiry.request.query, inquiry.served->vocabulary(), inquiry.today);
  if (!question) {
    return problem_of(question.error());
  }
  ParameterList const list = to_parameters(*question);
  return inquiry.about(
      list, [wanted = std::move(question).value(), wish = inquiry.wish](Searcher& searcher) {
        return represent(answer_crosstab(searcher, wanted, search_limits()), wish);
      });
}

}  // namespace cyberlex::api
