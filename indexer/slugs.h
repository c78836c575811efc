// Names of laws from outside as handles and IRIs: lower case, [a-z0-9-].
#pragma once

#include <string>
#include <string_view>

namespace cyberlex {

// "Ley Nº 19.621" -> "ley-n-19-621": letters lowered, marks of Latin letters dropped, every run of
// other characters one "-", none at the ends. Empty when nothing is left.
std::string make_slug(std::string_view text);

// The official language of a country (ISO 3166-1 alpha-2, lower case) as ISO 639-1, for trees whose
// files do not name it; empty when the table does not know.
std::string_view language_of_country(std::string_view country);

}  // namespace cyberlex
