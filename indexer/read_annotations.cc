#include <array>
#include <unordered_map>

#include "cyberlex/text/nearest.h"
#include "indexer/read_act.h"
#include "indexer/read_assessment.h"
#include "indexer/read_mentions.h"
#include "indexer/read_own.h"
#include "indexer/timeline.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

constexpr auto kNeeds = std::to_array<std::string_view>({"mandatory", "optional"});

bool is_element_name(std::string_view text) {
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == text.npos;
}

std::map<std::string, std::string> read_elements(FieldReader& fields, OwnFile& file) {
  std::map<std::string, std::string> out;
  for (auto const& [name, value] : fields.mapping("elements", Need::kOptional)) {
    if (!is_element_name(name.text)) {
      file.error(name,
                 "elements: expected a name such as mental_element, found \"" + name.text + "\"");
    } else if (expect_text(value, "text", file)) {
      out[name.text] = value.text;
    }
  }
  return out;
}

// A row of `asks` as it was used by a limb.
struct DemandUse {
  std::string id;
  Interval valid;
  SourcePlace place;
};

// Reads the rows of one annotations.yaml.
class LimbReader {
 public:
  LimbReader(OwnFile& file, std::string const& act, AssessmentReader& assessments)
      : file_(file), assessments_(assessments), treaty_(act.find('/') == std::string::npos) {}

  void read(YamlNode const& node, UnitFacts& unit);
  // Reports demands of the unit just read that stand twice, and forgets them.
  void finish_unit(EId const& unit);

 private:
  LimbFacts read_facts(FieldReader& fields);
  Power read_power(YamlNode const& node, Provenance const& of_limb);
  Concern read_concern(YamlNode const& node, Provenance const& of_limb);
  Demand read_demand(YamlNode const& node);
  void read_defences(FieldReader& fields, LimbFacts& facts);
  void read_asks(FieldReader& fields, LimbFacts& facts);
  void note_demands(FieldReader& fields, LimbFacts const& facts);

  OwnFile& file_;
  AssessmentReader& assessments_;
  bool treaty_;
  std::vector<DemandUse> demands_;
};

Power LimbReader::read_power(YamlNode const& node, Provenance const& of_limb) {
  FieldReader fields(node, file_);
  Power out;
  out.power = read_concept_id(fields, file_, "power", "power");
  out.authorisation =
      read_concept_ids(fields, file_, "authorisation", "authorisation", Need::kOptional);
  out.who = fields.text("who", Need::kOptional);
  out.threshold = fields.text("threshold", Need::kOptional);
  out.against = fields.text("against", Need::kOptional);
  out.duration = fields.text("duration", Need::kOptional);
  out.secrecy = fields.text("secrecy", Need::kOptional);
  out.provider_duty = fields.text("provider_duty", Need::kOptional);
  out.refusal = fields.text("refusal", Need::kOptional);
  out.safeguards = assessments_.read(fields, {"safeguards", "safeguard"}, of_limb);
  fields.finish();
  return out;
}

Concern LimbReader::read_concern(YamlNode const& node, Provenance const& of_limb) {
  FieldReader fields(node, file_);
  Concern out;
  out.concern = read_concept_id(fields, file_, "concern", "concern");
  out.raised_by = fields.texts("raised_by", Need::kRequired);
  out.where = fields.text("where", Need::kOptional);
  bool const own = fields.find("confidence") != nullptr || fields.find("sources") != nullptr;
  out.provenance = own ? fields.provenance() : of_limb;
  fields.finish();
  return out;
}

Demand LimbReader::read_demand(YamlNode const& node) {
  FieldReader fields(node, file_);
  Demand out;
  out.id = fields.slug("id", Need::kRequired);
  out.mandatory = fields.word("need", Need::kRequired, kNeeds).value_or(0) == 0;
  out.text = fields.text("text", Need::kRequired);
  fields.finish();
  return out;
}

void LimbReader::read_defences(FieldReader& fields, LimbFacts& facts) {
  facts.defences = assessments_.read(fields, {"defences", "defence"}, facts.provenance);
  for (std::string_view const key : {"defences", "checklist"}) {
    YamlNode const* const found = fields.find(key);
    if (found != nullptr && facts.offences.empty()) {
      file_.error(*found, std::string(key) +
                              ": expected in a limb with `offences`, whose defences " +
                              "it assesses");
    }
  }
}

void LimbReader::read_asks(FieldReader& fields, LimbFacts& facts) {
  std::vector<YamlNode> const& nodes = fields.list("asks", Need::kOptional);
  if (!nodes.empty() && !treaty_) {
    file_.error(*fields.find("asks"),
                "asks: only a treaty (jurisdiction: int) asks something of a state's law");
    return;
  }
  for (YamlNode const& node : nodes) {
    facts.asks.push_back(read_demand(node));
  }
}

// The facts of one row, still without a limb.
LimbFacts LimbReader::read_facts(FieldReader& fields) {
  LimbFacts out;
  out.place = file_.place(fields.node());
  out.valid = fields.interval();
  out.provenance = fields.provenance();
  out.offences = read_concept_ids(fields, file_, "offences", "offence", Need::kOptional);
  out.elements = read_elements(fields, file_);
  for (YamlNode const& clause : fields.list("penalties", Need::kOptional)) {
    out.penalties.push_back(read_penalty(clause, file_));
  }
  for (YamlNode const& power : fields.list("powers", Need::kOptional)) {
    out.powers.push_back(read_power(power, out.provenance));
  }
  for (YamlNode const& concern : fields.list("concerns", Need::kOptional)) {
    out.concerns.push_back(read_concern(concern, out.provenance));
  }
  read_defences(fields, out);
  read_asks(fields, out);
  out.note = fields.text("note", Need::kOptional);
  return out;
}

void LimbReader::note_demands(FieldReader& fields, LimbFacts const& facts) {
  std::vector<YamlNode> const& nodes = fields.list("asks", Need::kOptional);
  for (size_t i = 0; i < facts.asks.size(); ++i) {
    if (!facts.asks[i].id.empty()) {
      demands_.push_back({facts.asks[i].id, facts.valid, file_.place(nodes[i])});
    }
  }
}

void LimbReader::read(YamlNode const& node, UnitFacts& unit) {
  FieldReader fields(node, file_);
  LimbFacts facts = read_facts(fields);
  for (YamlNode const* const name : fields.one_or_more("limb", Need::kRequired)) {
    facts.limb = read_eid(*name, file_);
    if (facts.limb.empty()) {
      continue;
    }
    if (!unit.eid.empty() && !unit.eid.contains(facts.limb)) {
      file_.error(*name, "limb: expected " + unit.eid.text() + " or an eId below it, found \"" +
                             facts.limb.text() + "\"");
      continue;
    }
    unit.limbs.push_back(facts);
    note_demands(fields, facts);
  }
  fields.finish();
}

void LimbReader::finish_unit(EId const& unit) {
  std::vector<TimedRow> rows;
  for (size_t i = 0; i < demands_.size(); ++i) {
    rows.push_back({demands_[i].id, demands_[i].valid, i});
  }
  for (Overlap const& overlap : overlaps_within(std::move(rows))) {
    DemandUse const& second = demands_[overlap.second];
    file_.error(second.place, "asks: the id " + in_quotes(second.id) + " stands twice in " +
                                  unit.text() + ", see line " +
                                  std::to_string(demands_[overlap.first].place.line));
  }
  demands_.clear();
}

void check_timeline(UnitFacts const& unit, OwnFile& file) {
  std::vector<TimedRow> rows;
  for (size_t i = 0; i < unit.limbs.size(); ++i) {
    rows.push_back({unit.limbs[i].limb.text(), unit.limbs[i].valid, i});
  }
  auto const report = [&](Overlap const& overlap, std::string const& what) {
    LimbFacts const& first = unit.limbs[overlap.first];
    LimbFacts const& second = unit.limbs[overlap.second];
    file.error(second.place, "limb " + second.limb.text() + what + first.limb.text() + " on line " +
                                 std::to_string(first.place.line) + " at the same time");
  };
  for (Overlap const& overlap : overlaps_within(rows)) {
    report(overlap, " repeats ");
  }
  for (Overlap const& overlap : nested_overlaps(std::move(rows))) {
    report(overlap, " nests with ");
  }
}

UnitFacts read_unit(YamlNode const& node, OwnFile& file, LimbReader& limbs) {
  FieldReader fields(node, file);
  UnitFacts unit;
  unit.place = file.place(node);
  unit.eid = fields.eid("eid", Need::kRequired);
  if (unit.eid != unit.eid.unit()) {
    file.error(*fields.find("eid"), "eid: expected a unit such as " + unit.eid.unit().text() +
                                        ", found \"" + unit.eid.text() + "\"");
  }
  // "not-assessed", the first of the names, is what the absence of a row says.
  auto const klass = fields.word("class", Need::kRequired, names<ProvisionClass>().subspan(1));
  unit.klass = klass ? static_cast<ProvisionClass>(*klass + 1) : ProvisionClass::kGeneral;
  for (YamlNode const& limb : fields.list("limbs", Need::kOptional)) {
    limbs.read(limb, unit);
  }
  fields.finish();
  limbs.finish_unit(unit.eid);
  check_timeline(unit, file);
  return unit;
}

}  // namespace

Annotations read_annotations(YamlNode const& root, OwnFile& file) {
  FieldReader fields(root, file);
  Annotations out;
  out.file = file.name();
  fields.find("format");
  out.act = fields.line("act", Need::kRequired);
  AssessmentReader assessments(fields, file, out.act);
  LimbReader limbs(file, out.act, assessments);
  std::unordered_map<std::string, int> lines;
  for (YamlNode const& node : fields.list("provisions", Need::kRequired)) {
    out.units.push_back(read_unit(node, file, limbs));
    EId const& eid = out.units.back().eid;
    auto const [first, fresh] = lines.try_emplace(eid.text(), node.line);
    if (!fresh && !eid.empty()) {
      file.error(node, eid.text() + " has a row already, on line " + std::to_string(first->second));
    }
  }
  fields.finish();
  assessments.finish();
  return out;
}

std::optional<Annotations> read_annotations(std::string_view bytes, std::string const& file,
                                            Diagnostics& diagnostics) {
  OwnFile own(file, diagnostics);
  std::optional<YamlNode> const root = own.parse(bytes, kAnnotationsFormat);
  return root ? std::optional(read_annotations(*root, own)) : std::nullopt;
}

}  // namespace cyberlex
