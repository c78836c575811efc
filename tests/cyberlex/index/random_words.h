// Words, numbers and choices by chance.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "cyberlex/model/act.h"

namespace cyberlex {

class RandomWords {
 public:
  explicit RandomWords(unsigned seed) : random_(seed) {}

  size_t number(size_t below) { return random_() % below; }

  static EId make_eid(std::string const& text) { return EId::parse(text).value(); }

 protected:
  template <typename Enum>
  Enum pick() {
    return static_cast<Enum>(number(names<Enum>().size()));
  }
  std::string one_of(std::vector<std::string> const& choices) {
    return choices[number(choices.size())];
  }
  std::string word() {
    return one_of({"access", "Daten", "sistema", "artículo", "داده‌های", "می‌شود",
                   "data", "10", "a", "interceptación", "without", "right", "computer's", "The",
                   "خانه"});
  }
  std::string words(size_t most) {
    std::string out;
    for (size_t i = number(most + 1); i > 0; --i) {
      out += word() + one_of({" ", " ", " ", ". ", "\n\n", "; "});
    }
    return out;
  }
  std::vector<std::string> list(std::vector<std::string> const& choices) {
    std::vector<std::string> out;
    for (size_t i = number(3); i > 0; --i) {
      out.push_back(one_of(choices));
    }
    return out;
  }
  Provenance provenance() { return {pick<Confidence>(), list({"gazette", "handbook"})}; }

 private:
  std::mt19937 random_;
};

}  // namespace cyberlex
