// What a Snowball stemmer is given for a folded word, and what is made of its answer.
#pragma once

#include <string>
#include <string_view>

namespace cyberlex {

// The word as the language's Snowball stemmer knows it. Folding took the accent by which it sees an
// ending (Spanish -sión, Portuguese -ção, Arabic teh marbuta): it is put back, by the ending alone.
// And spellings of one word become one: English -ize and -ise, offense and offence; German ae, oe,
// ue for the umlauts; French elision (l'accès); Portuguese and Spanish plurals that change a
// letter; the Arabic article with what is written before it.
std::string stem_input(std::string_view language, std::string_view folded_word);

}  // namespace cyberlex
