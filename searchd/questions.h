// A request that was understood: which generation it asks, its canonical form, and how to answer
// it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"
#include "searchd/endpoints.h"
#include "searchd/http_message.h"
#include "searchd/snapshot.h"

namespace cyberlex::searchd {

struct Answer {
  std::string body;
  std::string content_type = "application/json";
  std::string next_url;  // of the next page; empty: none
};

struct Question {
  std::shared_ptr<ServedGeneration> served;
  std::string canonical;  // path and query with every default that decides the body written out
  std::function<Result<Answer>(Searcher&)> answer;
};

// The question, or the answer of one that cannot be asked.
using Asked = std::variant<Question, Response>;

// REQUIRES: match.endpoint asks about law (not kHealth, kReady, kOpenapi).
// `today` stands for an absent as_of.
Asked ask(PathMatch const& match, Request const& request, Snapshots const& snapshots, Date today);

}  // namespace cyberlex::searchd
