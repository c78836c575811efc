#include "indexer/progress_bar.h"

#include <unistd.h>

#include <cinttypes>

namespace cyberlex {
namespace {

using Seconds = std::chrono::duration<double>;

std::string time_left(double elapsed, Progress const& progress) {
  if (progress.done == 0 || progress.done >= progress.of || elapsed < 1) {
    return "";
  }
  double const left = elapsed * static_cast<double>(progress.of - progress.done) /
                      static_cast<double>(progress.done);
  auto const seconds = static_cast<uint64_t>(left + 1);
  return seconds < 90 ? ", " + std::to_string(seconds) + " s left"
                      : ", " + std::to_string((seconds + 59) / 60) + " min left";
}

}  // namespace

std::string with_thousands(uint64_t number) {
  std::string const digits = std::to_string(number);
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) {
      out += ',';
    }
    out += digits[i];
  }
  return out;
}

ProgressStyle choose_style(std::string const& wish, std::FILE* out) {
  if (wish == "none") {
    return ProgressStyle::kNone;
  }
  bool const terminal = wish == "auto" && ::isatty(::fileno(out)) == 1;
  return terminal ? ProgressStyle::kTerminal : ProgressStyle::kPlain;
}

std::string ProgressBar::line(Progress const& progress, Clock::time_point now) const {
  double const elapsed = Seconds(now - step_began_).count();
  std::string const percent =
      progress.of == 0 ? "" : " (" + std::to_string(progress.done * 100 / progress.of) + " %)";
  return progress.step + ' ' + with_thousands(progress.done) + " of " +
         with_thousands(progress.of) + percent + time_left(elapsed, progress);
}

void ProgressBar::show(Progress const& progress) {
  if (style_ == ProgressStyle::kNone) {
    return;
  }
  Clock::time_point const now = Clock::now();
  bool const new_step = progress.step != step_;
  if (new_step) {
    step_ = progress.step;
    step_began_ = now;
  }
  bool const last = progress.done >= progress.of;
  Seconds const pause(style_ == ProgressStyle::kTerminal ? 0.1 : 10.0);
  if (!last && !new_step && now - last_shown_ < pause) {
    return;
  }
  last_shown_ = now;
  std::string const text = line(progress, now);
  if (style_ == ProgressStyle::kPlain) {
    std::fprintf(out_, "%s\n", text.c_str());
    return;
  }
  std::fprintf(out_, "\r\033[K%s", text.c_str());
  open_line_ = !last;
  if (last) {
    std::fputc('\n', out_);
  }
  std::fflush(out_);
}

void ProgressBar::clear() {
  if (open_line_) {
    std::fputc('\n', out_);
    open_line_ = false;
  }
}

}  // namespace cyberlex
