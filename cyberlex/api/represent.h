// An answer of the library in the form that was wished for.
#pragma once

#include "cyberlex/api/page_answers.h"
#include "cyberlex/api/questions.h"
#include "cyberlex/render/csv_grids.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/text.h"

namespace cyberlex::api {

// JSON, text, a table or a page where there is one. An answer that has further forms is given in
// them by whoever asks.
template <typename T>
Result<Answer> represent(Result<T> const& answer, Wish const& wish) {
  if (!answer) {
    return answer.error();
  }
  // What has no page of its own is JSON, and says so.
  Form const form = wish.form == Form::kHtml ? Form::kJson : wish.form;
  Answer out{.content_type = content_type_of(form), .outcome = outcome_of(*answer)};
  if constexpr (requires { to_page(pages::PageContext{*wish.pages, wish.visit}, *answer); }) {
    if (wish.form == Form::kHtml) {
      out.body = to_page(pages::PageContext{*wish.pages, wish.visit}, *answer);
      out.content_type = content_type_of(wish.form);
      return out;
    }
  }
  if constexpr (requires { to_csv(*answer); }) {
    if (wish.form == Form::kCsv) {
      out.body = to_csv(*answer);
      return out;
    }
  }
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
