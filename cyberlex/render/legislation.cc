#include "cyberlex/render/legislation.h"

#include <algorithm>
#include <string_view>

#include "cyberlex/answer/iri.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json_out.h"
#include "cyberlex/render/reference.h"

namespace cyberlex {
namespace {

constexpr std::string_view kSchema = "https://schema.org";
// Of the project's own texts (LICENSE-DATA).
constexpr std::string_view kLicence = "https://creativecommons.org/licenses/by/4.0/";

std::string schema_iri(std::string_view name) {
  return std::string(kSchema) + '/' + std::string(name);
}

void write_id(JsonOut& out, std::string_view name, std::string const& iri) {
  out.object(name, [&] { out.text("@id", iri); });
}

// Empty where the status does not say it: unknown, or in force and suspended at once.
std::string_view legal_force(LegalStatus status) {
  switch (status) {
    case LegalStatus::kInForce:
      return "InForce";
    case LegalStatus::kAdopted:
    case LegalStatus::kNotCommenced:
    case LegalStatus::kRepealed:
    case LegalStatus::kReplaced:
    case LegalStatus::kLapsed:
    case LegalStatus::kStruckDown:
      return "NotInForce";
    default:
      return {};
  }
}

void write_force(JsonOut& out, LegalStatus status) {
  std::string_view const force = legal_force(status);
  if (!force.empty()) {
    write_id(out, "legislationLegalForce", schema_iri(force));
  }
}

void write_jurisdiction(JsonOut& out, std::string const& code) {
  if (code == "int") {
    return;
  }
  out.object("legislationJurisdiction", [&] {
    out.text("@type", "Country");
    out.text("name", country_name(code));
    out.text("identifier", code);
  });
}

// The day of enactment or adoption, where an event says it and is verified: there is no place to
// say that it is not.
void write_day(JsonOut& out, Work const& work) {
  auto const found =
      std::find_if(work.events.begin(), work.events.end(), [](ActEvent const& event) {
        return (event.type == "enacted" || event.type == "adopted") &&
               event.provenance.confidence == Confidence::kVerified;
      });
  if (found != work.events.end()) {
    out.text("legislationDate", found->date.to_string());
  }
}

void write_titles(JsonOut& out, std::string_view name, LocalizedText const& titles) {
  if (titles.empty()) {
    return;
  }
  out.array(name, [&] {
    for (auto const& [language, title] : titles) {
      std::string const& code = language;
      std::string const& text = title;
      out.object([&] {
        out.text("@language", code);
        out.text("@value", text);
      });
    }
  });
}

// Members of the act as such.
void write_work(JsonOut& out, Work const& work) {
  out.text("@type", "Legislation");
  out.text("@id", work.iri);
  out.text("legislationIdentifier", work.handle);
  write_titles(out, "name", work.title);
  write_titles(out, "alternateName", work.short_title);
  out.text_if("legislationType", work.rank);
  write_jurisdiction(out, work.jurisdiction);
  write_day(out, work);
}

void write_source(JsonOut& out, Source const& source, std::string const& key) {
  out.text("@type", "CreativeWork");
  out.text("name", source.title.empty() ? key : source.title);
  out.text_if("url", source.url);
}

void write_sources(JsonOut& out, Work const& work, std::vector<std::string> const& keys) {
  if (keys.empty() && work.source_url.empty()) {
    return;
  }
  out.array("isBasedOn", [&] {
    for (std::string const& key : keys) {
      auto const found = work.sources.find(key);
      Source const source = found == work.sources.end() ? Source() : found->second;
      out.object([&] { write_source(out, source, key); });
    }
    if (!work.source_url.empty()) {
      out.object([&] { out.text("@id", work.source_url); });
    }
  });
}

// Which text it is. Only the text of the state itself has a legal value of its own, and of that we
// hold a copy.
void write_kind(JsonOut& out, TextKind kind) {
  out.text("creativeWorkStatus", name_of(kind));
  if (kind == TextKind::kRestatement) {
    out.object("author", [&] {
      out.text("@type", "Organization");
      out.text("name", "Cyberlex");
    });
    write_id(out, "license", std::string(kLicence));
  }
}

void write_file(JsonOut& out, std::string const& iri, TextKind kind) {
  out.object("encoding", [&] {
    out.text("@type", "LegislationObject");
    out.text("encodingFormat", "application/akn+xml");
    out.text("contentUrl", iri + ".akn");
    if (kind != TextKind::kOfficial && kind != TextKind::kOfficialTranslation) {
      write_id(out, "legislationLegalValue", schema_iri("UnofficialLegalValue"));
    }
  });
}

void write_expression(JsonOut& out, ActRecord const& act, ExpressionSummary const& expression) {
  std::string const iri = iri_of(act, expression);
  out.text("@type", "Legislation");
  out.text("@id", iri);
  out.text("inLanguage", expression.language);
  out.text("legislationDateVersion", expression.date.to_string());
  write_kind(out, expression.kind);
  write_file(out, iri, expression.kind);
}

std::string joined_text(StateText const& text) {
  std::string out;
  for (TextBlock const& block : text.blocks) {
    out += out.empty() ? "" : "\n\n";
    out += block.label.empty() ? "" : block.label + ' ';
    out += block.text;
  }
  return out;
}

bool is_translation(TextKind kind) {
  return kind == TextKind::kOfficialTranslation || kind == TextKind::kUnofficialTranslation ||
         kind == TextKind::kMachineTranslation;
}

// The text of the original language among those shown, of which others may be translations.
std::string original_iri(ActRecord const& act, ProvisionRecord const& record) {
  for (TextSummary const& text : record.texts) {
    if (text.language == act.work.original_language && text.kind == TextKind::kOfficial) {
      return portion_iri(iri_of(act, {text.language, text.version_date, text.kind}), record.eid);
    }
  }
  return {};
}

void write_text_of(JsonOut& out, ActRecord const& act, ProvisionAnswer const& answer,
                   size_t which) {
  ProvisionRecord const& record = answer.record;
  TextSummary const& text = record.texts.at(which);
  std::string const iri =
      portion_iri(iri_of(act, {text.language, text.version_date, text.kind}), record.eid);
  out.text("@type", "Legislation");
  out.text("@id", iri);
  out.text_if("name", text.heading);
  out.text("inLanguage", text.language);
  out.text("legislationDateVersion", text.version_date.to_string());
  write_kind(out, text.kind);
  write_sources(out, act.work, text.provenance.sources);
  std::string const original = original_iri(act, record);
  if (is_translation(text.kind) && !original.empty()) {
    write_id(out, "translationOfWork", original);
  }
  out.text("text", joined_text(answer.texts.at(which)));
  write_file(out, iri, text.kind);
}

void write_part(JsonOut& out, Work const& work, ContentsEntry const& entry) {
  auto const handle = parse_handle(entry.handle);
  out.text("@type", "Legislation");
  if (handle) {
    out.text("@id", portion_iri(work.iri, handle->eid));
  }
  out.text("legislationIdentifier", entry.handle);
  out.text_if("name", entry.heading);
  write_force(out, entry.status);
}

}  // namespace

std::string to_legislation(ProvisionAnswer const& answer) {
  ActRecord const& act = answer.generation->acts().at(answer.record.act);
  Reference const reference = reference_to(act, answer.record);
  JsonOut out;
  out.object([&] {
    out.text("@context", kSchema);
    out.text("@type", "Legislation");
    out.text("@id", portion_iri(act.work.iri, answer.record.eid));
    out.text("legislationIdentifier", reference.key);
    out.text("name",
             unit_name(reference) + (reference.heading.empty() ? "" : ": " + reference.heading));
    out.text_if("legislationType", act.work.rank);
    write_jurisdiction(out, act.work.jurisdiction);
    write_force(out, answer.record.status);
    out.object("isPartOf", [&] { write_work(out, act.work); });
    out.array("workExample", [&] {
      for (size_t i = 0; i < answer.texts.size(); ++i) {
        out.object([&] { write_text_of(out, act, answer, i); });
      }
    });
  });
  return out.finish();
}

std::string to_legislation(ActAnswer const& answer) {
  ActRecord const& act = answer.generation->acts().at(answer.act);
  JsonOut out;
  out.object([&] {
    out.text("@context", kSchema);
    write_work(out, act.work);
    write_force(out, answer.status);
    std::vector<std::string> keys;
    for (auto const& [key, source] : act.work.sources) {
      keys.push_back(key);
    }
    write_sources(out, act.work, keys);
    out.array("workExample", [&] {
      for (ExpressionSummary const& expression : act.expressions) {
        out.object([&] { write_expression(out, act, expression); });
      }
    });
    out.array("hasPart", [&] {
      for (ContentsEntry const& entry : answer.contents) {
        out.object([&] { write_part(out, act.work, entry); });
      }
    });
  });
  return out.finish();
}

}  // namespace cyberlex
