#include "cyberlex/api/page_address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "cyberlex/api/header_pieces.h"

namespace cyberlex::api {
namespace {

constexpr std::string_view kApi = "/api/v1";

// Pages whose path is that of the API without its root.
constexpr auto kSamePaths = std::to_array<std::string_view>(
    {"/acts", "/compare", "/conventions", "/coverage", "/crosstab", "/diff", "/dual-criminality",
     "/jurisdictions", "/matrix", "/safeguards", "/thesaurus"});

bool is_below(std::string_view path, std::string_view root) {
  return path == root || (path.starts_with(root) && path[root.size()] == '/');
}

double weight_of(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view value = next_piece(parameters, ';');
    if (same_word(next_piece(value, '='), "q")) {
      double weight = 0;
      std::from_chars(value.data(), value.data() + value.size(), weight);
      return weight;
    }
  }
  return 1;
}

}  // namespace

std::optional<PageAddress> page_address(std::string_view path) {
  constexpr std::string_view kMatrix = "/matrix/";
  while (path.size() > 1 && path.ends_with('/')) {
    path.remove_suffix(1);
  }
  if (path == "/") {
    return PageAddress{.path = std::string(kApi) + "/search", .parameters = {}};
  }
  if (path.starts_with(kMatrix)) {
    return PageAddress{.path = std::string(kApi) + "/matrix",
                       .parameters = {{"convention", std::string(path.substr(kMatrix.size()))}}};
  }
  bool const same = std::any_of(kSamePaths.begin(), kSamePaths.end(),
                                [path](std::string_view root) { return is_below(path, root); });
  if (!same) {
    return std::nullopt;
  }
  return PageAddress{.path = std::string(kApi) + std::string(path), .parameters = {}};
}

pages::UiLanguage language_of(std::string_view accept_language) {
  pages::UiLanguage best = pages::UiLanguage::kEnglish;
  double best_weight = 0;
  while (!accept_language.empty()) {
    std::string_view parameters = next_piece(accept_language, ',');
    std::string_view tag = next_piece(parameters, ';');
    std::string_view const primary = next_piece(tag, '-');
    double const weight = weight_of(parameters);
    for (pages::UiLanguage const language : pages::kUiLanguages) {
      if (weight > best_weight && same_word(primary, code_of(language))) {
        best = language;
        best_weight = weight;
      }
    }
  }
  return best;
}

ParameterList without_language(ParameterList list) {
  std::erase_if(list, [](auto const& each) { return each.first == kLanguageParameter; });
  return list;
}

Result<pages::Visit> visit_of(Request const& request, Date today) {
  pages::Visit out{.language = language_of(request.accept_language),
                   .chosen = false,
                   .path = request.path,
                   .parameters = without_language(request.query),
                   .today = today};
  for (auto const& [name, value] : request.query) {
    if (name != kLanguageParameter || value.empty()) {
      continue;
    }
    auto const language = pages::find_ui_language(value);
    if (!language) {
      return Error{.code = ErrorCode::kBadQuery,
                   .message = "unknown value " + value + "; expected en, es or fa",
                   .where = std::string(kLanguageParameter)};
    }
    out.language = *language;
    out.chosen = true;
  }
  return out;
}

}  // namespace cyberlex::api
