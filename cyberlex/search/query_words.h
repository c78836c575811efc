// The words of a piece of a query, by the rule of the index.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/text/analyse.h"

namespace cyberlex {

struct QueryWords {
  std::vector<std::string> parts;  // folded, in order
  std::string
      joined;  // the whole as one word when it is one, joined by ZWNJ or a hyphen; else empty
};

// Thread rule: one object, one thread.
class WordReader {
 public:
  // No parts when the text has no letter or digit. Reading the parts again, parted by spaces, gives
  // the same parts.
  QueryWords read(std::string_view text);
  // cyberstalking of cyber-stalking; empty unless `text` is words without digits that single
  // hyphens join, of these `parts`, and one word without them.
  std::string without_hyphens(std::string_view text, std::vector<std::string> const& parts);

 private:
  Analysis analyse(std::string_view text);

  std::optional<Analyser> analyser_;  // made when first needed: plain ASCII words do without
};

}  // namespace cyberlex
