// The languages that have an analysis of their own, and stems.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace cyberlex {

// ISO 639-1 codes with a stemmer: Snowball where it has one (ar, de, en, es, fr, pt), our light one
// for fa. Any other code is valid and unstemmed.
std::span<std::string_view const> stemmed_languages();

// Stems folded words of one language.
//
// It is given folded words, because people search without accents: "interceptacion" must find what
// "interceptación" finds. What Snowball needs of the word as it was written, stem_input.h puts
// back. Thread rule: one object, one thread.
class Stemmer {
 public:
  // Remembers the stems of the words it met, at most `most_cached` of them.
  explicit Stemmer(std::string_view language, size_t most_cached = size_t{1} << 16);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The stem, valid until the next call; the word itself (the caller's bytes) for a language
  // without a stemmer. Never empty for a word that is not.
  std::string_view stem(std::string_view folded_word);

  // True when a stem begins with the first byte of its word: nothing is taken off in front.
  bool keeps_first_letter() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
