// A law as read: the work, its expressions, and the provisions of each as a tree. Plain values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/eid.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex {

// Text in several languages, by ISO 639-1 code.
using LocalizedText = std::map<std::string, std::string>;

// Where a fact comes from.
struct Source {
  std::string title;
  std::string url;
  std::string locator;
  std::string seen;  // ISO date, or empty
  std::string note;
  bool operator==(Source const&) const = default;
};

// How sure a statement is, and by which of the act's sources.
struct Provenance {
  Confidence confidence = Confidence::kRecalled;
  std::vector<std::string> sources;
  bool operator==(Provenance const&) const = default;
};

// A status that holds from a day until the next one.
struct StatusChange {
  Date from;
  LegalStatus value = LegalStatus::kUnknown;
  Provenance provenance;
  bool operator==(StatusChange const&) const = default;
};

// What an event did to provisions of the act.
struct ActChange {
  std::vector<EId> provisions;
  std::string how;  // "insertion", "substitution", …; the list is in docs/corpus-format.md
  std::vector<std::string> replaced_by;  // handles of provisions, held or not
  std::string note;
  bool operator==(ActChange const&) const = default;
};

// Something that happened to the act.
struct ActEvent {
  Date date;
  std::string type;  // "enacted", "amended", …; the list is in docs/corpus-format.md
  std::string by;
  std::vector<ActChange> changes;
  std::string note;
  Provenance provenance;
  bool operator==(ActEvent const&) const = default;
};

// A court on provisions of the act: stands beside them and is not their status.
struct Decision {
  std::string id;
  std::string court;
  std::string title;
  std::string number;
  Date date;
  std::vector<EId> provisions;
  std::string holding;
  std::string effect;
  Provenance provenance;
  bool operator==(Decision const&) const = default;
};

// A reservation, declaration or objection of a state.
struct Reservation {
  std::vector<EId> articles;  // empty: the whole treaty
  std::string kind;           // "reservation", "declaration", "objection"
  std::string note;
  Provenance provenance;
  bool operator==(Reservation const&) const = default;
};

// A state's standing towards a treaty from a day on.
struct StandingChange {
  std::string state;  // ISO 3166-1 alpha-2, lower case
  Date from;
  Standing value = Standing::kNone;
  std::string by;                 // "signature", "ratification", "accession", …; may be empty
  std::optional<Date> deposited;  // the day of the instrument
  std::vector<Reservation> reservations;
  std::string note;
  Provenance provenance;
  bool operator==(StandingChange const&) const = default;
};

// A second numbering of the articles first .. last: article N is article N + offset there.
struct ParallelNumbering {
  std::string handle;
  std::string iri;
  LocalizedText title;
  std::vector<std::string> names;  // further names recognised in a citation, any language
  EId first;
  EId last;
  int offset = 0;
  Provenance provenance;
  bool operator==(ParallelNumbering const&) const = default;
};

// What was read, by whom: that on which an "absent" or a "not found" rests.
struct Reading {
  std::string what;
  std::string by;
  Date date;
  std::vector<std::string> sources;
  bool operator==(Reading const&) const = default;
};

// Something known to be missing from what is held of the act.
struct Gap {
  std::string what;
  std::vector<EId> provisions;
  bool operator==(Gap const&) const = default;
};

// The work (FRBR): what does not depend on language or version.
struct Work {
  std::string handle;
  std::string iri;
  std::string jurisdiction;  // ISO 3166-1 alpha-2 lower case; "int" for treaties
  std::string rank;          // "act", "ley", "treaty", …
  int year = 0;              // of enactment or adoption; 0 = unknown
  ProvisionKind unit = ProvisionKind::kSection;
  std::string original_language;
  LocalizedText title;
  LocalizedText short_title;
  std::vector<std::string> names;  // further names recognised in a citation, any language
  std::vector<StatusChange> status;
  std::vector<ActEvent> events;
  std::vector<Decision> decisions;
  std::vector<StandingChange> standing;
  std::vector<ParallelNumbering> parallel;
  std::map<std::string, Reading> readings;
  std::vector<Gap> gaps;
  std::map<std::string, Source> sources;
  std::string source_url;  // where a text from outside the project was taken from
  std::string note;
  bool operator==(Work const&) const = default;
};

// The latest standing of a state towards a treaty at or before the day; null when there is none.
StandingChange const* standing_on(Work const& treaty, std::string_view state, Date as_of);

// Any addressable unit: part, section, subsection. `eid` may be empty until complete_eids ran.
struct Provision {
  ProvisionKind kind = ProvisionKind::kSection;
  EId eid;
  std::string wid;    // the eId of before a renumbering; empty = eid
  std::string num;    // the number: "24", "7-bis"
  std::string label;  // as printed, when that is not the number: "§ 24", "Artículo 24"
  std::string heading;
  std::string text;  // paragraphs parted by one empty line; verbatim for texts from outside
  std::vector<Provision> items;
  std::string closing;                         // after the last item
  LegalStatus status = LegalStatus::kUnknown;  // kUnknown: follows the act
  Provenance provenance;
  Confidence heading_confidence = Confidence::kRecalled;
  std::string insert_after;  // only in an inheriting expression
  SourcePlace place;         // where it was read; not part of its value

  // Values compare without `place`.
  bool operator==(Provision const& other) const;
};

// One language and date of the work.
struct Expression {
  std::string language;  // ISO 639-1
  Date date;             // of this version
  TextKind kind = TextKind::kOfficial;
  std::vector<std::string> sources;
  std::optional<Date> inherits;  // the version this one changes; resolved by resolve_inheritance
  std::vector<Provision> body;
  std::string file;  // where it was read; not part of its value

  bool operator==(Expression const& other) const;
};

// A work with the expressions held of it.
struct Act {
  Work work;
  std::vector<Expression> expressions;
  bool operator==(Act const&) const = default;
};

// Calls visit(provision, path) for every node in document order; `path` is the containers and
// ancestors above it, outermost first.
template <typename Visit>
void walk(std::vector<Provision> const& body, Visit const& visit,
          std::vector<Provision const*> const& above = {}) {
  for (Provision const& provision : body) {
    visit(provision, above);
    std::vector<Provision const*> path = above;
    path.push_back(&provision);
    walk(provision.items, visit, path);
  }
}

}  // namespace cyberlex
