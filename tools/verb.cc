#include "tools/verb.h"

#include <CLI/CLI.hpp>

#include "tools/flags.h"

namespace cyberlex::tools {

Verb::Verb(CLI::App& application, std::string const& name, std::string const& description,
           std::string const& examples, Asks asks)
    : app(*application.add_subcommand(name, description)), flags(app) {
  if (asks == Asks::kIndex) {
    add_common(app, common);
  }
  app.footer("Examples:\n" + examples);
}

}  // namespace cyberlex::tools
