#include "tools/question.h"

#include <algorithm>
#include <ostream>

#include "cyberlex/api/outcome.h"
#include "cyberlex/api/target.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/web_text.h"
#include "tools/exit_codes.h"

namespace cyberlex::tools {
namespace {

constexpr int kMostRedirects = 3;

std::string accept_of(Common const& common, Target const& target, Terminal const& terminal) {
  if (!target.accept.empty()) {
    return target.accept;
  }
  if (common.json) {
    return "application/json";
  }
  return "text/plain;width=" + std::to_string(terminal.style.width) +
         (terminal.style.ansi ? ";style=ansi" : "");
}

api::Request request_of(Target const& target, std::string accept) {
  return {.method = target.text.empty() ? "GET" : "POST",
          .path = target.path,
          .query = target.parameters,
          .accept = std::move(accept),
          .accept_encoding = {},
          .if_none_match = {},
          .content_type = target.text.empty() ? "" : target.type,
          .body = target.text};
}

std::string header_of(api::Response const& response, std::string_view name) {
  auto const found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [name](auto const& header) { return header.first == name; });
  return found == response.headers.end() ? std::string() : found->second;
}

std::string value_of(ParameterList const& list, std::string_view name) {
  auto const found = std::find_if(list.begin(), list.end(),
                                  [name](auto const& each) { return each.first == name; });
  return found == list.end() ? std::string() : found->second;
}

// One line: whatever moves the cursor is shown as a blank, so that the caret stands right.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

int exit_code_of(api::Outcome outcome) {
  switch (outcome) {
    case api::Outcome::kFound:
      return kExitFound;
    case api::Outcome::kNothing:
      return kExitNothingFound;
    case api::Outcome::kNotInForce:
      break;
  }
  return kExitNotInForce;
}

int exit_code_of(api::Response const& response, bool remote) {
  auto const outcome = api::outcome_named(header_of(response, "Cyberlex-Outcome"));
  if (response.status == 200 || outcome) {
    return exit_code_of(outcome.value_or(api::Outcome::kFound));
  }
  if (response.status == 404 || response.status == 410) {
    return kExitNothingFound;
  }
  if (response.status < 500) {
    return kExitBadUsage;
  }
  return remote && response.status == 503 ? kExitUnreached : kExitIndexTrouble;
}

// "cyberlex: message", and the query with a caret under the place that is meant.
void tell_problem(Terminal& terminal, api::Response const& response, std::string const& query) {
  Result<Problem> const problem = read_problem(response.body);
  if (!problem) {
    terminal.err << "cyberlex: the server answered " << response.status << '\n';
    return;
  }
  terminal.err << "cyberlex: " << lay_out(problem->detail, {.width = kWidest});
  bool const in_query = problem->parameter.empty() || problem->parameter == "q";
  if (problem->position && in_query && !query.empty()) {
    std::string const blanks(code_points_before(query, *problem->position), ' ');
    terminal.err << "  " << on_one_line(query) << "\n  " << blanks << "^\n";
  }
}

// Where the next page begins, as a flag says it.
void tell_next(Terminal& terminal, api::Response const& response) {
  std::string const link = header_of(response, "Link");
  size_t const end = link.find(">; rel=\"next\"");
  if (end == std::string::npos) {
    return;
  }
  size_t const begin = link.rfind('<', end) + 1;
  auto const target = api::parse_target(link.substr(begin, end - begin));
  if (!target) {
    return;
  }
  for (std::string_view const name : {"cursor", "offset"}) {
    std::string const value = value_of(target->query, name);
    if (!value.empty()) {
      terminal.err << "more: --" << name << ' ' << value << '\n';
    }
  }
}

// Follows redirects, which stay on the same server.
Result<api::Response> ask(Answerer& answerer, api::Request request, Sink const& sink) {
  for (int redirects = 0;; ++redirects) {
    auto response = answerer.ask(request, sink);
    if (!response || response->status != 308 || redirects == kMostRedirects) {
      return response;
    }
    auto const target = api::parse_target(header_of(*response, "Location"));
    if (!target) {
      return target.error();
    }
    request.path = target->path;
    request.query = target->query;
  }
}

}  // namespace

Result<std::unique_ptr<Answerer>> open_answerer(Common const& common, Terminal& terminal) {
  if (!common.server.empty()) {
    return use_daemon(common.server);
  }
  if (!common.shards.empty()) {
    return use_shards(common.shards);
  }
  return open_index(common.index_dir, [&err = terminal.err](api::LogLine const& line) {
    err << "cyberlex: " << line.message << '\n';
  });
}

int give(Common const& common, Target const& target, Terminal& terminal) {
  bool const remote = !common.server.empty() || !common.shards.empty();
  auto const answerer = open_answerer(common, terminal);
  if (!answerer) {
    int const code = complain(terminal, answerer.error());
    if (answerer.error().code == ErrorCode::kUnavailable && remote) {
      return kExitUnreached;
    }
    return remote ? code : kExitIndexTrouble;
  }
  auto const response =
      ask(**answerer, request_of(target, accept_of(common, target, terminal)),
          [&terminal](std::string_view piece) { return terminal.out << piece && true; });
  if (!response) {
    int const code = complain(terminal, response.error());
    bool const unreached = remote && response.error().code == ErrorCode::kUnavailable;
    return unreached ? kExitUnreached : code;
  }
  if (response->status != 200) {
    tell_problem(terminal, *response, value_of(target.parameters, "q"));
  } else if (!common.json) {
    tell_next(terminal, *response);
  }
  return exit_code_of(*response, remote);
}

int complain(Terminal& terminal, Error const& error) {
  terminal.err << "cyberlex: " << lay_out(to_string(error), {.width = kWidest});
  switch (error.code) {
    case ErrorCode::kBadInput:
    case ErrorCode::kBadQuery:
      return kExitBadUsage;
    case ErrorCode::kNotFound:
      return kExitNothingFound;
    default:
      return kExitIndexTrouble;
  }
}

}  // namespace cyberlex::tools
