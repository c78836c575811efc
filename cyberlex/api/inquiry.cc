#include "cyberlex/api/inquiry.h"

#include "cyberlex/api/target.h"

namespace cyberlex::api {
namespace {

constexpr std::chrono::seconds kLongestSearch{5};

}  // namespace

Result<Date> Inquiry::day() const {
  auto const day = reader.day("as_of");
  if (!day) {
    return day.error();
  }
  return day->value_or(today);
}

Question Inquiry::about(std::string_view path, ParameterList const& parameters,
                        std::function<Result<Answer>(Searcher&)> answer) const {
  return Question{.served = served,
                  .canonical = make_url(path, parameters) + mark_of(wish),
                  .answer = std::move(answer)};
}

Question Inquiry::about(ParameterList const& parameters,
                        std::function<Result<Answer>(Searcher&)> answer) const {
  return about(info_of(match.endpoint).pattern, parameters, std::move(answer));
}

void add_values(ParameterList& list, std::string const& name,
                std::vector<std::string> const& values) {
  for (std::string const& value : values) {
    list.emplace_back(name, value);
  }
}

SearchLimits search_limits() {
  return {.deadline = std::chrono::steady_clock::now() + kLongestSearch};
}

}  // namespace cyberlex::api
