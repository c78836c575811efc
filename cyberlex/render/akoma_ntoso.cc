#include "cyberlex/render/akoma_ntoso.h"

#include <utility>

#include "cyberlex/render/akn_meta.h"

namespace cyberlex {
namespace {

constexpr std::string_view kNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

template <typename Body>
std::string document(Body const& body) {
  XmlOut out;
  out.open("akomaNtoso", {{"xmlns", kNamespace}, {"xmlns:cyberlex", "urn:x-cyberlex:akn"}});
  body(out);
  out.close();
  return out.finish();
}

void write_formula(XmlOut& out, std::string_view element, AknUnit const& unit,
                   std::string const& language) {
  out.open(element, {{"eId", unit.record->eid.text()}, {"xml:lang", language}});
  write_paragraphs(out, *unit.text);
  out.close();
}

bool is_formula(AknUnit const& unit, ProvisionKind kind) {
  return unit.record->kind == kind && is_plain_text(unit);
}

// A preamble at the beginning and conclusions at the end stand outside the body, which may not be
// empty.
void write_act_text(XmlOut& out, std::vector<AknUnit> units, std::string const& language) {
  std::erase_if(units, [](AknUnit const& unit) { return unit.text == nullptr; });
  if (units.size() > 1 && is_formula(units.front(), ProvisionKind::kPreamble)) {
    write_formula(out, "preamble", units.front(), language);
    units.erase(units.begin());
  }
  AknUnit last;
  if (units.size() > 1 && is_formula(units.back(), ProvisionKind::kConclusions)) {
    last = units.back();
    units.pop_back();
  }
  out.open("body", {{"xml:lang", language}});
  write_hierarchy(out, units);
  out.close();
  if (last.text != nullptr) {
    write_formula(out, "conclusions", last, language);
  }
}

}  // namespace

std::string to_akoma_ntoso(ProvisionAnswer const& answer) {
  TextSummary const& text = answer.record.texts.front();
  AknSubject const subject{.generation = *answer.generation,
                           .act = answer.generation->acts().at(answer.record.act),
                           .expression = {text.language, text.version_date, text.kind},
                           .portion = answer.record.eid.text(),
                           .as_of = answer.as_of,
                           .units = {{&answer.record, &answer.texts.front()}}};
  return document([&](XmlOut& out) {
    out.open("portion", {{"includedIn", akn_document_iri(subject)}});
    write_meta(out, subject);
    out.open("portionBody", {{"xml:lang", text.language}});
    if (is_formula(subject.units.front(), ProvisionKind::kPreamble)) {
      write_formula(out, "preamble", subject.units.front(), {});
    } else {
      write_hierarchy(out, subject.units);
    }
    out.close();
    out.close();
  });
}

std::string to_akoma_ntoso(ActTextAnswer const& answer) {
  AknSubject subject{.generation = *answer.generation,
                     .act = answer.generation->acts().at(answer.act),
                     .expression = answer.expression,
                     .portion = {},
                     .as_of = answer.as_of,
                     .units = {}};
  for (ProvisionText const& each : answer.provisions) {
    bool const held = !each.record.texts.empty();
    subject.units.push_back({&each.record, held ? &each.text : nullptr});
  }
  return document([&](XmlOut& out) {
    out.open("act", {{"name", subject.act.work.rank.empty() ? "act" : subject.act.work.rank},
                     {"contains", "singleVersion"}});
    write_meta(out, subject);
    write_act_text(out, subject.units, answer.expression.language);
    out.close();
  });
}

}  // namespace cyberlex
