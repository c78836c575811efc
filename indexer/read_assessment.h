// Safeguards of powers and defences to offences: rows of their own, and the checklists that several
// powers or limbs of an act share.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/model/annotation.h"
#include "indexer/own_file.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {

// How much text a file's shared rows may come to when they are written out, in bytes: short as a
// `checklist: x` is, it stands for all of them.
inline constexpr size_t kMostSharedText = size_t{16} << 20;

// One row as written: which fields are its own and not the limb's.
struct AssessmentRow {
  Assessment assessment;
  bool own_confidence = false;
  bool own_sources = false;
  bool reported = false;  // that it is verified by no source
  SourcePlace place;
};

// Where rows stand. REQUIRES: literals.
struct AssessmentField {
  std::string_view key;     // "safeguards"
  std::string_view scheme;  // "safeguard"
};

// The assessments of one annotations.yaml.
// REQUIRES: `file` outlives the reader.
class AssessmentReader {
 public:
  // Reads `checklists` of the file's root. `act` is the act's handle, for the eIds in `at`.
  AssessmentReader(FieldReader& root, OwnFile& file, std::string act);

  // The rows of `field`, then those of the shared list that `checklist` names, each concept once;
  // what a row does not say of its provenance is that of its limb. A row that is not assessed and
  // says nothing more is left out.
  std::vector<Assessment> read(FieldReader& fields, AssessmentField const& field,
                               Provenance const& of_limb);

  // Reports the shared lists that nobody has used.
  void finish();

 private:
  struct Checklist {
    std::vector<AssessmentRow> rows;
    size_t bytes = 0;
    std::set<std::string_view> used_as;  // schemes
    SourcePlace place;
  };

  std::vector<AssessmentRow> read_rows(YamlNode const& node);
  Checklist* find(FieldReader& fields);
  void use(Checklist& shared, std::string_view scheme);
  std::string hint_for(std::string const& name);
  bool affordable(Checklist const& shared, YamlNode const& node);
  Provenance provenance_of(AssessmentRow& row, Provenance const& of_limb);
  void add(AssessmentRow& row, Provenance const& of_limb, std::vector<Assessment>& out);

  OwnFile& file_;
  std::string act_;
  std::map<std::string, Checklist> checklists_;
  size_t shared_text_ = 0;
  int suggestions_ = 20;
};

}  // namespace cyberlex
