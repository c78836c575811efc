#include "indexer/read_assessment.h"

#include <array>

#include "cyberlex/text/nearest.h"
#include "indexer/read_mentions.h"

namespace cyberlex {
namespace {

// Searching for what was meant is quadratic; beyond these nobody reads it.
constexpr size_t kMostCandidates = 1000;

// What a value rests on.
struct Ground {
  std::string_view key;
  std::string_view what;
};
constexpr Ground kAt = {"at", "the provisions it rests on"};
constexpr Ground kRead = {"read", "the reading that shows it"};
constexpr Ground kElsewhere = {"elsewhere", "the act that would hold it"};
constexpr Ground kNote = {"note", "what makes it unclear"};
constexpr Ground kNothing = {};

// A note may stand beside any value; the others only where they are the ground.
constexpr auto kGrounds = std::to_array<Ground>({kAt, kRead, kElsewhere});

Ground const& ground_of(AssessmentValue value) {
  switch (value) {
    case AssessmentValue::kPresent:
    case AssessmentValue::kPartial:
      return kAt;
    case AssessmentValue::kAbsent:
      return kRead;
    case AssessmentValue::kElsewhere:
      return kElsewhere;
    case AssessmentValue::kUnclear:
      return kNote;
    case AssessmentValue::kNotAssessed:
      break;
  }
  return kNothing;
}

// The values that rest on `key`, for messages.
std::string values_with(std::string_view key) {
  std::string out;
  for (std::string_view const name : names<AssessmentValue>()) {
    if (ground_of(parse_name<AssessmentValue>(name).value()).key == key) {
      out += (out.empty() ? "" : " or ") + std::string(name);
    }
  }
  return out;
}

void check_grounds(FieldReader& fields, OwnFile& file, AssessmentValue value) {
  Ground const& ground = ground_of(value);
  if (!ground.key.empty() && fields.find(ground.key) == nullptr) {
    file.error(fields.node(), "value: " + std::string(name_of(value)) + " needs the key " +
                                  in_quotes(ground.key) + ", " + std::string(ground.what));
  }
  for (Ground const& other : kGrounds) {
    YamlNode const* const found = fields.find(other.key);
    if (found != nullptr && other.key != ground.key) {
      file.error(*found, std::string(other.key) + ": expected beside value " +
                             values_with(other.key) + ", not beside " +
                             std::string(name_of(value)));
    }
  }
}

AssessmentRow read_row(YamlEntry const& entry, OwnFile& file, std::string const& act) {
  FieldReader fields(entry.value, file);
  AssessmentRow row;
  row.place = file.place(entry.key);
  Assessment& out = row.assessment;
  out.concept_id = entry.key.text;
  auto const value = fields.name<AssessmentValue>("value", Need::kRequired);
  out.value = value.value_or(AssessmentValue::kNotAssessed);
  out.at = read_handles(fields, file, {"at", act, Held::kAlways});
  out.read = fields.slug("read", Need::kOptional);
  if (!out.read.empty()) {
    file.use_reading(*fields.find("read"));
  }
  out.elsewhere = fields.line("elsewhere", Need::kOptional);
  out.note = fields.text("note", Need::kOptional);
  auto const confidence = fields.name<Confidence>("confidence", Need::kOptional);
  row.own_confidence = confidence.has_value();
  out.provenance.confidence = confidence.value_or(Confidence::kRecalled);
  out.provenance.sources = fields.sources();
  row.own_sources = !out.provenance.sources.empty();
  if (value) {
    check_grounds(fields, file, *value);
  }
  fields.finish();
  return row;
}

size_t bytes_of(Assessment const& row) {
  size_t bytes = sizeof(Assessment) + row.concept_id.size() + row.read.size() +
                 row.elsewhere.size() + row.note.size();
  for (auto const* const list : {&row.at, &row.provenance.sources}) {
    for (std::string const& each : *list) {
      bytes += sizeof(std::string) + each.size();
    }
  }
  return bytes;
}

}  // namespace

AssessmentReader::AssessmentReader(FieldReader& root, OwnFile& file, std::string act)
    : file_(file), act_(std::move(act)) {
  for (auto const& [name, rows] : root.mapping("checklists", Need::kOptional)) {
    if (!expect_slug(name, file_)) {
      continue;
    }
    Checklist& out = checklists_[name.text];
    out.place = file_.place(name);
    out.rows = read_rows(rows);
    for (AssessmentRow const& row : out.rows) {
      out.bytes += bytes_of(row.assessment);
    }
  }
}

std::vector<AssessmentRow> AssessmentReader::read_rows(YamlNode const& node) {
  std::vector<AssessmentRow> out;
  if (node.kind != YamlKind::kMapping || node.entries.empty() || node.entries.size() > kMostNames) {
    file_.error(node, "expected a mapping of 1 to " + std::to_string(kMostNames) +
                          " concepts, found " + std::string(name_of_kind(node)));
    return out;
  }
  for (YamlEntry const& entry : node.entries) {
    if (expect_slug(entry.key, file_)) {
      out.push_back(read_row(entry, file_, act_));
    }
  }
  return out;
}

AssessmentReader::Checklist* AssessmentReader::find(FieldReader& fields) {
  std::string const name = fields.slug("checklist", Need::kOptional);
  if (name.empty()) {
    return nullptr;
  }
  auto const found = checklists_.find(name);
  if (found != checklists_.end()) {
    return affordable(found->second, *fields.find("checklist")) ? &found->second : nullptr;
  }
  file_.error(*fields.find("checklist"),
              "checklist: expected one of those under `checklists`, found " + in_quotes(name) +
                  hint_for(name));
  return nullptr;
}

std::string AssessmentReader::hint_for(std::string const& name) {
  if (--suggestions_ < 0) {
    return "";
  }
  Nearest nearest(name);
  size_t candidates = 0;
  for (auto const& [known, list] : checklists_) {
    if (++candidates <= kMostCandidates) {
      nearest.consider(known);
    }
  }
  return nearest.hint();
}

// Reported once: what comes after is not read.
bool AssessmentReader::affordable(Checklist const& shared, YamlNode const& node) {
  bool const before = shared_text_ <= kMostSharedText;
  shared_text_ += before ? shared.bytes : 0;
  bool const after = shared_text_ <= kMostSharedText;
  if (before && !after) {
    file_.error(node, "checklist: the shared rows of this file come to more than " +
                          std::to_string(kMostSharedText) + " bytes when they are written out");
  }
  return after;
}

// Its concepts are looked up once for each scheme it serves.
void AssessmentReader::use(Checklist& shared, std::string_view scheme) {
  if (!shared.used_as.insert(scheme).second) {
    return;
  }
  for (AssessmentRow const& row : shared.rows) {
    file_.mentions().concepts.push_back({scheme, row.assessment.concept_id, row.place});
  }
}

// A row that says itself that it is recalled has not been seen in the limb's sources.
Provenance AssessmentReader::provenance_of(AssessmentRow& row, Provenance const& of_limb) {
  Provenance out = row.assessment.provenance;
  bool const recalled = row.own_confidence && out.confidence == Confidence::kRecalled;
  if (!row.own_confidence) {
    out.confidence = of_limb.confidence;
  }
  if (!row.own_sources && !recalled) {
    out.sources = of_limb.sources;
  }
  bool const unfounded = out.confidence == Confidence::kVerified && out.sources.empty();
  if (unfounded && row.own_confidence && !row.reported) {
    row.reported = true;
    file_.error(row.place, "confidence: verified needs at least one source");
  }
  return out;
}

void AssessmentReader::add(AssessmentRow& row, Provenance const& of_limb,
                           std::vector<Assessment>& out) {
  if (row.assessment.value == AssessmentValue::kNotAssessed && row.assessment.note.empty()) {
    return;
  }
  out.push_back(row.assessment);
  out.back().provenance = provenance_of(row, of_limb);
}

std::vector<Assessment> AssessmentReader::read(FieldReader& fields, AssessmentField const& field,
                                               Provenance const& of_limb) {
  std::vector<Assessment> out;
  std::set<std::string> taken;
  if (YamlNode const* const own = fields.find(field.key)) {
    for (AssessmentRow& row : read_rows(*own)) {
      taken.insert(row.assessment.concept_id);
      file_.mentions().concepts.push_back({field.scheme, row.assessment.concept_id, row.place});
      add(row, of_limb, out);
    }
  }
  if (Checklist* const shared = find(fields)) {
    use(*shared, field.scheme);
    for (AssessmentRow& row : shared->rows) {
      if (!taken.contains(row.assessment.concept_id)) {
        add(row, of_limb, out);
      }
    }
  }
  return out;
}

void AssessmentReader::finish() {
  for (auto const& [name, list] : checklists_) {
    if (list.used_as.empty()) {
      file_.error(list.place, "checklists: nothing uses " + in_quotes(name));
    }
  }
}

}  // namespace cyberlex
