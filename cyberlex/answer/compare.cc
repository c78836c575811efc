#include "cyberlex/answer/compare.h"

#include <algorithm>
#include <array>

#include "cyberlex/answer/compare_columns.h"
#include "cyberlex/answer/compare_rows.h"

namespace cyberlex {
namespace {

Status check_form(CompareRequest const& request) {
  int const ways = (request.items.empty() ? 0 : 1) + (request.article.empty() ? 0 : 1) +
                   (request.concept_id.empty() ? 0 : 1);
  if (ways != 1) {
    return Error{ErrorCode::kBadQuery,
                 "expected one of item (" + std::to_string(kFewestItems) + " to " +
                     std::to_string(kMostColumns) + " handles), article and concept",
                 "item"};
  }
  if (!request.items.empty() && !request.jurisdictions.empty()) {
    return Error{ErrorCode::kBadQuery, "goes with article or concept, not with item",
                 "jurisdiction"};
  }
  return Ok{};
}

}  // namespace

std::string_view name_of(Finding value) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "stated",     "in-conflict",  "unknown",        "elsewhere",
      "not-stated", "not-assessed", "not-applicable", "not-standing"};
  return kNames.at(static_cast<size_t>(value));
}

std::string_view name_of(Compared value) {
  static constexpr std::array<std::string_view, 3> kNames = {"values", "wording", "nothing"};
  return kNames.at(static_cast<size_t>(value));
}

Result<CompareAnswer> answer_compare(IndexReader const& reader, CompareRequest const& request) {
  if (Status const checked = check_form(request); !checked) {
    return checked.error();
  }
  CompareAnswer out;
  out.generation = reader.shared_generation();
  out.request = request;
  Status const added = !request.items.empty()     ? add_items(reader, out)
                       : !request.article.empty() ? add_article(reader, out)
                                                  : add_concept(reader, out);
  if (!added) {
    return added.error();
  }
  out.rows = compare_rows(*out.generation, out.columns);
  return out;
}

}  // namespace cyberlex
