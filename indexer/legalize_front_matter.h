// The front matter of a Legalize file: lines of "key: value" between two lines of "---".
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/base/diagnostics.h"

namespace cyberlex {

// The fields and the rest of the file. Views into the text given.
struct FrontMatter {
  std::map<std::string, std::string, std::less<>> fields;
  std::string_view before;  // lines above the opening "---": a title cut in two by its converter
  std::string_view body;    // everything below the closing "---"
  int first_line = 0;       // of the opening "---"
  int body_line = 0;        // of the body's first line

  // The value, or "" when there is none.
  std::string_view get(std::string_view key) const;
};

// Splits a file. Nothing when it does not open with front matter: a "---" within its first eight
// lines, a line of "key:" below it, and a closing "---". Reads quoted, folded and continued values
// as the known trees write them; a line of any other form is a warning and is passed over.
// REQUIRES: `text` went through clean_text(). `first_line` of diagnostics counts from 1.
std::optional<FrontMatter> split_front_matter(std::string_view text, std::string const& file,
                                              Diagnostics& diagnostics);

// True when a file that begins with `opening` may be read by split_front_matter().
bool opens_with_front_matter(std::string_view opening);

}  // namespace cyberlex
