// Whatever the bytes, tokens lie within them in order, each word is the fold of its bytes, folding
// twice is folding once, the table agrees with ICU, and in every language a word has a folded stem.

#include <cstdint>
#include <vector>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/fold.h"
#include "cyberlex/text/language.h"

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  using namespace cyberlex;  // NOLINT(google-build-using-namespace)
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  std::string const folded = fold(text);
  if (fold(folded) != folded || fold_by_icu(text) != folded || !is_utf8(folded)) {
    __builtin_trap();
  }
  static Analyser analyser("fa");
  static std::vector<Stemmer> stemmers = [] {
    std::vector<Stemmer> out;
    for (std::string_view const language : stemmed_languages()) {
      out.emplace_back(language);
    }
    return out;
  }();
  Analysis out;
  analyser.analyse(text, out);
  uint32_t position = 0;
  uint32_t begin = 0;
  for (Token const& token : out.tokens) {
    bool const placed = token.begin >= begin && token.begin < token.end && token.end <= size &&
                        token.position >= position && token.position < out.next_position;
    if (!placed || token.word.empty() || token.word.size() > kLongestWord ||
        fold(token.word) != token.word) {
      __builtin_trap();
    }
    for (Stemmer& stemmer : stemmers) {
      std::string_view const stem = stemmer.stem(token.word);
      if (stem.empty() || fold(stem) != stem) {
        __builtin_trap();
      }
    }
    begin = token.begin;
    position = token.position;
  }
  return 0;
}
