#include "cyberlex/api/inquiry.h"

#include <algorithm>

#include "cyberlex/api/target.h"
#include "cyberlex/render/export_origin.h"

namespace cyberlex::api {
namespace {

constexpr std::chrono::seconds kLongestSearch{5};
// What one core walks in about four seconds.
constexpr uint64_t kMostPostings = 200'000'000;

// An answer in JSON says which question it answers, so that it can be asked again.
Result<Answer> saying_request(Result<Answer> answer, std::string const& request) {
  if (answer && !answer->refusal && answer->content_type == media_type_of(Form::kJson)) {
    answer->body = with_request(answer->body, request);
  }
  return answer;
}

// A path is answered with a slash behind it too.
std::string_view without_slash(std::string_view path) {
  return path.size() > 1 && path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

}  // namespace

Result<Date> Inquiry::day() const {
  auto const day = reader.day("as_of");
  if (!day) {
    return day.error();
  }
  return day->value_or(today);
}

Result<Wish> Inquiry::wish_by_format(std::span<std::string_view const> names,
                                     std::span<Form const> forms) const {
  if (!reader.has("format")) {
    return wish;
  }
  auto const format = reader.one_of("format", names);
  if (!format) {
    return format.error();
  }
  auto const place = std::find(names.begin(), names.end(), *format) - names.begin();
  return Wish{.form = forms[static_cast<size_t>(place)]};
}

Question Inquiry::about(std::string_view path, ParameterList const& parameters,
                        std::function<Result<Answer>(Searcher&)> answer) const {
  std::string address = make_url(without_slash(path), parameters);
  std::string canonical = address + mark_of(wish);
  return Question{
      .served = served,
      .canonical = std::move(canonical),
      .answer = [answer = std::move(answer), address = std::move(address)](Searcher& searcher) {
        return saying_request(answer(searcher), address);
      }};
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
  return {.deadline = std::chrono::steady_clock::now() + kLongestSearch, .postings = kMostPostings};
}

}  // namespace cyberlex::api
