// What the manual page of the indexer says beside its verbs and flags.
#pragma once

namespace CLI {
class App;
}

namespace cyberlex {

// Gives the indexer --manual, which prints cyberlex-indexer(1) and ends it.
void add_manual(CLI::App& app);

}  // namespace cyberlex
