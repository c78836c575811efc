// From the front matter of a Legalize file to the work: two dialects.
//
// legalize.dev writes title, identifier, country, rank, dates and status. The tree of German
// federal law writes Title, jurabk and slug, and the dates as a definition list below the title.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/base/date.h"
#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/act.h"
#include "indexer/legalize_front_matter.h"

namespace cyberlex {

// A work, and the language and date of the one expression a file holds.
struct LegalizeWork {
  Work work;
  std::string language;
  Date version;
};

// `head`: the text between the title and the first heading. Nothing when the fields name no law
// (neither identifier and country nor jurabk); what cannot be understood of the rest is a warning.
std::optional<LegalizeWork> make_legalize_work(FrontMatter const& fields, std::string_view head,
                                               std::string const& file, Diagnostics& diagnostics);

// The German dialect. REQUIRES: fields.get("jurabk") is not empty.
std::optional<LegalizeWork> make_german_work(FrontMatter const& fields, std::string_view head,
                                             std::string const& file, Diagnostics& diagnostics);

// The title over the line "---" that its converter put into the middle of it, and the rest of it.
std::string whole_title(FrontMatter const& fields, std::string_view title);

}  // namespace cyberlex
