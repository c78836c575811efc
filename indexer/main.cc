#include <CLI/CLI.hpp>

#include "indexer/commands.h"
#include "indexer/manual.h"

namespace {

void add_inputs(CLI::App& verb, cyberlex::BuildCommand& command) {
  verb.add_option("--corpus", command.corpus, "Folder or file to read; may be given several times")
      ->required()
      ->check(CLI::ExistingPath);
  verb.add_option("--mappings", command.mappings, "Folder of concordances and taxonomy")
      ->check(CLI::ExistingDirectory);
  verb.add_option("--jobs", command.jobs, "Threads (default: all cores)")
      ->check(CLI::Range(1, 256));
  verb.add_option("--progress", command.progress, "How to show progress")
      ->check(CLI::IsMember({"auto", "plain", "none"}));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Reads statutes and mappings and builds the index that cyberlex and cyberlex-searchd answer "
      "from.",
      "cyberlex-indexer");
  app.set_version_flag("--version", CYBERLEX_VERSION);
  cyberlex::add_manual(app);
  app.require_subcommand(1);
  cyberlex::BuildCommand command;
  std::string index_dir = "var/index";

  CLI::App* build = app.add_subcommand("build", "Build a generation and make it the current one");
  add_inputs(*build, command);
  build->add_option("--index", index_dir, "Folder of the index (default var/index)");
  build->add_flag("--full", command.full, "Read and write everything, whatever has not changed");
  build
      ->add_option("--shards", command.shards,
                   "Write the generation as so many shards too, for xapian-tcpsrv")
      ->check(CLI::Range(1, 64));
  build->add_option("--report", command.report,
                    "File for every diagnostic (default INDEX/report.txt)");
  CLI::App* check = app.add_subcommand("check", "Read and join everything, write nothing");
  add_inputs(*check, command);
  CLI::App* verify = app.add_subcommand("verify", "Check every block and every digest of an index");
  verify->add_option("--index", index_dir, "Folder of the index (default var/index)");

  CLI::App* rollback = app.add_subcommand(
      "rollback", "Go back to the generation before the current one, after checking it");
  rollback->add_option("--index", index_dir, "Folder of the index (default var/index)");
  std::string to;
  rollback->add_option("--to", to, "Name of a generation, where several are there");

  CLI::App* bulk =
      app.add_subcommand("opensearch", "Write the current generation as bulk files for OpenSearch");
  bulk->add_option("--index", index_dir, "Folder of the index (default var/index)");
  std::string out;
  bulk->add_option("--out", out, "New folder for the files")->required();

  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? cyberlex::kExitOk : cyberlex::kExitBadInput;
  }
  if (*verify) {
    return cyberlex::run_verify(index_dir);
  }
  if (*bulk) {
    return cyberlex::run_bulk(index_dir, out);
  }
  if (*rollback) {
    return cyberlex::run_rollback(index_dir, to);
  }
  command.index_dir = index_dir;
  return *check ? cyberlex::run_check(command) : cyberlex::run_build(command);
}
