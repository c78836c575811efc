// The door of mappings/: concordances and concept schemes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/annotation.h"

namespace cyberlex {

struct Mappings {
  std::vector<Concordance> concordances;
  Taxonomy taxonomy;
};

// Reads every file below `folder` by its `format:` line. Faults within a file, labels used by two
// concepts, unknown or circular `broader` are errors in `diagnostics`. Whether the limbs and
// articles exist is known only beside the acts: annotate() checks that.
Mappings read_mappings(std::string const& folder, Diagnostics& diagnostics);

// For tests and fuzzing.
std::optional<Concordance> read_concordance(std::string_view bytes, std::string const& file,
                                            Diagnostics& diagnostics);
std::vector<Concept> read_concepts(std::string_view bytes, std::string const& file,
                                   Diagnostics& diagnostics);
// Sorts, and reports labels and parents that do not hold together.
Taxonomy make_taxonomy(std::vector<Concept> concepts, Diagnostics& diagnostics);

}  // namespace cyberlex
