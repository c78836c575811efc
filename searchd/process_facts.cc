#include "searchd/process_facts.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <vector>

namespace cyberlex::searchd {
namespace {

std::string contents_of(std::string const& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

// The numbers of "stat" from the third field on; the second is a name in brackets, which may hold
// anything.
std::vector<double> stat_fields(std::string const& proc) {
  std::string const text = contents_of(proc + "/self/stat");
  std::istringstream rest(text.substr(std::min(text.size(), text.rfind(')') + 1)));
  std::vector<double> out;
  std::string state;
  rest >> state;
  for (double value = 0; rest >> value;) {
    out.push_back(value);
  }
  return out;
}

double boot_time(std::string const& proc) {
  std::istringstream lines(contents_of(proc + "/stat"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("btime ")) {
      return std::stod(line.substr(6));
    }
  }
  return 0;
}

uint64_t entries_in(std::string const& folder) {
  std::error_code fault;
  uint64_t count = 0;
  for (std::filesystem::directory_iterator at(folder, fault), end; !fault && at != end;
       at.increment(fault)) {
    ++count;
  }
  return count;
}

}  // namespace

ProcessFacts read_process_facts(std::string const& proc) {
  ProcessFacts out;
  auto const tick = static_cast<double>(::sysconf(_SC_CLK_TCK));
  std::vector<double> const fields = stat_fields(proc);  // [0] is field 4, "ppid"
  if (fields.size() > 20) {
    out.cpu_seconds = (fields[10] + fields[11]) / tick;
    out.threads = static_cast<uint64_t>(fields[16]);
    out.start_seconds = boot_time(proc) + fields[18] / tick;
    out.virtual_bytes = static_cast<uint64_t>(fields[19]);
    out.resident_bytes = static_cast<uint64_t>(fields[20] * static_cast<double>(::getpagesize()));
  }
  out.open_files = entries_in(proc + "/self/fd");
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    out.most_open_files = limit.rlim_cur;
  }
  return out;
}

}  // namespace cyberlex::searchd
