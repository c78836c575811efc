#include "searchd/lookup_questions.h"

#include <utility>

#include "searchd/as_json.h"
#include "searchd/problem.h"
#include "searchd/target.h"

namespace cyberlex::searchd {
namespace {

using Served = std::shared_ptr<ServedGeneration>;

Asked ask_citations(ParameterReader const& reader, Served served, Date today) {
  auto const day = reader.day("as_of");
  if (!day) {
    return problem_of(day.error());
  }
  CitationsRequest request{reader.texts("q"), day->value_or(today)};
  ParameterList list = {{"as_of", request.as_of.to_string()}};
  for (std::string const& text : request.texts) {
    list.emplace_back("q", text);
  }
  return Question{.served = std::move(served),
                  .canonical = make_url(info_of(Endpoint::kCitation).pattern, list),
                  .answer = [wanted = std::move(request)](Searcher& searcher) {
                    return as_json(answer_citations(searcher, wanted));
                  }};
}

Result<SuggestRequest> read_suggest(ParameterReader const& reader, Date today) {
  auto const day = reader.day("as_of");
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
  out.as_of = day->value_or(today);
  return out;
}

Asked ask_suggest(ParameterReader const& reader, Served served, Date today) {
  auto request = read_suggest(reader, today);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList list = {{"as_of", request->as_of.to_string()}};
  for (SuggestionKind const kind : request->kinds) {
    list.emplace_back("kind", name_of(kind));
  }
  list.emplace_back("limit", std::to_string(request->limit));
  list.emplace_back("q", request->q);
  return Question{.served = std::move(served),
                  .canonical = make_url(info_of(Endpoint::kSuggest).pattern, list),
                  .answer = [wanted = std::move(request).value()](Searcher& searcher) {
                    return as_json(answer_suggest(searcher, wanted));
                  }};
}

}  // namespace

bool is_lookup(Endpoint endpoint) {
  return endpoint == Endpoint::kCitation || endpoint == Endpoint::kSuggest;
}

Asked ask_lookup(Endpoint endpoint, ParameterReader const& reader, Served served, Date today) {
  return endpoint == Endpoint::kCitation ? ask_citations(reader, std::move(served), today)
                                         : ask_suggest(reader, std::move(served), today);
}

}  // namespace cyberlex::searchd
