// The parts of act.yaml that are lists of their own, each read into the work. For read_work.cc.
#pragma once

#include "indexer/own_file.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {

// A code of ISO 3166-1 alpha-2, assigned or left to users (aa, qm to qz, xa to xz, zz), in small
// letters.
bool is_state(std::string_view code);

// Each reads one field of act.yaml. REQUIRES: the work has its handle and jurisdiction, as far as
// they could be read.
void read_events(FieldReader& fields, OwnFile& file, Work& work);
void read_decisions(FieldReader& fields, OwnFile& file, Work& work);
void read_standings(FieldReader& fields, OwnFile& file, Work& work);
void read_parallels(FieldReader& fields, OwnFile& file, Work& work);
void read_readings(FieldReader& fields, OwnFile& file, Work& work);
void read_gaps(FieldReader& fields, OwnFile& file, Work& work);

}  // namespace cyberlex
