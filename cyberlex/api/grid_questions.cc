#include "cyberlex/api/grid_questions.h"

#include <array>
#include <utility>

#include "cyberlex/api/problem.h"
#include "cyberlex/api/represent.h"
#include "cyberlex/render/skos.h"

namespace cyberlex::api {
namespace {

constexpr auto kLevels = std::to_array<std::string_view>({"article", "chapter"});

Result<MatrixRequest> read_matrix(Inquiry const& inquiry) {
  auto const convention = inquiry.reader.word("convention");
  if (!convention) {
    return convention.error();
  }
  if (convention->empty()) {
    return Error{.code = ErrorCode::kBadQuery,
                 .message = "missing; expected the handle of a treaty, such as unc",
                 .where = "convention"};
  }
  auto const states = inquiry.reader.words("jurisdiction");
  if (!states) {
    return states.error();
  }
  auto const level = inquiry.reader.one_of("level", kLevels);
  if (!level) {
    return level.error();
  }
  auto const day = inquiry.day();
  if (!day) {
    return day.error();
  }
  bool const chapters = *level == kLevels.back();
  return MatrixRequest{.convention = *convention,
                       .jurisdictions = *states,
                       .as_of = *day,
                       .level = chapters ? MatrixLevel::kChapter : MatrixLevel::kArticle};
}

Result<SafeguardsRequest> read_safeguards(Inquiry const& inquiry) {
  auto const states = inquiry.reader.words("jurisdiction");
  if (!states) {
    return states.error();
  }
  auto const powers = inquiry.reader.words("power");
  if (!powers) {
    return powers.error();
  }
  auto const day = inquiry.day();
  if (!day) {
    return day.error();
  }
  return SafeguardsRequest{.jurisdictions = *states, .powers = *powers, .as_of = *day};
}

Result<Answer> page_of(Result<CoverageAnswer> const& answer, Wish const& wish) {
  auto out = represent(answer, wish);
  if (out && wish.form == Form::kMarkdown) {
    out->body = to_markdown(*answer);
  }
  return out;
}

constexpr auto kFormats = std::to_array<std::string_view>({"json", "turtle", "jsonld"});
constexpr auto kFormatForms = std::to_array<Form>({Form::kJson, Form::kTurtle, Form::kJsonLd});

Result<Answer> concepts_as(Result<ThesaurusAnswer> const& answer, Wish const& wish) {
  auto out = represent(answer, wish);
  if (out && wish.form == Form::kTurtle) {
    out->body = to_turtle(*answer);
  } else if (out && wish.form == Form::kJsonLd) {
    out->body = to_json_ld(*answer);
  }
  return out;
}

}  // namespace

Asked ask_matrix(Inquiry const& inquiry) {
  auto request = read_matrix(inquiry);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList list = {{"as_of", request->as_of.to_string()}, {"convention", request->convention}};
  add_values(list, "jurisdiction", request->jurisdictions);
  list.emplace_back("level", name_of(request->level));
  return inquiry.about(
      list, [wanted = std::move(request).value(), wish = inquiry.wish](Searcher& searcher) {
        return represent(answer_matrix(searcher.reader(), wanted), wish);
      });
}

Asked ask_safeguards(Inquiry const& inquiry) {
  auto request = read_safeguards(inquiry);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList list = {{"as_of", request->as_of.to_string()}};
  add_values(list, "jurisdiction", request->jurisdictions);
  add_values(list, "power", request->powers);
  return inquiry.about(
      list, [wanted = std::move(request).value(), wish = inquiry.wish](Searcher& searcher) {
        return represent(answer_safeguards(searcher.reader(), wanted), wish);
      });
}

Asked ask_coverage(Inquiry const& inquiry) {
  auto const day = inquiry.day();
  auto const states = inquiry.reader.words("jurisdiction");
  if (!day || !states) {
    return problem_of(!day ? day.error() : states.error());
  }
  ParameterList list = {{"as_of", day->to_string()}};
  add_values(list, "jurisdiction", *states);
  return inquiry.about(list,
                       [as_of = *day, in_full = *states, wish = inquiry.wish](Searcher& searcher) {
                         return page_of(answer_coverage(searcher.reader(), as_of, in_full), wish);
                       });
}

Asked ask_thesaurus(Inquiry const& inquiry) {
  auto const schemes = inquiry.reader.words("scheme");
  auto const id = inquiry.reader.word("concept");
  auto const wish = inquiry.wish_by_format(kFormats, kFormatForms);
  if (!schemes || !id) {
    return problem_of(!schemes ? schemes.error() : id.error());
  }
  if (!wish) {
    return problem_of(wish.error());
  }
  ParameterList list;
  add_values(list, "scheme", *schemes);
  if (!id->empty()) {
    list.emplace_back("concept", *id);
  }
  Inquiry asked = inquiry;
  asked.wish = *wish;
  ThesaurusRequest request{.schemes = *schemes, .concept_id = *id};
  return asked.about(list, [wanted = std::move(request), form = asked.wish](Searcher& searcher) {
    return concepts_as(answer_thesaurus(searcher.reader().shared_generation(), wanted), form);
  });
}

}  // namespace cyberlex::api
