// Acts for tests, said in a few calls: provision states with texts, limbs, penalties and mappings.
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
  LimbBuilder& concern(std::string value) {
    limb_.concerns.push_back(std::move(value));
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
  LimbBuilder& outside(std::string treaty) {
    return mapped(std::move(treaty), "", Relation::kOutside);
  }
  LimbRecord const& build() const { return limb_; }

 private:
  LimbRecord limb_;
};

// One state of one provision. In force since ever, not assessed, until told otherwise.
class StateBuilder {
 public:
  explicit StateBuilder(std::string_view unit) { document_.record.eid = eid(unit); }
  StateBuilder& from(std::string_view first) {
    document_.record.valid.from = day(first);
    return *this;
  }
  StateBuilder& to(std::string_view end) {
    document_.record.valid.to = day(end);
    return *this;
  }
  StateBuilder& status(LegalStatus value) {
    document_.record.status = value;
    return *this;
  }
  StateBuilder& klass(ProvisionClass value) {
    document_.record.klass = value;
    return *this;
  }
  StateBuilder& text(std::string language, std::string body, std::string heading = "",
                     TextKind kind = TextKind::kOfficial) {
    TextSummary summary;
    summary.language = language;
    summary.kind = kind;
    summary.heading = std::move(heading);
    document_.record.texts.push_back(std::move(summary));
    TextBlock block;
    block.eid = document_.record.eid;
    block.text = std::move(body);
    document_.texts.push_back({std::move(language), kind, {std::move(block)}});
    return *this;
  }
  // A further block of the last text.
  StateBuilder& block(std::string_view limb, std::string body) {
    TextBlock block;
    block.eid = eid(limb);
    block.depth = 1;
    block.text = std::move(body);
    document_.texts.back().blocks.push_back(std::move(block));
    return *this;
  }
  // A limb makes the provision an assessed one unless a class was given.
  StateBuilder& limb(LimbBuilder const& value) {
    document_.record.limbs.push_back(value.build());
    if (value.build().annotated && document_.record.klass == ProvisionClass::kNotAssessed) {
      document_.record.klass = ProvisionClass::kOffence;
    }
    return *this;
  }
  IndexDocument const& build() const { return document_; }

 private:
  IndexDocument document_;
};

class ActBuilder {
 public:
  // "ng/test-act-2015" is an act of ng; "unc" a treaty.
  explicit ActBuilder(std::string handle, int year = 2015) {
    size_t const slash = handle.find('/');
    bool const treaty = slash == std::string::npos;
    Work& work = act_.work;
    work.jurisdiction = treaty ? "int" : handle.substr(0, slash);
    work.rank = treaty ? "treaty" : "act";
    work.iri = "/akn/" + (treaty ? "un" : work.jurisdiction) + "/act/" + std::to_string(year) +
               "/" + (treaty ? handle : handle.substr(slash + 1));
    work.handle = std::move(handle);
    work.year = year;
    work.original_language = "en";
    work.title["en"] = work.handle;
  }
  ActBuilder& rank(std::string value) {
    act_.work.rank = std::move(value);
    return *this;
  }
  ActBuilder& name(std::string value) {
    act_.work.names.push_back(std::move(value));
    return *this;
  }
  // States of one provision one after the other, ascending.
  ActBuilder& add(StateBuilder const& state) {
    documents_.push_back(state.build());
    return *this;
  }
  ActRecord const& act() const { return act_; }
  std::vector<IndexDocument> const& documents() const { return documents_; }

 private:
  ActRecord act_;
  std::vector<IndexDocument> documents_;
};

}  // namespace cyberlex::testing
