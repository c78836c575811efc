// An answer of the library in the form that was wished for.
#pragma once

#include "cyberlex/api/questions.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/text.h"

namespace cyberlex::api {

// JSON or text. An answer that has further forms is given in them by whoever asks.
template <typename T>
Result<Answer> represent(Result<T> const& answer, Wish const& wish) {
  if (!answer) {
    return answer.error();
  }
  Answer out{.content_type = content_type_of(wish.form), .outcome = outcome_of(*answer)};
  if (wish.form != Form::kText) {
    out.body = to_json(*answer);
    return out;
  }
  if constexpr (requires { to_text(*answer, wish.style.width); }) {
    out.body = lay_out(to_text(*answer, wish.style.width), wish.style);
  } else {
    out.body = lay_out(to_text(*answer), wish.style);
  }
  return out;
}

}  // namespace cyberlex::api
