#include "searchd/manual.h"

#include "tools/program_manual.h"

namespace cyberlex::searchd {
namespace {

constexpr char const* kAfter = R"(.SH SIGNALS
.TP
.BR SIGTERM ", " SIGINT
No new connections; requests that were begun are answered; then it ends.
.SH FILES
.TP
.I /etc/cyberlex/searchd.conf
What the service of the package reads by \-\-config: flags without their dashes, one a line.
.TP
.I /var/lib/cyberlex/index
The index that the package builds and its service reads.
.TP
.I var/index
The index, where nothing names another.
.SH NOTES
It writes nothing but the log on standard error, and in the folder for temporary files the exports that cannot be
sent before they are whole.
A new generation of the index is taken up while it runs.
.SH SEE ALSO
.BR cyberlex (1),
.BR cyberlex\-indexer (1)
)";

}  // namespace

void add_manual(CLI::App& app) {
  tools::add_manual_flag(
      app, {.section = '8',
            .purpose = "serve an index of statutes and treaties over HTTP",
            .exits = {{0, "Stopped by a signal, after finishing what was begun."},
                      {1, "The address cannot be listened on."},
                      {2, "Wrong flags, or a file of options that cannot be understood."},
                      {3, "No index there, or a damaged one."}},
            .after = kAfter});
}

}  // namespace cyberlex::searchd
