// cyberlex-bench: the parts of tools/bench that need the engine.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "tools/benchmark/commands.h"

namespace {

using namespace cyberlex::benchmark;

struct Options {
  std::string index;
  std::string out;
  bool exact = false;
  DrawOptions draw;
  EngineOptions engine;
  LoadOptions load;
  SyntheticOptions synthetic;
};

CLI::App& add_verb(CLI::App& app, char const* name, char const* what, Options& options) {
  CLI::App& verb = *app.add_subcommand(name, what);
  verb.add_option("--index", options.index, "Folder of the index")->required();
  return verb;
}

void add_questions(CLI::App& verb, Options& options) {
  verb.add_option("--questions", options.engine.questions, "File of questions")->required();
  verb.add_flag("--exact", options.exact, "Ask each word as =word");
}

void add_out(CLI::App& verb, Options& options) {
  verb.add_option("--out", options.out, "What to write")->required();
}

void add_index_verbs(CLI::App& app, Options& options) {
  CLI::App& draw = add_verb(app, "draw", "Draw questions from the words of an index", options);
  add_out(draw, options);
  draw.add_option("--number", options.draw.questions, "Questions a workload");
  draw.add_option("--seed", options.draw.seed, "Seed");
  add_out(add_verb(app, "export", "Write the provisions for the peers", options), options);
  CLI::App& engine = add_verb(app, "engine", "Ask the engine and print times", options);
  add_questions(engine, options);
  engine.add_option("--passes", options.engine.passes, "Passes that count");
  engine.add_flag("--forgetful", options.engine.forgets, "Keep no provision that was shown");
  CLI::App& overlap = add_verb(app, "overlap", "Compare the best ten with exact BM25", options);
  add_questions(overlap, options);
  CLI::App& paths = add_verb(app, "paths", "Write the questions as paths of the API", options);
  add_questions(paths, options);
  add_out(paths, options);
  add_verb(app, "open", "Open the generation and print how long it took", options);
  CLI::App& synthetic = add_verb(app, "synthetic", "Write a tree of invented words", options);
  add_out(synthetic, options);
  synthetic.add_option("--provisions", options.synthetic.provisions, "How many")->required();
  synthetic.add_option("--longest", options.synthetic.longest, "Words of a provision at most");
  synthetic.add_option("--seed", options.synthetic.seed, "Seed");
}

void add_http_verbs(CLI::App& app, Options& options) {
  CLI::App& load = *app.add_subcommand("load", "Ask a server of 127.0.0.1 and print times");
  load.add_option("--port", options.load.port, "Its port")->required();
  load.add_option("--paths", options.load.paths, "File of paths")->required();
  load.add_option("--connections", options.load.connections, "Keep-alive connections");
  load.add_option("--passes", options.load.passes, "Times that each path is asked");
  CLI::App& ceiling = *app.add_subcommand("ceiling", "Serve 2,000 bytes with bare cpp-httplib");
  ceiling.add_option("--threads", options.load.connections, "Threads")->required();
}

// The one that was asked for; options are complete.
void run(std::string const& verb, Options& options) {
  if (verb == "draw") {
    draw_questions(options.draw);
  } else if (verb == "export") {
    export_provisions(options.index, options.out);
  } else if (verb == "engine") {
    time_engine(options.engine);
  } else if (verb == "overlap") {
    compare_ranking(options.engine);
  } else if (verb == "paths") {
    write_paths(options.engine, options.out);
  } else if (verb == "open") {
    time_opening(options.index);
  } else if (verb == "synthetic") {
    write_synthetic(options.synthetic);
  } else if (verb == "load") {
    load(options.load);
  } else {
    serve_ceiling(options.load.connections);
  }
}

void complete(Options& options) {
  options.draw.index = options.engine.index = options.synthetic.like = options.index;
  options.draw.out = options.synthetic.out = options.out;
  options.engine.words = options.exact ? Words::kExact : Words::kStemmed;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Measures the engine; see tools/bench", "cyberlex-bench");
  app.require_subcommand(1);
  add_index_verbs(app, options);
  add_http_verbs(app, options);
  CLI11_PARSE(app, argc, argv);
  try {
    complete(options);
    run(app.get_subcommands().front()->get_name(), options);
    return 0;
  } catch (std::exception const& failed) {
    std::fprintf(stderr, "cyberlex-bench: %s\n", failed.what());
    return 1;
  }
}
