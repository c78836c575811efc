#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_checklist(JsonOut& out, SafeguardsAnswer const& answer) {
  out.array("checklist", [&] {
    for (Concept const* const each : answer.checklist) {
      out.object([&] {
        out.text("id", each->id);
        out.text("label", concept_label(answer.generation->taxonomy(), "safeguard", each->id));
        out.texts("yardstick", each->yardstick);
        out.text_if("note", each->note);
      });
    }
  });
}

void write_yardstick(JsonOut& out, SafeguardsAnswer const& answer) {
  out.array("yardstick", [&] {
    for (YardstickRow const& row : answer.yardstick) {
      out.object([&] {
        out.text("article", row.handle);
        out.text_or_null("heading", row.heading);
        out.texts("safeguards", row.safeguards);
      });
    }
  });
}

void write_authorisation(JsonOut& out, Taxonomy const& taxonomy, Power const& power) {
  out.array("authorisation", [&] {
    for (std::string const& id : power.authorisation) {
      Concept const* const found = taxonomy.find("authorisation", id);
      out.object([&] {
        out.text("id", id);
        out.text("label", concept_label(taxonomy, "authorisation", id));
        if (found != nullptr && found->independent.has_value()) {
          out.flag("independent", *found->independent);
        }
      });
    }
  });
}

void write_row(JsonOut& out, SafeguardsAnswer const& answer, SafeguardRow const& row) {
  Generation const& generation = *answer.generation;
  ActContext const context{generation, generation.acts().at(row.act)};
  out.text("jurisdiction", row.jurisdiction);
  out.text("handle", row.handle);
  out.text("heading", row.heading);
  out.text("power", row.power.power);
  out.text("label", concept_label(generation.taxonomy(), "power", row.power.power));
  write_authorisation(out, generation.taxonomy(), row.power);
  out.array("safeguards", [&] {
    for (Assessment const& assessment : row.power.safeguards) {
      out.object([&] { write_assessment(out, context, "safeguard", assessment); });
    }
  });
  write_provenance(out, context.act.work, row.provenance);
}

void write_counts(JsonOut& out, SafeguardsAnswer const& answer) {
  out.array("counts", [&] {
    for (SafeguardCount const& count : answer.counts) {
      out.object([&] {
        out.text("jurisdiction", count.jurisdiction);
        out.text("safeguard", count.safeguard);
        for (auto const& [value, powers] : count.powers) {
          out.number(name_of(value), powers);
        }
      });
    }
  });
}

// What assessments point at, each once.
void write_grounds(JsonOut& out, SafeguardsAnswer const& answer) {
  out.object("grounds", [&] {
    for (auto const& [handle, ground] : answer.grounds) {
      out.object(handle, [&, &text = ground] {
        out.text("lang", text.language);
        out.text("text_kind", name_of(text.kind));
        out.text("text", text.text);
      });
    }
  });
}

}  // namespace

std::string to_json(SafeguardsAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.request.as_of.to_string());
    out.texts("jurisdictions", answer.request.jurisdictions);
    out.texts("powers", answer.request.powers);
    write_checklist(out, answer);
    write_yardstick(out, answer);
    out.array("rows", [&] {
      for (SafeguardRow const& row : answer.rows) {
        out.object([&] { write_row(out, answer, row); });
      }
    });
    write_counts(out, answer);
    write_grounds(out, answer);
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
