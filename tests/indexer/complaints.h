// What a reader said, as the lines a person would see: for the tests of the readers.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/base/diagnostics.h"

namespace cyberlex {

// One line a diagnostic, "file:line:column: error: message"; empty when there was none.
inline std::string complaints(Diagnostics const& diagnostics) {
  std::string out;
  for (Diagnostic const& diagnostic : diagnostics.all()) {
    out += (out.empty() ? "" : "\n") + to_string(diagnostic);
  }
  return out;
}

// A row of a table test: an input, and what the reader must say about it.
struct Complaint {
  std::string_view input;
  std::string_view expected;
};

// `text` with the first `from` replaced; the fault of a row stands in an otherwise good file.
inline std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  size_t const at = out.find(from);
  return at == std::string::npos ? "" : out.replace(at, from.size(), to);
}

}  // namespace cyberlex
