// Addresses of pages and of what stands beside them.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/index/document.h"
#include "cyberlex/pages/pages.h"

namespace cyberlex::pages {

// Lifetime: not longer than the visit.
class Links {
 public:
  explicit Links(Visit const& visit) : visit_(visit) {}

  // The search page of a request: its parameters, without the day where that is today.
  std::string search(SearchRequest const& request) const;
  // The same as the API and the feed give it.
  std::string search_data(std::string_view path, SearchRequest const& request,
                          ParameterList const& further = {}) const;
  // Of one value: "/?offence=illegal-access".
  std::string value(Param param, std::string_view value) const;

  // "/akn/…/!main~sec_24", on a day that is not today.
  std::string provision(Work const& work, EId const& eid, Date as_of) const;
  std::string act(Work const& work, Date as_of) const;
  // Lists of what is held.
  std::string acts(ParameterList parameters, Date as_of) const;
  std::string treaties(ParameterList parameters, Date as_of) const;
  // "unc/7": "/conventions/unc/7".
  std::string article(std::string_view handle, Date as_of) const;
  // Of the pages that set laws side by side, with what they are asked.
  std::string matrix(std::string_view treaty, ParameterList further, Date as_of) const;
  std::string safeguards(ParameterList parameters, Date as_of) const;
  std::string compare(ParameterList parameters, Date as_of) const;
  // All states of a provision or, with from and to, two of its days.
  std::string diff(std::string_view provision, ParameterList further) const;
  std::string dual(ParameterList parameters, Date as_of) const;
  // Of a state, and of all: "/jurisdictions/ng".
  std::string state(std::string_view code, Date as_of) const;
  std::string states(Date as_of) const;
  std::string coverage(ParameterList parameters, Date as_of) const;
  std::string crosstab(ParameterList parameters) const;
  // Of a concept, and of concepts.
  std::string concept_entry(std::string_view scheme, std::string_view id) const;
  std::string thesaurus(ParameterList parameters) const;
  // The search page with these parameters.
  std::string finding(ParameterList parameters, Date as_of) const;
  // The page of what a handle names; empty when its act is not held.
  std::string named(Generation const& generation, std::string_view handle, Date as_of) const;
  // Provisions in force that answer to an article in a state.
  std::string answering(std::string_view article, std::string_view state, Date as_of) const;
  // The same question as data: "/api/v1/matrix?convention=unc".
  std::string data(std::string_view path, ParameterList const& parameters) const;
  // A page of this host: the path encoded, the language carried on.
  std::string page(std::string_view path, ParameterList parameters = {}) const;
  // This page in another language.
  std::string in_language(UiLanguage language) const;

 private:
  ParameterList with_day(ParameterList list, Date as_of) const;

  Visit const& visit_;
};

}  // namespace cyberlex::pages
