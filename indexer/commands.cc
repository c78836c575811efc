#include "indexer/commands.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

#include "cyberlex/base/file.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/index/index_folder.h"
#include "cyberlex/index/roll_back.h"
#include "cyberlex/shards/bulk_files.h"
#include "cyberlex/shards/write_shards.h"
#include "indexer/pipeline.h"
#include "indexer/progress_bar.h"

namespace cyberlex {
namespace {

constexpr size_t kMostWarningsShown = 20;

void complain(Error const& error) {
  std::fprintf(stderr, "cyberlex-indexer: %s\n", to_string(error).c_str());
}

int cores() {
  return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

// Errors all, warnings the first few; a file takes the rest, so that nothing disappears.
void show_diagnostics(Diagnostics const& diagnostics, bool all_warnings,
                      std::string const& report) {
  size_t shown = 0;
  size_t held_back = 0;
  for (Diagnostic const& diagnostic : diagnostics.all()) {
    bool const error = diagnostic.severity == Severity::kError;
    if (!error && !all_warnings && shown >= kMostWarningsShown) {
      ++held_back;
      continue;
    }
    shown += error ? 0 : 1;
    std::fprintf(stderr, "%s\n", to_string(diagnostic).c_str());
  }
  if (held_back > 0) {
    std::fprintf(stderr, "… and %s more warnings and notes, all in %s\n",
                 with_thousands(held_back).c_str(), report.c_str());
  }
}

Status write_report(Diagnostics const& diagnostics, std::string const& path) {
  std::string text;
  for (Diagnostic const& diagnostic : diagnostics.all()) {
    text += to_string(diagnostic) + '\n';
  }
  return write_file_atomically(path, text);
}

void print_counts(BuildReport const& report, Diagnostics const& diagnostics) {
  auto const row = [](char const* what, uint64_t number) {
    std::printf("%-12s %15s\n", what, with_thousands(number).c_str());
  };
  row("files", report.files);
  row("not read", report.unreadable);
  row("unchanged", report.kept);
  row("acts", report.acts);
  row("versions", report.expressions);
  row("provisions", report.provisions);
  row("states", report.states);
  row("mappings", report.mappings);
  row("characters", report.characters.found);
  row("  kept", report.characters.kept);
  row("  reported", report.characters.reported);
  row("errors", diagnostics.errors());
  row("warnings", diagnostics.warnings());
}

void print_cost(std::chrono::steady_clock::time_point began) {
  struct rusage usage {};
  ::getrusage(RUSAGE_SELF, &usage);
  double const seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::printf("%-12s %13.1f s\n%-12s %12ld MB\n", "time", seconds, "peak memory",
              usage.ru_maxrss / 1024);
}

PipelineOptions options_of(BuildCommand const& command, ProgressBar& bar) {
  PipelineOptions options;
  options.corpus = command.corpus;
  options.mappings = command.mappings;
  options.jobs = command.jobs > 0 ? command.jobs : cores();
  options.full = command.full;
  options.progress = [&bar](Progress const& progress) { bar.show(progress); };
  return options;
}

// The current generation once more, as shards.
int add_shards(BuildCommand const& command, int jobs) {
  Result<std::string> const folder = current_generation(command.index_dir);
  Result<std::shared_ptr<Generation const>> const generation =
      folder ? Generation::open(*folder) : folder.error();
  Result<shards::ShardsWritten> const written =
      generation ? shards::write_shards(*generation, command.index_dir,
                                        static_cast<uint32_t>(command.shards), jobs)
                 : generation.error();
  if (!written) {
    complain(written.error());
    return kExitIndexTrouble;
  }
  std::printf("%-12s %s\n", "shards", written->stub.c_str());
  return kExitOk;
}

}  // namespace

int run_build(BuildCommand const& command) {
  auto const began = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  ProgressBar bar(choose_style(command.progress, stderr), stderr);
  PipelineOptions options = options_of(command, bar);
  options.index_dir = command.index_dir;
  // A second build is refused before it reads anything; the writer locks when it writes.
  if (Result<IndexFolder> const free = IndexFolder::lock(command.index_dir); !free) {
    complain(free.error());
    return kExitIndexTrouble;
  }
  Result<BuildReport> const built = run_pipeline(options, diagnostics);
  bar.clear();
  std::string const report =
      command.report.empty() ? command.index_dir + "/report.txt" : command.report;
  Status const written = write_report(diagnostics, report);
  show_diagnostics(diagnostics, !written.ok(), report);
  if (!built) {
    complain(built.error());
    return built.error().code == ErrorCode::kBadInput ? kExitBadInput : kExitIndexTrouble;
  }
  print_counts(*built, diagnostics);
  if (diagnostics.errors() > 0) {
    std::fprintf(stderr, "cyberlex-indexer: errors, nothing was written; the index is as it was\n");
    return kExitBadInput;
  }
  print_cost(began);
  std::printf("%-12s %s\n", "build", built->how.c_str());
  std::printf("%-12s %s\n", "digest", built->manifest.digest.c_str());
  return command.shards > 0 ? add_shards(command, options.jobs) : kExitOk;
}

int run_check(BuildCommand const& command) {
  Diagnostics diagnostics;
  ProgressBar bar(choose_style(command.progress, stderr), stderr);
  Result<BuildReport> const checked = run_pipeline(options_of(command, bar), diagnostics);
  bar.clear();
  show_diagnostics(diagnostics, true, "");
  if (!checked) {
    complain(checked.error());
    return kExitBadInput;
  }
  print_counts(*checked, diagnostics);
  return diagnostics.errors() > 0 ? kExitBadInput : kExitOk;
}

int run_verify(std::string const& index_dir) {
  Result<std::string> const folder = current_generation(index_dir);
  if (!folder) {
    complain(folder.error());
    return kExitIndexTrouble;
  }
  Result<std::vector<std::string>> const checked = verify_generation(*folder, cores());
  if (!checked) {
    complain(checked.error());
    return kExitIndexTrouble;
  }
  for (std::string const& line : *checked) {
    std::printf("%s\n", line.c_str());
  }
  return kExitOk;
}

int run_bulk(std::string const& index_dir, std::string const& out) {
  Result<std::string> const folder = current_generation(index_dir);
  Result<std::shared_ptr<Generation const>> const generation =
      folder ? Generation::open(*folder) : folder.error();
  Result<shards::BulkWritten> const written =
      generation ? shards::write_bulk_files(*generation, out) : generation.error();
  if (!written) {
    complain(written.error());
    return written.error().code == ErrorCode::kBadInput ? kExitBadInput : kExitIndexTrouble;
  }
  std::printf("%-12s %15s\n", "documents", with_thousands(written->documents).c_str());
  std::printf("%-12s %15s\n", "bulk files", with_thousands(written->files).c_str());
  return kExitOk;
}

int run_rollback(std::string const& index_dir, std::string const& to) {
  Result<RolledBack> const done = roll_back(index_dir, to, cores());
  if (!done) {
    complain(done.error());
    return done.error().code == ErrorCode::kBadInput ? kExitBadInput : kExitIndexTrouble;
  }
  std::printf("%-12s %s\n", "current", done->to.c_str());
  std::printf("%-12s %s\n", "before",
              done->from.empty() ? "none that could be opened" : done->from.c_str());
  std::printf("%-12s %s\n", "digest", done->manifest.digest.c_str());
  return kExitOk;
}

}  // namespace cyberlex
