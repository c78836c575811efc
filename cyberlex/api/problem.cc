#include "cyberlex/api/problem.h"

#include <algorithm>

#include "cyberlex/render/json.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex::api {
namespace {

Response respond(Problem const& problem) {
  return Response{.status = problem.status,
                  .content_type = "application/problem+json",
                  .body = to_json(problem),
                  .headers = {{"Cache-Control", "no-store"}}};
}

Problem make(int status, std::string_view slug, std::string_view title, std::string detail) {
  Problem out;
  out.type = "/problems/" + std::string(slug);
  out.title = title;
  out.status = status;
  out.detail = std::move(detail);
  return out;
}

// Error::where is a parameter's name for kBadQuery, in quotation marks when nobody knows it.
std::string parameter_of(Error const& error) {
  std::string out = error.where;
  out.erase(std::remove(out.begin(), out.end(), '"'), out.end());
  return out;
}

Problem bad_query(Error const& error) {
  Problem out = make(400, "bad-query", "The request cannot be understood", to_string(error));
  out.parameter = parameter_of(error);
  out.position = error.position;
  return out;
}

// A 503 says when to try again.
Response later(std::string_view slug, std::string_view title, std::string detail, int seconds) {
  Response out = problem(503, slug, title, std::move(detail));
  out.headers.emplace_back("Retry-After", std::to_string(seconds));
  return out;
}

}  // namespace

Response problem(int status, std::string_view slug, std::string_view title, std::string detail) {
  return respond(make(status, slug, title, std::move(detail)));
}

Response problem_of(Error const& error) {
  switch (error.code) {
    case ErrorCode::kBadInput:
    case ErrorCode::kBadQuery:
      return respond(bad_query(error));
    case ErrorCode::kNotFound:
      return problem(404, "not-found", "There is no such thing", to_string(error));
    case ErrorCode::kDamaged:
      return problem(500, "damaged", "The index is damaged",
                     "stored data failed their checks; the operator has to restore the index");
    case ErrorCode::kUnavailable:
      break;
  }
  // A search that was stopped says so; what else is unavailable is a matter of the inside.
  if (error.where == "q") {
    return later("too-slow", "The search took too long", error.message, 5);
  }
  return later("unavailable", "The index cannot be read just now", "try again later", 5);
}

Response no_such_path(std::string_view path, std::span<std::string const> known) {
  Nearest nearest(path);
  nearest.among(known);
  return problem(404, "not-found", "There is no such path",
                 "nothing answers at " + in_quotes(path) + nearest.hint() +
                     "; /openapi.json lists every path");
}

Response method_not_allowed(std::string_view allowed) {
  Response out = problem(405, "method-not-allowed", "This method is not answered here",
                         "use one of " + std::string(allowed));
  out.headers.emplace_back("Allow", allowed);
  return out;
}

Response not_acceptable(Error const& error) {
  return problem(406, "not-acceptable", "No representation of that type is offered", error.message);
}

Response busy() {
  return later("busy", "The server is busy", "try again in a second", 1);
}

Response not_ready() {
  return later("not-ready", "No index is open", "try again later", 5);
}

Response gone(std::string const& restart_url) {
  Response out = problem(410, "cursor-gone", "The index has changed since this page was made",
                         "begin again at " + restart_url);
  out.headers.emplace_back("Link", "<" + restart_url + ">; rel=\"first\"");
  return out;
}

}  // namespace cyberlex::api
