#include "cyberlex/api/dual_questions.h"

#include <utility>

#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"

namespace cyberlex::api {
namespace {

Result<std::string> read_state(Inquiry const& inquiry, std::string const& name) {
  auto state = inquiry.reader.word(name);
  if (state && state->empty()) {
    return Error{.code = ErrorCode::kBadQuery,
                 .message = "missing; expected a state as a code of ISO 3166-1 alpha-2",
                 .where = name};
  }
  return state;
}

Result<std::string> read_handle(Inquiry const& inquiry, std::string const& name) {
  std::vector<std::string> const given = inquiry.reader.texts(name);
  if (given.size() > 1) {
    return Error{
        .code = ErrorCode::kBadQuery, .message = "given twice; it takes one value", .where = name};
  }
  return given.empty() ? std::string() : given.front();
}

Status read_days(Inquiry const& inquiry, DualRequest& out) {
  auto const day = inquiry.day();
  auto const requesting = inquiry.reader.day("requesting_on");
  auto const requested = inquiry.reader.day("requested_on");
  if (!day) {
    return day.error();
  }
  if (!requesting || !requested) {
    return requesting ? requested.error() : requesting.error();
  }
  out.as_of = *day;
  out.requesting_on = requesting->value_or(*day);
  out.requested_on = requested->value_or(*day);
  return Ok{};
}

Result<DualRequest> read_dual(Inquiry const& inquiry) {
  DualRequest out;
  auto const keep = [](Result<std::string> value, std::string& place) -> Status {
    if (!value) {
      return value.error();
    }
    place = std::move(value).value();
    return Ok{};
  };
  for (Status const& read :
       {keep(read_state(inquiry, "requesting"), out.requesting),
        keep(read_state(inquiry, "requested"), out.requested),
        keep(inquiry.reader.word("offence"), out.offence),
        keep(read_handle(inquiry, "provision"), out.provision),
        keep(read_handle(inquiry, "article"), out.article), read_days(inquiry, out)}) {
    if (!read) {
      return read.error();
    }
  }
  return out;
}

ParameterList parameters_of(DualRequest const& request) {
  ParameterList out = {{"as_of", request.as_of.to_string()},
                       {"requesting", request.requesting},
                       {"requesting_on", request.requesting_on->to_string()},
                       {"requested", request.requested},
                       {"requested_on", request.requested_on->to_string()}};
  for (auto const& [name, value] :
       {std::pair("article", request.article), std::pair("offence", request.offence),
        std::pair("provision", request.provision)}) {
    if (!value.empty()) {
      out.emplace_back(name, value);
    }
  }
  return out;
}

// A page asked with a state and nothing else: the form, with that state chosen.
bool names_one_state(Inquiry const& inquiry) {
  ParameterList const& given = inquiry.request.query;
  return inquiry.wish.form == Form::kHtml && given.size() == 1 &&
         (given.front().first == "requesting" || given.front().first == "requested");
}

}  // namespace

Asked ask_dual_criminality(Inquiry const& inquiry) {
  if (inquiry.wants_form() || names_one_state(inquiry)) {
    return inquiry.about(
        inquiry.request.query, [wish = inquiry.wish](Searcher& searcher) -> Result<Answer> {
          return Answer{.body = pages::dual_start_page({*wish.pages, wish.visit},
                                                       searcher.reader().generation()),
                        .content_type = content_type_of(wish.form)};
        });
  }
  auto request = read_dual(inquiry);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList const list = parameters_of(*request);
  return inquiry.about(
      list, [wanted = std::move(request).value(), wish = inquiry.wish](Searcher& searcher) {
        return represent(answer_dual_criminality(searcher.reader(), wanted), wish);
      });
}

}  // namespace cyberlex::api
