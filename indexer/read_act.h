// The door through which every law enters: bytes in, Act out; afterwards nobody knows the format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/annotation.h"
#include "indexer/mentions.h"
#include "indexer/source_files.h"

namespace cyberlex {

// Conservation of a body's text: characters (code points that are not white space) found in the
// source's body, kept in the act, and accounted for by a diagnostic. found == kept + reported,
// always.
struct CharacterCount {
  uint64_t found = 0;
  uint64_t kept = 0;
  uint64_t reported = 0;
};

// What a file gave. `act` is absent when nothing could be understood; diagnostics say why.
struct ReadAct {
  std::optional<Act> act;
  std::optional<Annotations> annotations;  // own format only
  Mentions mentions;                       // of the act's files, own format only
  CharacterCount characters;
};

// Reads one source with the reader of its format; never fails as a whole: what cannot be understood
// is a diagnostic with file, line and column. Pure but for reading the file. Thread rule: any
// thread.
ReadAct read_act(SourceFile const& source, Diagnostics& diagnostics);

// The same in two steps, for sources that are one file each: its bytes (absent, with a warning,
// when it cannot be read), and what they give. REQUIRES: not the project's own format.
std::optional<std::string> read_source(SourceFile const& source, Diagnostics& diagnostics);
ReadAct read_act(SourceFile const& source, std::string_view bytes, Diagnostics& diagnostics);

// The readers, for tests and fuzzing: bytes in, no file access. `file` names the source in
// diagnostics.
ReadAct read_legalize(std::string_view bytes, std::string const& file, Diagnostics& diagnostics);
ReadAct read_akoma_ntoso(std::string_view bytes, std::string const& file, Diagnostics& diagnostics);

// The parts of the own format: act.yaml, one expression, annotations.yaml.
std::optional<Work> read_work(std::string_view bytes, std::string const& file,
                              Diagnostics& diagnostics);
std::optional<Expression> read_expression(std::string_view bytes, std::string const& file,
                                          std::string* act_handle, Diagnostics& diagnostics);
std::optional<Annotations> read_annotations(std::string_view bytes, std::string const& file,
                                            Diagnostics& diagnostics);
// The own format as a whole: act.yaml and its siblings.
ReadAct read_act_folder(std::string const& act_yaml, Diagnostics& diagnostics);

}  // namespace cyberlex
