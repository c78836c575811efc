// The exact twin of the ranking: BM25F in double precision over the same postings, with every
// length counted anew from the texts. docs/ranking.md has the formula.

#include <algorithm>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "cyberlex/index/schema.h"
#include "cyberlex/search/ranking.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"
#include "tools/benchmark/commands.h"
#include "tools/benchmark/question.h"

namespace cyberlex::benchmark {
namespace {

constexpr size_t kBest = 10;
// Equal scores may come in another order of sums.
constexpr double kSame = 1e-9;

using Scores = std::unordered_map<DocNum, double>;

class Exact {
 public:
  Exact(IndexReader const& reader, std::vector<DocNum> live)
      : reader_(reader), live_(std::move(live)), lengths_(documents(), 0), is_live_(documents()) {
    for (DocNum const doc : live_) {
      is_live_[doc] = true;
      lengths_[doc] = length_of(must(reader_.record(doc)), must(reader_.texts(doc)));
    }
  }

  Scores scores(Question const& question, Words words) {
    Scores out = word_scores(question.words.front(), words);
    for (size_t i = 1; i < question.words.size(); ++i) {
      Scores const more = word_scores(question.words[i], words);
      std::erase_if(out, [&more](auto const& each) { return !more.contains(each.first); });
      for (auto& [doc, score] : out) {
        score += more.at(doc);
      }
    }
    return out;
  }

 private:
  size_t documents() const { return reader_.generation().columns().documents(); }

  // Words of the longest language, those of a heading counted as often as it weighs.
  double length_of(ProvisionRecord const& record, std::vector<StateText> const& texts) {
    std::map<std::string, double> by_language;
    for (size_t i = 0; i < texts.size(); ++i) {
      double& sum = by_language[texts[i].language];
      sum += schema::kHeadingWeight * count(texts[i].language, record.texts[i].heading);
      for (TextBlock const& block : texts[i].blocks) {
        sum += count(texts[i].language, block.text);
      }
    }
    double longest = 0;
    for (auto const& [language, sum] : by_language) {
      longest = std::max(longest, sum);
    }
    return longest;
  }

  double count(std::string const& language, std::string const& text) {
    Analysis found;
    analysers_.try_emplace(language, language).first->second.analyse(text, found);
    return static_cast<double>(std::ranges::count(found.tokens, false, &Token::joined));
  }

  void add(Scores& frequencies, std::string const& term, double weight) const {
    for (PostingCursor each = reader_.postings(term); each.doc() != kNoMoreDocs; each.next()) {
      frequencies[each.doc()] += weight * each.frequency();
    }
  }

  // Of several languages the best counts.
  Scores word_scores(std::string const& word, Words words) const {
    Scores out;
    for (Generation::LanguageStats const& language : reader_.generation().languages()) {
      Scores frequencies;
      bool const stemmed = words == Words::kStemmed;
      if (stemmed) {
        Stemmer stemmer(language.language);
        add(frequencies, schema::term(schema::kStem, language.language, stemmer.stem(word)), 1);
      }
      add(frequencies, schema::term(schema::kWord, language.language, word),
          stemmed ? ranking::kExactBonus : 1);
      double const rarity = ranking::idf(language.documents, frequencies.size());
      for (auto const& [doc, frequency] : frequencies) {
        if (is_live_[doc]) {
          double& best = out[doc];
          best = std::max(best,
                          ranking::score(rarity, frequency, lengths_[doc], language.mean_length));
        }
      }
    }
    return out;
  }

  IndexReader const& reader_;
  std::vector<DocNum> live_;
  std::vector<double> lengths_;
  std::vector<bool> is_live_;
  std::map<std::string, Analyser> analysers_;
};

double tenth_best(Scores const& scores) {
  std::vector<double> all;
  for (auto const& [doc, score] : scores) {
    all.push_back(score);
  }
  std::ranges::sort(all, std::greater<>());
  return all[std::min(kBest, all.size()) - 1];
}

// The share of the page that belongs there. A page that is too short lacks what it leaves out.
double share_of(std::vector<Hit> const& hits, Scores const& scores) {
  size_t const wanted = std::min(kBest, scores.size());
  if (wanted == 0) {
    return hits.empty() ? 1 : 0;
  }
  double const least = tenth_best(scores) - kSame;
  auto const belongs = std::ranges::count_if(hits, [&](Hit const& hit) {
    auto const found = scores.find(hit.doc);
    return found != scores.end() && found->second >= least;
  });
  return static_cast<double>(belongs) / static_cast<double>(wanted);
}

}  // namespace

void compare_ranking(EngineOptions const& options) {
  Searcher searcher = open_searcher(options.index);
  std::shared_ptr<SearchShared> const shared = searcher.shared();
  Exact exact(searcher.reader(), shared->day(Date::today_utc())->live.to_vector());
  std::map<int, std::pair<double, size_t>> sums;
  for (Question const& question : read_questions(options.questions)) {
    if (question.workload > 2) {
      continue;
    }
    SearchRequest request = to_request(question, options.words, shared->vocabulary());
    request.expand = false;  // labels of concepts are another matter
    SearchResponse const response = must(searcher.search(request));
    auto& [sum, asked] = sums[question.workload];
    sum += share_of(response.hits, exact.scores(question, options.words));
    ++asked;
  }
  for (auto const& [workload, each] : sums) {
    std::printf("%d\t%.4f\t%zu\n", workload, each.first / static_cast<double>(each.second),
                each.second);
  }
}

}  // namespace cyberlex::benchmark
