#include "cyberlex/api/similar_questions.h"

#include <utility>

#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"

namespace cyberlex::api {

Asked ask_similar(Inquiry const& inquiry) {
  auto request = parse_similar(inquiry.request.query, inquiry.served->vocabulary(), inquiry.today);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList const list = to_parameters(*request);
  return inquiry.about(
      list, [wanted = std::move(request).value(), wish = inquiry.wish](Searcher& searcher) {
        return represent(answer_similar(searcher, wanted, search_limits()), wish);
      });
}

}  // namespace cyberlex::api
