// The verbs of cyberlex-indexer.
#pragma once

#include <string>
#include <vector>

namespace cyberlex {

// Exit codes of the program.
inline constexpr int kExitOk = 0;
inline constexpr int kExitBadInput = 2;      // bad usage, or errors in corpus or mappings
inline constexpr int kExitIndexTrouble = 3;  // index missing, damaged, or could not be written

struct BuildCommand {
  std::vector<std::string> corpus;
  std::string mappings;
  std::string index_dir;
  int jobs = 0;  // 0: all cores
  bool full = false;
  int shards = 0;  // 0: none beside the generation
  std::string progress = "auto";
  std::string
      report;  // file for every diagnostic; empty: INDEX/report.txt for a build, none for a check
};

int run_build(BuildCommand const& command);
int run_check(BuildCommand const& command);
int run_verify(std::string const& index_dir);
// The current generation as files for OpenSearch, in a new folder.
int run_bulk(std::string const& index_dir, std::string const& out);
// `to`: name of a generation; empty: the only other one.
int run_rollback(std::string const& index_dir, std::string const& to);

}  // namespace cyberlex
