// What the kernel says of this process, as Prometheus' client libraries name it.
#pragma once

#include <cstdint>
#include <string>

namespace cyberlex::searchd {

struct ProcessFacts {
  double cpu_seconds = 0;  // user and system
  uint64_t resident_bytes = 0;
  uint64_t virtual_bytes = 0;
  uint64_t open_files = 0;
  uint64_t most_open_files = 0;
  double start_seconds = 0;  // since 1970-01-01 UTC
  uint64_t threads = 0;
};

// Read from `proc`, see proc(5); what cannot be read is 0. Cost: four small files and a listing.
ProcessFacts read_process_facts(std::string const& proc = "/proc");

}  // namespace cyberlex::searchd
