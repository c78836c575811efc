// A request that was understood: which generation it asks, its canonical form, and how to answer
// it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "cyberlex/api/accept.h"
#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/http_message.h"
#include "cyberlex/api/outcome.h"
#include "cyberlex/api/snapshot.h"
#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"

namespace cyberlex::api {

struct Answer {
  std::string body = {};
  // In place of `body`: the answer is not kept, and the searcher stays lent until it is destroyed.
  BodySource source = {};
  std::string content_type = "application/json";
  std::string next_url = {};  // of the next page; empty: none
  Outcome outcome = Outcome::kFound;
  HeaderList headers = {};               // further ones
  std::optional<Response> refusal = {};  // in place of all else: there is no such answer
};

struct Question {
  std::shared_ptr<ServedGeneration> served;
  // Path and query with every default that decides the body written out, and the form.
  std::string canonical;
  std::function<Result<Answer>(Searcher&)> answer;
};

// What is known of somebody who may want a page.
struct Look {
  pages::Pages const& pages;
  pages::Visit visit;
  bool page = false;  // the address is that of a page: HTML before all other forms
};

// The question, or the answer of one that cannot be asked.
using Asked = std::variant<Question, Response>;

// REQUIRES: match.endpoint asks about law (not kHealth, kReady, kOpenapi, kOpenSearch).
// `today` stands for an absent as_of.
// `look`: who looks, when pages can be made.
Asked ask(PathMatch const& match, Request const& request, Snapshots const& snapshots, Date today,
          std::optional<Look> const& look = std::nullopt);

}  // namespace cyberlex::api
