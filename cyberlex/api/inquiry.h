// A request to one endpoint, as the functions get it that make a question of it.
#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/api/parameter_reader.h"
#include "cyberlex/api/questions.h"
#include "cyberlex/search/budget.h"

namespace cyberlex::api {

// Lifetime: one call of ask().
struct Inquiry {
  PathMatch const& match;
  Request const& request;
  ParameterReader const& reader;
  Snapshots const& snapshots;
  std::shared_ptr<ServedGeneration> served;
  Date today;
  Wish wish;

  // A page without a question: a form to ask it with.
  bool wants_form() const { return wish.form == Form::kHtml && request.query.empty(); }
  // The day asked for, or today.
  Result<Date> day() const;
  // The form that `format` names, where it is given, before what Accept says: forms[i] for
  // names[i].
  Result<Wish> wish_by_format(std::span<std::string_view const> names,
                              std::span<Form const> forms) const;
  // The question about `path` with these parameters, defaults written out, in the form wished for.
  // Its answer in JSON has this address as its first member. REQUIRES: the address asks the same.
  Question about(std::string_view path, ParameterList const& parameters,
                 std::function<Result<Answer>(Searcher&)> answer) const;
  // The same with the endpoint's own path.
  Question about(ParameterList const& parameters,
                 std::function<Result<Answer>(Searcher&)> answer) const;
};

// Appends every value under one name.
void add_values(ParameterList& list, std::string const& name,
                std::vector<std::string> const& values);

// How long one search may take: thousands of times what the slowest known query takes, against a
// query nobody has thought of.
SearchLimits search_limits();

}  // namespace cyberlex::api
