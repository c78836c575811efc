#include "cyberlex/api/routes.h"

#include <chrono>
#include <cstdio>
#include <utility>
#include <variant>

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/json_text.h"
#include "cyberlex/api/negotiate.h"
#include "cyberlex/api/openapi.h"
#include "cyberlex/api/parameter_reader.h"
#include "cyberlex/api/posted_parameters.h"
#include "cyberlex/api/problem.h"
#include "cyberlex/api/questions.h"

namespace cyberlex::api {
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

// What a question is answered with: an answer to keep, or a response that is not kept.
using Evaluated = std::variant<std::shared_ptr<ReadyAnswer const>, Response>;

ReadyAnswer ready_answer(Question const& question, Answer answer) {
  return {.canonical = question.canonical,
          .etag = make_etag(question.served->generation().manifest().digest, question.canonical),
          .content_type = std::move(answer.content_type),
          .next_url = std::move(answer.next_url),
          .body = std::move(answer.body),
          .packed = {},
          .outcome = answer.outcome,
          .headers = std::move(answer.headers)};
}

void add_outcome(Outcome outcome, Response& response) {
  if (outcome != Outcome::kFound) {
    response.headers.emplace_back("Cyberlex-Outcome", name_of(outcome));
  }
}

// The searcher stays lent as long as the source lives.
Response streamed(Answer answer, std::shared_ptr<ServedGeneration::Lease> lease) {
  Response out{.status = 200,
               .content_type = std::move(answer.content_type),
               .body = {},
               .headers = std::move(answer.headers)};
  out.source = [lease = std::move(lease), source = std::move(answer.source)](std::string& chunk) {
    return source(chunk);
  };
  out.headers.emplace_back("Cache-Control", "no-cache");
  add_outcome(answer.outcome, out);
  return out;
}

Evaluated evaluate(Question const& question, RouteContext const& context) {
  auto const pass = context.admission.enter();
  if (!pass) {
    return busy();
  }
  auto opened = question.served->lease();
  if (!opened) {
    context.log("a searcher cannot be opened: " + to_string(opened.error()));
    return problem_of(opened.error());
  }
  auto const lease = std::make_shared<ServedGeneration::Lease>(std::move(opened).value());
  auto answer = question.answer(**lease);
  if (!answer) {
    return failed(answer.error(), *lease, context);
  }
  if (answer->refusal) {
    return *std::move(answer->refusal);
  }
  if (answer->source) {
    return streamed(std::move(answer).value(), lease);
  }
  return std::make_shared<ReadyAnswer const>(ready_answer(question, std::move(answer).value()));
}

// The same answer with its compressed form, which is tried once.
std::shared_ptr<ReadyAnswer const> with_packed(std::shared_ptr<ReadyAnswer const> answer,
                                               AnswerCache& cache) {
  if (answer->packing_tried) {
    return answer;
  }
  ReadyAnswer packed = *answer;
  packed.packed = packed_body(packed.body);
  packed.packing_tried = true;
  auto out = std::make_shared<ReadyAnswer const>(std::move(packed));
  cache.put(out);
  return out;
}

Response send_ready(std::shared_ptr<ReadyAnswer const> answer, Request const& request,
                    AnswerCache& cache) {
  std::string const held = matching_etag(request.if_none_match, tags_of(request, answer->etag));
  if (!held.empty() || request.if_none_match == "*") {
    return not_modified(held.empty() ? answer->etag : held);
  }
  if (accepts_gzip(request.accept_encoding)) {
    answer = with_packed(std::move(answer), cache);
  }
  bool const packed = !answer->packed.empty() && accepts_gzip(request.accept_encoding);
  Response out{.status = 200,
               .content_type = answer->content_type,
               .body = packed ? answer->packed : answer->body,
               .headers = {{"Cache-Control", "no-cache"}}};
  out.headers.insert(out.headers.end(), answer->headers.begin(), answer->headers.end());
  add_outcome(answer->outcome, out);
  if (!answer->next_url.empty()) {
    out.headers.emplace_back("Link", "<" + answer->next_url + ">; rel=\"next\"");
  }
  add_encoding(packed, answer->etag, out);
  return out;
}

Response answer_question(Question const& question, Request const& request, Date today,
                         RouteContext const& context) {
  AnswerCache& cache = question.served->answers();
  auto ready = cache.find(question.canonical);
  if (ready == nullptr) {
    // A client that holds the answer is told so without the answer being made.
    std::string const held = matching_etag(
        request.if_none_match,
        tags_of(request,
                make_etag(question.served->generation().manifest().digest, question.canonical)));
    if (!held.empty()) {
      return not_modified(held);
    }
    Evaluated evaluated = evaluate(question, context);
    if (auto* const refused = std::get_if<Response>(&evaluated)) {
      if (!refused->source) {
        encode_body(request, {}, *refused);
      }
      return std::move(*refused);
    }
    ready = std::get<std::shared_ptr<ReadyAnswer const>>(std::move(evaluated));
    cache.put(ready);
  }
  cache.note_spelling(request, today, question.canonical);
  return send_ready(std::move(ready), request, cache);
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
  Date const today = context.today();
  if (auto const served = context.snapshots.current()) {
    if (auto ready = served->answers().find_spelling(request, today)) {
      return send_ready(std::move(ready), request, served->answers());
    }
  }
  Asked asked = ask(match, request, context.snapshots, today);
  if (auto* const refused = std::get_if<Response>(&asked)) {
    return std::move(*refused);
  }
  return answer_question(std::get<Question>(asked), request, today, context);
}

std::string methods_of(EndpointInfo const& endpoint) {
  return endpoint.posted != Posted::kNothing ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD, OPTIONS";
}

Response answer_options(EndpointInfo const& endpoint) {
  return Response{.status = 204,
                  .content_type = {},
                  .body = {},
                  .headers = {{"Allow", methods_of(endpoint)},
                              {"Access-Control-Allow-Methods", methods_of(endpoint)},
                              {"Access-Control-Allow-Headers",
                               "Accept, Accept-Datetime, Content-Type, If-None-Match"},
                              {"Access-Control-Max-Age", "86400"}}};
}

Response answer_post(PathMatch const& match, Request const& request, RouteContext const& context) {
  auto const merged = with_body(request, info_of(match.endpoint).posted);
  if (merged) {
    return answer_get(match, *merged, context);
  }
  if (merged.error().where == "Content-Type") {
    return problem(415, "unsupported-media-type", "A body of this type is not read",
                   merged.error().message);
  }
  return problem_of(merged.error());
}

Response answer(Request const& request, RouteContext const& context) {
  auto const match = match_path(request.path);
  if (!match) {
    return no_such_path(request.path, known_paths());
  }
  if (request.method == "GET" || request.method == "HEAD") {
    return answer_get(*match, request, context);
  }
  EndpointInfo const& endpoint = info_of(match->endpoint);
  if (request.method == "POST" && endpoint.posted != Posted::kNothing) {
    return answer_post(*match, request, context);
  }
  return request.method == "OPTIONS" ? answer_options(endpoint)
                                     : method_not_allowed(methods_of(endpoint));
}

}  // namespace

Response handle(Request const& request, RouteContext const& context) {
  auto const begin = Clock::now();
  Response out = answer(request, context);
  add_common_headers(out);
  out.headers.emplace_back("Server-Timing", server_timing(begin));
  return out;
}

}  // namespace cyberlex::api
