// The nearest known name to one that is not known, for error messages.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cyberlex {

// Collects candidates; keeps the nearest by edit distance (insert, delete, replace, swap of
// neighbours). Cost: linear in the candidates, at most 64 x 64 steps each.
class Nearest {
 public:
  explicit Nearest(std::string_view wanted);

  void consider(std::string_view candidate);
  template <typename Names>
  Nearest& among(Names const& names) {
    for (auto const& name : names) {
      consider(name);
    }
    return *this;
  }

  // Empty when nothing is near: more than a third of the letters, and more than two, differ. The
  // first of several equally near.
  std::string const& name() const { return best_; }
  // ", did you mean \"offence\"?", or nothing.
  std::string hint() const;

 private:
  std::string wanted_;
  std::string best_;
  size_t distance_;
};

size_t edit_distance(std::string_view a, std::string_view b);

// A person's text inside a message: in quotation marks, cut when long, whatever is no printable
// UTF-8 as "?".
std::string in_quotes(std::string_view text);

// "a, b, c"; the first `most` and "and 12 more".
std::string listed(std::span<std::string_view const> names, size_t most = 24);

}  // namespace cyberlex
