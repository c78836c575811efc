#include "cyberlex/render/akn_meta.h"

#include <algorithm>
#include <map>
#include <utility>

#include "cyberlex/answer/iri.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {
namespace {

// Agents, by their eId in <references>.
constexpr std::string_view kHouse = "#cyberlex";
constexpr std::string_view kState = "#legislator";
constexpr std::string_view kUnknown = "#not-recorded";

std::string iri_in(AknSubject const& subject) {
  return iri_of(subject.act, subject.expression);
}

// "/akn/…/!main", with the portion.
std::string this_iri(AknSubject const& subject, std::string const& base) {
  auto const eid = EId::parse(subject.portion);
  return subject.portion.empty() || !eid ? base + "/!main" : portion_iri(base, *eid);
}

struct NamedDay {
  Date date;
  std::string name;
};

// The day of enactment or adoption; where none is held, that of the earliest version.
NamedDay first_day(ActRecord const& act) {
  for (ActEvent const& event : act.work.events) {
    if (event.type == "enacted" || event.type == "adopted") {
      return {event.date, event.type};
    }
  }
  auto const earliest =
      std::min_element(act.expressions.begin(), act.expressions.end(),
                       [](auto const& a, auto const& b) { return a.date < b.date; });
  return {earliest == act.expressions.end() ? Date() : earliest->date, "earliest-version-held"};
}

void write_date(XmlOut& out, NamedDay const& day) {
  out.leaf("FRBRdate", {{"date", day.date.to_string()}, {"name", day.name}});
}

void write_author(XmlOut& out, std::string_view agent, std::string_view role) {
  out.leaf("FRBRauthor", {{"href", agent}, {"as", role}});
}

// "/akn/un/act/…" -> "un".
std::string country_of(std::string_view work_iri) {
  work_iri.remove_prefix(std::min<size_t>(work_iri.size(), std::string_view("/akn/").size()));
  return std::string(work_iri.substr(0, work_iri.find('/')));
}

std::string title_in(Work const& work, std::string const& language) {
  auto const found = work.title.find(language);
  return found == work.title.end() ? display_text(work.title, work.original_language)
                                   : found->second;
}

void write_work(XmlOut& out, AknSubject const& subject) {
  Work const& work = subject.act.work;
  out.open("FRBRWork");
  out.leaf("FRBRthis", {{"value", this_iri(subject, work.iri)}});
  out.leaf("FRBRuri", {{"value", work.iri}});
  out.leaf("FRBRalias", {{"value", work.handle}, {"name", "handle"}});
  write_date(out, first_day(subject.act));
  write_author(out, kState, "#author");
  out.leaf("FRBRcountry", {{"value", country_of(work.iri)}});
  out.leaf("FRBRname", {{"value", title_in(work, subject.expression.language)}});
  out.close();
}

bool is_translation(TextKind kind) {
  return kind == TextKind::kOfficialTranslation || kind == TextKind::kUnofficialTranslation ||
         kind == TextKind::kMachineTranslation;
}

void write_text_author(XmlOut& out, TextKind kind) {
  if (kind == TextKind::kRestatement) {
    write_author(out, kHouse, "#restater");
  } else if (kind == TextKind::kOfficial) {
    write_author(out, kState, "#author");
  } else {
    write_author(out, kUnknown, "#translator");
  }
}

std::string three_letters(std::string const& language) {
  return std::string(language_639_2(language).value_or("und"));
}

void write_expression(XmlOut& out, AknSubject const& subject) {
  ExpressionSummary const& expression = subject.expression;
  std::string const iri = iri_in(subject);
  out.open("FRBRExpression");
  out.leaf("FRBRthis", {{"value", this_iri(subject, iri)}});
  out.leaf("FRBRuri", {{"value", iri}});
  out.leaf("FRBRalias", {{"value", name_of(expression.kind)}, {"name", "text-kind"}});
  write_date(out, {expression.date, "version"});
  write_text_author(out, expression.kind);
  // Of an official text we hold a copy, of which we cannot say it.
  if (expression.kind != TextKind::kOfficial && expression.kind != TextKind::kOfficialTranslation) {
    out.leaf("FRBRauthoritative", {{"value", "false"}});
  }
  out.leaf("FRBRlanguage", {{"language", three_letters(expression.language)}});
  std::string const original = three_letters(subject.act.work.original_language);
  if (is_translation(expression.kind)) {
    out.leaf("FRBRtranslation",
             {{"href", subject.act.work.iri + '/' + original}, {"fromLanguage", original}});
  }
  out.close();
}

void write_manifestation(XmlOut& out, AknSubject const& subject) {
  out.open("FRBRManifestation");
  std::string const iri = iri_in(subject);
  out.leaf("FRBRthis", {{"value", this_iri(subject, iri) + ".akn"}});
  out.leaf("FRBRuri", {{"value", iri + ".akn"}});
  write_date(out, {subject.as_of, "as-of"});
  write_author(out, kHouse, "#editor");
  out.leaf("FRBRformat", {{"value", "application/akn+xml"}});
  out.close();
}

// ---- what happened to the act

// The three kinds that the standard knows.
std::string_view kind_of_event(std::string const& type) {
  if (type == "enacted" || type == "adopted") {
    return "generation";
  }
  return type == "amended" ? "amendment" : type == "repealed" ? "repeal" : "";
}

void write_lifecycle(XmlOut& out, AknSubject const& subject) {
  std::vector<ActEvent> const& events = subject.act.work.events;
  auto const happened = [&](ActEvent const& event) { return event.date <= subject.as_of; };
  if (std::none_of(events.begin(), events.end(), happened)) {
    return;
  }
  out.open("lifecycle", {{"source", kHouse}});
  for (ActEvent const& event : events) {
    if (!happened(event)) {
      continue;
    }
    out.open("eventRef", {{"date", event.date.to_string()},
                          {"source", kHouse},
                          {"type", kind_of_event(event.type)}});
    out.leaf("cyberlex:event", {{"type", event.type},
                                {"by", event.by},
                                {"confidence", name_of(event.provenance.confidence)}});
    out.close();
  }
  out.close();
}

// ---- what is pointed at

std::string source_eid(std::string const& key) {
  return "source-" + percent_encoded(key);
}

void write_agent(XmlOut& out, std::string_view agent, std::string_view path,
                 std::string_view shown) {
  out.leaf("TLCOrganization", {{"eId", agent.substr(1)}, {"href", path}, {"showAs", shown}});
}

// The sources of the texts that the document holds; of a key that nobody described, no more.
std::map<std::string, Source> sources_of(AknSubject const& subject) {
  std::map<std::string, Source> out;
  for (AknUnit const& unit : subject.units) {
    for (TextSummary const& text : unit.record->texts) {
      for (std::string const& key : text.provenance.sources) {
        auto const found = subject.act.work.sources.find(key);
        out[key] = found == subject.act.work.sources.end() ? Source() : found->second;
      }
    }
  }
  return out;
}

void write_references(XmlOut& out, AknSubject const& subject) {
  Work const& work = subject.act.work;
  std::string const legislator = work.jurisdiction == "int" ? std::string("Parties to the treaty")
                                                            : country_name(work.jurisdiction);
  out.open("references", {{"source", kHouse}});
  write_agent(out, kHouse, "/ontology/organization/cyberlex", "Cyberlex");
  write_agent(out, kState, "/ontology/organization/" + work.jurisdiction, legislator);
  write_agent(out, kUnknown, "/ontology/organization/not-recorded", "not recorded");
  for (auto const& [id, shown] :
       {std::pair("author", "author"), std::pair("editor", "editor of this file"),
        std::pair("restater", "author of a restatement: the law in other words, not its wording"),
        std::pair("translator", "translator")}) {
    out.leaf("TLCRole",
             {{"eId", id}, {"href", std::string("/ontology/role/") + id}, {"showAs", shown}});
  }
  for (auto const& [key, source] : sources_of(subject)) {
    out.leaf("TLCReference",
             {{"eId", source_eid(key)},
              {"name", "source"},
              {"href",
               source.url.empty() ? "urn:x-cyberlex:source:" + percent_encoded(key) : source.url},
              {"showAs", source.title.empty() ? key : source.title}});
  }
  if (!work.source_url.empty()) {
    out.leaf("TLCReference", {{"eId", "source"},
                              {"name", "source"},
                              {"href", work.source_url},
                              {"showAs", work.source_url}});
  }
  out.close();
}

// ---- what the standard has no place for

std::string joined(std::vector<std::string> const& words, std::string_view before) {
  std::string out;
  for (std::string const& word : words) {
    out.append(out.empty() ? "" : " ").append(before).append(word);
  }
  return out;
}

void write_mapping(XmlOut& out, Generation const& generation, MappingRecord const& mapping) {
  ActRecord const* const treaty = generation.find_act(mapping.treaty);
  std::string const iri = treaty == nullptr ? "" : treaty->work.iri;
  out.text(
      "cyberlex:mapping", mapping.rationale,
      {{"limb", '#' + mapping.limb.text()},
       {"article", article_handle(mapping)},
       {"href", iri.empty() || mapping.article.empty() ? iri : portion_iri(iri, mapping.article)},
       {"relation", name_of(mapping.relation)},
       {"covers", joined(mapping.covers, "")},
       {"partly", joined(mapping.partly, "")},
       {"confidence", name_of(mapping.confidence)},
       {"by", mapping.author},
       {"reviewed", mapping.reviewed},
       {"date", mapping.date == Date() ? "" : mapping.date.to_string()}});
}

std::string day_of(Date day) {
  return day == kBeginningOfTime || day == kEndOfTime ? std::string() : day.to_string();
}

void write_unit(XmlOut& out, AknSubject const& subject, AknUnit const& unit) {
  ProvisionRecord const& record = *unit.record;
  bool const held = unit.text != nullptr;
  TextSummary const* const text = record.texts.empty() ? nullptr : &record.texts.front();
  out.open("cyberlex:provision",
           {{"eId", record.eid.text()},
            {"text", held ? "" : "none held in this language and kind"},
            {"status", name_of(record.status)},
            {"from", day_of(record.valid.from)},
            {"to", day_of(record.valid.to)},
            {"version", text == nullptr ? "" : text->version_date.to_string()},
            {"confidence", text == nullptr ? "" : name_of(text->provenance.confidence)},
            {"sources", text == nullptr ? "" : joined(text->provenance.sources, "#source-")}});
  for (MappingRecord const* const mapping : mappings_of(record)) {
    write_mapping(out, subject.generation, *mapping);
  }
  out.close();
}

void write_proprietary(XmlOut& out, AknSubject const& subject) {
  out.open("proprietary", {{"source", kHouse}});
  out.leaf("cyberlex:corpus", {{"digest", subject.generation.manifest().digest}});
  out.leaf("cyberlex:text",
           {{"kind", name_of(subject.expression.kind)}, {"language", subject.expression.language}});
  for (AknUnit const& unit : subject.units) {
    write_unit(out, subject, unit);
  }
  out.close();
}

}  // namespace

std::string akn_document_iri(AknSubject const& subject) {
  return iri_in(subject) + "/!main";
}

void write_meta(XmlOut& out, AknSubject const& subject) {
  out.open("meta");
  out.open("identification", {{"source", kHouse}});
  write_work(out, subject);
  write_expression(out, subject);
  write_manifestation(out, subject);
  out.close();
  write_lifecycle(out, subject);
  write_references(out, subject);
  write_proprietary(out, subject);
  out.close();
}

}  // namespace cyberlex
