#include "cyberlex/pages/links.h"

#include <utility>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex::pages {
namespace {

constexpr std::string_view kLanguageParameter = "ui";

std::string address(std::string_view path, ParameterList const& list) {
  std::string url = percent_encoded(path, "/:@!~,");
  char separator = '?';
  for (auto const& [name, value] : list) {
    url += separator + percent_encoded(name) + '=' + percent_encoded(value, "/:,@");
    separator = '&';
  }
  return url;
}

// What the page of a search asks anyway is left out of its address.
ParameterList short_parameters(SearchRequest const& request, Date today) {
  ParameterList list = to_parameters(request);
  std::erase_if(list, [&](auto const& each) {
    return each.first == "facets" || each.first == "facet_limit" ||
           (each.first == "as_of" && request.as_of == today);
  });
  return list;
}

}  // namespace

ParameterList Links::with_day(ParameterList list, Date as_of) const {
  if (as_of != visit_.today) {
    list.emplace_back("as_of", as_of.to_string());
  }
  return list;
}

std::string Links::page(std::string_view path, ParameterList parameters) const {
  if (visit_.chosen) {
    parameters.emplace_back(kLanguageParameter, code_of(visit_.language));
  }
  return address(path, parameters);
}

std::string Links::search(SearchRequest const& request) const {
  return page("/", short_parameters(request, visit_.today));
}

std::string Links::search_data(std::string_view path, SearchRequest const& request,
                               ParameterList const& further) const {
  SearchRequest whole = request;
  whole.cursor.reset();
  ParameterList list = to_parameters(whole);
  std::erase_if(list, [](auto const& each) {
    return each.first == "facets" || each.first == "facet_limit" || each.first == "limit";
  });
  list.insert(list.end(), further.begin(), further.end());
  return address(path, list);
}

std::string Links::value(Param param, std::string_view value) const {
  return page("/", {{std::string(info_of(param).name), std::string(value)}});
}

std::string Links::provision(Work const& work, EId const& eid, Date as_of) const {
  return page(work.iri + "/!main~" + eid.text(), with_day({}, as_of));
}

std::string Links::act(Work const& work, Date as_of) const {
  return page(work.iri, with_day({}, as_of));
}

std::string Links::acts(ParameterList parameters, Date as_of) const {
  return page("/acts", with_day(std::move(parameters), as_of));
}

std::string Links::treaties(ParameterList parameters, Date as_of) const {
  return page("/conventions", with_day(std::move(parameters), as_of));
}

std::string Links::article(std::string_view handle, Date as_of) const {
  return page("/conventions/" + std::string(handle), with_day({}, as_of));
}

std::string Links::matrix(std::string_view treaty, ParameterList further, Date as_of) const {
  return page("/matrix/" + std::string(treaty), with_day(std::move(further), as_of));
}

std::string Links::safeguards(ParameterList parameters, Date as_of) const {
  return page("/safeguards", with_day(std::move(parameters), as_of));
}

std::string Links::compare(ParameterList parameters, Date as_of) const {
  return page("/compare", with_day(std::move(parameters), as_of));
}

std::string Links::diff(std::string_view provision, ParameterList further) const {
  further.insert(further.begin(), {"provision", std::string(provision)});
  return page("/diff", std::move(further));
}

std::string Links::dual(ParameterList parameters, Date as_of) const {
  return page("/dual-criminality", with_day(std::move(parameters), as_of));
}

std::string Links::state(std::string_view code, Date as_of) const {
  return page("/jurisdictions/" + std::string(code), with_day({}, as_of));
}

std::string Links::states(Date as_of) const {
  return page("/jurisdictions", with_day({}, as_of));
}

std::string Links::coverage(ParameterList parameters, Date as_of) const {
  return page("/coverage", with_day(std::move(parameters), as_of));
}

std::string Links::crosstab(ParameterList parameters) const {
  return page("/crosstab", std::move(parameters));
}

std::string Links::concept_entry(std::string_view scheme, std::string_view id) const {
  return thesaurus({{"scheme", std::string(scheme)}, {"concept", std::string(id)}});
}

std::string Links::thesaurus(ParameterList parameters) const {
  return page("/thesaurus", std::move(parameters));
}

std::string Links::finding(ParameterList parameters, Date as_of) const {
  return page("/", with_day(std::move(parameters), as_of));
}

std::string Links::named(Generation const& generation, std::string_view handle, Date as_of) const {
  Result<Handle> const read = parse_handle(handle);
  ActRecord const* const held = read ? generation.find_act(read->act) : nullptr;
  if (held == nullptr) {
    return {};
  }
  if (read->eid.empty()) {
    return act(held->work, as_of);
  }
  bool const treaty = held->work.jurisdiction == "int";
  return treaty ? article(handle, as_of) : provision(held->work, read->eid.unit(), as_of);
}

std::string Links::answering(std::string_view article, std::string_view state, Date as_of) const {
  return page("/", with_day({{"article", std::string(article)},
                             {"jurisdiction", std::string(state)},
                             {"status", "in-force"}},
                            as_of));
}

std::string Links::data(std::string_view path, ParameterList const& parameters) const {
  return address(path, parameters);
}

std::string Links::in_language(UiLanguage language) const {
  ParameterList list = visit_.parameters;
  list.emplace_back(kLanguageParameter, code_of(language));
  return address(visit_.path, list);
}

}  // namespace cyberlex::pages
