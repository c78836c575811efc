// Where sentences and paragraphs end, judged by what stands between two words.
#pragma once

#include <string_view>

namespace cyberlex {

enum class Break { kNone, kSentence, kParagraph };

// What ends between the word `before` (folded) and the word that begins `after`, given the bytes
// between them; `after` is empty at the end of the text.
//
// A paragraph ends at an empty line. A sentence ends with its paragraph; at ! ? ؟ ۔ 。 before white
// space or the end; and at a full stop before white space or the end, unless a small letter
// follows, or the word before it is one Latin letter or an abbreviation common in statutes ("art.",
// "núm.", "Abs.").
Break break_between(std::string_view before, std::string_view gap, std::string_view after);

}  // namespace cyberlex
