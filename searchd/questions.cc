#include "searchd/questions.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "cyberlex/answer/answers.h"
#include "searchd/as_json.h"
#include "searchd/grid_questions.h"
#include "searchd/iri.h"
#include "searchd/lookup_questions.h"
#include "searchd/parallel_path.h"
#include "searchd/parameter_reader.h"
#include "searchd/problem.h"
#include "searchd/target.h"

namespace cyberlex::searchd {
namespace {

constexpr uint64_t kMostOffset = 10'000'000;
// Thousands of times what the slowest known query takes: against a query nobody has thought of.
constexpr std::chrono::seconds kLongestSearch{5};

using Served = std::shared_ptr<ServedGeneration>;

// Day and languages of a question about one thing.
struct TextChoice {
  Date as_of;
  std::vector<std::string> languages;
  std::optional<TextKind> kind;
};

ParameterList to_list(TextChoice const& choice) {
  ParameterList out = {{"as_of", choice.as_of.to_string()}};
  for (std::string const& language : choice.languages) {
    out.emplace_back("lang", language);
  }
  return out;
}

Result<TextChoice> read_choice(ParameterReader const& reader, Date today) {
  auto const day = reader.day("as_of");
  if (!day) {
    return day.error();
  }
  auto languages = reader.words("lang");
  if (!languages) {
    return languages.error();
  }
  return TextChoice{.as_of = day->value_or(today),
                    .languages = std::move(languages).value(),
                    .kind = std::nullopt};
}

// ---- search

Cursor const* cursor_of(std::optional<Cursor> const& cursor) {
  return cursor ? &*cursor : nullptr;
}

// The cursor among the parameters, when there is one that can be read; parse_request reports the
// others.
std::optional<Cursor> find_cursor(ParameterList const& list) {
  for (auto const& [name, value] : list) {
    if (name == "cursor" && !value.empty()) {
      auto cursor = decode_cursor(value);
      return cursor ? std::optional<Cursor>(std::move(cursor).value()) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::string without_cursor(Request const& request) {
  ParameterList list = request.query;
  std::erase_if(list, [](auto const& parameter) { return parameter.first == "cursor"; });
  return make_url(request.path, list);
}

Result<Answer> answer_search(Searcher& searcher, SearchRequest const& question) {
  SearchLimits const limits{.deadline = std::chrono::steady_clock::now() + kLongestSearch};
  auto const response = searcher.search(question, limits);
  if (!response) {
    return response.error();
  }
  Answer out{.body = to_json(*response), .next_url = {}};
  if (response->next) {
    SearchRequest next = question;
    next.cursor = response->next;
    out.next_url = make_url(info_of(Endpoint::kSearch).pattern, to_parameters(next));
  }
  return out;
}

Asked ask_search(Request const& request, Snapshots const& snapshots, Served served, Date today) {
  std::optional<Cursor> const found = find_cursor(request.query);
  if (Cursor const* const cursor = cursor_of(found)) {
    served = snapshots.find(cursor->generation);
    if (served == nullptr) {
      return gone(without_cursor(request));
    }
  }
  auto question = parse_request(request.query, served->vocabulary(), today);
  if (!question) {
    return problem_of(question.error());
  }
  std::string canonical = make_url(info_of(Endpoint::kSearch).pattern, to_parameters(*question));
  return Question{.served = std::move(served),
                  .canonical = std::move(canonical),
                  .answer = [wanted = std::move(question).value()](Searcher& searcher) {
                    return answer_search(searcher, wanted);
                  }};
}

// ---- crosstab

Asked ask_crosstab(Request const& request, Served served, Date today) {
  auto question = parse_crosstab(request.query, served->vocabulary(), today);
  if (!question) {
    return problem_of(question.error());
  }
  std::string canonical = make_url(info_of(Endpoint::kCrosstab).pattern, to_parameters(*question));
  return Question{
      .served = std::move(served),
      .canonical = std::move(canonical),
      .answer = [wanted = std::move(question).value()](Searcher& searcher) {
        SearchLimits const limits{.deadline = std::chrono::steady_clock::now() + kLongestSearch};
        return as_json(answer_crosstab(searcher, wanted, limits));
      }};
}

// ---- acts

struct ActsPage {
  Date as_of;
  std::vector<std::string> jurisdictions;
  uint64_t offset = 0;
  uint64_t limit = kActsPerPage;
};

Result<ActsPage> read_page(ParameterReader const& reader, Date today) {
  auto const day = reader.day("as_of");
  auto jurisdictions = reader.words("jurisdiction");
  auto const offset = reader.number("offset", 0, 0, kMostOffset);
  auto const limit = reader.number("limit", kActsPerPage, 1, kActsPerPage);
  if (!day || !jurisdictions) {
    return !day ? day.error() : jurisdictions.error();
  }
  if (!offset || !limit) {
    return !offset ? offset.error() : limit.error();
  }
  return ActsPage{.as_of = day->value_or(today),
                  .jurisdictions = std::move(jurisdictions).value(),
                  .offset = *offset,
                  .limit = *limit};
}

std::string url_of(std::string_view path, ActsPage const& page) {
  ParameterList list = {{"as_of", page.as_of.to_string()}};
  for (std::string const& code : page.jurisdictions) {
    list.emplace_back("jurisdiction", code);
  }
  list.emplace_back("limit", std::to_string(page.limit));
  list.emplace_back("offset", std::to_string(page.offset));
  return make_url(path, list);
}

Result<Answer> list_acts(Searcher& searcher, ActsPage const& page) {
  auto const answer =
      answer_acts(searcher.reader(), page.as_of, page.jurisdictions, page.offset, page.limit);
  if (!answer) {
    return answer.error();
  }
  Answer out{.body = to_json(*answer), .next_url = {}};
  if (answer->next_offset) {
    ActsPage next = page;
    next.offset = *answer->next_offset;
    out.next_url = url_of(info_of(Endpoint::kActs).pattern, next);
  }
  return out;
}

Asked ask_acts(Endpoint endpoint, ParameterReader const& reader, Served served, Date today) {
  auto page = read_page(reader, today);
  if (!page) {
    return problem_of(page.error());
  }
  if (endpoint == Endpoint::kConventions) {
    page->jurisdictions = {"int"};  // treaties are acts of nobody's
  }
  std::string canonical = url_of(info_of(endpoint).pattern, *page);
  return Question{.served = std::move(served),
                  .canonical = std::move(canonical),
                  .answer = [wanted = std::move(page).value()](Searcher& searcher) {
                    return list_acts(searcher, wanted);
                  }};
}

// ---- one act, provision or article

// Leaves the texts of one kind; an IRI may name it.
Status keep_kind(ProvisionAnswer& answer, TextKind kind) {
  auto const other = [kind](auto const& text) { return text.kind != kind; };
  std::erase_if(answer.record.texts, other);
  std::erase_if(answer.texts, other);
  if (answer.texts.empty()) {
    return Error{.code = ErrorCode::kNotFound,
                 .message = "no text of kind " + std::string(name_of(kind)) + " is held"};
  }
  return Ok{};
}

Result<Answer> one_provision(Searcher& searcher, Handle const& handle, TextChoice const& choice) {
  auto answer = answer_provision(searcher.reader(), handle, choice.as_of, choice.languages);
  if (answer && choice.kind) {
    if (Status kept = keep_kind(*answer, *choice.kind); !kept) {
      return kept.error();
    }
  }
  return as_json(answer);
}

// A question about one thing, by its handle.
struct OneThing {
  Endpoint endpoint = Endpoint::kProvision;
  Handle handle;
  TextChoice choice;
};

Result<Answer> answer_one(Searcher& searcher, OneThing const& thing) {
  switch (thing.endpoint) {
    case Endpoint::kAct:
    case Endpoint::kConvention:
      return as_json(answer_act(searcher.reader(), thing.handle.act, thing.choice.as_of));
    case Endpoint::kArticle:
      return as_json(answer_article(searcher.reader(), thing.handle, thing.choice.as_of,
                                    thing.choice.languages));
    default:
      return one_provision(searcher, thing.handle, thing.choice);
  }
}

Asked ask_one(OneThing thing, std::string_view path, Served served) {
  std::string canonical = make_url(path, to_list(thing.choice));
  return Question{.served = std::move(served),
                  .canonical = std::move(canonical),
                  .answer = [wanted = std::move(thing)](Searcher& searcher) {
                    return answer_one(searcher, wanted);
                  }};
}

Error not_such(std::string_view text, std::string_view expected) {
  return Error{
      .code = ErrorCode::kNotFound, .message = std::string(expected), .where = std::string(text)};
}

// The handle in the path, checked to be of the kind that the endpoint serves.
Result<Handle> read_handle(PathMatch const& match, Generation const& generation) {
  if (match.endpoint == Endpoint::kArticle) {
    return parse_handle(match.parts.at(0) + "/" + match.parts.at(1));
  }
  std::string const& text = match.parts.front();
  auto handle = parse_handle(text);
  if (!handle) {
    return handle;
  }
  if (match.endpoint == Endpoint::kProvision && handle->eid.empty()) {
    return not_such(text, "this names an act, not a provision; see /api/v1/acts/" + text);
  }
  if (match.endpoint != Endpoint::kProvision && !handle->eid.empty()) {
    return not_such(text, "this names a provision, not an act; see /api/v1/provisions/" + text);
  }
  ActRecord const* const act = generation.find_act(handle->act);
  bool const treaty = act == nullptr || act->work.jurisdiction == "int";
  if (match.endpoint == Endpoint::kConvention && !treaty) {
    return not_such(text, "this is no treaty; see /api/v1/acts/" + text);
  }
  return handle;
}

Asked ask_handle(PathMatch const& match, Request const& request, TextChoice choice, Served served) {
  auto handle = read_handle(match, served->generation());
  if (!handle) {
    return problem_of(handle.error());
  }
  OneThing thing{
      .endpoint = match.endpoint, .handle = std::move(handle).value(), .choice = std::move(choice)};
  return ask_one(std::move(thing), request.path, std::move(served));
}

// What an IRI says about day and language may not be said again.
std::optional<Error> said_twice(IriTarget const& target, ParameterReader const& reader) {
  for (auto const& [said, name] :
       {std::pair{target.date.has_value(), "as_of"}, std::pair{!target.language.empty(), "lang"}}) {
    if (said && reader.has(name)) {
      return Error{
          .code = ErrorCode::kBadQuery, .message = "the IRI says this already", .where = name};
    }
  }
  return std::nullopt;
}

Asked ask_iri(Request const& request, ParameterReader const& reader, TextChoice choice,
              Served served) {
  auto target = resolve_iri(request.path, *served);
  if (!target) {
    return problem_of(target.error());
  }
  if (auto const error = said_twice(*target, reader)) {
    return problem_of(*error);
  }
  choice.as_of = target->date.value_or(choice.as_of);
  choice.kind = target->kind;
  if (!target->language.empty()) {
    choice.languages = {target->language};
  }
  bool const act = target->handle.eid.empty();
  OneThing thing{.endpoint = act ? Endpoint::kAct : Endpoint::kProvision,
                 .handle = target->handle,
                 .choice = std::move(choice)};
  return ask_one(std::move(thing), request.path, std::move(served));
}

// 308 keeps the method; the target depends on the generation, so nobody is to keep it for long.
Response moved_permanently(std::string location) {
  return Response{.status = 308,
                  .content_type = {},
                  .body = {},
                  .headers = {{"Location", std::move(location)}, {"Cache-Control", "no-cache"}}};
}

}  // namespace

Asked ask(PathMatch const& match, Request const& request, Snapshots const& snapshots, Date today) {
  Served served = snapshots.current();
  if (served == nullptr) {
    return not_ready();
  }
  if (match.endpoint == Endpoint::kSearch) {
    return ask_search(request, snapshots, std::move(served), today);
  }
  if (match.endpoint == Endpoint::kCrosstab) {
    return ask_crosstab(request, std::move(served), today);
  }
  auto const reader = ParameterReader::open(request.query, info_of(match.endpoint));
  if (!reader) {
    return problem_of(reader.error());
  }
  if (match.endpoint == Endpoint::kActs || match.endpoint == Endpoint::kConventions) {
    return ask_acts(match.endpoint, *reader, std::move(served), today);
  }
  if (is_grid(match.endpoint)) {
    return ask_grid(match.endpoint, *reader, std::move(served), today);
  }
  if (is_lookup(match.endpoint)) {
    return ask_lookup(match.endpoint, *reader, std::move(served), today);
  }
  auto choice = read_choice(*reader, today);
  if (!choice) {
    return problem_of(choice.error());
  }
  if (auto const own = own_path(match, request, served->generation())) {
    return moved_permanently(*own);
  }
  if (match.endpoint == Endpoint::kIri) {
    return ask_iri(request, *reader, std::move(choice).value(), std::move(served));
  }
  return ask_handle(match, request, std::move(choice).value(), std::move(served));
}

}  // namespace cyberlex::searchd
