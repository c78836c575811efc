#include "cyberlex/render/text_facts.h"

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/text_penalty.h"

namespace cyberlex {
namespace {

constexpr size_t kIndent = 2;

std::string derived_text(std::optional<Derived> const& derived) {
  if (!derived) {
    return {};
  }
  std::string_view const value = derived->value == Ternary::kTrue    ? "yes"
                                 : derived->value == Ternary::kFalse ? "no"
                                                                     : "unknown";
  return std::string(value) + " (" + readable(derived->reason) + ')';
}

std::string source_titles(std::vector<Source> const& sources) {
  std::string out;
  for (Source const& source : sources) {
    out += (out.empty() ? "" : "; ") + source.title;
  }
  return out;
}

std::string with_sources(Confidence confidence, std::string const& titles) {
  std::string out(name_of(confidence));
  return titles.empty() ? out : out + ": " + titles;
}

std::string line_if(std::string_view label, std::string const& text) {
  return text.empty() ? "" : labelled(label, text, kIndent);
}

std::string penalties_text(Work const& work, LimbRecord const& limb) {
  std::string out;
  for (PenaltyClause const& clause : limb.penalties) {
    bool const dated = clause.valid != Interval();
    out += labelled("penalty", clause_text(clause), kIndent);
    out += line_if("", provenance_text(work, clause.confidence, clause.sources));
    out += dated ? line_if("", "amounts hold " + interval_text(clause.valid)) : "";
    out += line_if("", clause.derived_by.empty() ? "" : "derived by " + clause.derived_by);
    out += line_if("", clause.note);
  }
  return out;
}

// A checklist: what was found, one concept a line; concepts that nobody assessed are counted.
std::string checklist_text(Taxonomy const& taxonomy, std::string_view scheme,
                           std::vector<Assessment> const& assessments) {
  std::string out;
  size_t unseen = 0;
  for (Assessment const& each : assessments) {
    if (each.value == AssessmentValue::kNotAssessed) {
      ++unseen;
      continue;
    }
    out += labelled(out.empty() ? scheme : "",
                    concept_label(taxonomy, scheme, each.concept_id) + ": " + assessment_text(each),
                    kIndent);
  }
  return out + (unseen == 0 ? ""
                            : labelled(out.empty() ? scheme : "",
                                       counted(unseen, "point") + " not assessed", kIndent));
}

void add_readings(std::vector<Assessment> const& assessments, std::set<std::string>& keys) {
  for (Assessment const& each : assessments) {
    if (!each.read.empty()) {
      keys.insert(each.read);
    }
  }
}

std::set<std::string> readings_of(LimbRecord const& limb) {
  std::set<std::string> keys;
  add_readings(limb.defences, keys);
  for (Power const& power : limb.powers) {
    add_readings(power.safeguards, keys);
  }
  return keys;
}

std::string concern_text(Taxonomy const& taxonomy, Work const& work, Concern const& concern) {
  std::string text = concept_label(taxonomy, "concern", concern.concern);
  std::string const who = joined(concern.raised_by, "; ");
  text += who.empty() ? "" : " — raised by " + who;
  text += concern.where.empty() ? "" : ", " + concern.where;
  return labelled("concern", text, kIndent) +
         line_if("",
                 provenance_text(work, concern.provenance.confidence, concern.provenance.sources));
}

std::string demands_text(std::vector<Demand> const& demands) {
  std::string out;
  for (Demand const& demand : demands) {
    out += labelled(demand.mandatory ? "asks" : "may ask", demand.text + " [" + demand.id + ']',
                    kIndent);
  }
  return out;
}

std::string power_text(Taxonomy const& taxonomy, Power const& power) {
  std::string out = labelled("power", concept_label(taxonomy, "power", power.power), kIndent);
  std::string const by = concepts_text(taxonomy, "authorisation", power.authorisation);
  out += line_if("", by.empty() ? "" : "authorised by: " + by);
  auto const add = [&out](std::string_view name, std::string const& text) {
    out += line_if("", text.empty() ? "" : std::string(name) + ": " + text);
  };
  add("who", power.who);
  add("threshold", power.threshold);
  add("against", power.against);
  add("duration", power.duration);
  add("secrecy", power.secrecy);
  add("provider", power.provider_duty);
  add("refusal", power.refusal);
  return out + checklist_text(taxonomy, "safeguard", power.safeguards);
}

std::string mapping_text(MappingRecord const& mapping) {
  std::string out =
      labelled(article_handle(mapping),
               std::string(name_of(mapping.relation)) + ". " + mapping.rationale, kIndent);
  std::string const covers = joined(mapping.covers, "; ");
  std::string const partly = joined(mapping.partly, "; ");
  out += line_if("", covers.empty() ? "" : "covers: " + covers);
  out += line_if("", partly.empty() ? "" : "partly: " + partly);
  std::string const missing = joined(mapping.missing, "; ");
  std::string const added = joined(mapping.added, "; ");
  out += line_if("", missing.empty() ? "" : "missing: " + missing);
  out += line_if("", added.empty() ? "" : "added: " + added);
  std::string const author = mapping.author.empty() ? "" : " — " + mapping.author;
  std::string const review = mapping.reviewed.empty() ? "" : ", " + mapping.reviewed;
  return out + line_if("", with_sources(mapping.confidence, source_titles(mapping.sources)) +
                               author + review);
}

}  // namespace

std::string provenance_text(Work const& work, Confidence confidence,
                            std::vector<std::string> const& sources) {
  std::string titles;
  for (std::string const& key : sources) {
    auto const source = work.sources.find(key);
    titles += titles.empty() ? "" : "; ";
    titles += source == work.sources.end() ? key : source->second.title;
  }
  return with_sources(confidence, titles);
}

std::string change_text(ActChange const& change) {
  std::string out = change.how;
  out += change.replaced_by.empty() ? "" : "; replaced by " + joined(change.replaced_by, "; ");
  return out + (change.note.empty() ? "" : "; " + change.note);
}

std::string assessment_text(Assessment const& assessment) {
  std::string out = readable(name_of(assessment.value));
  out += assessment.at.empty() ? "" : " in " + joined(assessment.at, "; ");
  out += assessment.elsewhere.empty() ? "" : ": " + assessment.elsewhere;
  out += assessment.note.empty() ? "" : "; " + assessment.note;
  out += assessment.read.empty() ? "" : "; read: " + assessment.read;
  return out + " [" + std::string(name_of(assessment.provenance.confidence)) + ']';
}

std::string readings_text(Work const& work, std::set<std::string> const& keys) {
  std::string out;
  for (std::string const& key : keys) {
    auto const found = work.readings.find(key);
    if (found != work.readings.end()) {
      Reading const& reading = found->second;
      out += labelled(
          out.empty() ? "readings" : "",
          key + ": " + reading.what + " (" + reading.by + ", " + reading.date.to_string() + ')',
          kIndent);
    }
  }
  return out;
}

std::string interval_text(Interval const& interval) {
  bool const begins = interval.from != kBeginningOfTime;
  bool const ends = interval.to != kEndOfTime;
  if (begins && ends) {
    return interval.from.to_string() + " to " + interval.to.to_string();
  }
  if (begins) {
    return "from " + interval.from.to_string();
  }
  return ends ? "until " + interval.to.to_string() : "always";
}

std::string standing_text(TreatyStanding const& standing) {
  auto const sure = [](StandingChange const& change) {
    return " [" + std::string(name_of(change.provenance.confidence)) + ']';
  };
  if (standing.now != nullptr) {
    return std::string(name_of(standing.now->value)) + " since " + standing.now->from.to_string() +
           sure(*standing.now);
  }
  if (standing.next == nullptr || standing.before == StandingBefore::kUnknown) {
    return "standing not known";
  }
  bool const signed_before = standing.before == StandingBefore::kNotParty;
  return std::string(signed_before ? "not a party" : "none") + " before " +
         standing.next->from.to_string() + ", then " + std::string(name_of(standing.next->value)) +
         (signed_before ? "; whether it had signed is not recorded" : "") + sure(*standing.next);
}

std::string concepts_text(Taxonomy const& taxonomy, std::string_view scheme,
                          std::vector<std::string> const& ids) {
  std::vector<std::string> labels;
  for (std::string const& id : ids) {
    labels.push_back(concept_label(taxonomy, scheme, id));
  }
  return joined(labels, "; ");
}

std::string grade_text(LimbRecord const& limb) {
  std::string const serious = derived_text(serious_of(limb));
  return serious.empty() ? "" : "serious: " + serious;
}

std::string limb_text(Generation const& generation, Work const& work, LimbRecord const& limb) {
  Taxonomy const& taxonomy = generation.taxonomy();
  std::string out = wrapped(limb.eid.text(), "", "");
  out += line_if("offence", concepts_text(taxonomy, "offence", limb.offences));
  for (auto const& [name, text] : limb.elements) {
    std::string label = readable(name);
    out += labelled("", label + ": " + text, kIndent);
  }
  out += penalties_text(work, limb);
  out += line_if("serious", derived_text(serious_of(limb)));
  out += line_if("one year", derived_text(one_year_of(limb)));
  for (Power const& power : limb.powers) {
    out += power_text(taxonomy, power);
  }
  out += checklist_text(taxonomy, "defence", limb.defences);
  for (Concern const& concern : limb.concerns) {
    out += concern_text(taxonomy, work, concern);
  }
  out += readings_text(work, readings_of(limb));
  out += demands_text(limb.asks);
  out += line_if("note", limb.note);
  out += limb.annotated ? line_if("facts", provenance_text(work, limb.provenance.confidence,
                                                           limb.provenance.sources))
                        : "";
  for (MappingRecord const& mapping : limb.mappings) {
    out += mapping_text(mapping);
  }
  return out;
}

std::string unit_name(ProvisionRecord const& record) {
  if (!record.label.empty()) {
    return record.label;
  }
  std::string name(name_of(record.kind));
  return record.num.empty() ? name : name + ' ' + record.num;
}

}  // namespace cyberlex
