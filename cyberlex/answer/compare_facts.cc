#include "cyberlex/answer/compare_facts.h"

#include <algorithm>
#include <array>
#include <set>

#include "cyberlex/answer/among.h"
#include "cyberlex/answer/labels.h"

namespace cyberlex {
namespace {

CompareValue stated(std::string value, std::string label = {}) {
  CompareValue out;
  out.value = std::move(value);
  out.label = std::move(label);
  return out;
}

// ---- the provision

std::vector<CompareValue> or_not_stated(std::vector<CompareValue> values) {
  if (values.empty()) {
    values.emplace_back();
    values.back().finding = Finding::kNotStated;
  }
  return values;
}

std::string text_of(StateText const& text) {
  std::string out;
  for (TextBlock const& block : text.blocks) {
    if (!block.text.empty()) {
      out += out.empty() ? "" : "\n";
      out += block.label.empty() ? block.text : '(' + block.label + ") " + block.text;
    }
  }
  return out;
}

std::vector<CompareValue> texts(ProvisionAnswer const& answer) {
  std::vector<CompareValue> out;
  for (size_t i = 0; i < answer.texts.size(); ++i) {
    TextSummary const& summary = answer.record.texts[i];
    CompareValue value = stated(text_of(answer.texts[i]), std::string(name_of(summary.kind)));
    value.language = summary.language;
    value.reason = "version of " + summary.version_date.to_string();
    value.confidence = summary.provenance.confidence;
    out.push_back(std::move(value));
  }
  return or_not_stated(std::move(out));
}

CompareValue status_value(ProvisionAnswer const& answer) {
  CompareValue out = stated(std::string(name_of(answer.record.status)));
  if (answer.record.status == LegalStatus::kUnknown) {
    out.finding = Finding::kUnknown;
    out.reason = "the source does not say";
  }
  return out;
}

CompareValue class_value(ProvisionAnswer const& answer) {
  CompareValue out = stated(std::string(name_of(answer.record.klass)));
  if (answer.record.klass == ProvisionClass::kNotAssessed) {
    out.finding = Finding::kNotAssessed;
    out.value.clear();
  }
  return out;
}

// From the day on which this state began; a provision that is held since ever has none.
CompareValue version_value(ProvisionAnswer const& answer) {
  Interval const& valid = answer.record.valid;
  bool const begins = valid.from != kBeginningOfTime;
  bool const ends = valid.to != kEndOfTime;
  std::string const days =
      (begins ? valid.from.to_string() : "") + ".." + (ends ? valid.to.to_string() : "");
  std::string label = begins ? "from " + valid.from.to_string() : "since it is held";
  label += ends ? " until " + valid.to.to_string() : "";
  return stated(days, label);
}

std::vector<CompareValue> decisions(ProvisionAnswer const& answer) {
  std::vector<CompareValue> out;
  for (Decision const& decision : answer.decisions) {
    CompareValue value = stated(
        decision.id, decision.court + ", " + decision.date.to_string() + ": " + decision.title);
    value.reason = decision.holding;
    value.confidence = decision.provenance.confidence;
    out.push_back(std::move(value));
  }
  return or_not_stated(std::move(out));
}

// ---- offences and their elements

bool is_offence(LimbRecord const& limb) {
  return !limb.offences.empty();
}

std::vector<CompareValue> concepts(Taxonomy const& taxonomy, std::string_view scheme,
                                   std::vector<std::string> const& ids, LimbRecord const& limb) {
  std::vector<CompareValue> out;
  for (std::string const& id : ids) {
    out.push_back(stated(id, concept_label(taxonomy, scheme, id)));
    out.back().confidence = limb.provenance.confidence;
  }
  return out;
}

// The order in which a lawyer takes an offence apart; others follow by name.
std::vector<std::string> element_names(CompareTable const& table) {
  static constexpr std::array<std::string_view, 9> kOrder = {
      "conduct",       "object", "result",   "mental_element", "purpose",
      "without_right", "victim", "offender", "defence"};
  std::set<std::string> found;
  table.each_limb([&found](LimbRecord const& limb) {
    for (auto const& element : limb.elements) {
      found.insert(element.first);
    }
  });
  std::vector<std::string> out;
  for (std::string_view const name : kOrder) {
    if (found.erase(std::string(name)) != 0) {
      out.emplace_back(name);
    }
  }
  out.insert(out.end(), found.begin(), found.end());
  return out;
}

std::vector<CompareValue> element(LimbRecord const& limb, std::string const& name) {
  auto const found = limb.elements.find(name);
  if (found == limb.elements.end()) {
    return {};
  }
  CompareValue value = stated(found->second);
  value.confidence = limb.provenance.confidence;
  return {std::move(value)};
}

// ---- concerns and demands

std::vector<CompareValue> concerns(Taxonomy const& taxonomy, LimbRecord const& limb) {
  std::vector<CompareValue> out;
  for (Concern const& concern : limb.concerns) {
    CompareValue value =
        stated(concern.concern, concept_label(taxonomy, "concern", concern.concern));
    for (std::string const& who : concern.raised_by) {
      value.reason += (value.reason.empty() ? "raised by " : ", ") + who;
    }
    value.confidence = concern.provenance.confidence;
    out.push_back(std::move(value));
  }
  return out;
}

std::vector<CompareValue> demands(LimbRecord const& limb) {
  std::vector<CompareValue> out;
  for (Demand const& demand : limb.asks) {
    out.push_back(stated(demand.text));
    out.back().reason = demand.mandatory ? "mandatory" : "optional";
  }
  return out;
}

}  // namespace

void add_provision_rows(CompareTable& table) {
  auto const provision = [&table](CompareRow row, auto const& values_of) {
    table.add_of_provision(std::move(row), values_of);
  };
  provision(compare_row("text", "provision", "text", Compared::kNothing), texts);
  provision(compare_row("status", "provision", "status"),
            [](ProvisionAnswer const& answer) { return std::vector{status_value(answer)}; });
  provision(compare_row("version", "provision", "in this form", Compared::kNothing),
            [](ProvisionAnswer const& answer) { return std::vector{version_value(answer)}; });
  provision(compare_row("class", "provision", "what it is for"),
            [](ProvisionAnswer const& answer) { return std::vector{class_value(answer)}; });
  provision(compare_row("decisions", "provision", "decisions on it", Compared::kNothing),
            decisions);
}

void add_offence_rows(CompareTable& table) {
  Taxonomy const& taxonomy = table.taxonomy();
  table.add_of_limbs(compare_row("offences", "offences", "offences"), is_offence,
                     [&taxonomy](LimbRecord const& limb) {
                       return concepts(taxonomy, "offence", limb.offences, limb);
                     });
  for (std::string const& name : element_names(table)) {
    auto const applies = [&name](LimbRecord const& limb) {
      return is_offence(limb) || limb.elements.contains(name);
    };
    table.add_of_limbs(
        compare_row("element:" + name, "element", readable(name), Compared::kWording), applies,
        [&name](LimbRecord const& limb) { return element(limb, name); });
  }
}

void add_concern_rows(CompareTable& table) {
  Taxonomy const& taxonomy = table.taxonomy();
  table.add_of_limbs(
      compare_row("concerns", "concerns", "concerns raised"),
      [](LimbRecord const& limb) { return limb.annotated && limb.asks.empty(); },
      [&taxonomy](LimbRecord const& limb) { return concerns(taxonomy, limb); });
  table.add_of_limbs(
      compare_row("asks", "asks", "asks of a state's law", Compared::kWording),
      [](LimbRecord const& limb) { return !limb.asks.empty(); }, demands);
}

}  // namespace cyberlex
