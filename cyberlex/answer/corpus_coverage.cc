#include "cyberlex/answer/corpus_coverage.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "cyberlex/answer/find_unit.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex {
namespace {

// By state and name of an act: where it is named.
using Elsewhere = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

class Counter {
 public:
  Counter(CoverageAnswer& out, Elsewhere& elsewhere) : out_(out), elsewhere_(elsewhere) {}

  void add(ProvisionRecord const& record) {
    work_ = &out_.generation->acts().at(record.act).work;
    ActCoverage& act = out_.acts.at(record.act);
    ++act.provisions;
    act.not_assessed += record.klass == ProvisionClass::kNotAssessed ? 1 : 0;
    std::set<std::string> languages;
    for (TextSummary const& text : record.texts) {
      act.texts.add(text.provenance.confidence);
      ++act.kinds[text.kind];
      languages.insert(text.language);
    }
    for (std::string const& language : languages) {
      ++act.languages[language];
    }
    for (LimbRecord const& limb : record.limbs) {
      add_limb(limb, act);
    }
  }

 private:
  void add_limb(LimbRecord const& limb, ActCoverage& act) {
    if (limb.annotated) {
      act.limbs.add(limb.provenance.confidence);
    }
    act.offences += limb.offences.empty() ? 0 : 1;
    for (PenaltyClause const& clause : limb.penalties) {
      act.penalties.add(clause.confidence);
    }
    for (MappingRecord const& row : limb.mappings) {
      if (row.relation == Relation::kOutside) {
        ++act.outside;
      } else {
        act.mappings.add(row.confidence);
      }
    }
    std::string const handle = to_string(Handle{work_->handle, limb.eid});
    act.powers += limb.powers.size();
    for (Power const& power : limb.powers) {
      add_assessments(power.safeguards, handle, act.safeguards);
    }
    add_assessments(limb.defences, handle, act.defences);
  }

  void add_assessments(std::vector<Assessment> const& assessments, std::string const& handle,
                       std::map<AssessmentValue, uint64_t>& counts) {
    for (Assessment const& each : assessments) {
      ++counts[each.value];
      if (!each.elsewhere.empty()) {
        elsewhere_[{work_->jurisdiction, each.elsewhere}].insert(handle);
      }
    }
  }

  CoverageAnswer& out_;
  Elsewhere& elsewhere_;
  Work const* work_ = nullptr;
};

void add_gaps(ActRecord const& act, CoverageAnswer& out) {
  for (Gap const& gap : act.work.gaps) {
    KnownGap row{act.work.handle, gap.what, {}};
    for (EId const& eid : gap.provisions) {
      row.provisions.push_back(to_string(Handle{act.work.handle, eid}));
    }
    out.gaps.push_back(std::move(row));
  }
}

void add_assessed(ActRecord const& act, Date as_of, Elsewhere& elsewhere) {
  for (AssessedRecord const& row : act.assessed) {
    if (!row.elsewhere.empty() && row.valid.contains(as_of)) {
      elsewhere[{act.work.jurisdiction, row.elsewhere}].insert(
          to_string(Handle{row.treaty, row.article}));
    }
  }
}

// One matrix a treaty; a treaty that asks nothing of a law has no row.
Status add_treaties(IndexReader const& reader, CoverageAnswer& out) {
  for (ActRecord const& act : out.generation->acts()) {
    if (act.work.jurisdiction != "int") {
      continue;
    }
    Result<MatrixAnswer> const matrix = answer_matrix(reader, {act.work.handle, {}, out.as_of});
    if (!matrix) {
      return matrix.error();
    }
    for (size_t state = 0; state < matrix->states.size() && !matrix->rows.empty(); ++state) {
      TreatyCoverage row{act.work.handle, matrix->states[state].jurisdiction, {}};
      for (MatrixRow const& article : matrix->rows) {
        ++row.articles[article.cells[state].verdict.coverage];
      }
      out.treaties.push_back(std::move(row));
    }
  }
  return Ok{};
}

// One an act: 1 when something of it is annotated.
std::vector<uint8_t> annotated_acts(Generation const& generation, Date as_of) {
  StateColumns const& state = generation.columns().state;
  std::vector<uint8_t> out;
  for (ActRecord const& act : generation.acts()) {
    Work const& work = act.work;
    bool const any = !act.assessed.empty() || !work.gaps.empty() || !work.readings.empty();
    out.push_back(any ? 1 : 0);
  }
  for (DocNum doc = 0; doc < generation.columns().documents(); ++doc) {
    bool const limbs = state.limb_begin[doc] < state.limb_begin[doc + 1];
    if (limbs && stands_on(generation.columns(), doc, as_of)) {
      out[state.act.codes[doc]] = 1;
    }
  }
  return out;
}

// The acts that are counted together, by their state.
class Together {
 public:
  Together(CoverageAnswer& out, std::vector<std::string> const& in_full) : out_(out) {
    auto const& acts = out.generation->acts();
    std::vector<uint8_t> const annotated = annotated_acts(*out.generation, out.as_of);
    std::map<std::string, uint64_t> counts;
    for (ActNum act = 0; act < acts.size(); ++act) {
      counts[acts[act].work.jurisdiction] += annotated[act] != 0 ? 0 : 1;
    }
    for (auto const& [state, count] : counts) {
      bool const listed = std::ranges::find(in_full, state) != in_full.end();
      if (count > kMostUnannotated && !listed) {
        out.unannotated.push_back({state, count, 0, {}});
      }
    }
    for (ActNum act = 0; act < acts.size(); ++act) {
      rows_.push_back(annotated[act] != 0 ? kListed : row_of(acts[act].work.jurisdiction));
    }
  }

  bool holds(ActNum act) const { return rows_[act] != kListed; }

  // REQUIRES: holds(act) of the document's act.
  void add(DocNum doc) {
    StateColumns const& state = out_.generation->columns().state;
    UnannotatedActs& row = out_.unannotated[rows_[state.act.codes[doc]]];
    ++row.provisions;
    for (Code const language : state.language.row(doc)) {
      ++row.languages[state.language.names.values[language]];
    }
  }

 private:
  static constexpr size_t kListed = SIZE_MAX;

  size_t row_of(std::string const& state) const {
    auto const found = std::ranges::find(out_.unannotated, state, &UnannotatedActs::jurisdiction);
    return found == out_.unannotated.end() ? kListed
                                           : static_cast<size_t>(found - out_.unannotated.begin());
  }

  CoverageAnswer& out_;
  std::vector<size_t> rows_;  // one an act: its place in `unannotated`
};

Status count_documents(IndexReader const& reader, Together& together, Counter& counter,
                       CoverageAnswer const& out) {
  Columns const& columns = out.generation->columns();
  for (DocNum doc = 0; doc < columns.documents(); ++doc) {
    if (!stands_on(columns, doc, out.as_of)) {
      continue;
    }
    if (together.holds(columns.state.act.codes[doc])) {
      together.add(doc);
      continue;
    }
    Result<ProvisionRecord> const record = reader.record(doc);
    if (!record) {
      return record.error();
    }
    counter.add(*record);
  }
  return Ok{};
}

Status check_states(Generation const& generation, std::vector<std::string> const& states) {
  for (std::string const& state : states) {
    if (std::ranges::none_of(generation.acts(), [&](ActRecord const& act) {
          return act.work.jurisdiction == state;
        })) {
      return Error{ErrorCode::kBadQuery, "no act of \"" + state + "\" is held", "jurisdiction"};
    }
  }
  return Ok{};
}

}  // namespace

void ByConfidence::add(Confidence confidence) {
  ++(confidence == Confidence::kVerified   ? verified
     : confidence == Confidence::kRecalled ? recalled
                                           : conflict);
}

Result<CoverageAnswer> answer_coverage(IndexReader const& reader, Date as_of,
                                       std::vector<std::string> const& in_full) {
  CoverageAnswer out;
  out.generation = reader.shared_generation();
  out.as_of = as_of;
  out.acts.resize(out.generation->acts().size());
  Elsewhere elsewhere;
  Counter counter(out, elsewhere);
  if (Status const known = check_states(*out.generation, in_full); !known) {
    return known.error();
  }
  Together together(out, in_full);
  if (Status const counted = count_documents(reader, together, counter, out); !counted) {
    return counted.error();
  }
  for (ActNum act = 0; act < out.acts.size(); ++act) {
    out.acts[act].act = act;
    add_gaps(out.generation->acts()[act], out);
    add_assessed(out.generation->acts()[act], as_of, elsewhere);
  }
  std::erase_if(out.acts, [&](ActCoverage const& row) { return together.holds(row.act); });
  for (auto& [key, named_by] : elsewhere) {
    out.elsewhere.push_back({key.first, key.second, {named_by.begin(), named_by.end()}});
  }
  if (Status const added = add_treaties(reader, out); !added) {
    return added.error();
  }
  return out;
}

}  // namespace cyberlex
