#include "cyberlex/api/export_questions.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "cyberlex/api/problem.h"
#include "cyberlex/render/export.h"

namespace cyberlex::api {
namespace {

constexpr std::chrono::seconds kLongestExport{60};
constexpr size_t kDigitsOfName = 8;

constexpr auto kOfPages =
    std::to_array<std::string_view>({"limit", "cursor", "facets", "facet_limit"});

Result<ExportFormat> read_format(ParameterReader const& reader) {
  std::vector<std::string_view> names;
  for (ExportFormatInfo const& info : export_formats()) {
    names.push_back(info.name);
  }
  auto const name = reader.one_of("format", names);
  if (!name) {
    return name.error();
  }
  auto const place = std::find(names.begin(), names.end(), *name) - names.begin();
  return export_formats()[static_cast<size_t>(place)].format;
}

// The parameters of the search, when there are no others.
Result<ParameterList> of_search(ParameterList list) {
  for (auto const& [name, value] : list) {
    if (std::find(kOfPages.begin(), kOfPages.end(), name) != kOfPages.end()) {
      return Error{.code = ErrorCode::kBadQuery,
                   .message = "not taken: an export has all hits, no pages and no facets",
                   .where = name};
    }
  }
  std::erase_if(list, [](auto const& each) { return each.first == "format"; });
  return list;
}

// "cyberlex-2026-01-01-0a1b2c3d.csv": day and corpus.
std::string file_name(SearchResponse const& head, ExportFormatInfo const& format) {
  return "cyberlex-" + head.request.as_of.to_string() + '-' +
         head.generation->manifest().digest.substr(0, kDigitsOfName) + '.' +
         std::string(format.extension);
}

Result<Answer> answer_export(Searcher& searcher, SearchRequest const& question,
                             ExportFormat format) {
  auto opened = Export::open(searcher, question, format,
                             {.deadline = std::chrono::steady_clock::now() + kLongestExport});
  if (!opened) {
    return opened.error();
  }
  auto const made = std::make_shared<Export>(std::move(opened).value());
  std::string first;
  if (auto const more = made->next(first); !more) {
    return more.error();
  }
  SearchResponse const& head = made->head();
  ExportFormatInfo const& info = info_of(format);
  Answer out{.content_type = std::string(info.media_type), .outcome = outcome_of(head)};
  if (head.total == 0) {
    out.outcome = Outcome::kNothing;
  }
  out.headers = {{"Content-Disposition", "attachment; filename=\"" + file_name(head, info) + '"'},
                 {"Cyberlex-Corpus", head.generation->manifest().digest},
                 {"Cyberlex-Total", std::to_string(head.total)}};
  out.source = [made, first = std::move(first)](std::string& chunk) mutable -> Result<bool> {
    if (!first.empty()) {
      chunk = std::exchange(first, {});
      return true;
    }
    return made->next(chunk);
  };
  return out;
}

}  // namespace

Asked ask_export(Inquiry const& inquiry) {
  auto const format = read_format(inquiry.reader);
  auto const parameters = of_search(inquiry.request.query);
  if (!format || !parameters) {
    return problem_of(!format ? format.error() : parameters.error());
  }
  auto question = parse_request(*parameters, inquiry.served->vocabulary(), inquiry.today);
  if (!question) {
    return problem_of(question.error());
  }
  ParameterList list = to_parameters(*question);
  list.emplace_back("format", info_of(*format).name);
  return inquiry.about(list,
                       [wanted = std::move(question).value(), kind = *format](Searcher& searcher) {
                         return answer_export(searcher, wanted, kind);
                       });
}

}  // namespace cyberlex::api
