#include <cstdio>
#include <stdexcept>

#include "cyberlex/answer/answers.h"
#include "cyberlex/render/json.h"
#include "tools/benchmark/commands.h"
#include "tools/benchmark/peer.h"

namespace cyberlex::benchmark {
namespace {

template <typename T>
double render(T const& answer) {
  double const began = now_us();
  if (to_json(answer).empty()) {
    throw std::runtime_error("an answer without bytes");
  }
  return now_us() - began;
}

// AND is written, because words side by side are asked for one by one when nothing has them all.
std::string text_of(Question const& question, Words words) {
  std::string out;
  for (std::string const& word : question.words) {
    out += out.empty() ? "" : question.is_phrase() ? " " : " AND ";
    out += words == Words::kExact && !question.is_phrase() ? "=" + word : word;
  }
  return question.is_phrase() ? '"' + out + '"' : out;
}

Asked show_provision(Searcher const& searcher, std::string const& id) {
  Handle const handle = must(parse_handle(id));
  ProvisionAnswer const answer =
      must(answer_provision(searcher.reader(), handle, Date::today_utc(), {}));
  return {1, render(answer)};
}

}  // namespace

Searcher open_searcher(std::string const& index) {
  return must(Searcher::open(must(Generation::open(must(current_generation(index))))));
}

ParameterList to_parameters(Question const& question, Words words) {
  ParameterList out;
  if (!question.words.empty()) {
    out.emplace_back("q", text_of(question, words));
  }
  for (std::string const& value : question.values) {
    out.emplace_back(question.facet, value);
  }
  out.emplace_back("facets", question.has_facets() ? "jurisdiction,year,rank,status" : "none");
  return out;
}

SearchRequest to_request(Question const& question, Words words, VocabularyView const& vocabulary) {
  return must(parse_request(to_parameters(question, words), vocabulary, Date::today_utc()));
}

namespace {

// One for which every provision is shown, and every place of a word looked up, for the first time.
Searcher open_forgetful(std::string const& index) {
  auto generation = must(Generation::open(must(current_generation(index))));
  auto shared = SearchShared::make(generation, SearchShared::kPostingBytes, 0, 0);
  return must(Searcher::open(std::move(generation), std::move(shared)));
}

}  // namespace

void time_engine(EngineOptions const& options) {
  Searcher searcher =
      options.forgets ? open_forgetful(options.index) : open_searcher(options.index);
  std::shared_ptr<SearchShared> const shared = searcher.shared();
  time_questions(options.questions, options.passes, [&](Question const& question) {
    if (question.workload == 8) {
      return show_provision(searcher, question.id);
    }
    SearchResponse const response =
        must(searcher.search(to_request(question, options.words, shared->vocabulary())));
    return Asked{response.total, render(response)};
  });
}

void time_opening(std::string const& index) {
  double const began = now_us();
  Searcher const searcher = open_searcher(index);
  double const taken = now_us() - began;
  std::printf("%.3f s, %zu documents\n", taken / 1e6,
              searcher.reader().generation().columns().documents());
}

}  // namespace cyberlex::benchmark
