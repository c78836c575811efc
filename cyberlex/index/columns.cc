#include "cyberlex/index/columns.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>

#include "cyberlex/model/identifiers.h"

namespace cyberlex {
namespace {

constexpr int kSeriousYears = 4;
constexpr int kExtraditableYears = 1;

struct Hash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// Numbers values as they come; finish() renumbers them in the order of the values.
class Dictionary {
 public:
  Code add(std::string_view value) {
    auto const found = codes_.find(value);
    if (found != codes_.end()) {
      return found->second;
    }
    auto const code = static_cast<Code>(codes_.size());
    codes_.emplace(value, code);
    return code;
  }

  // Fills `names` and returns the final code of every provisional one.
  std::vector<Code> finish(CodeNames& names) const {
    std::vector<std::pair<std::string, Code>> sorted(codes_.begin(), codes_.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<Code> final_code(sorted.size());
    for (auto& [value, code] : sorted) {
      final_code[code] = static_cast<Code>(names.values.size());
      names.values.push_back(std::move(value));
    }
    return final_code;
  }

 private:
  std::unordered_map<std::string, Code, Hash, std::equal_to<>> codes_;
};

class CodeColumnBuilder {
 public:
  void add(std::string_view value) { column_.codes.push_back(dictionary_.add(value)); }

  CodeColumn finish() {
    std::vector<Code> const final_code = dictionary_.finish(column_.names);
    for (Code& code : column_.codes) {
      code = final_code[code];
    }
    return std::move(column_);
  }

 private:
  Dictionary dictionary_;
  CodeColumn column_;
};

class MultiCodeColumnBuilder {
 public:
  MultiCodeColumnBuilder() { column_.begin.push_back(0); }

  // Adds to the row that end_row() closes.
  void add(std::string_view value) { row_.push_back(dictionary_.add(value)); }
  void end_row() {
    std::sort(row_.begin(), row_.end());
    row_.erase(std::unique(row_.begin(), row_.end()), row_.end());
    column_.codes.insert(column_.codes.end(), row_.begin(), row_.end());
    column_.begin.push_back(static_cast<uint32_t>(column_.codes.size()));
    row_.clear();
  }

  MultiCodeColumn finish() {
    std::vector<Code> const final_code = dictionary_.finish(column_.names);
    for (Code& code : column_.codes) {
      code = final_code[code];
    }
    for (size_t r = 0; r + 1 < column_.begin.size(); ++r) {
      std::sort(column_.codes.begin() + column_.begin[r],
                column_.codes.begin() + column_.begin[r + 1]);
    }
    return std::move(column_);
  }

 private:
  Dictionary dictionary_;
  MultiCodeColumn column_;
  std::vector<Code> row_;
};

int64_t bound(std::optional<int64_t> value) {
  return value.value_or(kNoBound);
}

class MappingBuilder {
 public:
  void add(MappingRecord const& mapping) {
    bool const outside = mapping.relation == Relation::kOutside;
    article_.add(outside ? mapping.treaty + "/none"
                         : to_string(Handle{mapping.treaty, mapping.article.unit()}));
    treaty_.add(mapping.treaty);
    relation_.add(name_of(mapping.relation));
    confidence_.add(name_of(mapping.confidence));
    ++rows_;
  }
  uint32_t rows() const { return rows_; }
  MappingColumns finish() {
    return {article_.finish(), treaty_.finish(), relation_.finish(), confidence_.finish()};
  }

 private:
  CodeColumnBuilder article_, treaty_, relation_, confidence_;
  uint32_t rows_ = 0;
};

class ClauseBuilder {
 public:
  ClauseBuilder() { columns_.fine_begin.push_back(0); }

  void add(PenaltyClause const& clause) {
    for (PenaltyArm const& arm : clause.arms) {
      penalty_.add(name_of(arm.kind));
      if (arm.kind == PenaltyKind::kFine) {
        columns_.fines.push_back(
            {units_.add(arm.unit), bound(arm.min_amount), bound(arm.max_amount)});
      }
    }
    if (clause.relation == PenaltyRelation::kSameAsPrincipal) {
      penalty_.add(name_of(PenaltyKind::kSameAsPrincipal));
    } else if (clause.arms.empty()) {
      penalty_.add(name_of(PenaltyKind::kUnseen));
    }
    penalty_.end_row();
    confidence_.add(name_of(clause.confidence));
    TermRange const range = term_range(clause);
    columns_.longest.push_back(bound(range.longest));
    columns_.shortest.push_back(bound(range.shortest));
    columns_.open.push_back(range.open ? 1 : 0);
    columns_.fine_begin.push_back(static_cast<uint32_t>(columns_.fines.size()));
  }
  uint32_t rows() const { return static_cast<uint32_t>(columns_.open.size()); }
  ClauseColumns finish() {
    columns_.penalty = penalty_.finish();
    columns_.confidence = confidence_.finish();
    std::vector<Code> const final_code = units_.finish(columns_.units);
    for (FineRange& fine : columns_.fines) {
      fine.unit = final_code[fine.unit];
    }
    return std::move(columns_);
  }

 private:
  MultiCodeColumnBuilder penalty_;
  CodeColumnBuilder confidence_;
  Dictionary units_;
  ClauseColumns columns_;
};

std::string_view derived_name(std::vector<PenaltyClause> const& clauses, int years) {
  std::optional<Derived> const derived = maximum_reaches(clauses, years);
  return derived ? name_of(derived->value) : "none";
}

std::string assessed_value(Assessment const& assessment) {
  return assessment.concept_id + ":" + std::string(name_of(assessment.value));
}

class LimbBuilder {
 public:
  LimbBuilder() {
    columns_.clause_begin.push_back(0);
    columns_.mapping_begin.push_back(0);
  }

  void add(LimbRecord const& limb) {
    add_concepts(limb);
    confidence_.add(limb.annotated ? name_of(limb.provenance.confidence) : "not-assessed");
    serious_.add(derived_name(limb.penalties, kSeriousYears));
    one_year_.add(derived_name(limb.penalties, kExtraditableYears));
    TermRange const range = term_range(std::span<PenaltyClause const>(limb.penalties));
    columns_.longest.push_back(bound(range.longest));
    columns_.shortest.push_back(bound(range.shortest));
    for (PenaltyClause const& clause : limb.penalties) {
      clauses_.add(clause);
    }
    for (MappingRecord const& mapping : limb.mappings) {
      mappings_.add(mapping);
    }
    columns_.clause_begin.push_back(clauses_.rows());
    columns_.mapping_begin.push_back(mappings_.rows());
  }
  uint32_t rows() const { return static_cast<uint32_t>(columns_.longest.size()); }
  void finish(Columns& out) {
    columns_.offence = offence_.finish();
    columns_.power = power_.finish();
    columns_.authorisation = authorisation_.finish();
    columns_.concern = concern_.finish();
    columns_.safeguard = safeguard_.finish();
    columns_.defence = defence_.finish();
    columns_.confidence = confidence_.finish();
    columns_.serious = serious_.finish();
    columns_.one_year = one_year_.finish();
    out.limb = std::move(columns_);
    out.clause = clauses_.finish();
    out.mapping = mappings_.finish();
  }

 private:
  void add_concepts(LimbRecord const& limb) {
    for (std::string const& offence : limb.offences) {
      offence_.add(offence);
    }
    for (Power const& power : limb.powers) {
      power_.add(power.power);
      for (std::string const& authorisation : power.authorisation) {
        authorisation_.add(authorisation);
      }
      for (Assessment const& safeguard : power.safeguards) {
        safeguard_.add(assessed_value(safeguard));
      }
    }
    for (Concern const& concern : limb.concerns) {
      concern_.add(concern.concern);
    }
    for (Assessment const& defence : limb.defences) {
      defence_.add(assessed_value(defence));
    }
    offence_.end_row();
    power_.end_row();
    authorisation_.end_row();
    concern_.end_row();
    safeguard_.end_row();
    defence_.end_row();
  }

  MultiCodeColumnBuilder offence_, power_, authorisation_, concern_, safeguard_, defence_;
  CodeColumnBuilder confidence_, serious_, one_year_;
  ClauseBuilder clauses_;
  MappingBuilder mappings_;
  LimbColumns columns_;
};

}  // namespace

Code CodeNames::find(std::string_view value) const {
  auto found = std::lower_bound(values.begin(), values.end(), value);
  if (found == values.end() || *found != value) {
    found = std::find(values.begin(), values.end(), value);  // acts are not in the order of handles
  }
  return static_cast<Code>(found - values.begin());
}

namespace {

constexpr char const* kNothing = "none";

// "day-fine" for a fine of that unit.
std::string_view suggested_kind(PenaltyArm const& arm) {
  return arm.kind == PenaltyKind::kFine && arm.unit == "day-fine" ? std::string_view(arm.unit)
                                                                  : name_of(arm.kind);
}

// The gravest of the arms: its term, "life", "death", "unknown", or "none" without prison.
std::string suggested_term(Suggested const& suggested) {
  std::string out = kNothing;
  int64_t longest = -1;
  for (SuggestedClause const& clause : suggested.clauses) {
    for (PenaltyArm const& arm : clause.arms) {
      bool const graver = arm.kind == PenaltyKind::kLife || arm.kind == PenaltyKind::kDeath;
      bool const prison = graver || arm.kind == PenaltyKind::kImprisonment;
      int64_t const scale = arm.kind == PenaltyKind::kDeath  ? kDeathScale
                            : arm.kind == PenaltyKind::kLife ? kLifeScale
                            : arm.max_term                   ? arm.max_term->scale()
                                                             : 0;
      if (prison && scale > longest) {
        longest = scale;
        out = graver         ? std::string(name_of(arm.kind))
              : arm.max_term ? arm.max_term->to_string()
                             : "unknown";
      }
    }
  }
  return out;
}

// The rows of what is suggested.
class SuggestedBuilder {
 public:
  void add(Suggested const& suggested) {
    for (SuggestedConcept const& row : suggested.concepts) {
      concept_.add(row.concept_id);
    }
    for (SuggestedClause const& clause : suggested.clauses) {
      for (PenaltyArm const& arm : clause.arms) {
        penalty_.add(suggested_kind(arm));
      }
    }
    end_row(concept_, suggested.concepts.empty());
    end_row(penalty_, suggested.clauses.empty());
    prison_.add(suggested_term(suggested));
  }

  void finish(StateColumns& out) {
    out.suggested = concept_.finish();
    out.suggested_penalty = penalty_.finish();
    out.suggested_prison = prison_.finish();
  }

 private:
  static void end_row(MultiCodeColumnBuilder& column, bool empty) {
    if (empty) {
      column.add(kNothing);
    }
    column.end_row();
  }

  MultiCodeColumnBuilder concept_, penalty_;
  CodeColumnBuilder prison_;
};

}  // namespace

struct ColumnsBuilder::State {
  explicit State(std::vector<ActRecord> const& all) : acts(all) {
    for (ActRecord const& act : all) {
      columns.act.names.values.push_back(act.work.handle);
    }
    columns.limb_begin.push_back(0);
  }

  void add(ProvisionRecord const& record, uint16_t length) {
    Work const& work = acts[record.act].work;
    bool const first = columns.from.empty();
    bool const same = !first && columns.act.codes.back() == record.act && eid == record.eid;
    provision += first || same ? 0 : 1;
    eid = record.eid;
    columns.provision.push_back(provision);
    columns.from.push_back(record.valid.from.days());
    columns.to.push_back(record.valid.to.days());
    columns.length.push_back(length);
    columns.act.codes.push_back(record.act);
    jurisdiction.add(work.jurisdiction);
    rank.add(work.rank);
    year.add(work.year == 0 ? "unknown" : std::to_string(work.year));
    status.add(name_of(record.status));
    klass.add(name_of(record.klass));
    for (TextSummary const& text : record.texts) {
      language.add(text.language);
      text_kind.add(name_of(text.kind));
    }
    language.end_row();
    text_kind.end_row();
    suggested.add(record.suggested);
    for (LimbRecord const& limb : record.limbs) {
      limbs.add(limb);
    }
    columns.limb_begin.push_back(limbs.rows());
  }

  Columns finish() {
    Columns out;
    columns.jurisdiction = jurisdiction.finish();
    columns.rank = rank.finish();
    columns.year = year.finish();
    columns.status = status.finish();
    columns.language = language.finish();
    columns.text_kind = text_kind.finish();
    suggested.finish(columns);
    columns.klass = klass.finish();
    out.state = std::move(columns);
    limbs.finish(out);
    return out;
  }

  std::vector<ActRecord> const& acts;
  EId eid;  // of the last record
  uint32_t provision = 0;
  CodeColumnBuilder jurisdiction, rank, year, status, klass;
  MultiCodeColumnBuilder language, text_kind;
  StateColumns columns;
  SuggestedBuilder suggested;
  LimbBuilder limbs;
};

ColumnsBuilder::ColumnsBuilder(std::vector<ActRecord> const& acts)
    : state_(std::make_unique<State>(acts)) {}
ColumnsBuilder::~ColumnsBuilder() = default;
ColumnsBuilder::ColumnsBuilder(ColumnsBuilder&&) noexcept = default;
ColumnsBuilder& ColumnsBuilder::operator=(ColumnsBuilder&&) noexcept = default;

void ColumnsBuilder::add(ProvisionRecord const& record, uint16_t length) {
  state_->add(record, length);
}
Columns ColumnsBuilder::finish() {
  return state_->finish();
}

Columns make_columns(std::vector<ActRecord> const& acts,
                     std::vector<ProvisionRecord> const& records,
                     std::vector<uint16_t> const& lengths) {
  ColumnsBuilder builder(acts);
  for (size_t doc = 0; doc < records.size(); ++doc) {
    builder.add(records[doc], lengths[doc]);
  }
  return builder.finish();
}

}  // namespace cyberlex
