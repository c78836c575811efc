// An answer of the library as the JSON answer of a question.
#pragma once

#include "cyberlex/render/json.h"
#include "searchd/questions.h"

namespace cyberlex::searchd {

template <typename T>
Result<Answer> as_json(Result<T> const& answer) {
  if (!answer) {
    return answer.error();
  }
  return Answer{.body = to_json(*answer), .next_url = {}};
}

}  // namespace cyberlex::searchd
