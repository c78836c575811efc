// Which treaties on cooperation bind two states on a day, which of the offences their extradition
// articles reach, and at what length. The rules and the articles they rest on:
// docs/dual-criminality.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/dual_criminality.h"

namespace cyberlex {

// Finds articles of treaties in what is held.
class HeldArticles {
 public:
  HeldArticles(IndexReader const& reader, DualRequest const& request)
      : reader_(reader), request_(request) {}

  // The article, or the part of it, when it is held as it stood on the day of the request.
  Result<std::optional<DualArticle>> find(std::string_view handle, std::string_view role) const;

  // True when the treaty is in force on that day and the state is a party to it.
  bool binds(Work const& treaty, std::string const& state) const;

 private:
  IndexReader const& reader_;
  DualRequest const& request_;
};

// Reads requesting, requested and pairs of `answer`. Treaties of which no article on cooperation is
// held as of that day are left out.
Result<std::vector<DualBasis>> basis_of(HeldArticles const& held, DualAnswer const& answer);

// The strongest pair of a requesting offence; null without one.
DualPair const* strongest_pair(DualAnswer const& answer, size_t offence);

}  // namespace cyberlex
