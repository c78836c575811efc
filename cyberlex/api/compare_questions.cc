#include "cyberlex/api/compare_questions.h"

#include <utility>

#include "cyberlex/api/outcome.h"
#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"

namespace cyberlex::api {
namespace {

// Repeated or separated by commas, which no handle has.
std::vector<std::string> handles(Inquiry const& inquiry, std::string_view name) {
  std::vector<std::string> out;
  for (std::string const& given : inquiry.reader.texts(name)) {
    for (size_t from = 0; from <= given.size();) {
      size_t const end = std::min(given.find(',', from), given.size());
      if (end > from) {
        out.push_back(given.substr(from, end - from));
      }
      from = end + 1;
    }
  }
  return out;
}

Result<CompareRequest> read_compare(Inquiry const& inquiry) {
  auto const articles = handles(inquiry, "article");
  if (articles.size() > 1) {
    return Error{
        .code = ErrorCode::kBadQuery, .message = "expected one article", .where = "article"};
  }
  auto const id = inquiry.reader.word("concept");
  if (!id) {
    return id.error();
  }
  auto const states = inquiry.reader.words("jurisdiction");
  if (!states) {
    return states.error();
  }
  auto const day = inquiry.day();
  if (!day) {
    return day.error();
  }
  return CompareRequest{.items = handles(inquiry, "item"),
                        .article = articles.empty() ? "" : articles.front(),
                        .concept_id = *id,
                        .jurisdictions = *states,
                        .as_of = *day};
}

// Items that are held, none of which stood that day.
Answer none_stood(Error const& error) {
  Response refusal = problem(404, "not-that-day", "None of them stood on that day", error.message);
  refusal.headers.emplace_back("Cyberlex-Outcome", name_of(Outcome::kNotInForce));
  return Answer{.refusal = std::move(refusal)};
}

Result<Answer> compare_as(Result<CompareAnswer> const& answer, Wish const& wish) {
  if (!answer && answer.error().code == ErrorCode::kNotFound) {
    return none_stood(answer.error());
  }
  return represent(answer, wish);
}

}  // namespace

Asked ask_compare(Inquiry const& inquiry) {
  if (inquiry.wants_form()) {
    return inquiry.about({}, [wish = inquiry.wish](Searcher& /*searcher*/) -> Result<Answer> {
      return Answer{.body = pages::compare_start_page({*wish.pages, wish.visit}),
                    .content_type = content_type_of(wish.form)};
    });
  }
  auto request = read_compare(inquiry);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList list = {{"as_of", request->as_of.to_string()}};
  if (!request->article.empty()) {
    list.emplace_back("article", request->article);
  }
  if (!request->concept_id.empty()) {
    list.emplace_back("concept", request->concept_id);
  }
  add_values(list, "item", request->items);
  add_values(list, "jurisdiction", request->jurisdictions);
  return inquiry.about(
      list, [wanted = std::move(request).value(), wish = inquiry.wish](Searcher& searcher) {
        return compare_as(answer_compare(searcher.reader(), wanted), wish);
      });
}

Asked ask_jurisdictions(Inquiry const& inquiry) {
  auto const day = inquiry.day();
  if (!day) {
    return problem_of(day.error());
  }
  return inquiry.about(
      {{"as_of", day->to_string()}}, [as_of = *day, wish = inquiry.wish](Searcher& searcher) {
        return represent(Result<JurisdictionsAnswer>(
                             answer_jurisdictions(searcher.reader().shared_generation(), as_of)),
                         wish);
      });
}

Asked ask_jurisdiction(Inquiry const& inquiry) {
  auto const day = inquiry.day();
  if (!day) {
    return problem_of(day.error());
  }
  std::string const code = inquiry.match.parts.front();
  Generation const& generation = inquiry.served->generation();
  if (!names_jurisdiction(generation, code) || code == "int") {
    return problem_of(
        Error{.code = ErrorCode::kNotFound,
              .message = "expected a state as a code of ISO 3166-1 alpha-2, such as ng",
              .where = code});
  }
  return inquiry.about(inquiry.request.path, {{"as_of", day->to_string()}},
                       [code, as_of = *day, wish = inquiry.wish](Searcher& searcher) {
                         return represent(answer_jurisdiction(searcher.reader(), code, as_of),
                                          wish);
                       });
}

}  // namespace cyberlex::api
