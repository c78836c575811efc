#include "cyberlex/text/language.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <new>
#include <unordered_map>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/persian_stemmer.h"
#include "cyberlex/text/stem_input.h"

namespace cyberlex {
namespace {

constexpr std::array<std::string_view, 7> kStemmed = {"ar", "de", "en", "es", "fa", "fr", "pt"};

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

struct Hash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

}  // namespace

std::span<std::string_view const> stemmed_languages() {
  return kStemmed;
}

struct Stemmer::State {
  std::string language;
  size_t most_cached;
  std::unique_ptr<sb_stemmer, DeleteStemmer> snowball;  // null for fa and the unstemmed
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> cache;

  State(std::string_view code, size_t most) : language(code), most_cached(most) {
    if (is_stemmed() && language != "fa") {
      snowball.reset(sb_stemmer_new(language.c_str(), "UTF_8"));
      if (snowball == nullptr) {
        throw std::bad_alloc();
      }
    }
  }

  bool is_stemmed() const {
    return std::find(kStemmed.begin(), kStemmed.end(), language) != kStemmed.end();
  }

  std::string compute(std::string_view word) const {
    if (snowball == nullptr) {
      return stem_persian(word);
    }
    std::string const input = stem_input(language, word);
    auto const* const stem =
        sb_stemmer_stem(snowball.get(), reinterpret_cast<sb_symbol const*>(input.data()),
                        static_cast<int>(input.size()));
    if (stem == nullptr) {
      throw std::bad_alloc();
    }
    auto const length = static_cast<size_t>(sb_stemmer_length(snowball.get()));
    return fold({reinterpret_cast<char const*>(stem), length});
  }
};

Stemmer::Stemmer(std::string_view language, size_t most_cached)
    : state_(std::make_unique<State>(language, most_cached)) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

// Persian, Arabic and French take something off in front as well.
bool Stemmer::keeps_first_letter() const {
  return state_->language != "fa" && state_->language != "ar" && state_->language != "fr";
}

std::string_view Stemmer::stem(std::string_view folded_word) {
  if (!state_->is_stemmed()) {
    return folded_word;
  }
  auto& cache = state_->cache;
  if (auto const found = cache.find(folded_word); found != cache.end()) {
    return found->second;
  }
  if (cache.size() >= state_->most_cached) {
    cache.clear();
  }
  std::string stem = state_->compute(folded_word);
  if (stem.empty()) {
    stem = folded_word;
  }
  return cache.emplace(std::string(folded_word), std::move(stem)).first->second;
}

}  // namespace cyberlex
