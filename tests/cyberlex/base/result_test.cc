#include "cyberlex/base/result.h"

#include <gtest/gtest.h>

#include "cyberlex/base/diagnostics.h"

namespace cyberlex {
namespace {

TEST(Printable, WritesOutWhatMovesATerminal) {
  EXPECT_EQ(printable("a\x1b[31mb\x07\x7f"), "a\\x1b[31mb\\x07\\x7f");
  EXPECT_EQ(printable("one\ntwo\tthree"), "one\\x0atwo\\x09three");
  EXPECT_EQ(printable("one\ntwo", true), "one\ntwo");
  EXPECT_EQ(printable("ماده ۱"), "ماده ۱");
}

TEST(Printable, HoldsOfDiagnosticsAndErrors) {
  Diagnostics all;
  all.warning({"a\nb\x1b.md", 3, 0}, "odd \r text");
  EXPECT_EQ(to_string(all.all().front()), "a\\x0ab\\x1b.md:3: warning: odd \\x0d text");
  EXPECT_EQ(to_string(Error{ErrorCode::kBadInput, "first\nsecond", "a\nb"}),
            "a\\x0ab: first\nsecond");
}

}  // namespace
}  // namespace cyberlex
