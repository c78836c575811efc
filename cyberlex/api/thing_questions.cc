#include "cyberlex/api/thing_questions.h"

#include <utility>

#include "cyberlex/api/iri.h"
#include "cyberlex/api/parallel_path.h"
#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"
#include "cyberlex/api/target.h"

namespace cyberlex::api {
namespace {

constexpr uint64_t kMostOffset = 10'000'000;

// ---- lists of acts

struct ActsPage {
  Date as_of;
  std::vector<std::string> jurisdictions;
  uint64_t offset = 0;
  uint64_t limit = kActsPerPage;
};

Result<ActsPage> read_page(Inquiry const& inquiry) {
  ParameterReader const& reader = inquiry.reader;
  auto const day = inquiry.day();
  auto jurisdictions = reader.words("jurisdiction");
  auto const offset = reader.number("offset", 0, 0, kMostOffset);
  auto const limit = reader.number("limit", kActsPerPage, 1, kActsPerPage);
  if (!day || !jurisdictions) {
    return !day ? day.error() : jurisdictions.error();
  }
  if (!offset || !limit) {
    return !offset ? offset.error() : limit.error();
  }
  return ActsPage{.as_of = *day,
                  .jurisdictions = std::move(jurisdictions).value(),
                  .offset = *offset,
                  .limit = *limit};
}

ParameterList to_list(ActsPage const& page) {
  ParameterList list = {{"as_of", page.as_of.to_string()}};
  add_values(list, "jurisdiction", page.jurisdictions);
  list.emplace_back("limit", std::to_string(page.limit));
  list.emplace_back("offset", std::to_string(page.offset));
  return list;
}

Result<Answer> list_acts(Searcher& searcher, ActsPage const& page, Endpoint endpoint,
                         Wish const& wish) {
  auto const answer =
      answer_acts(searcher.reader(), page.as_of, page.jurisdictions, page.offset, page.limit);
  auto out = represent(answer, wish);
  if (out && answer->next_offset) {
    ActsPage next = page;
    next.offset = *answer->next_offset;
    // Treaties are the acts of a jurisdiction of their own, which their path does not take.
    if (endpoint == Endpoint::kConventions) {
      next.jurisdictions.clear();
    }
    out->next_url = make_url(info_of(endpoint).pattern, to_list(next));
  }
  return out;
}

// ---- one act, provision or article

// Day and languages of a question about one thing.
struct TextChoice {
  Date as_of;
  std::vector<std::string> languages;
  std::optional<TextKind> kind;
};

Result<TextChoice> read_choice(Inquiry const& inquiry) {
  auto const day = inquiry.day();
  if (!day) {
    return day.error();
  }
  // An endpoint that has no texts takes no language.
  auto languages = inquiry.reader.words("lang");
  if (!languages) {
    return languages.error();
  }
  return TextChoice{.as_of = *day, .languages = std::move(languages).value(), .kind = std::nullopt};
}

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

// A question about one thing, by its handle.
struct OneThing {
  Endpoint endpoint = Endpoint::kProvision;
  Handle handle;
  TextChoice choice;
  Wish wish;
};

// A provision that is held, and did not stand that day: 404 that says from or until when it does.
Answer not_that_day(Error const& error) {
  Response refusal = problem(404, "not-that-day", "It did not stand on that day", to_string(error));
  refusal.headers.emplace_back("Cyberlex-Outcome", name_of(Outcome::kNotInForce));
  return Answer{.refusal = std::move(refusal)};
}

Result<Answer> one_provision(Searcher& searcher, OneThing const& thing) {
  TextChoice const& choice = thing.choice;
  auto answer = answer_provision(searcher.reader(), thing.handle, choice.as_of, choice.languages);
  if (!answer && answer.error().code == ErrorCode::kNotFound && choice.languages.empty() &&
      holds_provision(searcher.reader().generation(), thing.handle)) {
    return not_that_day(answer.error());
  }
  if (answer && choice.kind) {
    if (Status kept = keep_kind(*answer, *choice.kind); !kept) {
      return kept.error();
    }
  }
  return represent(answer, thing.wish);
}

Result<Answer> answer_one(Searcher& searcher, OneThing const& thing) {
  IndexReader const& reader = searcher.reader();
  switch (thing.endpoint) {
    case Endpoint::kAct:
    case Endpoint::kConvention:
      return represent(answer_act(reader, thing.handle.act, thing.choice.as_of), thing.wish);
    case Endpoint::kArticle:
      return represent(
          answer_article(reader, thing.handle, thing.choice.as_of, thing.choice.languages),
          thing.wish);
    default:
      return one_provision(searcher, thing);
  }
}

Asked ask_one(Inquiry const& inquiry, OneThing thing) {
  ParameterList list = {{"as_of", thing.choice.as_of.to_string()}};
  add_values(list, "lang", thing.choice.languages);
  thing.wish = inquiry.wish;
  return inquiry.about(inquiry.request.path, list, [wanted = std::move(thing)](Searcher& searcher) {
    return answer_one(searcher, wanted);
  });
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

// 308 keeps the method; the target depends on the generation, so nobody is to keep it for long.
Response moved_permanently(std::string location) {
  return Response{.status = 308,
                  .content_type = {},
                  .body = {},
                  .headers = {{"Location", std::move(location)}, {"Cache-Control", "no-cache"}}};
}

}  // namespace

Asked ask_acts(Inquiry const& inquiry) {
  auto page = read_page(inquiry);
  if (!page) {
    return problem_of(page.error());
  }
  Endpoint const endpoint = inquiry.match.endpoint;
  if (endpoint == Endpoint::kConventions) {
    page->jurisdictions = {"int"};  // treaties are acts of nobody's
  }
  ParameterList const list = to_list(*page);
  return inquiry.about(
      list, [wanted = std::move(page).value(), endpoint, wish = inquiry.wish](Searcher& searcher) {
        return list_acts(searcher, wanted, endpoint, wish);
      });
}

Asked ask_handle(Inquiry const& inquiry) {
  auto choice = read_choice(inquiry);
  if (!choice) {
    return problem_of(choice.error());
  }
  Generation const& generation = inquiry.served->generation();
  if (auto const own = own_path(inquiry.match, inquiry.request, generation)) {
    return moved_permanently(*own);
  }
  auto handle = read_handle(inquiry.match, generation);
  if (!handle) {
    return problem_of(handle.error());
  }
  return ask_one(inquiry, {.endpoint = inquiry.match.endpoint,
                           .handle = std::move(handle).value(),
                           .choice = std::move(choice).value(),
                           .wish = {}});
}

Asked ask_iri(Inquiry const& inquiry) {
  auto choice = read_choice(inquiry);
  if (!choice) {
    return problem_of(choice.error());
  }
  if (auto const own = own_path(inquiry.match, inquiry.request, inquiry.served->generation())) {
    return moved_permanently(*own);
  }
  auto target = resolve_iri(inquiry.request.path, *inquiry.served);
  if (!target) {
    return problem_of(target.error());
  }
  if (auto const error = said_twice(*target, inquiry.reader)) {
    return problem_of(*error);
  }
  choice->as_of = target->date.value_or(choice->as_of);
  choice->kind = target->kind;
  if (!target->language.empty()) {
    choice->languages = {target->language};
  }
  bool const act = target->handle.eid.empty();
  return ask_one(inquiry, {.endpoint = act ? Endpoint::kAct : Endpoint::kProvision,
                           .handle = target->handle,
                           .choice = std::move(choice).value(),
                           .wish = {}});
}

}  // namespace cyberlex::api
