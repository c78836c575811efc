#include "cyberlex/render/text.h"

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/citation_text.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/text_penalty.h"

namespace cyberlex {
namespace {

Work const& work_of(ProvisionAnswer const& answer) {
  return answer.generation->acts().at(answer.record.act).work;
}

std::string place_text(Work const& work, ProvisionRecord const& record) {
  std::string out = display_title(work) + ", " + country_name(work.jurisdiction);
  for (PathStep const& step : record.path) {
    out += " › " + std::string(name_of(step.kind));
    out += step.label.empty() ? "" : ' ' + step.label;
    out += step.heading.empty() ? "" : ' ' + step.heading;
  }
  return out;
}

std::string versions_text(ProvisionAnswer const& answer) {
  std::string out;
  for (VersionEntry const& version : answer.versions) {
    out += out.empty() ? "" : "; ";
    out += interval_text(version.valid) + ' ' + readable(name_of(version.status)) +
           (version.shown ? " (shown)" : "");
  }
  return out;
}

// What stands above the text: status and version first.
std::string head_text(ProvisionAnswer const& answer) {
  ProvisionRecord const& record = answer.record;
  Work const& work = work_of(answer);
  std::string title = unit_name(record);
  title += record.texts.empty() || record.texts.front().heading.empty()
               ? ""
               : ". " + record.texts.front().heading;
  std::string out = bold(to_string(Handle{work.handle, record.eid})) + '\n';
  out += wrapped(title, "", "") + wrapped(place_text(work, record), "", "");
  out += labelled("status", readable(name_of(record.status)) + " on " + answer.as_of.to_string());
  out += labelled("valid", interval_text(record.valid));
  if (answer.versions.size() > 1) {
    out += labelled("versions", versions_text(answer));
  }
  for (ParallelNumber const& row : answer.parallel) {
    out += labelled("also", to_string(Handle{row.numbering->handle, row.eid}) + " — " +
                                display_text(row.numbering->title, work.original_language));
  }
  for (ProvisionChange const& row : answer.changes) {
    std::string const by = row.event->by.empty() ? "" : " by " + row.event->by;
    out += labelled("changed", row.event->date.to_string() + by + ": " + change_text(*row.change));
  }
  out += citation_lines(reference_to(answer.generation->acts().at(record.act), record));
  if (!answer.portion.empty()) {
    out += labelled("asked for", answer.portion.text());
  }
  return out;
}

std::string block_text(TextBlock const& block) {
  std::string const indent(size_t{4} * block.depth, ' ');
  std::string const label = block.label.empty() ? "" : '(' + block.label + ") ";
  return wrapped(label + block.text, indent, indent);
}

std::string text_of(Work const& work, TextSummary const& summary, StateText const& text) {
  std::string const what =
      language_name(summary.language) + ", " + readable(name_of(summary.kind)) + ", version of " +
      summary.version_date.to_string() + "; " +
      provenance_text(work, summary.provenance.confidence, summary.provenance.sources);
  std::string out = '\n' + labelled("text", what);
  if (!summary.heading.empty()) {
    std::string const doubt = summary.heading_confidence == summary.provenance.confidence
                                  ? ""
                                  : " [" + std::string(name_of(summary.heading_confidence)) + ']';
    out += labelled("heading", summary.heading + doubt);
  }
  for (TextBlock const& block : text.blocks) {
    out += block_text(block);
  }
  return out;
}

std::string decision_text(Work const& work, Decision const& decision) {
  std::string const number = decision.number.empty() ? "" : ", " + decision.number;
  std::string out = labelled("decision", decision.court + ", " + decision.date.to_string() + ", " +
                                             decision.title + number);
  out += labelled("", decision.holding);
  out += decision.effect.empty() ? "" : labelled("", decision.effect);
  return out + labelled("", provenance_text(work, decision.provenance.confidence,
                                            decision.provenance.sources));
}

std::string mapped_text(Generation const& generation, MappedProvision const& mapped) {
  ProvisionRecord const& record = mapped.provision.record;
  Work const& work = generation.acts().at(record.act).work;
  std::string const heading = record.texts.empty() ? "" : record.texts.front().heading;
  std::string out = '\n' + bold(to_string(Handle{work.handle, record.eid})) +
                    (heading.empty() ? "" : " — " + heading) + '\n';
  out += wrapped(display_title(work) + ", " + country_name(work.jurisdiction) + "; " +
                     readable(name_of(record.status)),
                 "", "");
  for (LimbRecord const& limb : mapped.limbs) {
    out += limb_text(generation, work, limb);
  }
  return out;
}

}  // namespace

std::string to_text(ProvisionAnswer const& answer) {
  Work const& work = work_of(answer);
  std::string out = head_text(answer);
  for (size_t i = 0; i < answer.texts.size(); ++i) {
    out += text_of(work, answer.record.texts.at(i), answer.texts[i]);
  }
  if (answer.record.klass == ProvisionClass::kNotAssessed && answer.record.limbs.empty()) {
    out += '\n' + labelled("facts", "not assessed");
  }
  for (LimbRecord const& limb : answer.record.limbs) {
    out += '\n' + limb_text(*answer.generation, work, limb);
  }
  std::string const suggested =
      suggested_text(answer.generation->taxonomy(), answer.record.suggested, "");
  out += suggested.empty() ? "" : '\n' + suggested;
  for (Decision const& decision : answer.decisions) {
    out += '\n' + decision_text(work, decision);
  }
  return out;
}

std::string to_text(ArticleAnswer const& answer) {
  std::string out = to_text(answer.provision);
  for (MappedProvision const& mapped : answer.treaties) {
    out += mapped_text(*answer.provision.generation, mapped);
  }
  for (MappedProvision const& mapped : answer.provisions) {
    out += mapped_text(*answer.provision.generation, mapped);
  }
  return out + "\nmapped to it: " + counted(answer.provisions.size(), "national provision") + ", " +
         counted(answer.treaties.size(), "article of another treaty",
                 "articles of other treaties") +
         '\n';
}

}  // namespace cyberlex
