#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"

namespace cyberlex {
namespace {

std::string yardstick_text(Concept const& entry) {
  std::string out;
  for (std::string const& article : entry.yardstick) {
    out += (out.empty() ? " (" : ", ") + article;
  }
  return out.empty() ? out : out + ')';
}

std::string row_text(SafeguardsAnswer const& answer, SafeguardRow const& row) {
  Generation const& generation = *answer.generation;
  Taxonomy const& taxonomy = generation.taxonomy();
  Work const& work = generation.acts().at(row.act).work;
  std::string out =
      '\n' + bold(row.handle) + " — " + concept_label(taxonomy, "power", row.power.power) + '\n';
  std::string const by = concepts_text(taxonomy, "authorisation", row.power.authorisation);
  out += by.empty() ? "" : labelled("ordered by", by);
  std::set<std::string> readings;
  for (Assessment const& each : row.power.safeguards) {
    bool const assessed = each.value != AssessmentValue::kNotAssessed;
    out += wrapped(concept_label(taxonomy, "safeguard", each.concept_id) + ": " +
                       (assessed ? assessment_text(each) : "not assessed"),
                   "  ", "      ");
    if (!each.read.empty()) {
      readings.insert(each.read);
    }
  }
  return out + readings_text(work, readings);
}

std::string asked_text(SafeguardsAnswer const& answer) {
  Taxonomy const& taxonomy = answer.generation->taxonomy();
  std::string out;
  for (YardstickRow const& row : answer.yardstick) {
    out += wrapped(row.handle + (row.heading.empty() ? "" : ' ' + row.heading) + ": " +
                       concepts_text(taxonomy, "safeguard", row.safeguards),
                   "  ", "      ");
  }
  return out.empty()
             ? out
             : '\n' +
                   bold("The yardstick: articles of treaties that each safeguard is read against") +
                   '\n' + out;
}

std::string counts_text(SafeguardsAnswer const& answer) {
  std::string out;
  std::string state;
  for (SafeguardCount const& count : answer.counts) {
    if (count.powers.empty()) {
      continue;
    }
    if (count.jurisdiction != state) {
      state = count.jurisdiction;
      out += '\n' + bold(country_name(state)) + ", powers by what was found\n";
    }
    Concept const* const entry = answer.generation->taxonomy().find("safeguard", count.safeguard);
    std::string line = concept_label(answer.generation->taxonomy(), "safeguard", count.safeguard) +
                       (entry == nullptr ? "" : yardstick_text(*entry)) + ':';
    for (auto const& [value, powers] : count.powers) {
      line += ' ' + readable(name_of(value)) + ' ' + std::to_string(powers) + ';';
    }
    line.pop_back();
    out += wrapped(line, "  ", "      ");
  }
  return out;
}

// A state without a row is not one without powers.
std::string unread_text(SafeguardsAnswer const& answer) {
  std::vector<std::string> names;
  for (std::string const& state : answer.request.jurisdictions) {
    if (std::ranges::find(answer.rows, state, &SafeguardRow::jurisdiction) == answer.rows.end()) {
      names.push_back(country_name(state));
    }
  }
  return names.empty() ? ""
                       : '\n' + wrapped(joined(names, ", ") +
                                            ": no power asked for is annotated in what is held; "
                                            "that is no finding on the law.",
                                        "", "");
}

}  // namespace

std::string to_text(SafeguardsAnswer const& answer) {
  std::string out = "Safeguards of powers in force on " + answer.request.as_of.to_string() +
                    ". Values rest on the texts and readings named; the project's texts are "
                    "restatements, not quotations.\n";
  for (SafeguardRow const& row : answer.rows) {
    out += row_text(answer, row);
  }
  out += unread_text(answer);
  return out + asked_text(answer) + counts_text(answer);
}

}  // namespace cyberlex
