#include "cyberlex/api/diff_questions.h"

#include <utility>

#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"

namespace cyberlex::api {
namespace {

Error missing(std::string name, std::string expected) {
  return {.code = ErrorCode::kBadQuery,
          .message = "missing; expected " + std::move(expected),
          .where = std::move(name)};
}

Result<Handle> read_provision(Inquiry const& inquiry) {
  std::vector<std::string> const given = inquiry.reader.texts("provision");
  if (given.size() != 1) {
    return given.empty() ? missing("provision", "the handle of a provision")
                         : Error{.code = ErrorCode::kBadQuery,
                                 .message = "given twice; it takes one value",
                                 .where = "provision"};
  }
  auto handle = parse_handle(given.front());
  if (!handle) {
    return Error{
        .code = ErrorCode::kBadQuery, .message = handle.error().message, .where = "provision"};
  }
  if (handle->eid.empty()) {
    return Error{.code = ErrorCode::kBadQuery,
                 .message = "names an act; expected a provision of it",
                 .where = "provision"};
  }
  return handle;
}

Asked ask_timeline(Inquiry const& inquiry, Handle const& provision,
                   std::vector<std::string> const& languages) {
  ParameterList list = {{"provision", to_string(provision)}};
  add_values(list, "lang", languages);
  return inquiry.about(list, [provision, languages, wish = inquiry.wish](Searcher& searcher) {
    return represent(answer_timeline(searcher.reader(), provision, languages), wish);
  });
}

Asked ask_two_days(Inquiry const& inquiry, DiffRequest request) {
  ParameterList list = {{"from", request.from.to_string()},
                        {"provision", to_string(request.provision)},
                        {"to", request.to.to_string()}};
  add_values(list, "lang", request.languages);
  return inquiry.about(list,
                       [wanted = std::move(request), wish = inquiry.wish](Searcher& searcher) {
                         return represent(answer_diff(searcher.reader(), wanted), wish);
                       });
}

}  // namespace

Asked ask_diff(Inquiry const& inquiry) {
  auto const provision = read_provision(inquiry);
  auto const languages = inquiry.reader.words("lang");
  if (!provision || !languages) {
    return problem_of(!provision ? provision.error() : languages.error());
  }
  auto const from = inquiry.reader.day("from");
  auto const to = inquiry.reader.day("to");
  if (!from || !to) {
    return problem_of(!from ? from.error() : to.error());
  }
  if (!from->has_value()) {
    return to->has_value() ? Asked(problem_of(missing("from", "the earlier day, as `to` is given")))
                           : ask_timeline(inquiry, *provision, *languages);
  }
  return ask_two_days(inquiry, {.provision = *provision,
                                .from = **from,
                                .to = to->value_or(inquiry.today),
                                .languages = *languages});
}

}  // namespace cyberlex::api
