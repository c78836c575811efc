#include "cyberlex/text/language.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <new>
#include <unordered_map>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/persian_stemmer.h"

namespace cyberlex {
namespace {

constexpr std::array<std::string_view, 7> kStemmed = {"ar", "de", "en", "es", "fa", "fr", "pt"};

// Stems kept a language; beyond it the cache starts anew.
constexpr size_t kMostCached = 1 << 16;

// An ending as folding leaves it, and as Snowball knows it; Portuguese plurals, whose stems
// Snowball parts from the singular's, as the singular.
struct Ending {
  std::string_view language;
  std::string_view folded;
  std::string_view written;
};
constexpr std::array<Ending, 12> kEndings = {{
    {"es", "cion", "ción"},
    {"es", "sion", "sión"},
    {"fr", "ite", "ité"},
    {"fr", "ites", "ités"},
    {"pt", "cao", "ção"},
    {"pt", "coes", "ção"},
    {"pt", "sao", "são"},
    {"pt", "soes", "são"},
    {"pt", "encia", "ência"},
    {"pt", "encias", "ências"},
    {"pt", "avel", "ável"},
    {"pt", "ivel", "ível"},
}};

std::string with_written_ending(std::string_view language, std::string_view word) {
  std::string out(word);
  for (Ending const& ending : kEndings) {
    if (ending.language == language && word.ends_with(ending.folded)) {
      out.resize(out.size() - ending.folded.size());
      out += ending.written;
      break;
    }
  }
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// What Snowball expects of a folded word.
std::string unfolded(std::string_view language, std::string_view word) {
  if (language != "ar") {
    return with_written_ending(language, word);
  }
  std::string out(word);
  replace_all(out, "ی", "ي");
  replace_all(out, "ک", "ك");
  return out;
}

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
  std::unique_ptr<sb_stemmer, DeleteStemmer> snowball;  // null for fa and the unstemmed
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> cache;

  explicit State(std::string_view code) : language(code) {
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
    std::string const input = unfolded(language, word);
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

Stemmer::Stemmer(std::string_view language) : state_(std::make_unique<State>(language)) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view folded_word) {
  if (!state_->is_stemmed()) {
    return folded_word;
  }
  auto& cache = state_->cache;
  if (auto const found = cache.find(folded_word); found != cache.end()) {
    return found->second;
  }
  if (cache.size() >= kMostCached) {
    cache.clear();
  }
  std::string stem = state_->compute(folded_word);
  if (stem.empty()) {
    stem = folded_word;
  }
  return cache.emplace(std::string(folded_word), std::move(stem)).first->second;
}

}  // namespace cyberlex
