#include <algorithm>
#include <array>

#include "cyberlex/answer/among.h"
#include "cyberlex/answer/compare_facts.h"
#include "cyberlex/answer/labels.h"

namespace cyberlex {
namespace {

bool confers_power(LimbRecord const& limb) {
  return !limb.powers.empty();
}

CompareValue stated(LimbRecord const& limb, std::string value, std::string label = {}) {
  CompareValue out;
  out.value = std::move(value);
  out.label = std::move(label);
  out.confidence = limb.provenance.confidence;
  return out;
}

// What a power is subject to in words of ours.
struct PowerField {
  std::string_view name;
  std::string_view label;
  std::string Power::*text;
};
constexpr auto kFields = std::to_array<PowerField>({
    {"who", "who uses it", &Power::who},
    {"threshold", "threshold", &Power::threshold},
    {"against", "against whom", &Power::against},
    {"duration", "how long", &Power::duration},
    {"secrecy", "secrecy", &Power::secrecy},
    {"provider_duty", "duty of providers", &Power::provider_duty},
    {"refusal", "refusing", &Power::refusal},
});

// Which power a value is about, where the limb leaves a choice.
CompareValue about(LimbRecord const& limb, Power const& power, CompareValue value) {
  value.power = limb.powers.size() > 1 ? power.power : "";
  return value;
}

// What each power lacks is said of it where another has it.
void add_or_not_stated(LimbRecord const& limb, Power const& power, std::vector<CompareValue> values,
                       std::vector<CompareValue>& out) {
  if (values.empty()) {
    values.emplace_back();
    values.back().finding = Finding::kNotStated;
  }
  for (CompareValue& value : values) {
    out.push_back(about(limb, power, std::move(value)));
  }
}

std::vector<CompareValue> authorisations(Taxonomy const& taxonomy, LimbRecord const& limb) {
  std::vector<CompareValue> out;
  for (Power const& power : limb.powers) {
    std::vector<CompareValue> values;
    for (std::string const& id : power.authorisation) {
      values.push_back(stated(limb, id, concept_label(taxonomy, "authorisation", id)));
    }
    add_or_not_stated(limb, power, std::move(values), out);
  }
  return out;
}

std::vector<CompareValue> field(LimbRecord const& limb, std::string Power::*text) {
  std::vector<CompareValue> out;
  for (Power const& power : limb.powers) {
    std::vector<CompareValue> values;
    if (!(power.*text).empty()) {
      values.push_back(stated(limb, power.*text));
    }
    add_or_not_stated(limb, power, std::move(values), out);
  }
  return out;
}

// ---- checklists

Finding finding_of(AssessmentValue value) {
  switch (value) {
    case AssessmentValue::kUnclear:
      return Finding::kUnknown;
    case AssessmentValue::kElsewhere:
      return Finding::kElsewhere;
    case AssessmentValue::kNotAssessed:
      return Finding::kNotAssessed;
    default:
      return Finding::kStated;
  }
}

CompareValue assessed(Assessment const& found) {
  CompareValue out;
  out.finding = finding_of(found.value);
  if (out.finding == Finding::kNotAssessed) {
    return out;
  }
  out.value = name_of(found.value);
  out.label = found.elsewhere;
  out.confidence = found.provenance.confidence;
  out.at = found.at;
  out.read = found.read;
  out.reason = found.note;
  return out;
}

// A concept that the list lacks is one that nobody assessed.
CompareValue assessment_of(std::vector<Assessment> const& list, std::string const& id) {
  auto const found = std::ranges::find(list, id, &Assessment::concept_id);
  return assessed(found == list.end() ? Assessment() : *found);
}

void add_ids(std::vector<Assessment> const& list, std::vector<std::string>& ids) {
  for (Assessment const& each : list) {
    if (!is_among(ids, each.concept_id)) {
      ids.push_back(each.concept_id);
    }
  }
}

// The checklist, then what some limb has beyond it.
std::vector<std::string> checklist(Taxonomy const& taxonomy, std::string_view scheme) {
  std::vector<std::string> out;
  for (Concept const* const each : taxonomy.checklist(scheme)) {
    out.push_back(each->id);
  }
  return out;
}

void add_safeguard_rows(CompareTable& table) {
  std::vector<std::string> ids = checklist(table.taxonomy(), "safeguard");
  table.each_limb([&ids](LimbRecord const& limb) {
    for (Power const& power : limb.powers) {
      add_ids(power.safeguards, ids);
    }
  });
  for (std::string const& id : ids) {
    table.add_to_checklist(
        compare_row("safeguard:" + id, "safeguard",
                    concept_label(table.taxonomy(), "safeguard", id)),
        confers_power, [&id](LimbRecord const& limb) {
          std::vector<CompareValue> out;
          for (Power const& power : limb.powers) {
            out.push_back(about(limb, power, assessment_of(power.safeguards, id)));
          }
          return out;
        });
  }
}

}  // namespace

void add_power_rows(CompareTable& table) {
  Taxonomy const& taxonomy = table.taxonomy();
  table.add_of_limbs(
      compare_row("powers", "power", "powers"), confers_power, [&taxonomy](LimbRecord const& limb) {
        std::vector<CompareValue> out;
        for (Power const& power : limb.powers) {
          out.push_back(stated(limb, power.power, concept_label(taxonomy, "power", power.power)));
        }
        return out;
      });
  table.add_of_limbs(
      compare_row("authorisation", "power", "ordered by"), confers_power,
      [&taxonomy](LimbRecord const& limb) { return authorisations(taxonomy, limb); });
  for (PowerField const& each : kFields) {
    table.add_of_limbs(compare_row("power:" + std::string(each.name), "power",
                                   std::string(each.label), Compared::kWording),
                       confers_power,
                       [text = each.text](LimbRecord const& limb) { return field(limb, text); });
  }
  add_safeguard_rows(table);
}

void add_defence_rows(CompareTable& table) {
  std::vector<std::string> ids = checklist(table.taxonomy(), "defence");
  table.each_limb([&ids](LimbRecord const& limb) { add_ids(limb.defences, ids); });
  for (std::string const& id : ids) {
    table.add_to_checklist(
        compare_row("defence:" + id, "defence", concept_label(table.taxonomy(), "defence", id)),
        [](LimbRecord const& limb) { return !limb.offences.empty() || !limb.defences.empty(); },
        [&id](LimbRecord const& limb) { return std::vector{assessment_of(limb.defences, id)}; });
  }
}

}  // namespace cyberlex
