// The Persian words of which the light stemmer has to know.
#pragma once

#include <string_view>

namespace cyberlex {

// All take and return folded words (analyse.h).

// True for a word that looks inflected and is not: its ending, or its beginning, is its own.
bool is_whole_persian(std::string_view word);

// True for a noun that ends in heh and often takes ای ("رایانه‌ای"). Without ZWNJ that
// looks like the plural of a noun without the heh ("کتابهای").
bool is_persian_in_heh(std::string_view word);

// The singular of a broken plural of legal language: جرایم -> جرم. Empty for any other word.
// Plurals that are written like another common word are left out (اعمال, حقوق, اسرار).
std::string_view persian_singular(std::string_view plural);

}  // namespace cyberlex
