// The languages that have an analysis of their own, and stems.
#pragma once

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
// "interceptación" finds. Where Snowball needs the accent to see an ending (Portuguese -ção,
// Spanish -sión, Arabic yeh and kaf), it is put back before and folded away after, by the ending
// alone. Thread rule: one object, one thread.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The stem, valid until the next call; the word itself (the caller's bytes) for a language
  // without a stemmer. Never empty for a word that is not.
  std::string_view stem(std::string_view folded_word);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
