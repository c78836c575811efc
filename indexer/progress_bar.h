// Shows how far a build is: what, how many of how many, time left.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "cyberlex/index/writer.h"

namespace cyberlex {

enum class ProgressStyle { kNone, kPlain, kTerminal };

// "auto": a terminal gets a line that is rewritten, anything else plain lines.
ProgressStyle choose_style(std::string const& wish, std::FILE* out);

// Writes to `out` at most ten times a second (terminal) or every ten seconds and at the end of each
// step (plain). Thread rule: calls must not overlap.
class ProgressBar {
 public:
  ProgressBar(ProgressStyle style, std::FILE* out) : style_(style), out_(out) {}
  ~ProgressBar() { clear(); }
  ProgressBar(ProgressBar const&) = delete;
  ProgressBar& operator=(ProgressBar const&) = delete;

  void show(Progress const& progress);
  void clear();  // removes an unfinished terminal line

 private:
  using Clock = std::chrono::steady_clock;
  std::string line(Progress const& progress, Clock::time_point now) const;

  ProgressStyle style_;
  std::FILE* out_;
  std::string step_;
  Clock::time_point step_began_;
  Clock::time_point last_shown_;
  bool open_line_ = false;
};

// 186123 -> "186,123".
std::string with_thousands(uint64_t number);

}  // namespace cyberlex
