// What the provisions of an act contain, limb by limb, and how they stand to treaties.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/act.h"
#include "cyberlex/model/eid.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex {

// What was found of one concept of a checklist (a safeguard of a power, a defence to an offence).
struct Assessment {
  std::string concept_id;
  AssessmentValue value = AssessmentValue::kNotAssessed;
  std::vector<std::string> at;  // handles of provisions it rests on, for kPresent and kPartial
  std::string read;             // key of the work's readings, for kAbsent
  std::string elsewhere;        // name of an act that is not held, for kElsewhere
  std::string note;
  Provenance provenance;
  bool operator==(Assessment const&) const = default;
};

// A concern about a limb, with who raises it and where.
struct Concern {
  std::string concern;  // concept of scheme "concern"
  std::vector<std::string> raised_by;
  std::string where;
  Provenance provenance;
  bool operator==(Concern const&) const = default;
};

// One thing that a paragraph of a treaty asks of a state's law. Coverage is computed from demands.
struct Demand {
  std::string id;  // unique within the article
  bool mandatory = true;
  std::string text;
  bool operator==(Demand const&) const = default;
};

// A power of investigation or enforcement, and the conditions under which it may be used.
struct Power {
  std::string power;                       // concept of scheme "power"
  std::vector<std::string> authorisation;  // concepts of scheme "authorisation"
  std::string who;
  std::string threshold;
  std::string against;
  std::string duration;
  std::string secrecy;
  std::string provider_duty;
  std::string refusal;
  std::vector<Assessment> safeguards;  // of scheme "safeguard", the checklist first, in its order
  bool operator==(Power const&) const = default;
};

// The facts about one limb (the unit of annotation: an eId at or below the section) over an
// interval.
struct LimbFacts {
  EId limb;
  Interval valid;
  std::vector<std::string> offences;            // concepts of scheme "offence"
  std::map<std::string, std::string> elements;  // conduct, object, mental_element, without_right, …
  std::vector<PenaltyClause> penalties;
  std::vector<Power> powers;
  std::vector<Concern> concerns;
  std::vector<Assessment> defences;  // of scheme "defence", the checklist first, in its order
  std::vector<Demand> asks;          // treaties only
  Provenance provenance;
  std::string note;
  SourcePlace place;

  bool operator==(LimbFacts const& other) const;  // without place
};

// One unit as assessed.
struct UnitFacts {
  EId eid;
  ProvisionClass klass = ProvisionClass::kGeneral;
  std::vector<LimbFacts> limbs;
  SourcePlace place;
};

// annotations.yaml of one act.
struct Annotations {
  std::string act;  // handle
  std::vector<UnitFacts> units;
  std::string file;
};

// One row of a concordance: a limb, and the article it answers to or the treaty it is outside of.
struct Mapping {
  EId limb;
  std::string treaty;  // act handle: "unc"
  EId article;         // "art_7" or "art_7__para_1"; empty when relation is kOutside
  Relation relation = Relation::kOverlaps;
  std::string rationale;
  std::vector<std::string> covers;  // demands of the article that are met whole
  std::vector<std::string> partly;  // … and in part
  std::vector<std::string> missing;
  std::vector<std::string> added;
  Interval valid;
  Provenance provenance;  // sources are keys of the concordance
  SourcePlace place;

  bool operator==(Mapping const& other) const;  // without place
};

// One treaty article that was looked for in an act: not found in what was read, or held by another
// act that is named. One of `read` and `elsewhere` is empty.
struct ArticleAssessment {
  std::string treaty;
  EId article;
  std::string read;       // key of the work's readings
  std::string elsewhere;  // name of an act that is not held
  std::string rationale;
  Interval valid;
  Provenance provenance;  // sources are keys of the concordance
  SourcePlace place;

  bool operator==(ArticleAssessment const& other) const;  // without place
};

// A file of mappings of one act. Sources, author, date and review state hold for each of its rows.
struct Concordance {
  std::string act;
  std::string author;
  std::string reviewed;  // unreviewed, reviewed, disputed
  Date date;
  std::map<std::string, Source> sources;
  std::vector<Mapping> mappings;
  std::vector<ArticleAssessment> assessed;
  std::string file;
};

// A concept of the taxonomy (SKOS).
struct Concept {
  std::string id;
  std::string scheme;  // offence, power, safeguard, authorisation, penalty, defence, concern, …
  std::string broader;
  LocalizedText pref;
  std::map<std::string, std::vector<std::string>> alt;
  std::map<std::string, std::vector<std::string>> hidden;
  std::map<std::string, std::vector<std::string>>
      match;  // close, broad, narrow, related -> article handles
  std::string pin;
  std::string law;
  int tier = 1;
  int checklist = 0;  // place, from 1, in what is assessed of every power (safeguards) or offence
                      // (defences): the order of the file; 0: not in it
  std::vector<std::string> yardstick;  // safeguards: article handles that ask for it
  std::optional<bool> independent;     // authorisations: of those who investigate and prosecute
  std::string note;
  SourcePlace place;

  bool operator==(Concept const& other) const;  // without place
};

// All concepts, sorted by scheme and id.
struct Taxonomy {
  std::vector<Concept> concepts;

  // Null when there is none.
  Concept const* find(std::string_view scheme, std::string_view id) const;
  // The concepts of a scheme that are assessed everywhere, in the order of the checklist.
  std::vector<Concept const*> checklist(std::string_view scheme) const;
};

}  // namespace cyberlex
