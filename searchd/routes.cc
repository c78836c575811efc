#include "searchd/routes.h"

#include <chrono>
#include <cstdio>
#include <utility>

#include "searchd/endpoints.h"
#include "searchd/json_text.h"
#include "searchd/negotiate.h"
#include "searchd/openapi.h"
#include "searchd/parameter_reader.h"
#include "searchd/problem.h"
#include "searchd/questions.h"

namespace cyberlex::searchd {
namespace {

using Clock = std::chrono::steady_clock;

std::string server_timing(Clock::time_point begin) {
  std::chrono::duration<double, std::milli> const spent = Clock::now() - begin;
  char text[48];
  std::snprintf(text, sizeof text, "total;dur=%.3f", spent.count());
  return text;
}

Response not_modified(std::string const& etag) {
  return Response{.status = 304,
                  .content_type = {},
                  .body = {},
                  .headers = {{"ETag", '"' + etag + '"'}, {"Cache-Control", "no-cache"}}};
}

// The tags under which a client may hold the answer.
std::vector<std::string> tags_of(Request const& request, std::string const& etag) {
  std::vector<std::string> out = {etag};
  if (accepts_gzip(request.accept_encoding)) {
    out.push_back(gzip_etag(etag));
  }
  return out;
}

Response failed(Error const& error, ServedGeneration::Lease& lease, RouteContext const& context) {
  if (error.code == ErrorCode::kDamaged) {
    lease.discard();
    context.log("damage met while answering: " + to_string(error));
  }
  return problem_of(error);
}

Response evaluate(Question const& question, RouteContext const& context) {
  auto const pass = context.admission.enter();
  if (!pass) {
    return busy();
  }
  auto lease = question.served->lease();
  if (!lease) {
    context.log("a searcher cannot be opened: " + to_string(lease.error()));
    return problem_of(lease.error());
  }
  auto answer = question.answer(**lease);
  if (!answer) {
    return failed(answer.error(), *lease, context);
  }
  Response out{.status = 200,
               .content_type = std::move(answer->content_type),
               .body = std::move(answer->body),
               .headers = {{"Cache-Control", "no-cache"}}};
  if (!answer->next_url.empty()) {
    out.headers.emplace_back("Link", "<" + answer->next_url + ">; rel=\"next\"");
  }
  return out;
}

Response answer_question(Question const& question, Request const& request,
                         RouteContext const& context) {
  std::string const etag =
      make_etag(question.served->generation().manifest().digest, question.canonical);
  std::string const held = matching_etag(request.if_none_match, tags_of(request, etag));
  if (!held.empty()) {
    return not_modified(held);
  }
  Response out = evaluate(question, context);
  if (out.status == 200 && request.if_none_match == "*") {
    return not_modified(etag);
  }
  encode_body(request, out.status == 200 ? etag : std::string(), out);
  return out;
}

Response plain_json(int status, std::string body) {
  return Response{.status = status,
                  .content_type = "application/json",
                  .body = std::move(body) + "\n",
                  .headers = {{"Cache-Control", "no-store"}}};
}

Response answer_health() {
  return plain_json(200, Json::object({{"status", Json::text("ok")}}).str());
}

std::string last_step(std::string const& folder) {
  return folder.substr(folder.find_last_of('/') + 1);
}

Response answer_ready(Snapshots const& snapshots) {
  auto const served = snapshots.current();
  if (served == nullptr) {
    return not_ready();
  }
  Manifest const& manifest = served->generation().manifest();
  return plain_json(
      200, Json::object({{"status", Json::text("ready")},
                         {"digest", Json::text(manifest.digest)},
                         {"generation", Json::text(last_step(served->generation().folder()))},
                         {"documents", Json::number(manifest.documents)},
                         {"provisions", Json::number(manifest.provisions)},
                         {"acts", Json::number(manifest.acts)}})
               .str());
}

Response answer_openapi(Request const& request) {
  std::string body = openapi_document();
  std::string const etag = make_etag("openapi", body);
  std::string const held = matching_etag(request.if_none_match, tags_of(request, etag));
  if (!held.empty()) {
    return not_modified(held);
  }
  Response out{.status = 200,
               .content_type = "application/json",
               .body = std::move(body),
               .headers = {{"Cache-Control", "no-cache"}}};
  encode_body(request, etag, out);
  return out;
}

// What asks nothing about law.
Response answer_plain(Endpoint endpoint, Request const& request, RouteContext const& context) {
  auto const reader = ParameterReader::open(request.query, info_of(endpoint));
  if (!reader) {
    return problem_of(reader.error());
  }
  switch (endpoint) {
    case Endpoint::kHealth:
      return answer_health();
    case Endpoint::kReady:
      return answer_ready(context.snapshots);
    default:
      return answer_openapi(request);
  }
}

Response answer_get(PathMatch const& match, Request const& request, RouteContext const& context) {
  switch (match.endpoint) {
    case Endpoint::kHealth:
    case Endpoint::kReady:
    case Endpoint::kOpenapi:
      return answer_plain(match.endpoint, request, context);
    default:
      break;
  }
  Asked asked = ask(match, request, context.snapshots, context.today());
  if (auto* const refused = std::get_if<Response>(&asked)) {
    return std::move(*refused);
  }
  return answer_question(std::get<Question>(asked), request, context);
}

Response answer_options() {
  return Response{.status = 204,
                  .content_type = {},
                  .body = {},
                  .headers = {{"Allow", "GET, HEAD, OPTIONS"},
                              {"Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"},
                              {"Access-Control-Allow-Headers", "Accept, If-None-Match"},
                              {"Access-Control-Max-Age", "86400"}}};
}

Response answer(Request const& request, RouteContext const& context) {
  auto const match = match_path(request.path);
  if (!match) {
    return no_such_path(request.path, known_paths());
  }
  if (request.method == "GET" || request.method == "HEAD") {
    return answer_get(*match, request, context);
  }
  return request.method == "OPTIONS" ? answer_options() : method_not_allowed();
}

}  // namespace

Response handle(Request const& request, RouteContext const& context) {
  auto const begin = Clock::now();
  Response out = answer(request, context);
  add_common_headers(out);
  out.headers.emplace_back("Server-Timing", server_timing(begin));
  return out;
}

}  // namespace cyberlex::searchd
