// What codes are called in English: facet values, concepts, countries, languages, acts.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/index/generation.h"
#include "cyberlex/search/parameters.h"

namespace cyberlex {

// The English name of a value of a parameter; the value itself made readable when nothing better is
// known.
std::string label_of(Param param, std::string_view value, Generation const& generation);

// Of a range of terms, or of amounts (Param::kFine); they need no generation.
std::string label_of_range(Param param, std::string_view value);

// The English preferred label of a concept; its id made readable when the taxonomy lacks it.
std::string concept_label(Taxonomy const& taxonomy, std::string_view scheme, std::string_view id);

// English when held, else the original language, else any; empty when there is none.
std::string display_text(LocalizedText const& text, std::string_view original_language);
// The short title, or the title where there is none.
std::string display_title(Work const& work);

std::string country_name(std::string_view code);   // the code itself when unknown
std::string language_name(std::string_view code);  // the code itself when unknown
std::string readable(std::string_view slug);       // "in-force" -> "in force"

}  // namespace cyberlex
