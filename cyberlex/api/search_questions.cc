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

Result<Answer> answer_search(Searcher& searcher, SearchRequest const& question, Wish const& wish) {
  auto const response = searcher.search(question, search_limits());
  auto out = represent(response, wish);
  if (out && response->next) {
    SearchRequest next = question;
    next.cursor = response->next;
    out->next_url = make_url(info_of(Endpoint::kSearch).pattern, to_parameters(next));
  }
  return out;
}

}  // namespace

Asked ask_search(Inquiry const& inquiry) {
  Inquiry asked = inquiry;
  if (auto const cursor = find_cursor(inquiry.request.query)) {
    asked.served = inquiry.snapshots.find(cursor->generation);
    if (asked.served == nullptr) {
      return gone(without_cursor(inquiry.request));
    }
  }
  auto question = parse_request(inquiry.request.query, asked.served->vocabulary(), inquiry.today);
  if (!question) {
    return problem_of(question.error());
  }
  ParameterList const list = to_parameters(*question);
  return asked.about(
      list, [wanted = std::move(question).value(), wish = inquiry.wish](Searcher& searcher) {
        return answer_search(searcher, wanted, wish);
      });
}

Asked ask_crosstab(Inquiry const& inquiry) {
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
