#include "searchd/grid_questions.h"

#include <array>
#include <utility>

#include "cyberlex/render/skos.h"
#include "cyberlex/text/nearest.h"
#include "searchd/as_json.h"
#include "searchd/problem.h"
#include "searchd/target.h"

namespace cyberlex::searchd {
namespace {

using Served = std::shared_ptr<ServedGeneration>;

void add(ParameterList& list, std::string const& name, std::vector<std::string> const& values) {
  for (std::string const& value : values) {
    list.emplace_back(name, value);
  }
}

std::string canonical_of(Endpoint endpoint, ParameterList const& list) {
  return make_url(info_of(endpoint).pattern, list);
}

Result<Date> day_or(ParameterReader const& reader, Date today) {
  auto const day = reader.day("as_of");
  if (!day) {
    return day.error();
  }
  return day->value_or(today);
}

// ---- matrix

Result<MatrixRequest> read_matrix(ParameterReader const& reader, Date today) {
  auto const convention = reader.word("convention");
  if (!convention) {
    return convention.error();
  }
  if (convention->empty()) {
    return Error{.code = ErrorCode::kBadQuery,
                 .message = "missing; expected the handle of a treaty, such as unc",
                 .where = "convention"};
  }
  auto const states = reader.words("jurisdiction");
  if (!states) {
    return states.error();
  }
  auto const day = day_or(reader, today);
  if (!day) {
    return day.error();
  }
  return MatrixRequest{.convention = *convention, .jurisdictions = *states, .as_of = *day};
}

Asked ask_matrix(ParameterReader const& reader, Served served, Date today) {
  auto request = read_matrix(reader, today);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList list = {{"as_of", request->as_of.to_string()}, {"convention", request->convention}};
  add(list, "jurisdiction", request->jurisdictions);
  return Question{.served = std::move(served),
                  .canonical = canonical_of(Endpoint::kMatrix, list),
                  .answer = [wanted = std::move(request).value()](Searcher& searcher) {
                    return as_json(answer_matrix(searcher.reader(), wanted));
                  }};
}

// ---- safeguards

Result<SafeguardsRequest> read_safeguards(ParameterReader const& reader, Date today) {
  auto const states = reader.words("jurisdiction");
  if (!states) {
    return states.error();
  }
  auto const powers = reader.words("power");
  if (!powers) {
    return powers.error();
  }
  auto const day = day_or(reader, today);
  if (!day) {
    return day.error();
  }
  return SafeguardsRequest{.jurisdictions = *states, .powers = *powers, .as_of = *day};
}

Asked ask_safeguards(ParameterReader const& reader, Served served, Date today) {
  auto request = read_safeguards(reader, today);
  if (!request) {
    return problem_of(request.error());
  }
  ParameterList list = {{"as_of", request->as_of.to_string()}};
  add(list, "jurisdiction", request->jurisdictions);
  add(list, "power", request->powers);
  return Question{.served = std::move(served),
                  .canonical = canonical_of(Endpoint::kSafeguards, list),
                  .answer = [wanted = std::move(request).value()](Searcher& searcher) {
                    return as_json(answer_safeguards(searcher.reader(), wanted));
                  }};
}

// ---- coverage

Asked ask_coverage(ParameterReader const& reader, Served served, Date today) {
  auto const day = day_or(reader, today);
  auto const states = reader.words("jurisdiction");
  if (!day || !states) {
    return problem_of(!day ? day.error() : states.error());
  }
  ParameterList list = {{"as_of", day->to_string()}};
  add(list, "jurisdiction", *states);
  return Question{.served = std::move(served),
                  .canonical = canonical_of(Endpoint::kCoverage, list),
                  .answer = [as_of = *day, in_full = *states](Searcher& searcher) {
                    return as_json(answer_coverage(searcher.reader(), as_of, in_full));
                  }};
}

// ---- thesaurus

constexpr auto kFormats = std::to_array<std::string_view>({"json", "turtle", "jsonld"});

Result<Answer> answer_concepts(Searcher& searcher, ThesaurusRequest const& request,
                               std::string const& format) {
  auto const answer = answer_thesaurus(searcher.reader().shared_generation(), request);
  if (!answer || format == "json") {
    return as_json(answer);
  }
  if (format == "turtle") {
    return Answer{
        .body = to_turtle(*answer), .content_type = "text/turtle; charset=utf-8", .next_url = {}};
  }
  return Answer{.body = to_json_ld(*answer), .content_type = "application/ld+json", .next_url = {}};
}

Asked ask_thesaurus(ParameterReader const& reader, Served served) {
  auto const schemes = reader.words("scheme");
  auto const id = reader.word("concept");
  auto format = reader.one_of("format", kFormats);
  if (!schemes || !id) {
    return problem_of(!schemes ? schemes.error() : id.error());
  }
  if (!format) {
    return problem_of(format.error());
  }
  ParameterList list = {{"format", *format}};
  add(list, "scheme", *schemes);
  if (!id->empty()) {
    list.emplace_back("concept", *id);
  }
  return Question{.served = std::move(served),
                  .canonical = canonical_of(Endpoint::kThesaurus, list),
                  .answer = [request = ThesaurusRequest{.schemes = *schemes, .concept_id = *id},
                             form = *format](Searcher& searcher) {
                    return answer_concepts(searcher, request, form);
                  }};
}

}  // namespace

bool is_grid(Endpoint endpoint) {
  return endpoint == Endpoint::kMatrix || endpoint == Endpoint::kSafeguards ||
         endpoint == Endpoint::kCoverage || endpoint == Endpoint::kThesaurus;
}

Asked ask_grid(Endpoint endpoint, ParameterReader const& reader, Served served, Date today) {
  switch (endpoint) {
    case Endpoint::kMatrix:
      return ask_matrix(reader, std::move(served), today);
    case Endpoint::kSafeguards:
      return ask_safeguards(reader, std::move(served), today);
    case Endpoint::kCoverage:
      return ask_coverage(reader, std::move(served), today);
    default:
      return ask_thesaurus(reader, std::move(served));
  }
}

}  // namespace cyberlex::searchd
