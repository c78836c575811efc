// A light stemmer for Persian; Snowball has none.
#pragma once

#include <string>
#include <string_view>

namespace cyberlex {

// Strips what is nearly always an ending: plurals (ها های هایی ات ان گان), possessives after them
// or after a final heh, indefinite and relational yeh, comparatives (تر ترین), and the verbal
// prefixes می and نمی before a personal ending. Conservative: three letters stay (four before the
// short endings), words that only look inflected are listed, and what is not written in Arabic
// letters is returned as it is. `word` is folded (analyse.h), so parts joined by ZWNJ stand
// together.
std::string stem_persian(std::string_view word);

}  // namespace cyberlex
