#include <unordered_map>

#include "indexer/read_act.h"
#include "indexer/read_own.h"
#include "indexer/timeline.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

Power read_power(YamlNode const& node, OwnFile& file) {
  FieldReader fields(node, file);
  Power out;
  out.power = fields.slug("power", Need::kRequired);
  out.authorisation = fields.slugs("authorisation", Need::kOptional);
  out.who = fields.text("who", Need::kOptional);
  out.threshold = fields.text("threshold", Need::kOptional);
  out.against = fields.text("against", Need::kOptional);
  out.duration = fields.text("duration", Need::kOptional);
  out.secrecy = fields.text("secrecy", Need::kOptional);
  out.provider_duty = fields.text("provider_duty", Need::kOptional);
  out.refusal = fields.text("refusal", Need::kOptional);
  fields.finish();
  return out;
}

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

// The facts of one row, still without a limb.
LimbFacts read_facts(FieldReader& fields, OwnFile& file) {
  LimbFacts out;
  out.place = file.place(fields.node());
  out.valid = fields.interval();
  out.offences = fields.slugs("offences", Need::kOptional);
  out.elements = read_elements(fields, file);
  for (YamlNode const& clause : fields.list("penalties", Need::kOptional)) {
    out.penalties.push_back(read_penalty(clause, file));
  }
  for (YamlNode const& power : fields.list("powers", Need::kOptional)) {
    out.powers.push_back(read_power(power, file));
  }
  out.concerns = fields.slugs("concerns", Need::kOptional);
  out.provenance = fields.provenance();
  out.note = fields.text("note", Need::kOptional);
  return out;
}

void read_limbs(YamlNode const& node, OwnFile& file, UnitFacts& unit) {
  FieldReader fields(node, file);
  LimbFacts facts = read_facts(fields, file);
  for (YamlNode const* const name : fields.one_or_more("limb", Need::kRequired)) {
    facts.limb = read_eid(*name, file);
    if (facts.limb.empty()) {
      continue;
    }
    if (!unit.eid.empty() && !unit.eid.contains(facts.limb)) {
      file.error(*name, "limb: expected " + unit.eid.text() + " or an eId below it, found \"" +
                            facts.limb.text() + "\"");
      continue;
    }
    unit.limbs.push_back(facts);
  }
  fields.finish();
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

UnitFacts read_unit(YamlNode const& node, OwnFile& file) {
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
    read_limbs(limb, file, unit);
  }
  fields.finish();
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
  std::unordered_map<std::string, int> lines;
  for (YamlNode const& node : fields.list("provisions", Need::kRequired)) {
    out.units.push_back(read_unit(node, file));
    EId const& eid = out.units.back().eid;
    auto const [first, fresh] = lines.try_emplace(eid.text(), node.line);
    if (!fresh && !eid.empty()) {
      file.error(node, eid.text() + " has a row already, on line " + std::to_string(first->second));
    }
  }
  fields.finish();
  return out;
}

std::optional<Annotations> read_annotations(std::string_view bytes, std::string const& file,
                                            Diagnostics& diagnostics) {
  OwnFile own(file, diagnostics);
  std::optional<YamlNode> const root = own.parse(bytes, kAnnotationsFormat);
  return root ? std::optional(read_annotations(*root, own)) : std::nullopt;
}

}  // namespace cyberlex
