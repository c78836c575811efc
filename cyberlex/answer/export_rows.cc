#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "cyberlex/answer/export_tables.h"
#include "cyberlex/answer/iri.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex {
namespace {

constexpr std::string_view kOwnLicence = "CC-BY-4.0";

using Rows = std::vector<TableRow>;

// What every row of one provision needs.
struct Context {
  ActRecord const& act;
  ProvisionRecord const& record;
  WalkedHit const& hit;

  Work const& work() const { return act.work; }
  std::string handle(EId const& eid) const { return to_string(Handle{work().handle, eid}); }
};

std::string name(auto value) {
  return std::string(name_of(value));
}

std::string day_text(Date date) {
  return date == kBeginningOfTime || date == kEndOfTime ? "" : date.to_string();
}

// The separator within an item becomes a comma, so that a list falls apart where it was joined.
std::string joined(std::vector<std::string> const& items) {
  std::string out;
  for (std::string item : items) {
    for (size_t at = item.find(kListSeparator); at != std::string::npos;
         at = item.find(kListSeparator, at)) {
      item.replace(at, kListSeparator.size(), ", ");
    }
    out += (out.empty() ? "" : std::string(kListSeparator)) + item;
  }
  return out;
}

std::string source_text(Source const& source) {
  std::string out = source.title;
  if (!source.locator.empty()) {
    out += ", " + source.locator;
  }
  return source.url.empty() ? out : out + " <" + source.url + '>';
}

std::string sources_text(Work const& work, std::vector<std::string> const& keys) {
  std::vector<std::string> out;
  for (std::string const& key : keys) {
    auto const source = work.sources.find(key);
    out.push_back(source == work.sources.end() ? key : source_text(source->second));
  }
  return joined(out);
}

void add_known(TableRow& row, Work const& work, Provenance const& provenance) {
  row.push_back(name(provenance.confidence));
  row.push_back(sources_text(work, provenance.sources));
}

void add_known(TableRow& row, Work const& work, LimbRecord const& limb) {
  if (limb.annotated) {
    add_known(row, work, limb.provenance);
  } else {
    row.insert(row.end(), {"not-assessed", ""});
  }
}

TableRow row_of(Context const& context, LimbRecord const& limb) {
  return {context.handle(context.record.eid), context.handle(limb.eid)};
}

void append(TableRow& row, std::vector<std::string> cells) {
  row.insert(row.end(), std::make_move_iterator(cells.begin()),
             std::make_move_iterator(cells.end()));
}

std::string path_text(ProvisionRecord const& record) {
  std::vector<std::string> out;
  for (PathStep const& step : record.path) {
    std::string text(name_of(step.kind));
    text += step.label.empty() ? "" : ' ' + step.label;
    text += step.heading.empty() ? "" : ": " + step.heading;
    out.push_back(std::move(text));
  }
  return joined(out);
}

std::string articles_text(std::vector<MappingRecord const*> const& mappings) {
  std::vector<std::string> out;
  for (MappingRecord const* mapping : mappings) {
    std::string const article = article_handle(*mapping);
    if (std::find(out.begin(), out.end(), article) == out.end()) {
      out.push_back(article);
    }
  }
  return joined(out);
}

std::string articles_text(LimbRecord const& limb) {
  std::vector<MappingRecord const*> mappings;
  for (MappingRecord const& mapping : limb.mappings) {
    mappings.push_back(&mapping);
  }
  return articles_text(mappings);
}

std::string score_text(double score) {
  std::array<char, 400> digits{};
  auto const written = std::to_chars(digits.data(), digits.data() + digits.size(), score,
                                     std::chars_format::fixed, 4);
  return {digits.data(), written.ptr};
}

void add_leading_text(TableRow& row, Context const& context) {
  if (context.record.texts.empty()) {
    row.insert(row.end(), 6, "");
    return;
  }
  TextSummary const& text = context.record.texts.front();
  append(row, {text.heading, text.language, name(text.kind), text.version_date.to_string()});
  add_known(row, context.work(), text.provenance);
}

void add_gravest(TableRow& row, Context const& context) {
  auto const grave = gravest(context.record);
  if (!grave) {
    row.insert(row.end(), 3, "");
    return;
  }
  append(row,
         {name(grave->derived.value), grave->derived.reason, context.handle(grave->limb->eid)});
}

TableRow provision_row(Context const& context) {
  ProvisionRecord const& record = context.record;
  Work const& work = context.work();
  TableRow row = {std::to_string(context.hit.rank),
                  context.handle(record.eid),
                  iri_of(context.act, record),
                  work.jurisdiction,
                  work.handle,
                  display_title(work),
                  work.rank,
                  work.year == 0 ? "" : std::to_string(work.year),
                  name(record.kind),
                  record.num};
  add_leading_text(row, context);
  append(row, {day_text(record.valid.from), day_text(record.valid.to), name(record.status),
               name(record.klass), path_text(record), joined(offences_of(record)),
               joined(powers_of(record)), articles_text(mappings_of(record))});
  add_gravest(row, context);
  row.push_back(score_text(context.hit.hit.score));
  return row;
}

// A restatement of a work that was not taken over from elsewhere is the project's own.
std::string licence_of(Work const& work, TextKind kind) {
  bool const own = kind == TextKind::kRestatement && work.source_url.empty();
  return own ? std::string(kOwnLicence) : "";
}

Rows text_rows(Context const& context) {
  Rows out;
  for (size_t i = 0; i < context.hit.texts.size(); ++i) {
    TextSummary const& summary = context.record.texts.at(i);
    size_t number = 0;
    for (TextBlock const& block : context.hit.texts[i].blocks) {
      TableRow row = {context.handle(context.record.eid),
                      std::to_string(i + 1),
                      std::to_string(++number),
                      std::string(block.eid.text()),
                      std::to_string(block.depth),
                      block.label,
                      summary.heading,
                      block.text,
                      summary.language,
                      name(summary.kind),
                      summary.version_date.to_string(),
                      licence_of(context.work(), summary.kind)};
      add_known(row, context.work(), summary.provenance);
      out.push_back(std::move(row));
    }
  }
  return out;
}

void add_derived(TableRow& row, std::optional<Derived> const& derived) {
  append(row, {derived ? name(derived->value) : "", derived ? derived->reason : ""});
}

// Without the two columns that say whose it is.
TableRow limb_cells(Context const& context, LimbRecord const& limb) {
  TableRow row = {joined(limb.offences), articles_text(limb)};
  add_derived(row, serious_of(limb));
  add_derived(row, one_year_of(limb));
  append(row, {longest_term(limb), limb.note});
  add_known(row, context.work(), limb);
  return row;
}

bool has_terms(PenaltyKind kind) {
  return kind != PenaltyKind::kFine && kind != PenaltyKind::kFlogging;
}

TableRow arm_cells(Context const& context, PenaltyRow const& arm, size_t number) {
  PenaltyClause const& clause = *arm.clause;
  bool const terms = arm.unit.empty() && has_terms(arm.kind);
  TableRow row = {std::to_string(arm.number),
                  std::to_string(number),
                  name(arm.kind),
                  terms ? arm.min : "",
                  terms ? arm.max : "",
                  terms ? "" : arm.min,
                  terms ? "" : arm.max,
                  arm.unit,
                  name(clause.relation),
                  name(clause.condition),
                  clause.condition_note,
                  name(clause.person),
                  clause.multiplier,
                  clause.principal ? std::string(clause.principal->text()) : "",
                  clause.derived_by,
                  day_text(clause.valid.from),
                  day_text(clause.valid.to),
                  clause.note};
  add_known(row, context.work(), {clause.confidence, clause.sources});
  return row;
}

// The arms of a limb, numbered within their clauses.
Rows arms_of(Context const& context, LimbRecord const& limb) {
  Rows out;
  uint32_t clause = 0;
  size_t number = 0;
  for (PenaltyRow const& arm : penalty_rows(limb)) {
    number = arm.number == clause ? number + 1 : 1;
    clause = arm.number;
    out.push_back(arm_cells(context, arm, number));
  }
  return out;
}

void add_limb(Rows& out, Context const& context, LimbRecord const& limb) {
  TableRow row = row_of(context, limb);
  append(row, limb_cells(context, limb));
  out.push_back(std::move(row));
}

void add_elements(Rows& out, Context const& context, LimbRecord const& limb) {
  for (auto const& [element, what] : limb.elements) {
    TableRow row = row_of(context, limb);
    append(row, {element, what});
    add_known(row, context.work(), limb);
    out.push_back(std::move(row));
  }
}

void add_penalties(Rows& out, Context const& context, LimbRecord const& limb) {
  for (TableRow& arm : arms_of(context, limb)) {
    TableRow row = row_of(context, limb);
    append(row, std::move(arm));
    out.push_back(std::move(row));
  }
}

void add_powers(Rows& out, Context const& context, LimbRecord const& limb) {
  for (Power const& power : limb.powers) {
    TableRow row = row_of(context, limb);
    append(row, {power.power, joined(power.authorisation), power.who, power.threshold,
                 power.against, power.duration, power.secrecy, power.provider_duty, power.refusal});
    add_known(row, context.work(), limb);
    out.push_back(std::move(row));
  }
}

std::string reading_text(Work const& work, std::string const& key) {
  auto const found = work.readings.find(key);
  if (found == work.readings.end()) {
    return key;
  }
  Reading const& reading = found->second;
  return reading.what + " (" + reading.by + ", " + reading.date.to_string() + ')';
}

void add_assessment(TableRow& row, Context const& context, Assessment const& assessment) {
  append(row, {assessment.concept_id, name(assessment.value), joined(assessment.at),
               assessment.read.empty() ? "" : reading_text(context.work(), assessment.read),
               assessment.elsewhere, assessment.note});
  if (assessment.value == AssessmentValue::kNotAssessed) {
    row.insert(row.end(), {"not-assessed", ""});
  } else {
    add_known(row, context.work(), assessment.provenance);
  }
}

void add_safeguards(Rows& out, Context const& context, LimbRecord const& limb) {
  for (Power const& power : limb.powers) {
    for (Assessment const& assessment : power.safeguards) {
      TableRow row = row_of(context, limb);
      row.push_back(power.power);
      add_assessment(row, context, assessment);
      out.push_back(std::move(row));
    }
  }
}

void add_defences(Rows& out, Context const& context, LimbRecord const& limb) {
  for (Assessment const& assessment : limb.defences) {
    TableRow row = row_of(context, limb);
    add_assessment(row, context, assessment);
    out.push_back(std::move(row));
  }
}

void add_concerns(Rows& out, Context const& context, LimbRecord const& limb) {
  for (Concern const& concern : limb.concerns) {
    TableRow row = row_of(context, limb);
    append(row, {concern.concern, joined(concern.raised_by), concern.where});
    add_known(row, context.work(), concern.provenance);
    out.push_back(std::move(row));
  }
}

void add_mappings(Rows& out, Context const& context, LimbRecord const& limb) {
  size_t number = 0;
  for (MappingRecord const& mapping : limb.mappings) {
    TableRow row = row_of(context, limb);
    std::vector<std::string> sources;
    for (Source const& source : mapping.sources) {
      sources.push_back(source_text(source));
    }
    append(row, {std::to_string(++number), mapping.treaty, article_handle(mapping),
                 name(mapping.relation), std::string(mapping.limb.text()), mapping.rationale,
                 joined(mapping.covers), joined(mapping.partly), joined(mapping.missing),
                 joined(mapping.added), mapping.author, mapping.reviewed, mapping.date.to_string(),
                 name(mapping.confidence), joined(sources)});
    out.push_back(std::move(row));
  }
}

using AddLimb = void (*)(Rows&, Context const&, LimbRecord const&);

// In the order of TableId; what a provision gives as a whole has none.
constexpr auto kAddLimb =
    std::to_array<AddLimb>({nullptr, nullptr, add_limb, add_elements, add_penalties, add_powers,
                            add_safeguards, add_defences, add_concerns, add_mappings});

Context context_of(Generation const& generation, WalkedHit const& hit) {
  return {generation.acts().at(hit.hit.record->act), *hit.hit.record, hit};
}

// How many columns name what a row of the table is about; 0 where a limb says it once.
size_t names_in(TableId table) {
  switch (table) {
    case TableId::kPowers:
    case TableId::kDefences:
    case TableId::kConcerns:
      return 1;
    case TableId::kSafeguards:
      return 2;
    default:
      return 0;
  }
}

// Fills the column "nth", which stands behind provision and limb.
void number_same(Rows& rows, size_t names) {
  std::map<std::vector<std::string>, size_t> seen;
  for (TableRow& row : rows) {
    auto const end = row.begin() + 2 + static_cast<std::ptrdiff_t>(names);
    size_t const nth = ++seen[{row.begin() + 1, end}];
    row.insert(row.begin() + 2, std::to_string(nth));
  }
}

// One row of the flat table; what is left out is empty.
TableRow flat_row(std::string kind, TableRow const& provision, TableRow limb, TableRow penalty) {
  TableRow row = {std::move(kind)};
  append(row, provision);
  append(row, std::move(limb));
  append(row, std::move(penalty));
  row.resize(flat_columns().size());
  return row;
}

}  // namespace

std::vector<TableRow> rows_of(TableId table, Generation const& generation, WalkedHit const& hit) {
  Context const context = context_of(generation, hit);
  if (table == TableId::kProvisions) {
    return {provision_row(context)};
  }
  if (table == TableId::kTexts) {
    return text_rows(context);
  }
  Rows out;
  for (LimbRecord const& limb : context.record.limbs) {
    kAddLimb.at(static_cast<size_t>(table))(out, context, limb);
  }
  if (size_t const names = names_in(table); names > 0) {
    number_same(out, names);
  }
  return out;
}

std::vector<TableRow> flat_rows(Generation const& generation, WalkedHit const& hit) {
  Context const context = context_of(generation, hit);
  TableRow const provision = provision_row(context);
  Rows out;
  for (LimbRecord const& limb : context.record.limbs) {
    TableRow cells = {context.handle(limb.eid)};
    append(cells, limb_cells(context, limb));
    Rows const arms = arms_of(context, limb);
    for (TableRow const& arm : arms) {
      out.push_back(flat_row("penalty", provision, cells, arm));
    }
    if (arms.empty()) {
      out.push_back(flat_row("limb", provision, cells, {}));
    }
  }
  if (out.empty()) {
    out.push_back(flat_row("provision", provision, {}, {}));
  }
  return out;
}

}  // namespace cyberlex
