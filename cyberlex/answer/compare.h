// Provisions side by side: rows of what each of them says, and where they differ.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/verdict.h"
#include "cyberlex/index/reader.h"

namespace cyberlex {

inline constexpr size_t kFewestItems = 2;
inline constexpr size_t kMostColumns = 8;

// One of `items`, `article` and `concept_id` says what is compared.
struct CompareRequest {
  std::vector<std::string> items;  // handles of provisions, or of limbs
  std::string article;             // of a treaty: "unc/7", "unc/art_7__para_1"
  std::string concept_id;          // of whatever scheme, with its narrower ones
  std::vector<std::string>
      jurisdictions;  // with these two; empty: every state of which law is held
  Date as_of;
};

// A provision, or limbs of one.
struct CompareColumn {
  std::string item;  // as asked, or the provision's handle
  std::string jurisdiction;
  ActNum act = 0;
  // The state of the day; record.limbs are those compared, texts the blocks that hold them, and
  // what stands above and below these.
  std::optional<ProvisionAnswer> provision;
  // Where it did not stand that day: the sentence that says from or until when it does, and its
  // states.
  std::string not_standing;
  std::vector<VersionEntry> versions;
};

// How a value is known: the first four say something.
enum class Finding : uint8_t {
  kStated,
  kInConflict,     // sources disagree; the value is one of theirs
  kUnknown,        // assessed, and it stays open: "unclear", a test that cannot be decided
  kElsewhere,      // an act that is not held would say
  kNotStated,      // assessed, and nothing is recorded of it
  kNotAssessed,    // nobody has looked
  kNotApplicable,  // such a limb has none of it: safeguards of a limb without a power
  kNotStanding,    // the provision did not stand that day
};
std::string_view name_of(Finding value);  // "stated", "not-stated"

// What one limb says in a row.
struct CompareValue {
  EId limb;           // empty: of the provision
  std::string power;  // of a limb that confers several: the one it is about
  Finding finding = Finding::kStated;
  std::string value;     // a slug, a duration, a sentence; empty where nothing is stated
  std::string label;     // for people; empty: the value as it is
  std::string key;       // what is compared; equal keys are equal values. Empty: the value
  std::string language;  // of a text, ISO 639-1
  std::optional<Confidence> confidence;  // of this value
  std::vector<std::string> at;           // handles it rests on
  std::string read;                      // key of a reading, for "absent"
  std::string reason;                    // of a derived answer, a mapping's rationale, a note
  std::vector<std::string> missing;      // of a mapping: what the article asks and it lacks
  std::vector<std::string> added;        // … and what it requires or punishes beyond
  std::optional<size_t> clause;          // place among the limb's penalties
};

struct CompareCell {
  std::vector<CompareValue> values;  // in the order of the text; never empty
};

// What `differs` of a row rests on.
enum class Compared : uint8_t {
  kValues,   // slugs, durations, amounts
  kWording,  // sentences of ours: `differs` says no more than that they are worded differently
  kNothing,  // shown only
};
std::string_view name_of(Compared value);  // "values", "wording", "nothing"

// cells[i] belongs to columns[i]. `differs`: kTrue when a column states what another, which is
// known whole, does not; kFalse when all are known whole and equal; else kUnknown. Columns to which
// a row does not apply take no part; nothing with fewer than two.
struct CompareRow {
  std::string id;     // "status", "element:object", "article:unc/7", "elements:unc/7"
  std::string group;  // what stands before the colon, or a group of its own: "standing"
  std::string label;
  Compared compared = Compared::kValues;
  std::optional<Ternary> differs;
  std::vector<CompareCell> cells;
};

// What was found of a state for an article or a concept.
struct CompareState {
  std::string jurisdiction;
  uint64_t found = 0;     // provisions
  uint64_t shown = 0;     // of them, as columns
  uint64_t assessed = 0;  // limbs with facts that stood and were not gone: 0 = nobody has looked
  std::optional<Coverage> coverage;  // of the article, where it asks something
};

struct CompareAnswer {
  std::shared_ptr<Generation const> generation;
  CompareRequest request;  // with every state written out, but for items
  std::vector<CompareColumn> columns;
  std::vector<CompareRow> rows;
  std::vector<CompareState> states;   // of an article or a concept
  std::vector<std::string> left_out;  // handles of provisions found beyond kMostColumns
};

// Items keep their order; one named twice stands once. For an article or a concept a column is a
// provision with the limbs that answer to it, in citation order: of states taken in turn, those
// that establish it before ancillary ones; provisions that are gone (is_gone) are left out.
// kBadQuery with `where`: not one of the three, fewer than kFewestItems or more than kMostColumns
// items, an item, article, concept or jurisdiction that is none. kNotFound: none of the items stood
// that day. An article or concept with nothing mapped to it is an answer without columns.
Result<CompareAnswer> answer_compare(IndexReader const& reader, CompareRequest const& request);

}  // namespace cyberlex
