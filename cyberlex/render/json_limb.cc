#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {

void write_derived(JsonOut& out, std::string_view name, std::optional<Derived> const& derived) {
  if (!derived) {
    out.null(name);
    return;
  }
  out.object(name, [&] {
    out.text("value", name_of(derived->value));
    out.text("reason", derived->reason);
  });
}

namespace {

void write_penalty(JsonOut& out, Work const& work, PenaltyRow const& row) {
  PenaltyClause const& clause = *row.clause;
  out.text("limb", row.limb->text());
  out.number("clause", uint64_t{row.number});
  out.text("kind", name_of(row.kind));
  out.text_or_null("min", row.min);
  out.text_or_null("max", row.max);
  out.text_or_null("unit", row.unit);
  out.text("relation", name_of(clause.relation));
  out.text("condition", name_of(clause.condition));
  out.text_if("condition_note", clause.condition_note);
  out.text("person", name_of(clause.person));
  out.text_if("multiplier", clause.multiplier);
  out.text_if("principal", clause.principal ? clause.principal->text() : std::string());
  out.text_if("derived_by", clause.derived_by);
  write_interval(out, clause.valid);
  out.text("confidence", name_of(clause.confidence));
  write_sources(out, work, clause.sources);
  out.text_if("note", clause.note);
}

}  // namespace

void write_penalties(JsonOut& out, Work const& work, std::span<LimbRecord const> limbs) {
  out.array("penalties", [&] {
    for (LimbRecord const& limb : limbs) {
      for (PenaltyRow const& row : penalty_rows(limb)) {
        out.object([&] { write_penalty(out, work, row); });
      }
    }
  });
}

namespace {

void write_grades(JsonOut& out, LimbRecord const& limb) {
  write_derived(out, "serious", serious_of(limb));
  write_derived(out, "one_year", one_year_of(limb));
  out.text_or_null("longest", longest_term(limb));
}

void write_articles(JsonOut& out, ProvisionRecord const& record) {
  out.array("articles", [&] {
    for (MappingRecord const* mapping : mappings_of(record)) {
      out.object([&] {
        out.text("article", article_handle(*mapping));
        out.text("relation", name_of(mapping->relation));
        out.text("limb", mapping->limb.text());
        out.text("confidence", name_of(mapping->confidence));
      });
    }
  });
}

// Concepts with their English labels.
void write_concepts(JsonOut& out, Taxonomy const& taxonomy, std::string_view scheme,
                    std::vector<std::string> const& ids) {
  for (std::string const& id : ids) {
    out.object([&] {
      out.text("id", id);
      out.text("label", concept_label(taxonomy, scheme, id));
    });
  }
}

void write_assessments(JsonOut& out, ActContext const& context, std::string_view scheme,
                       std::vector<Assessment> const& assessments) {
  for (Assessment const& assessment : assessments) {
    out.object([&] { write_assessment(out, context, scheme, assessment); });
  }
}

void write_power(JsonOut& out, ActContext const& context, Power const& power) {
  Taxonomy const& taxonomy = context.generation.taxonomy();
  out.text("id", power.power);
  out.text("label", concept_label(taxonomy, "power", power.power));
  out.array("authorisation",
            [&] { write_concepts(out, taxonomy, "authorisation", power.authorisation); });
  out.text_if("who", power.who);
  out.text_if("threshold", power.threshold);
  out.text_if("against", power.against);
  out.text_if("duration", power.duration);
  out.text_if("secrecy", power.secrecy);
  out.text_if("provider_duty", power.provider_duty);
  out.text_if("refusal", power.refusal);
  out.array("safeguards", [&] { write_assessments(out, context, "safeguard", power.safeguards); });
}

}  // namespace

void write_concern(JsonOut& out, ActContext const& context, Concern const& concern) {
  out.text("id", concern.concern);
  out.text("label", concept_label(context.generation.taxonomy(), "concern", concern.concern));
  out.texts("raised_by", concern.raised_by);
  out.text_if("where", concern.where);
  write_provenance(out, context.act.work, concern.provenance);
}

namespace {

void write_demands(JsonOut& out, std::vector<Demand> const& demands) {
  out.array("asks", [&] {
    for (Demand const& demand : demands) {
      out.object([&] { write_demand(out, demand); });
    }
  });
}

}  // namespace

void write_mapping(JsonOut& out, Generation const& generation, MappingRecord const& mapping) {
  out.text("limb", mapping.limb.text());
  out.text("article", article_handle(mapping));
  ActRecord const* treaty = generation.find_act(mapping.treaty);
  out.text("treaty", treaty == nullptr ? mapping.treaty : display_title(treaty->work));
  out.text("relation", name_of(mapping.relation));
  out.text("rationale", mapping.rationale);
  out.texts("covers", mapping.covers);
  out.texts("partly", mapping.partly);
  out.texts("missing", mapping.missing);
  out.texts("added", mapping.added);
  out.text("confidence", name_of(mapping.confidence));
  out.array("sources", [&] {
    for (Source const& source : mapping.sources) {
      out.object([&] { write_source_members(out, source); });
    }
  });
  out.text_if("author", mapping.author);
  out.text_if("reviewed", mapping.reviewed);
  out.text("date", mapping.date.to_string());
}

namespace {

void write_limb_provenance(JsonOut& out, Work const& work, LimbRecord const& limb) {
  if (limb.annotated) {
    write_provenance(out, work, limb.provenance);
    return;
  }
  out.text("confidence", "not-assessed");
  write_sources(out, work, {});
}

void write_full_limb(JsonOut& out, ActContext const& context, LimbRecord const& limb) {
  Work const& work = context.act.work;
  Taxonomy const& taxonomy = context.generation.taxonomy();
  out.text("eid", limb.eid.text());
  out.text("handle", to_string(Handle{work.handle, limb.eid}));
  out.array("offences", [&] { write_concepts(out, taxonomy, "offence", limb.offences); });
  write_texts_by_language(out, "elements", limb.elements);
  write_penalties(out, work, {&limb, 1});
  write_grades(out, limb);
  out.array("powers", [&] {
    for (Power const& power : limb.powers) {
      out.object([&] { write_power(out, context, power); });
    }
  });
  out.array("defences", [&] { write_assessments(out, context, "defence", limb.defences); });
  out.array("concerns", [&] {
    for (Concern const& concern : limb.concerns) {
      out.object([&] { write_concern(out, context, concern); });
    }
  });
  if (!limb.asks.empty()) {
    write_demands(out, limb.asks);
  }
  write_limb_provenance(out, work, limb);
  out.text_if("note", limb.note);
  out.array("mappings", [&] {
    for (MappingRecord const& mapping : limb.mappings) {
      out.object([&] { write_mapping(out, context.generation, mapping); });
    }
  });
}

std::vector<std::string> power_ids(LimbRecord const& limb) {
  std::vector<std::string> ids;
  for (Power const& power : limb.powers) {
    ids.push_back(power.power);
  }
  return ids;
}

}  // namespace

void write_demand(JsonOut& out, Demand const& demand) {
  out.text("id", demand.id);
  out.text("need", demand.mandatory ? "mandatory" : "optional");
  out.text("text", demand.text);
}

void write_assessment(JsonOut& out, ActContext const& context, std::string_view scheme,
                      Assessment const& assessment) {
  out.text("id", assessment.concept_id);
  out.text("label", concept_label(context.generation.taxonomy(), scheme, assessment.concept_id));
  out.text("value", name_of(assessment.value));
  if (assessment.value == AssessmentValue::kNotAssessed) {
    return;
  }
  out.texts_if("at", assessment.at);
  if (!assessment.read.empty()) {
    write_reading(out, context.act.work, assessment.read);
  }
  out.text_if("elsewhere", assessment.elsewhere);
  out.text_if("note", assessment.note);
  write_provenance(out, context.act.work, assessment.provenance);
}

void write_gathered(JsonOut& out, ActContext const& context, ProvisionRecord const& record) {
  write_penalties(out, context.act.work, record.limbs);
  write_articles(out, record);
  out.texts("offences", offences_of(record));
  out.texts("powers", powers_of(record));
  std::optional<LimbDerived> const grave = gravest(record);
  if (!grave) {
    out.null("serious");
    return;
  }
  out.object("serious", [&] {
    out.text("value", name_of(grave->derived.value));
    out.text("reason", grave->derived.reason);
    out.text("limb", grave->limb->eid.text());
  });
}

void write_short_limbs(JsonOut& out, ActContext const& context, ProvisionRecord const& record) {
  out.array("limbs", [&] {
    for (LimbRecord const& limb : record.limbs) {
      out.object([&] {
        out.text("eid", limb.eid.text());
        out.text("handle", to_string(Handle{context.act.work.handle, limb.eid}));
        out.texts("offences", limb.offences);
        out.texts("powers", power_ids(limb));
        write_grades(out, limb);
      });
    }
  });
}

void write_full_limbs(JsonOut& out, ActContext const& context, std::span<LimbRecord const> limbs) {
  out.array("limbs", [&] {
    for (LimbRecord const& limb : limbs) {
      out.object([&] { write_full_limb(out, context, limb); });
    }
  });
}

}  // namespace cyberlex
