// Which words changed between two texts. dtl ends behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cyberlex {

enum class DiffOp : uint8_t { kEqual, kInsert, kDelete };
std::string_view name_of(DiffOp op);  // "equal", "insert", "delete"

struct DiffRun {
  DiffOp op = DiffOp::kEqual;
  std::string text;
  bool operator==(DiffRun const&) const = default;
};

// Runs are not empty, neighbours differ in their op, and a deletion stands before the insertion
// that takes its place. Equal and deleted runs, joined, are the text before, byte for byte; equal
// and inserted runs the text after.
struct WordDiff {
  std::vector<DiffRun> runs;
  uint64_t inserted = 0;  // words
  uint64_t deleted = 0;
  bool too_long = false;  // more than kMostDiffTokens differ: given as replaced whole

  bool changed() const {
    return runs.size() > 1 || (runs.size() == 1 && runs.front().op != DiffOp::kEqual);
  }
  bool operator==(WordDiff const&) const = default;
};

// Of words and of what stands between them, on either side, without what both sides begin and end
// with.
inline constexpr size_t kMostDiffTokens = 3000;

// The shortest edit of words and of the characters between them (Wu, Manber, Myers and Miller, "An
// O(NP) sequence comparison algorithm", 1990); what stands between two replaced words is replaced
// with them. Words are compared as they are written: a comma or a capital is a change. Cost: tokens
// times differences.
WordDiff word_diff(std::string_view before, std::string_view after);

}  // namespace cyberlex
