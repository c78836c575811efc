// Treaty x states: what each article asks, and how far the law of each state answers to it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/answer/standing.h"
#include "cyberlex/answer/verdict.h"
#include "cyberlex/index/reader.h"

namespace cyberlex {

// What a row is.
enum class MatrixLevel : uint8_t { kArticle, kChapter };
std::string_view name_of(MatrixLevel value);  // "article", "chapter"

struct MatrixRequest {
  std::string convention;                  // handle of a treaty
  std::vector<std::string> jurisdictions;  // empty: every state of which law is held
  Date as_of;
  MatrixLevel level = MatrixLevel::kArticle;  // for whoever renders: both are answered
};

// A state, and where it stands towards the treaty on the day.
struct MatrixState {
  std::string jurisdiction;
  TreatyStanding standing;  // into the generation
  uint64_t acts = 0;        // held of the state, whatever their status
};

// A limb in force that answers to the article, and how.
struct MatrixProvision {
  DocNum doc = 0;
  std::string handle;   // of the provision
  std::string heading;  // of its leading text
  // The worse of the leading text's and of the limb's facts.
  Confidence confidence = Confidence::kVerified;
  LimbRecord limb;  // with the mappings to this article only
};

// A row that says who looked for the article where, and the act it belongs to.
struct MatrixAssessed {
  ActNum act = 0;
  AssessedRecord const* row = nullptr;  // of the generation
};

struct MatrixCell {
  Verdict verdict;
  std::vector<MatrixProvision> provisions;  // in citation order; ancillary ones too
  std::vector<MatrixAssessed> assessed;
  // Longest term of the base clauses (is_base) of the offences that answer to the article,
  // ancillary rows left out, disputed values only where there is no other; as written, "life",
  // "death", or empty.
  std::string longest;
};

// One article that asks something. cells[i] belongs to states[i].
struct MatrixRow {
  std::string handle;
  std::string number;
  std::string heading;
  std::vector<PathStep> path;
  std::vector<PlacedDemand> demands;
  std::vector<MatrixCell> cells;
};

// The articles of one chapter in one state. `met` adds up the demands of those that
// are decided (is_decided).
struct ChapterCell {
  std::map<Coverage, uint64_t> articles;
  DemandCount met;
  std::string longest;  // over the cells that name one
};

// The outermost container of some rows, in their order. cells[i] belongs to states[i].
struct MatrixChapter {
  std::string handle;  // "unc/chp_2"; the treaty's for articles outside of any
  std::string label;
  std::string heading;
  uint64_t articles = 0;  // that ask something
  std::vector<ChapterCell> cells;
};

// A limb with an offence, assessed as outside this treaty, with the rows that say so. Over-reach,
// when it is so of every one that any row names.
struct OutsideProvision {
  std::string jurisdiction;
  MatrixProvision provision;
  bool outside_all = false;  // as `article=none` of a search
};

struct MatrixAnswer {
  std::shared_ptr<Generation const> generation;
  MatrixRequest request;  // with every state written out
  ActNum treaty = 0;
  std::vector<MatrixState> states;
  std::vector<MatrixRow> rows;
  std::vector<MatrixChapter> chapters;
  std::vector<OutsideProvision> outside;
};

// A limb counts while its provision is in force on the day. kBadQuery with `where` for a treaty
// that is not held or is none, and a jurisdiction that is no state.
Result<MatrixAnswer> answer_matrix(IndexReader const& reader, MatrixRequest const& request);

// True for what is_jurisdiction knows, and for codes beyond it of which law is held (xk).
bool names_jurisdiction(Generation const& generation, std::string_view code);

// What was asked for, each once, in that order; every state of which law is held when nothing was.
std::vector<std::string> states_of(std::vector<std::string> const& asked,
                                   Generation const& generation);

// Codes of the states of which law is held, sorted.
std::vector<std::string> states_held(Generation const& generation);

}  // namespace cyberlex
