// A strict part of YAML as a small tree in which every scalar is text. yaml-cpp ends here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/diagnostics.h"

namespace cyberlex {

// Limits that keep time, memory and stack of the reader within bounds on any input.
inline constexpr size_t kLargestYaml = size_t{16} << 20;  // bytes of a file
inline constexpr size_t kDeepestYaml = 64;                // collections within collections
inline constexpr size_t kMostYamlNodes = 1'000'000;       // scalars and collections
inline constexpr size_t kMostYamlFlowMarks = 1'000'000;   // characters [ ] { } , of a file

enum class YamlKind { kScalar, kSequence, kMapping };

struct YamlEntry;

// One node. Lines count from the caller's first line, columns from 1 and in bytes.
struct YamlNode {
  YamlKind kind = YamlKind::kScalar;
  std::string text;      // of a scalar: `no`, `~` and `6.10` are the letters that stand there
  bool literal = false;  // a `|` scalar: its line breaks are its own, not folded
  std::vector<YamlNode> items;     // of a sequence
  std::vector<YamlEntry> entries;  // of a mapping, in order
  int line = 0;
  int column = 0;

  // The value of `key` in a mapping, or null. Cost: linear.
  YamlNode const* find(std::string_view key) const;
};

// A key, which is a scalar, and its value.
struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

// Reads one document. `file` names the source and `first_line` is the line on which `bytes` begin
// (1 for a whole file, 2 for front matter after its `---`).
//
// Refused, each an error at its place in `diagnostics`: duplicate and non-scalar keys, anchors,
// aliases, tags, directives, a second document, no document, text that is not UTF-8, a tab in
// indentation, control characters, and what exceeds the limits above.
// Returns nothing when anything was refused. Time and memory: linear in bytes.size().
std::optional<YamlNode> parse_yaml(std::string_view bytes, std::string const& file, int first_line,
                                   Diagnostics& diagnostics);

}  // namespace cyberlex
