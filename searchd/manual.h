// What the manual page of the daemon says beside its flags.
#pragma once

namespace CLI {
class App;
}

namespace cyberlex::searchd {

// Gives the daemon --manual, which prints cyberlex-searchd(8) and ends it.
void add_manual(CLI::App& app);

}  // namespace cyberlex::searchd
