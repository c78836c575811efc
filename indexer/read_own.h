// The readers of the project's own format on parsed files, for those who hold the file:
// read_act_folder, which checks an act's files against each other, and read_mappings, which goes by
// their `format`.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/model/act.h"
#include "cyberlex/model/annotation.h"
#include "indexer/own_file.h"
#include "indexer/yaml_tree.h"

namespace cyberlex {

// The `format` of each kind of file.
inline constexpr std::string_view kActFormat = "cyberlex-act/1";
inline constexpr std::string_view kExpressionFormat = "cyberlex-expression/1";
inline constexpr std::string_view kAnnotationsFormat = "cyberlex-annotations/1";
inline constexpr std::string_view kConcordanceFormat = "cyberlex-concordance/1";
inline constexpr std::string_view kConceptsFormat = "cyberlex-concepts/1";

// Each reads the root mapping of `file` as the page of its format says, reports every fault, and
// yields what could be understood. Sources are noted in `file`; a work and a concordance check
// their own. REQUIRES: `root` is a mapping.
Work read_work(YamlNode const& root, OwnFile& file);
Expression read_expression(YamlNode const& root, OwnFile& file, std::string* act_handle);
Annotations read_annotations(YamlNode const& root, OwnFile& file);
Concordance read_concordance(YamlNode const& root, OwnFile& file);
std::vector<Concept> read_concepts(YamlNode const& root, OwnFile& file);

// One clause of `penalties`.
PenaltyClause read_penalty(YamlNode const& node, OwnFile& file);

}  // namespace cyberlex
