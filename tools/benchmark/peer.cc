#include "tools/benchmark/peer.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace cyberlex::benchmark {
namespace {

int use(char const* program) {
  std::fprintf(stderr, "usage: %s build EXPORT FOLDER | run FOLDER QUESTIONS PASSES\n", program);
  return 2;
}

int run(std::vector<std::string> const& arguments, PeerProgram const& program) {
  if (arguments.size() == 4 && arguments[1] == "build") {
    program.build(arguments[2], arguments[3]);
    return 0;
  }
  if (arguments.size() == 5 && arguments[1] == "run") {
    std::unique_ptr<Peer> const peer = program.open(arguments[2]);
    time_questions(arguments[3], std::stoi(arguments[4]), [&peer](Question const& question) {
      return Asked{peer->ask(question), 0};
    });
    return 0;
  }
  return use(arguments[0].c_str());
}

char const* clock_name() {
  char const* const name = std::getenv("CYBERLEX_BENCH_CLOCK");
  return name == nullptr ? "wall" : name;
}

}  // namespace

double now_us() {
  static bool const cpu = std::string_view(clock_name()) == "cpu";
  timespec now{};
  ::clock_gettime(cpu ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

void time_questions(std::string const& questions, int passes, Ask const& ask) {
  std::vector<Question> const all = read_questions(questions);
  for (int pass = 0; pass <= passes; ++pass) {
    for (Question const& question : all) {
      double const began = now_us();
      Asked const asked = ask(question);
      double const whole = now_us() - began;
      if (pass > 0) {
        std::printf("%d\t%.2f\t%llu\t%.2f\n", question.workload, whole - asked.rendered_us,
                    static_cast<unsigned long long>(asked.matches), asked.rendered_us);
      }
    }
  }
}

int peer_main(int argc, char** argv, PeerProgram const& program) {
  try {
    return run({argv, argv + argc}, program);
  } catch (std::exception const& failed) {
    std::fprintf(stderr, "%s: %s\n", argv[0], failed.what());
    return 1;
  }
}

void each_provision(std::string const& path, std::function<void(Provision const&)> const& take) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw std::runtime_error(path + " cannot be read");
  }
  for (std::string line; std::getline(in, line);) {
    take(read_provision(line));
  }
}

}  // namespace cyberlex::benchmark
