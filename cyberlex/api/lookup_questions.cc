#include "cyberlex/api/lookup_questions.h"

#include <array>
#include <utility>

#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"

namespace cyberlex::api {
namespace {

constexpr auto kFormats = std::to_array<std::string_view>({"json", "opensearch"});
constexpr auto kFormatForms = std::to_array<Form>({Form::kJson, Form::kSuggestions});

Result<Answer> suggestions_as(Result<SuggestAnswer> const& answer, Wish const& wish) {
  auto out = represent(answer, wish);
  if (out && wish.form == Form::kSuggestions) {
    out->body = to_suggestions(*answer);
  }
  return out;
}

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
  auto const wish = inquiry.wish_by_format(kFormats, kFormatForms);
  if (!request || !wish) {
    return problem_of(!request ? request.error() : wish.error());
  }
  ParameterList list = {{"as_of", request->as_of.to_string()}};
  for (SuggestionKind const kind : request->kinds) {
    list.emplace_back("kind", name_of(kind));
  }
  list.emplace_back("limit", std::to_string(request->limit));
  list.emplace_back("q", request->q);
  Inquiry asked = inquiry;
  asked.wish = *wish;
  return asked.about(list, [wanted = std::move(request).value(), form = *wish](Searcher& searcher) {
    return suggestions_as(answer_suggest(searcher, wanted), form);
  });
}

}  // namespace cyberlex::api
