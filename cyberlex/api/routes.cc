#include "cyberlex/api/routes.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <utility>
#include <variant>

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/json_text.h"
#include "cyberlex/api/memento.h"
#include "cyberlex/api/negotiate.h"
#include "cyberlex/api/openapi.h"
#include "cyberlex/api/opensearch.h"
#include "cyberlex/api/page_address.h"
#include "cyberlex/api/parameter_reader.h"
#include "cyberlex/api/posted_parameters.h"
#include "cyberlex/api/problem.h"
#include "cyberlex/api/questions.h"
#include "cyberlex/pages/pages.h"
#include "cyberlex/render/json.h"

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
    context.log({.level = LogLevel::kError,
                 .event = "damage",
                 .message = "damage met while answering: " + to_string(error)});
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
    context.log({.level = LogLevel::kError,
                 .event = "searcher-failed",
                 .message = "a searcher cannot be opened: " + to_string(opened.error())});
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

Response answer_metrics(std::function<std::string()> const& metrics) {
  if (!metrics) {
    return problem(404, "not-found", "There is no such thing", "nothing is counted here");
  }
  return Response{.status = 200,
                  .content_type = content_type_of(Form::kMetrics),
                  .body = metrics(),
                  .headers = {{"Cache-Control", "no-store"}}};
}

// What describes the program: it changes with the program alone.
Response describe(Request const& request, Form form, std::string body) {
  std::string const etag = make_etag("description", body);
  std::string const held = matching_etag(request.if_none_match, tags_of(request, etag));
  if (!held.empty()) {
    return not_modified(held);
  }
  Response out{.status = 200,
               .content_type = content_type_of(form),
               .body = std::move(body),
               .headers = {{"Cache-Control", "no-cache"}}};
  encode_body(request, etag, out);
  return out;
}

// A request as the API sees it: of a page the path that it shows, without the language.
struct Called {
  PathMatch match;
  Request request;
  std::optional<Look> look;
};

// A page's style sheet or script: its name changes when it does.
Response answer_asset(std::string_view name, Request const& request) {
  auto const asset = pages::find_asset(name);
  if (!asset) {
    return problem(404, "not-found", "There is no such thing", "no asset of this name");
  }
  Response out{.status = 200,
               .content_type = std::string(asset->content_type),
               .body = std::string(asset->body),
               .headers = {{"Cache-Control", "public, max-age=31536000, immutable"}}};
  encode_body(request, make_etag("asset", name), out);
  return out;
}

// What asks nothing about law.
Response answer_plain(Called const& called, Request const& request, RouteContext const& context) {
  Endpoint const endpoint = called.match.endpoint;
  auto const reader = ParameterReader::open(called.request.query, info_of(endpoint));
  if (!reader) {
    return problem_of(reader.error());
  }
  switch (endpoint) {
    case Endpoint::kAbout:
      return called.look ? describe(request, Form::kHtml,
                                    pages::about_page({called.look->pages, called.look->visit}))
                         : no_such_path(request.path, known_paths());
    case Endpoint::kHealth:
      return answer_health();
    case Endpoint::kReady:
      return answer_ready(context.snapshots);
    case Endpoint::kMetrics:
      return answer_metrics(context.metrics);
    case Endpoint::kOpenSearch:
      return describe(request, Form::kOpenSearch, opensearch_document(context.root));
    default:
      return describe(request, Form::kJson, openapi_document());
  }
}

Response answer_law(Called const& called, Request const& request, RouteContext const& context) {
  Date const today = context.today();
  if (auto const served = context.snapshots.current()) {
    if (auto ready = served->answers().find_spelling(request, today)) {
      return send_ready(std::move(ready), request, served->answers());
    }
  }
  Asked asked = ask(called.match, called.request, context.snapshots, today, called.look);
  if (auto* const refused = std::get_if<Response>(&asked)) {
    return std::move(*refused);
  }
  return answer_question(std::get<Question>(asked), request, today, context);
}

Response answer_get(Called const& called, Request const& request, RouteContext const& context) {
  switch (called.match.endpoint) {
    case Endpoint::kHealth:
    case Endpoint::kReady:
    case Endpoint::kMetrics:
    case Endpoint::kOpenapi:
    case Endpoint::kOpenSearch:
    case Endpoint::kAbout:
      return answer_plain(called, request, context);
    default:
      return answer_law(called, request, context);
  }
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
                               "Accept, Accept-Datetime, Authorization, Content-Type, "
                               "If-None-Match, X-Api-Key"},
                              {"Access-Control-Max-Age", "86400"}}};
}

Response answer_post(Called called, RouteContext const& context) {
  auto const merged = with_body(called.request, info_of(called.match.endpoint).posted);
  if (merged) {
    called.request = *merged;
    return answer_get(called, *merged, context);
  }
  if (merged.error().where == "Content-Type") {
    return problem(415, "unsupported-media-type", "A body of this type is not read",
                   merged.error().message);
  }
  return problem_of(merged.error());
}

// Nothing for a path that nobody answers. kBadQuery for a language that the interface lacks.
Result<std::optional<Called>> called_by(Request const& request, RouteContext const& context) {
  Called out{.match = {}, .request = request, .look = std::nullopt};
  auto const page = context.pages == nullptr ? std::nullopt : page_address(request.path);
  if (page) {
    out.request.path = page->path;
    out.request.query.insert(out.request.query.end(), page->parameters.begin(),
                             page->parameters.end());
  }
  auto match = match_path(out.request.path);
  if (!match) {
    return std::optional<Called>();
  }
  out.match = *std::move(match);
  std::vector<Form> const forms = forms_of(info_of(out.match.endpoint));
  if (context.pages != nullptr && std::ranges::find(forms, Form::kHtml) != forms.end()) {
    auto visit = visit_of(request, context.today());
    if (!visit) {
      return visit.error();
    }
    out.look.emplace(
        Look{.pages = *context.pages, .visit = std::move(visit).value(), .page = page.has_value()});
    out.request.query = without_language(std::move(out.request.query));
  }
  return std::optional(std::move(out));
}

Response answer_called(Called called, Request const& request, RouteContext const& context) {
  if (request.method == "GET" || request.method == "HEAD") {
    return answer_get(called, request, context);
  }
  EndpointInfo const& endpoint = info_of(called.match.endpoint);
  if (request.method == "POST" && endpoint.posted != Posted::kNothing) {
    return answer_post(std::move(called), context);
  }
  return request.method == "OPTIONS" ? answer_options(endpoint)
                                     : method_not_allowed(methods_of(endpoint));
}

Response counted_as(std::string_view pattern, Response response) {
  response.pattern = pattern;
  return response;
}

Response answer(Request const& request, RouteContext const& context) {
  constexpr std::string_view kAssets = "/assets/";
  if (context.pages != nullptr && request.path.starts_with(kAssets)) {
    return counted_as("/assets/{name}", answer_asset(request.path.substr(kAssets.size()), request));
  }
  auto called = called_by(request, context);
  if (!called) {
    return problem_of(called.error());
  }
  if (!*called) {
    return no_such_path(request.path, known_paths());
  }
  std::string_view const pattern = info_of((*called)->match.endpoint).pattern;
  return counted_as(pattern, answer_called(**std::move(called), request, context));
}

// An error for somebody who reads pages.
void show_problem(Request const& request, RouteContext const& context, Response& response) {
  auto const forms = page_address(request.path) ? std::array{Form::kHtml, Form::kJson}
                                                : std::array{Form::kJson, Form::kHtml};
  auto const wish = read_accept(request.accept, forms);
  auto const problem = read_problem(response.body);
  if (!wish || wish->form != Form::kHtml || !problem) {
    return;
  }
  pages::Visit visit{.language = language_of(request.accept_language),
                     .path = request.path,
                     .parameters = without_language(request.query),
                     .today = context.today()};
  if (auto read = visit_of(request, context.today())) {
    visit = std::move(read).value();
  }
  response.body = pages::problem_page({*context.pages, visit}, *problem);
  response.content_type = content_type_of(Form::kHtml);
}

}  // namespace

Response handle(Request const& request, RouteContext const& context) {
  auto const begin = Clock::now();
  Response out = answer(request, context);
  if (context.pages != nullptr && out.content_type == "application/problem+json") {
    show_problem(request, context, out);
  }
  add_common_headers(out);
  if (negotiates_day(request.path)) {
    out.headers.emplace_back("Vary", "Accept-Datetime");
  }
  out.headers.emplace_back("Server-Timing", server_timing(begin));
  return out;
}

}  // namespace cyberlex::api
