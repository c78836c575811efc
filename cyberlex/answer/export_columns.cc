#include <array>

#include "cyberlex/answer/export_tables.h"

namespace cyberlex {
namespace {

using Values = std::span<std::string_view const>;
using ColumnList = std::vector<Column>;

constexpr auto kHowSure =
    std::to_array<std::string_view>({"verified", "recalled", "conflict", "not-assessed"});
constexpr auto kRowKinds = std::to_array<std::string_view>({"provision", "limb", "penalty"});

Column text(std::string name, std::string description) {
  return {std::move(name), ColumnType::kText, std::move(description)};
}
Column must(std::string name, std::string description) {
  return {std::move(name), ColumnType::kText, std::move(description), true};
}
Column list(std::string name, std::string description) {
  return {std::move(name), ColumnType::kList, std::move(description)};
}
Column one_of(std::string name, std::string description, Values values, bool required = true) {
  return {std::move(name), ColumnType::kText, std::move(description), required, values};
}
Column number(std::string name, std::string description, std::string unit = {}) {
  return {std::move(name), ColumnType::kInteger, std::move(description), true, {}, std::move(unit)};
}
Column date(std::string name, std::string description, bool required = false) {
  return {std::move(name), ColumnType::kDate, std::move(description), required};
}
Column term(std::string name, std::string description) {
  return {std::move(name), ColumnType::kDuration, std::move(description)};
}
Column amount(std::string name, std::string description, std::string unit) {
  return {std::move(name), ColumnType::kDecimal, std::move(description), false, {},
          std::move(unit)};
}

// Of which provision and limb the rest of a row speaks.
ColumnList below_limb(ColumnList rest) {
  rest.insert(rest.begin(), {must("provision", "handle of the provision"),
                             must("limb", "handle of the limb, or of the whole provision")});
  return rest;
}

// The same where a limb may say one thing twice.
ColumnList below_limb_nth(ColumnList rest) {
  rest.insert(rest.begin(), number("nth", "1; 2 and on where the limb has the same again"));
  return below_limb(std::move(rest));
}

// How the rest of a row is known.
ColumnList known(ColumnList rest) {
  rest.push_back(one_of("confidence", "how it is known", kHowSure));
  rest.push_back(list("sources", "where it is from: title and address"));
  return rest;
}

ColumnList provision_columns() {
  return {number("rank", "place in the order that was asked for, from 1"),
          must("handle", "short form of the provision's name"),
          must("iri", "its IRI, with the version of the leading text"),
          must("jurisdiction", "state (ISO 3166-1 alpha-2); int for treaties"),
          must("act", "handle of its act"),
          text("act_title", "title of the act, in English where it is held"),
          must("act_rank", "what the act is: act, ley, treaty, …"),
          {"year", ColumnType::kInteger, "of enactment or adoption"},
          must("kind", "section, article, …"),
          text("number", "its number"),
          text("heading", "heading of the leading text"),
          text("lang", "language of the leading text (ISO 639-1)"),
          one_of("text_kind", "what the leading text is", names<TextKind>(), false),
          date("version_date", "of the expression that last gave this text"),
          one_of("text_confidence", "how the leading text is known", names<Confidence>(), false),
          list("text_sources", "where the leading text is from"),
          date("valid_from", "first day on which it reads and means this; empty: from the start"),
          date("valid_to", "first day on which it no longer does; empty: open"),
          one_of("status", "where it stands on the day asked for", names<LegalStatus>()),
          one_of("class", "what it is for", names<ProvisionClass>()),
          list("path", "what it stands in, outermost first"),
          list("offences", "concepts of the scheme offence over its limbs"),
          list("powers", "concepts of the scheme power over its limbs"),
          list("articles", "treaty articles it is mapped to; unc/none: outside that treaty"),
          one_of("serious", "maximum of four years or graver; empty: no penalty", names<Ternary>(),
                 false),
          text("serious_reason", "the rule that gave it"),
          text("serious_limb", "handle of the limb that gave it"),
          {"score", ColumnType::kDecimal, "by relevance; 0 in any other order", true}};
}

ColumnList text_columns() {
  return known(
      {must("provision", "handle of the provision"), number("text", "which of its texts, from 1"),
       number("block", "which piece of that text, from 1"), must("eid", "eId of the piece"),
       number("depth", "below the provision: 0 for itself"), text("label", "printed number"),
       text("heading", "heading of the whole text"), text("body", "the text"),
       must("lang", "language (ISO 639-1)"),
       one_of("text_kind", "what the text is", names<TextKind>()),
       date("version_date", "of the expression that last gave this text", true),
       one_of("licence", "of the text, where the project wrote it; empty: the source's", {},
              false)});
}

ColumnList limb_columns() {
  return known(below_limb({list("offences", "concepts of the scheme offence"),
                           list("articles", "treaty articles it is mapped to"),
                           one_of("serious", "maximum of four years or graver; empty: no penalty",
                                  names<Ternary>(), false),
                           text("serious_reason", "the rule that gave it"),
                           one_of("one_year", "maximum of one year or graver; empty: no penalty",
                                  names<Ternary>(), false),
                           text("one_year_reason", "the rule that gave it"),
                           text("longest", "longest term as written, life or death"),
                           text("note", "remark")}));
}

ColumnList element_columns() {
  return known(below_limb({must("element", "conduct, object, mental_element, …"),
                           text("what", "what the law says of it, restated")}));
}

// What stands in a row of penalties beside the limb.
ColumnList arm_columns() {
  return known(
      {number("clause", "which clause of the limb, from 1"),
       number("arm", "which arm of the clause, from 1"),
       one_of("kind", "of punishment", names<PenaltyKind>()), term("min_term", "least term"),
       term("max_term", "greatest term"), amount("min_amount", "least amount", "column unit"),
       amount("max_amount", "greatest amount", "column unit"),
       text("unit", "of the amounts: ISO 4217 or day-fine, lashes, …"),
       one_of("relation", "how the arms of the clause are joined", names<PenaltyRelation>()),
       one_of("condition", "in which case", names<PenaltyCondition>()),
       text("condition_note", "that case in words"),
       one_of("person", "on whom", names<PenaltyPerson>()),
       text("multiplier", "raised by that share"),
       text("principal", "eId of the limb whose penalty applies"),
       text("derived_by", "general rule that changed the term"),
       date("valid_from", "first day; empty: from the start"),
       date("valid_to", "first day no more; empty: open"), text("note", "remark")});
}

ColumnList power_columns() {
  return known(below_limb_nth(
      {must("power", "concept of the scheme power"),
       list("authorisation", "whose leave it takes: concepts"), text("who", "who may use it"),
       text("threshold", "when"), text("against", "against whom or what"),
       text("duration", "for how long"), text("secrecy", "what is kept secret"),
       text("provider_duty", "what a provider owes"), text("refusal", "what refusing costs")}));
}

ColumnList assessment_columns(ColumnList of_what) {
  ColumnList out = below_limb_nth(std::move(of_what));
  out.push_back(one_of("value", "what was found", names<AssessmentValue>()));
  out.push_back(list("at", "handles of the provisions it rests on"));
  out.push_back(text("read", "what was read, by whom and when: on which an absence rests"));
  out.push_back(text("elsewhere", "act, not held, that has it"));
  out.push_back(text("note", "remark"));
  return known(std::move(out));
}

ColumnList concern_columns() {
  return known(below_limb_nth({must("concern", "concept of the scheme concern"),
                               list("raised_by", "who raises it"), text("where", "and where")}));
}

ColumnList mapping_columns() {
  return known(below_limb(
      {number("mapping", "which row of the limb, from 1"), must("treaty", "handle of the treaty"),
       must("article", "handle of the article; unc/none: outside the treaty"),
       one_of("relation", "how the provision stands to the article", names<Relation>()),
       text("mapped", "eId that the concordance names"), text("rationale", "why"),
       list("covers", "demands of the article that are met whole"),
       list("partly", "demands met in part"), list("missing", "what the article has beyond it"),
       list("added", "what it has beyond the article"), text("author", "who mapped it"),
       text("reviewed", "unreviewed, reviewed, disputed"), date("date", "when", true)}));
}

std::vector<TableInfo> make_tables() {
  return {
      {TableId::kProvisions, "provisions", "Provisions found", provision_columns(), {"handle"}},
      {TableId::kTexts,
       "texts",
       "Their texts, piece by piece",
       text_columns(),
       {"provision", "text", "block"}},
      {TableId::kLimbs, "limbs", "Limbs: what the annotations speak of", limb_columns(), {"limb"}},
      {TableId::kElements,
       "elements",
       "Elements of offences",
       element_columns(),
       {"limb", "element"}},
      {TableId::kPenalties,
       "penalties",
       "Penalties, a row an arm",
       below_limb(arm_columns()),
       {"limb", "clause", "arm"}},
      {TableId::kPowers,
       "powers",
       "Powers of investigation and enforcement",
       power_columns(),
       {"limb", "power", "nth"}},
      {TableId::kSafeguards,
       "safeguards",
       "What each power has of the safeguards",
       assessment_columns({must("power", "concept of the scheme power"),
                           must("safeguard", "concept of the scheme safeguard")}),
       {"limb", "power", "safeguard", "nth"}},
      {TableId::kDefences,
       "defences",
       "What each offence has of the defences",
       assessment_columns({must("defence", "concept of the scheme defence")}),
       {"limb", "defence", "nth"}},
      {TableId::kConcerns,
       "concerns",
       "Concerns that were raised",
       concern_columns(),
       {"limb", "concern", "nth"}},
      {TableId::kMappings,
       "mappings",
       "Mappings to treaty articles",
       mapping_columns(),
       {"limb", "mapping"}},
  };
}

void add_prefixed(ColumnList& out, ColumnList const& from, std::string const& prefix) {
  for (Column column : from) {
    column.name = prefix + column.name;
    column.required = false;
    out.push_back(std::move(column));
  }
}

ColumnList make_flat() {
  ColumnList out = {one_of("row_kind", "what the row is", kRowKinds)};
  ColumnList const provision = provision_columns();
  out.insert(out.end(), provision.begin(), provision.end());
  ColumnList limb = limb_columns();
  limb.erase(limb.begin(), limb.begin() + 2);
  out.push_back(text("limb", "handle of the limb"));
  add_prefixed(out, limb, "limb_");
  add_prefixed(out, arm_columns(), "penalty_");
  for (Column& column : out) {
    if (column.unit == "column unit") {
      column.unit = "column penalty_unit";
    }
  }
  return out;
}

}  // namespace

std::span<TableInfo const> export_tables() {
  static std::vector<TableInfo> const tables = make_tables();
  return tables;
}

TableInfo const& info_of(TableId table) {
  return export_tables()[static_cast<size_t>(table)];
}

std::vector<Column> const& flat_columns() {
  static ColumnList const columns = make_flat();
  return columns;
}

}  // namespace cyberlex
