// Answers about one thing: a provision, an act, a treaty and its articles. Plain values for any
// renderer.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/answer/matrix.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex {

// One version of a provision, for lists of versions.
struct VersionEntry {
  Interval valid;
  LegalStatus status = LegalStatus::kInForce;
  bool shown = false;
};

// A row that points at a provision from elsewhere.
struct ProvisionLink {
  DocNum doc = 0;
  ProvisionRecord record;
};

// What an event did to one provision.
struct ProvisionChange {
  ActEvent const* event = nullptr;  // of the generation
  ActChange const* change = nullptr;
};

// The number that a provision bears in another act.
struct ParallelNumber {
  ParallelNumbering const* numbering = nullptr;  // of the generation
  EId eid;
};

struct ProvisionAnswer {
  std::shared_ptr<Generation const> generation;
  Date as_of;
  DocNum doc = 0;
  ProvisionRecord record;                // record.texts holds the languages asked for only
  std::vector<StateText> texts;          // texts[i] belongs to record.texts[i]
  std::vector<std::string> languages;    // of all texts held of this state, in their order
  std::vector<VersionEntry> versions;    // all states, ascending
  std::vector<Decision> decisions;       // of the act on this provision, dated at or before as_of
  std::vector<ProvisionChange> changes;  // what touched it, at or before as_of
  std::vector<ParallelNumber> parallel;
  std::optional<std::string> previous;  // handles of the neighbours in the act on that day
  std::optional<std::string> next;
  EId portion;  // the limb that was asked for, or empty
};

// The state of a provision (or of the provision that holds the limb) on a day, whatever its status;
// `languages` empty = all.
// kNotFound: no such act, provision or limb, none on that day (the message says from or until
// when), or no text in these languages (the message says in which).
Result<ProvisionAnswer> answer_provision(IndexReader const& reader, Handle const& handle,
                                         Date as_of, std::vector<std::string> const& languages);

// True when some state of the provision is held, on whatever day: tells "no such thing" from "not
// that day".
bool holds_provision(Generation const& generation, Handle const& handle);

// The states of a provision, ascending; `shown` marks document `shown`.
std::vector<VersionEntry> versions_of(Generation const& generation, ActNum act, EId const& unit,
                                      DocNum shown);

struct ActSummary {
  ActNum act = 0;
  uint64_t provisions = 0;  // in the state that stood on as_of, any status
  LegalStatus status = LegalStatus::kUnknown;
};
struct ActListAnswer {
  std::shared_ptr<Generation const> generation;
  Date as_of;
  std::vector<std::string> jurisdictions;  // as asked
  uint64_t limit = 0;                      // as asked
  uint64_t total = 0;
  std::vector<ActSummary> acts;  // one page, ascending by handle
  std::optional<uint64_t> next_offset;
};
inline constexpr uint64_t kActsPerPage = 100;  // when nobody asks otherwise, and at most

// Acts, optionally of some jurisdictions, or without those that have a "-" before their code;
// treaties are acts of "int".
// kBadQuery: a jurisdiction of which no act is held.
Result<ActListAnswer> answer_acts(IndexReader const& reader, Date as_of,
                                  std::vector<std::string> const& jurisdictions, uint64_t offset,
                                  uint64_t limit);

struct ContentsEntry {
  std::string handle;
  ProvisionKind kind = ProvisionKind::kSection;
  std::string num;
  std::string label;
  std::string heading;
  std::string heading_language;
  LegalStatus status = LegalStatus::kInForce;
  ProvisionClass klass = ProvisionClass::kNotAssessed;
  std::vector<PathStep> path;
};
struct ActAnswer {
  std::shared_ptr<Generation const> generation;
  Date as_of;
  ActNum act = 0;
  LegalStatus status = LegalStatus::kUnknown;
  std::vector<ContentsEntry> contents;  // provisions that stood on as_of, in document order
};
// kNotFound: no such act; the message offers the nearest handle.
Result<ActAnswer> answer_act(IndexReader const& reader, std::string const& handle, Date as_of);

// A treaty article with its concordance: to other treaties, and every national provision mapped to
// it.
struct MappedProvision {
  ProvisionLink provision;
  std::vector<LimbRecord>
      limbs;  // those with a mapping to the article, and of their mappings only these
};
// A state of which law is held, and no provision of it is mapped to the article: what that means.
struct StateWithout {
  std::string jurisdiction;
  Coverage coverage = Coverage::kNotAssessed;  // or kNotFound, kElsewhere, as in the matrix
  std::vector<MatrixAssessed> assessed;        // what was looked for there
};
struct ArticleAnswer {
  ProvisionAnswer provision;
  std::vector<MappedProvision> treaties;    // articles of other treaties mapped to it
  std::vector<MappedProvision> provisions;  // national provisions, in citation order
  // Ascending; only of a whole article that asks something of a state's law.
  std::vector<StateWithout> without;
};
// Counts what `article=` of a search counts: states of that day that are not gone (is_gone). A
// handle below the article keeps the mappings to that paragraph, to what holds it and to what it
// holds. Fails as answer_provision does; kNotFound also for a provision that is not of a treaty.
Result<ArticleAnswer> answer_article(IndexReader const& reader, Handle const& handle, Date as_of,
                                     std::vector<std::string> const& languages);

}  // namespace cyberlex
