#include <algorithm>
#include <array>

#include "cyberlex/answer/similar.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

// What chooses among provisions.
constexpr auto kChoosing =
    std::to_array<std::string_view>({"jurisdiction", "act", "as_of", "limit"});

Error bad(std::string_view parameter, std::string message) {
  return {ErrorCode::kBadQuery, std::move(message), std::string(parameter)};
}

// Takes a parameter of one value out of the list; empty when it is not there.
Result<std::string> take(std::string_view name, ParameterList& list) {
  std::string out;
  for (auto const& [parameter, value] : list) {
    if (parameter == name && !value.empty()) {
      if (!out.empty()) {
        return bad(name, "given twice; it takes one value");
      }
      out = value;
    }
  }
  std::erase_if(list, [name](auto const& each) { return each.first == name; });
  return out;
}

Status check_text(std::string const& text, std::string const& provision) {
  if (text.empty() == provision.empty()) {
    return bad("text", text.empty() ? "missing; expected a text, or `provision`"
                                    : "given beside `provision`; expected one of them");
  }
  if (text.size() > kMostSimilarBytes) {
    return bad("text", "longer than " + std::to_string(kMostSimilarBytes) + " bytes");
  }
  return Ok{};
}

Status check_language(std::string const& language, VocabularyView const& vocabulary) {
  std::vector<std::string> const& held = vocabulary.held(Param::kLang);
  if (language.empty() || std::find(held.begin(), held.end(), language) != held.end()) {
    return Ok{};
  }
  std::vector<std::string_view> const names(held.begin(), held.end());
  return bad("lang", "no text in " + in_quotes(language) + " is held; held: " + listed(names));
}

}  // namespace

Result<SimilarRequest> parse_similar(ParameterList const& list, VocabularyView const& vocabulary,
                                     Date today) {
  ParameterList rest = list;
  Result<std::string> text = take("text", rest);
  Result<std::string> provision = take("provision", rest);
  Result<std::string> language = take("lang", rest);
  for (Result<std::string> const* const each : {&text, &provision, &language}) {
    if (!*each) {
      return each->error();
    }
  }
  for (Status const& checked :
       {check_text(*text, *provision), check_language(*language, vocabulary)}) {
    if (!checked) {
      return checked.error();
    }
  }
  for (auto const& [name, value] : rest) {
    if (std::find(kChoosing.begin(), kChoosing.end(), name) == kChoosing.end()) {
      return bad(name,
                 "unknown parameter " + in_quotes(name) + Nearest(name).among(kChoosing).hint());
    }
  }
  SimilarRequest out;
  out.text = std::move(text).value();
  out.language = std::move(language).value();
  if (!provision->empty()) {
    Result<Handle> handle = parse_handle(*provision);
    if (!handle || handle->eid.empty()) {
      return bad("provision", handle ? in_quotes(*provision) + " names an act, not a provision"
                                     : handle.error().message);
    }
    out.provision = std::move(handle).value();
  }
  rest.emplace_back("facets", "none");
  Result<SearchRequest> search = parse_request(rest, vocabulary, today);
  if (!search) {
    return search.error();
  }
  out.search = std::move(search).value();
  return out;
}

ParameterList to_parameters(SimilarRequest const& request) {
  ParameterList out = to_parameters(request.search);
  std::erase_if(out, [](auto const& each) { return each.first == "facets"; });
  if (!request.language.empty()) {
    out.emplace_back("lang", request.language);
  }
  if (request.provision) {
    out.emplace_back("provision", to_string(*request.provision));
  } else {
    out.emplace_back("text", request.text);
  }
  return out;
}

}  // namespace cyberlex
