#include "cyberlex/answer/corpus_coverage.h"

#include <algorithm>
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

Status count_documents(IndexReader const& reader, Counter& counter, CoverageAnswer& out) {
  Columns const& columns = out.generation->columns();
  for (DocNum doc = 0; doc < columns.documents(); ++doc) {
    if (!stands_on(columns, doc, out.as_of)) {
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

}  // namespace

void ByConfidence::add(Confidence confidence) {
  ++(confidence == Confidence::kVerified   ? verified
     : confidence == Confidence::kRecalled ? recalled
                                           : conflict);
}

Result<CoverageAnswer> answer_coverage(IndexReader const& reader, Date as_of) {
  CoverageAnswer out;
  out.generation = reader.shared_generation();
  out.as_of = as_of;
  out.acts.resize(out.generation->acts().size());
  Elsewhere elsewhere;
  Counter counter(out, elsewhere);
  if (Status const counted = count_documents(reader, counter, out); !counted) {
    return counted.error();
  }
  for (ActNum act = 0; act < out.acts.size(); ++act) {
    out.acts[act].act = act;
    add_gaps(out.generation->acts()[act], out);
    add_assessed(out.generation->acts()[act], as_of, elsewhere);
  }
  for (auto& [key, named_by] : elsewhere) {
    out.elsewhere.push_back({key.first, key.second, {named_by.begin(), named_by.end()}});
  }
  if (Status const added = add_treaties(reader, out); !added) {
    return added.error();
  }
  return out;
}

}  // namespace cyberlex
