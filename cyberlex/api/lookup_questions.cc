#include "cyberlex/api/lookup_questions.h"

#include <utility>

#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"

namespace cyberlex::api {
namespace {

Result<SuggestRequest> read_suggest(Inquiry const& inquiry) {
  ParameterReader const& reader = inquiry.reader;
  auto const day = inquiry.day();
  if (!day) {
    return day.error();
  }
  auto const limit = reader.number("limit", kUsualSuggestions, 1, kMostSuggestions);
  if (!limit) {
    return limit.error();
  }
  auto const kinds = reader.some_of("kind", kSuggestionKinds);
  if (!kinds) {
    return kinds.error();
  }
  SuggestRequest out;
  for (size_t const kind : *kinds) {
    out.kinds.push_back(static_cast<SuggestionKind>(kind));
  }
  out.q = reader.text("q");
  out.limit = *limit;
  out.as_of = *day;
  return out;
}

}  // namespace

Asked ask_citations(Inquiry const& inquiry) {
  auto const day = inquiry.day();
  if (!day) {
    return problem_of(day.error());
  }
  CitationsRequest request{inquiry.reader.texts("q"), *day};
  ParameterList list = {{"as_of", request.as_of.to_string()}};
  add_values(list, "q", request.texts);
  return inquiry.about(list,
                       [wanted = std::move(request), wish = inquiry.wish](Searcher& searcher) {
                         return represent(answer_citations(searcher, wanted), wish);
                       });
}

Asked ask_suggest(Inquiry const& inquiry) {
  auto request = read_suggest(inquiry);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList list = {{"as_of", request->as_of.to_string()}};
  for (SuggestionKind const kind : request->kinds) {
    list.emplace_back("kind", name_of(kind));
  }
  list.emplace_back("limit", std::to_string(request->limit));
  list.emplace_back("q", request->q);
  return inquiry.about(
      list, [wanted = std::move(request).value(), wish = inquiry.wish](Searcher& searcher) {
        return represent(answer_suggest(searcher, wanted), wish);
      });
}

}  // namespace cyberlex::api
