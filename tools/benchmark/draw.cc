#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <stdexcept>

#include "cyberlex/index/schema.h"
#include "cyberlex/text/analyse.h"
#include "tools/benchmark/commands.h"
#include "tools/benchmark/question.h"

namespace cyberlex::benchmark {
namespace {

constexpr double kMediumFrom = 0.002;
constexpr double kMediumTo = 0.02;
constexpr double kFrequentFrom = 0.10;
constexpr double kFrequentTo = 0.40;
constexpr size_t kShortestWord = 4;
constexpr size_t kFewestWords = 20;  // of a band, be they outside it
constexpr size_t kPhraseWords = 3;
constexpr int kMostTries = 1000;

struct CountedWord {
  std::string word;
  uint32_t documents = 0;
};

// Letters that every tokeniser takes for one word.
bool is_plain(std::string const& word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// All plain words with the documents that have them in any language, by word.
std::vector<CountedWord> words_of(IndexReader const& reader) {
  std::map<std::string, uint32_t> counts;
  for (Generation::LanguageStats const& each : reader.generation().languages()) {
    std::string const prefix = schema::term(schema::kWord, each.language, "");
    reader.terms(prefix, [&](TermCount const& term) {
      std::string const word = term.term.substr(prefix.size());
      if (word.size() >= kShortestWord && is_plain(word)) {
        counts[word] += term.documents;
      }
      return true;
    });
  }
  std::vector<CountedWord> out;
  for (auto const& [word, documents] : counts) {
    out.push_back({word, documents});
  }
  return out;
}

// Words between two shares of the documents; of a small index, those nearest to them.
std::vector<std::string> band(std::vector<CountedWord> words, double documents, double from,
                              double to) {
  auto const distance = [&](CountedWord const& each) {
    double const share = each.documents / documents;
    return share < from ? std::log(from / share) : share > to ? std::log(share / to) : 0.0;
  };
  std::ranges::stable_sort(words, {}, distance);
  std::vector<std::string> out;
  for (CountedWord const& each : words) {
    if (distance(each) > 0 && out.size() >= kFewestWords) {
      break;
    }
    out.push_back(each.word);
  }
  return out;
}

class Drawer {
 public:
  Drawer(Searcher const& searcher, DrawOptions const& options)
      : reader_(searcher.reader()),
        live_(searcher.shared()->day(Date::today_utc())->live.to_vector()),
        options_(options),
        random_(options.seed) {
    std::vector<CountedWord> const words = words_of(reader_);
    auto const documents = static_cast<double>(live_.size());
    medium_ = band(words, documents, kMediumFrom, kMediumTo);
    frequent_ = band(words, documents, kFrequentFrom, kFrequentTo);
    if (live_.empty() || medium_.empty()) {
      throw std::runtime_error("an index without words cannot be measured");
    }
    std::ranges::shuffle(medium_, random_);
    std::ranges::shuffle(frequent_, random_);
  }

  std::vector<Question> draw() {
    std::vector<Question> out;
    for (int workload = 1; workload <= 9; ++workload) {
      size_t const most = workload == 6 ? 1 : options_.questions;
      for (size_t i = 0; i < most; ++i) {
        out.push_back(question(workload, i));
      }
    }
    return out;
  }

 private:
  size_t below(size_t limit) {
    return std::uniform_int_distribution<size_t>(0, limit - 1)(random_);
  }
  DocNum any_document() { return live_[below(live_.size())]; }

  Question question(int workload, size_t i) {
    Question out;
    out.workload = workload;
    std::string const& medium = medium_[i % medium_.size()];
    std::string const& frequent = frequent_[(i + i / medium_.size()) % frequent_.size()];
    if (workload == 1) {
      out.words = {medium};
    } else if (workload == 2 || workload == 3 || workload == 9) {
      out.words = {medium, frequent};
    } else if (workload == 4) {
      out.words = {frequent};
    } else if (workload == 7) {
      out.words = phrase();
    } else if (workload == 8) {
      out.id = id_of(any_document());
    }
    if (workload == 5 || workload == 9) {
      choose(out, workload == 9 ? 2 : 1);
    }
    return out;
  }

  std::string id_of(DocNum doc) const {
    Generation const& generation = reader_.generation();
    CodeColumn const& act = generation.columns().state.act;
    return act.names.values[act.codes[doc]] + "/" + std::string(generation.eid(doc));
  }

  // Values of two documents at most: ranks, years, jurisdictions in turn.
  void choose(Question& out, size_t count) {
    StateColumns const& state = reader_.generation().columns().state;
    CodeColumn const* const columns[] = {&state.rank, &state.year, &state.jurisdiction};
    char const* const names[] = {"rank", "year", "jurisdiction"};
    size_t const at = turn_++ % 3;
    out.facet = names[at];
    for (size_t i = 0; i < count; ++i) {
      out.values.push_back(columns[at]->names.values[columns[at]->codes[any_document()]]);
    }
    std::ranges::sort(out.values);
    auto const repeated = std::unique(out.values.begin(), out.values.end());
    out.values.erase(repeated, out.values.end());
  }

  // Three words in a row of some text.
  std::vector<std::string> phrase() {
    for (int i = 0; i < kMostTries; ++i) {
      std::vector<StateText> const texts = must(reader_.texts(any_document()));
      if (texts.empty() || texts.front().blocks.empty()) {
        continue;
      }
      std::vector<TextBlock> const& blocks = texts.front().blocks;
      Analysis found;
      Analyser(texts.front().language).analyse(blocks[below(blocks.size())].text, found);
      if (std::vector<std::string> words = some_phrase(found.tokens); !words.empty()) {
        return words;
      }
    }
    throw std::runtime_error("no three plain words in a row were found");
  }

  std::vector<std::string> some_phrase(std::vector<Token> const& tokens) {
    if (tokens.size() < kPhraseWords) {
      return {};
    }
    size_t const first = below(tokens.size() - kPhraseWords + 1);
    std::vector<std::string> out;
    for (size_t i = first; i < first + kPhraseWords; ++i) {
      if (!is_plain(tokens[i].word) || tokens[i].joined) {
        return {};
      }
      out.push_back(tokens[i].word);
    }
    return out;
  }

  IndexReader const& reader_;
  std::vector<DocNum> live_;
  DrawOptions const& options_;
  std::mt19937_64 random_;
  std::vector<std::string> medium_;
  std::vector<std::string> frequent_;
  size_t turn_ = 0;
};

}  // namespace

void draw_questions(DrawOptions const& options) {
  Searcher const searcher = open_searcher(options.index);
  write_questions(options.out, Drawer(searcher, options).draw());
}

}  // namespace cyberlex::benchmark
