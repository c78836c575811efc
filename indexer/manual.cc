#include "indexer/manual.h"

#include "indexer/commands.h"
#include "tools/program_manual.h"

namespace cyberlex {
namespace {

constexpr char const* kAfter = R"(.SH FILES
.TP
.I var/index
The index, where \-\-index names no other.
.TP
.IR INDEX /report.txt
Every diagnostic of the last build.
.TP
.IR /usr/share/cyberlex/corpus ", " /usr/share/cyberlex/mappings
What the package brings.
.SH EXAMPLES
.nf
cyberlex\-indexer build \-\-corpus corpus \-\-mappings mappings \-\-index var/index
cyberlex\-indexer verify \-\-index var/index
.fi
.SH SEE ALSO
.BR cyberlex (1),
.BR cyberlex\-searchd (8)
)";

}  // namespace

void add_manual(CLI::App& app) {
  tools::add_manual_flag(
      app,
      {.section = '1',
       .purpose = "build the index of statutes and treaties",
       .exits = {{kExitOk, "Done."},
                 {kExitBadInput, "Bad flags, or errors in corpus or mappings."},
                 {kExitIndexTrouble, "The index is missing or damaged, or could not be written."}},
       .after = kAfter});
}

}  // namespace cyberlex
