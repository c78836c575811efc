// What every engine beside ours is driven by: the same questions, the same passes, one client.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "tools/benchmark/question.h"

namespace cyberlex::benchmark {

// An engine with an index open. Thread rule: one thread.
class Peer {
 public:
  virtual ~Peer() = default;
  // Answers as a user would be answered: the exact number of matches (returned), id and heading of
  // the best ten, counts of the four facets where the question has them.
  virtual uint64_t ask(Question const& question) = 0;
};

// µs since some moment: of the wall, or of this thread's CPU when the environment says
// CYBERLEX_BENCH_CLOCK=cpu, which a busy machine disturbs less.
double now_us();

// An engine asked over and over, timed. `rendered_us` is what making bytes of the answer took, for
// engines that do.
struct Asked {
  uint64_t matches = 0;
  double rendered_us = 0;
};
using Ask = std::function<Asked(Question const&)>;

// One pass that warms, then `passes` that are printed: workload, µs to the answer, matches, µs to
// its bytes; parted by tabs, one line a question.
void time_questions(std::string const& questions, int passes, Ask const& ask);

struct PeerProgram {
  // Makes an index of an export in a folder that is there and empty.
  std::function<void(std::string const& provisions, std::string const& folder)> build;
  std::function<std::unique_ptr<Peer>(std::string const& folder)> open;
};
// PROGRAM build EXPORT FOLDER | PROGRAM run FOLDER QUESTIONS PASSES
int peer_main(int argc, char** argv, PeerProgram const& program);

// Calls `take` for each provision of an export.
void each_provision(std::string const& path, std::function<void(Provision const&)> const& take);

}  // namespace cyberlex::benchmark
