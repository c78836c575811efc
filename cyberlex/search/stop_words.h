// Words that say nothing of a subject: articles, prepositions, auxiliaries, question words. They
// are words like any other in phrases and wherever all words are asked for as they stand; a label
// of a concept is known without them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cyberlex {

// Lists of "en", "es" and "fa", written for this project: docs/query-language.md says what they
// hold. Negations (no, not, sin, without, غیر) are none of them: they turn a meaning round. Folded;
// empty for any other language.
std::span<std::string_view const> stop_words(std::string_view language);

// `word` folded.
bool is_stop_word(std::string_view language, std::string_view word);

// The language of the lists that takes most of the words as its stop words, the first of equals;
// empty when none takes any.
std::string_view language_of_stop_words(std::span<std::string const> words);

}  // namespace cyberlex
