#include "cyberlex/api/thing_questions.h"

#include <utility>

#include "cyberlex/api/iri.h"
#include "cyberlex/api/linked_forms.h"
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

ParameterList to_list(ActsPage const& page, Endpoint endpoint) {
  ParameterList list = {{"as_of", page.as_of.to_string()}};
  // Treaties are the acts of a jurisdiction of their own, which their path does not take.
  if (endpoint != Endpoint::kConventions) {
    add_values(list, "jurisdiction", page.jurisdictions);
  }
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
    out->next_url = make_url(info_of(endpoint).pattern, to_list(next, endpoint));
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
  Named named;
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
  return give_provision(answer, thing.named, thing.wish);
}

Result<Answer> answer_one(Searcher& searcher, OneThing const& thing) {
  IndexReader const& reader = searcher.reader();
  switch (thing.endpoint) {
    case Endpoint::kAct:
    case Endpoint::kConvention:
      return give_act(reader,
                      {.handle = thing.handle.act,
                       .as_of = thing.choice.as_of,
                       .languages = thing.choice.languages,
                       .kind = thing.choice.kind},
                      thing.named, thing.wish);
    case Endpoint::kArticle:
      return represent(
          answer_article(reader, thing.handle, thing.choice.as_of, thing.choice.languages),
          thing.wish);
    default:
      return one_provision(searcher, thing);
  }
}

ParameterList to_list(TextChoice const& choice) {
  ParameterList list = {{"as_of", choice.as_of.to_string()}};
  add_values(list, "lang", choice.languages);
  return list;
}

// A handle may be spelled in several ways ("unc/7", "unc/art_7"); an IRI stays as it was asked for.
std::string path_to(Inquiry const& inquiry, Handle const& handle) {
  if (inquiry.match.endpoint == Endpoint::kIri) {
    return inquiry.request.path;
  }
  std::string_view const pattern = info_of(inquiry.match.endpoint).pattern;
  return std::string(pattern.substr(0, pattern.find('{'))) + to_string(handle);
}

// `list`: what the path does not say.
Asked ask_one(Inquiry const& inquiry, OneThing thing, ParameterList const& list) {
  thing.wish = inquiry.wish;
  std::string const path = path_to(inquiry, thing.handle);
  return inquiry.about(path, list, [wanted = std::move(thing)](Searcher& searcher) {
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

// Accept-Datetime says the day of a provision where nothing in the address does.
Status take_datetime(Inquiry const& inquiry, Handle const& handle, TextChoice& choice) {
  std::string const& asked = inquiry.request.accept_datetime;
  if (asked.empty() || handle.eid.empty() || inquiry.reader.has("as_of") ||
      inquiry.match.endpoint == Endpoint::kArticle) {
    return Ok{};
  }
  auto const day = read_http_date(asked);
  if (!day) {
    return day.error();
  }
  choice.as_of = nearest_day(inquiry.served->generation(), handle, *day);
  return Ok{};
}

// The path that asks about a handle, and the IRI of what it names.
Named named_by_handle(Inquiry const& inquiry, Handle const& handle,
                      std::vector<std::string> languages) {
  ActRecord const* const act = inquiry.served->generation().find_act(handle.act);
  std::string const work = act == nullptr ? std::string() : act->work.iri;
  bool const whole = handle.eid.empty();
  return {.original = (whole ? "/api/v1/acts/" : "/api/v1/provisions/") + to_string(handle),
          .iri = whole ? work : portion_iri(work, handle.eid),
          .languages = std::move(languages)};
}

// An act has fewer forms than a provision.
std::optional<Error> no_such_form(IriTarget const& target, Form form) {
  if (!target.handle.eid.empty() || (form != Form::kAnnotations && form != Form::kTimeMap)) {
    return std::nullopt;
  }
  return not_such(target.handle.act, "of an act there is no such form, only of its provisions");
}

// What the IRI says goes before what the parameters and headers say.
Asked ask_target(Inquiry const& asked, IriTarget const& target, TextChoice choice) {
  Inquiry inquiry = asked;
  inquiry.wish = target.form ? Wish{.form = *target.form} : asked.wish;
  if (auto const error = no_such_form(target, inquiry.wish.form)) {
    return problem_of(*error);
  }
  ActRecord const& act = *inquiry.served->generation().find_act(target.handle.act);
  std::string const iri = undated_iri(target, act.work);
  Named named{.original = iri, .iri = iri, .languages = choice.languages};
  if (!target.date) {
    if (Status const taken = take_datetime(inquiry, target.handle, choice); !taken) {
      return problem_of(taken.error());
    }
  }
  ParameterList list = to_list(choice);
  if (target.date) {
    std::erase_if(list, [](auto const& each) { return each.first == "as_of"; });
    choice.as_of = *target.date;
  }
  choice.kind = target.kind;
  if (!target.language.empty()) {
    choice.languages = {target.language};
  }
  Endpoint const endpoint = target.handle.eid.empty() ? Endpoint::kAct : Endpoint::kProvision;
  return ask_one(inquiry,
                 {.endpoint = endpoint,
                  .handle = target.handle,
                  .choice = std::move(choice),
                  .wish = {},
                  .named = std::move(named)},
                 list);
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
  ParameterList const list = to_list(*page, endpoint);
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
  if (Status const taken = take_datetime(inquiry, *handle, *choice); !taken) {
    return problem_of(taken.error());
  }
  ParameterList const list = to_list(*choice);
  Named named = named_by_handle(inquiry, *handle, choice->languages);
  return ask_one(inquiry,
                 {.endpoint = inquiry.match.endpoint,
                  .handle = std::move(handle).value(),
                  .choice = std::move(choice).value(),
                  .wish = {},
                  .named = std::move(named)},
                 list);
}

Asked ask_iri(Inquiry const& inquiry) {
  auto choice = read_choice(inquiry);
  if (!choice) {
    return problem_of(choice.error());
  }
  Generation const& generation = inquiry.served->generation();
  if (auto const own = own_path(inquiry.match, inquiry.request, generation)) {
    return moved_permanently(*own);
  }
  auto target = resolve_iri(inquiry.request.path, *inquiry.served);
  if (!target) {
    return problem_of(target.error());
  }
  if (auto const error = said_twice(*target, inquiry.reader)) {
    return problem_of(*error);
  }
  return ask_target(inquiry, *target, std::move(choice).value());
}

}  // namespace cyberlex::api
