// Limbs for tests, said in a few calls: offences, powers, penalties, mappings, demands.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/index/document.h"

namespace cyberlex::testing {

// The value of a result that a test takes for granted; throws, which fails the test, when it is an
// error.
template <typename T>
T must(Result<T> result) {
  if (!result.ok()) {
    throw std::runtime_error(to_string(result.error()));
  }
  return std::move(result).value();
}

inline Date day(std::string_view text) {
  return must(Date::parse(text));
}
inline EId eid(std::string_view text) {
  return must(EId::parse(text));
}

inline PenaltyClause clause_of(PenaltyArm arm) {
  PenaltyClause out;
  out.arms.push_back(std::move(arm));
  return out;
}

// At most so long: "P3Y".
inline PenaltyClause prison(std::string_view max) {
  PenaltyArm arm;
  arm.max_term = must(Duration::parse(max));
  return clause_of(arm);
}
inline PenaltyClause prison(std::string_view min, std::string_view max) {
  PenaltyArm arm;
  arm.min_term = must(Duration::parse(min));
  arm.max_term = must(Duration::parse(max));
  return clause_of(arm);
}
inline PenaltyClause prison_from(std::string_view min) {
  PenaltyArm arm;
  arm.min_term = must(Duration::parse(min));
  return clause_of(arm);
}
inline PenaltyClause kind_only(PenaltyKind kind) {
  PenaltyArm arm;
  arm.kind = kind;
  return clause_of(arm);
}
inline PenaltyClause fine(Hundredths max, std::string unit) {
  PenaltyArm arm;
  arm.kind = PenaltyKind::kFine;
  arm.max_amount = max;
  arm.unit = std::move(unit);
  return clause_of(arm);
}
inline PenaltyClause same_as_principal() {
  PenaltyClause out;
  out.relation = PenaltyRelation::kSameAsPrincipal;
  return out;
}

inline Assessment assessment(std::string concept_id, AssessmentValue value) {
  Assessment out;
  out.concept_id = std::move(concept_id);
  out.value = value;
  return out;
}

class LimbBuilder {
 public:
  explicit LimbBuilder(std::string_view limb) {
    limb_.eid = eid(limb);
    limb_.annotated = true;
  }
  LimbBuilder& offence(std::string value) {
    limb_.offences.push_back(std::move(value));
    return *this;
  }
  LimbBuilder& element(std::string name, std::string text) {
    limb_.elements[std::move(name)] = std::move(text);
    return *this;
  }
  LimbBuilder& concern(std::string value) {
    Concern out;
    out.concern = std::move(value);
    limb_.concerns.push_back(std::move(out));
    return *this;
  }
  LimbBuilder& defence(std::string value, AssessmentValue found) {
    limb_.defences.push_back(assessment(std::move(value), found));
    return *this;
  }
  // Of the power that was added last. REQUIRES: there is one.
  LimbBuilder& safeguard(std::string value, AssessmentValue found) {
    limb_.powers.back().safeguards.push_back(assessment(std::move(value), found));
    return *this;
  }
  LimbBuilder& power(std::string value, std::vector<std::string> authorisation = {}) {
    Power out;
    out.power = std::move(value);
    out.authorisation = std::move(authorisation);
    limb_.powers.push_back(std::move(out));
    return *this;
  }
  LimbBuilder& clause(PenaltyClause value, Confidence confidence = Confidence::kVerified) {
    value.confidence = confidence;
    limb_.penalties.push_back(std::move(value));
    return *this;
  }
  LimbBuilder& known(Confidence value) {
    limb_.provenance.confidence = value;
    return *this;
  }
  LimbBuilder& only_mapped() {
    limb_.annotated = false;
    return *this;
  }
  LimbBuilder& mapped(std::string treaty, std::string_view article, Relation relation) {
    MappingRecord out;
    out.limb = limb_.eid;
    out.treaty = std::move(treaty);
    if (relation != Relation::kOutside) {
      out.article = eid(article);
    }
    out.relation = relation;
    limb_.mappings.push_back(std::move(out));
    return *this;
  }
  // Of the mapping that was added last. REQUIRES: there is one.
  LimbBuilder& covers(std::vector<std::string> demands) {
    limb_.mappings.back().covers = std::move(demands);
    return *this;
  }
  LimbBuilder& partly(std::vector<std::string> demands) {
    limb_.mappings.back().partly = std::move(demands);
    return *this;
  }
  LimbBuilder& mapping_known(Confidence value) {
    limb_.mappings.back().confidence = value;
    return *this;
  }
  LimbBuilder& asks(std::string id, bool mandatory = true) {
    limb_.asks.push_back({std::move(id), mandatory, "do so"});
    return *this;
  }
  // Of the safeguard that was added last. REQUIRES: there is one.
  LimbBuilder& rests_on(std::string handle) {
    limb_.powers.back().safeguards.back().at.push_back(std::move(handle));
    return *this;
  }
  LimbBuilder& named_elsewhere(std::string act) {
    limb_.powers.back().safeguards.back().elsewhere = std::move(act);
    return *this;
  }
  LimbBuilder& outside(std::string treaty) {
    return mapped(std::move(treaty), "", Relation::kOutside);
  }
  LimbRecord const& build() const { return limb_; }

 private:
  LimbRecord limb_;
};

}  // namespace cyberlex::testing
