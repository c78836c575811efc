#include <array>
#include <optional>

#include "cyberlex/base/duration.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_own.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

// What an arm may be written as.
enum class ArmForm { kTerm, kAmount, kTrue, kTrueOrTerm };

struct ArmField {
  PenaltyKind kind;
  ArmForm form;
};

constexpr auto kArms = std::to_array<ArmField>({
    {PenaltyKind::kImprisonment, ArmForm::kTerm},
    {PenaltyKind::kLife, ArmForm::kTrue},
    {PenaltyKind::kDeath, ArmForm::kTrue},
    {PenaltyKind::kFine, ArmForm::kAmount},
    {PenaltyKind::kFlogging, ArmForm::kAmount},
    {PenaltyKind::kForfeiture, ArmForm::kTrueOrTerm},
    {PenaltyKind::kDisqualification, ArmForm::kTrueOrTerm},
    {PenaltyKind::kClosure, ArmForm::kTrueOrTerm},
    {PenaltyKind::kDissolution, ArmForm::kTrueOrTerm},
    {PenaltyKind::kLossOfServices, ArmForm::kTrueOrTerm},
    {PenaltyKind::kRestitution, ArmForm::kTrueOrTerm},
    {PenaltyKind::kJudicialIntervention, ArmForm::kTrueOrTerm},
});

constexpr auto kMultiplied = std::to_array<std::string_view>({"base"});

template <typename Value>
struct Range {
  std::optional<Value> min;
  std::optional<Value> max;
};

// {min, max} or {flat}, each value read by `parse`.
template <typename Value, typename Parse>
Range<Value> read_range(FieldReader& fields, OwnFile& file, Parse const& parse) {
  auto const value = [&](std::string_view key) -> std::optional<Value> {
    std::string const text = fields.line(key, Need::kOptional);
    if (text.empty()) {
      return std::nullopt;
    }
    Result<Value> parsed = parse(text);
    if (!parsed) {
      file.error(*fields.find(key), std::string(key) + ": " + parsed.error().message);
      return std::nullopt;
    }
    return std::move(parsed).value();
  };
  Range<Value> out = {value("min"), value("max")};
  YamlNode const* const flat = fields.find("flat");
  bool const stated = fields.find("min") != nullptr || fields.find("max") != nullptr;
  if (flat != nullptr && stated) {
    file.error(*flat, "flat: expected alone, not beside min or max");
  } else if (flat != nullptr) {
    out.min = out.max = value("flat");
  } else if (!stated && fields.is_mapping()) {
    file.error(fields.node(), "expected min, max or flat");
  }
  return out;
}

PenaltyArm read_term(PenaltyKind kind, YamlNode const& node, OwnFile& file) {
  FieldReader fields(node, file);
  auto const range = read_range<Duration>(
      fields, file, [](std::string_view text) { return Duration::parse(text); });
  fields.finish();
  PenaltyArm arm;
  arm.kind = kind;
  arm.min_term = range.min;
  arm.max_term = range.max;
  return arm;
}

PenaltyArm read_amount(PenaltyKind kind, YamlNode const& node, OwnFile& file) {
  FieldReader fields(node, file);
  auto const range = read_range<Hundredths>(fields, file, parse_decimal);
  PenaltyArm arm;
  arm.kind = kind;
  arm.min_amount = range.min;
  arm.max_amount = range.max;
  arm.unit = kind == PenaltyKind::kFlogging ? "lashes" : fields.line("unit", Need::kOptional);
  if (kind == PenaltyKind::kFine && arm.unit == "lashes") {
    file.error(*fields.find("unit"), "unit: lashes are a flogging, not a fine");
  }
  fields.finish();
  return arm;
}

PenaltyArm read_arm(ArmField const& field, YamlNode const& node, OwnFile& file) {
  if (field.form == ArmForm::kAmount) {
    return read_amount(field.kind, node, file);
  }
  bool const may_be_term = field.form != ArmForm::kTrue;
  if (may_be_term && node.kind == YamlKind::kMapping) {
    return read_term(field.kind, node, file);
  }
  bool const is_true = node.kind == YamlKind::kScalar && node.text == "true";
  if (field.form == ArmForm::kTerm || !is_true) {
    std::string const wanted = field.form == ArmForm::kTerm ? "{min, max} or {flat}"
                               : field.form == ArmForm::kTrue
                                   ? "true"
                                   : "true, or {min, max} where the law gives a term";
    file.error(node, std::string(name_of(field.kind)) + ": expected " + wanted);
  }
  PenaltyArm arm;
  arm.kind = field.kind;
  return arm;
}

bool is_share(std::string_view text) {
  size_t const slash = text.find('/');
  auto const number = [](std::string_view part) {
    return !part.empty() && part.size() <= 4 && part.find_first_not_of("0123456789") == part.npos &&
           part[0] != '0';
  };
  return slash != text.npos && number(text.substr(0, slash)) && number(text.substr(slash + 1));
}

// `{of: base, factor: 1/3}` -> "1/3".
std::string read_multiplier(YamlNode const& node, OwnFile& file) {
  FieldReader fields(node, file);
  fields.word("of", Need::kRequired, kMultiplied);
  std::string factor = fields.line("factor", Need::kRequired);
  if (!factor.empty() && !is_share(factor)) {
    file.error(*fields.find("factor"),
               "factor: expected a share such as 1/3, found " + in_quotes(factor));
  }
  fields.finish();
  return factor;
}

void read_variant(FieldReader& fields, OwnFile& file, PenaltyClause& clause) {
  clause.condition =
      fields.name<PenaltyCondition>("condition", Need::kOptional).value_or(PenaltyCondition::kBase);
  clause.condition_note = fields.text("condition_note", Need::kOptional);
  clause.person =
      fields.name<PenaltyPerson>("person", Need::kOptional).value_or(PenaltyPerson::kNatural);
  if (YamlNode const* const multiplier = fields.find("multiplier")) {
    clause.multiplier = read_multiplier(*multiplier, file);
  }
  if (EId principal = fields.eid("principal", Need::kOptional); !principal.empty()) {
    if (clause.relation != PenaltyRelation::kSameAsPrincipal) {
      file.error(*fields.find("principal"), "principal: only beside `relation: same-as-principal`");
    }
    clause.principal = std::move(principal);
  }
  clause.derived_by = fields.text("derived_by", Need::kOptional);
}

}  // namespace

PenaltyClause read_penalty(YamlNode const& node, OwnFile& file) {
  size_t const errors = file.errors();
  FieldReader fields(node, file);
  PenaltyClause clause;
  auto const relation = fields.name<PenaltyRelation>("relation", Need::kRequired);
  clause.relation = relation.value_or(PenaltyRelation::kOnly);
  for (ArmField const& field : kArms) {
    if (YamlNode const* const arm = fields.find(name_of(field.kind))) {
      clause.arms.push_back(read_arm(field, *arm, file));
    }
  }
  read_variant(fields, file, clause);
  clause.valid = fields.interval();
  Provenance provenance = fields.provenance();
  clause.confidence = provenance.confidence;
  clause.sources = std::move(provenance.sources);
  clause.note = fields.text("note", Need::kOptional);
  fields.finish();
  if (file.errors() == errors) {
    for (std::string const& fault : faults_of(clause)) {
      file.error(node, fault);
    }
  }
  return clause;
}

}  // namespace cyberlex
