// A light stemmer for Persian; Snowball has none.
#pragma once

#include <string>
#include <string_view>

namespace cyberlex {

// Strips what is nearly always an ending: plurals (ها های هایی ات ان گان یان), possessives after
// them or after a final heh, ezafe, indefinite and relational yeh, comparatives (تر ترین), and the
// verbal prefixes می and نمی before a personal ending; broken plurals become their singular.
// Conservative: three letters stay (four before ات and ان), words that only look inflected are
// listed (persian_words.h), and what is not written in Arabic letters is returned as it is. `word`
// is folded (analyse.h), so parts joined by ZWNJ stand together. What it judges wrongly is marked
// in tests/cyberlex/text/persian_pairs.txt.
std::string stem_persian(std::string_view word);

}  // namespace cyberlex
