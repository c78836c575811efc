// A corpus of invented words with the measure of a real one: words are drawn by Zipf's law, the
// lengths of provisions and the number of provisions an act from those of an index.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>

#include "tools/benchmark/commands.h"

namespace cyberlex::benchmark {
namespace {

// Of a long text of one language about one word in a thousand words is new; the rarest words do
// not change what is measured.
constexpr size_t kWords = 200'000;
constexpr double kZipfShift = 2.7;  // Mandelbrot's, so that the first words are not too frequent
constexpr size_t kMostSamples = 20'000;
constexpr size_t kFilesAFolder = 1000;
constexpr size_t kWordsALine = 12;
constexpr size_t kWordsASentence = 20;

// The shapes of real provisions and acts: sampled, not fitted.
struct Shape {
  std::vector<uint32_t> lengths;     // words a provision
  std::vector<uint32_t> provisions;  // an act
};

Shape shape_of(std::string const& index) {
  Searcher const searcher = open_searcher(index);
  Generation const& generation = searcher.reader().generation();
  Shape out;
  std::vector<uint16_t> const& lengths = generation.columns().state.length;
  size_t const step = std::max<size_t>(1, lengths.size() / kMostSamples);
  for (size_t i = 0; i < lengths.size(); i += step) {
    out.lengths.push_back(std::max<uint32_t>(3, lengths[i]));
  }
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    auto const [first, last] = generation.documents_of(act);
    if (last > first) {
      out.provisions.push_back(last - first);
    }
  }
  if (out.lengths.empty()) {
    throw std::runtime_error("an index without provisions has no shape");
  }
  return out;
}

// Pronounceable, distinct, short for small ranks: 100 syllables as digits.
std::string word_of(size_t rank) {
  static constexpr char const* kConsonants = "bcdfghjklmnprstvwxyz";
  static constexpr char const* kVowels = "aeiou";
  std::string out;
  size_t rest = rank + 100;
  for (; rest > 0; rest /= 100) {
    out += kConsonants[rest % 100 / 5];
    out += kVowels[rest % 5];
  }
  return out;
}

class Zipf {
 public:
  Zipf() {
    double sum = 0;
    for (size_t i = 0; i < kWords; ++i) {
      sum += 1.0 / (static_cast<double>(i) + kZipfShift);
      upto_.push_back(sum);
      words_.push_back(word_of(i));
    }
  }
  std::string const& draw(std::mt19937_64& random) const {
    double const at = std::uniform_real_distribution<double>(0, upto_.back())(random);
    auto const found = std::ranges::lower_bound(upto_, at);
    return words_[static_cast<size_t>(found - upto_.begin())];
  }

 private:
  std::vector<double> upto_;
  std::vector<std::string> words_;
};

class Writer {
 public:
  explicit Writer(SyntheticOptions const& options)
      : shape_(shape_of(options.like)), options_(options), random_(options.seed) {}

  void write() {
    for (uint64_t done = 0, act = 0; done < options_.provisions; ++act) {
      uint64_t const wanted =
          std::min<uint64_t>(pick(shape_.provisions), options_.provisions - done);
      write_act(act, wanted);
      done += wanted;
    }
  }

 private:
  uint32_t pick(std::vector<uint32_t> const& from) {
    return from[std::uniform_int_distribution<size_t>(0, from.size() - 1)(random_)];
  }

  static std::string front_matter(uint64_t act) {
    static constexpr char const* kRanks[] = {"ley", "decreto", "resolucion", "decreto_ley"};
    std::string const number = std::to_string(act + 1);
    std::string const year = std::to_string(1950 + act % 75);
    return "---\ntitle: \"Ley " + number + "\"\nidentifier: \"UY-synthetic-" + number +
           "\"\ncountry: \"uy\"\nrank: \"" + kRanks[act % 4] + "\"\npublication_date: \"" + year +
           "-01-02\"\nlast_updated: \"" + year + "-01-02\"\nstatus: \"in_force\"\nyear: \"" + year +
           "\"\n---\n# Ley " + number + "\n";
  }

  void write_act(uint64_t act, uint64_t provisions) {
    std::string const folder = options_.out + "/" + std::to_string(act / kFilesAFolder);
    std::filesystem::create_directories(folder);
    std::string const path = folder + "/UY-synthetic-" + std::to_string(act + 1) + ".md";
    std::string text = front_matter(act);
    for (uint64_t i = 1; i <= provisions; ++i) {
      text += "\n##### Artículo " + std::to_string(i) + "\n\n";
      add_words(text, std::min(pick(shape_.lengths), options_.longest));
    }
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.flush();
    if (!file) {
      throw std::runtime_error(path + " cannot be written");
    }
  }

  void add_words(std::string& text, uint32_t words) {
    for (uint32_t i = 1; i <= words; ++i) {
      text += zipf_.draw(random_);
      text += i == words || i % kWordsASentence == 0 ? "." : "";
      text += i == words || i % kWordsALine == 0 ? "\n" : " ";
    }
  }

  Shape shape_;
  SyntheticOptions const& options_;
  std::mt19937_64 random_;
  Zipf zipf_;
};

}  // namespace

void write_synthetic(SyntheticOptions const& options) {
  Writer(options).write();
}

}  // namespace cyberlex::benchmark
