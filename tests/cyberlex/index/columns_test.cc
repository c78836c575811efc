#include "cyberlex/index/columns.h"

#include <gtest/gtest.h>

#include <set>

#include "cyberlex/model/identifiers.h"
#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 185;

using Names = std::set<std::string, std::less<>>;

Names row_names(MultiCodeColumn const& column, size_t row) {
  Names out;
  for (Code const code : column.row(row)) {
    out.insert(column.names.values[code]);
  }
  return out;
}

std::string const& name(CodeColumn const& column, size_t row) {
  return column.names.values[column.codes[row]];
}

// The twin: every value asked of the record itself.
void expect_limb(Columns const& columns, size_t row, LimbRecord const& limb) {
  EXPECT_EQ(row_names(columns.limb.offence, row),
            Names(limb.offences.begin(), limb.offences.end()));
  Names concerns;
  for (Concern const& concern : limb.concerns) {
    concerns.insert(concern.concern);
  }
  EXPECT_EQ(row_names(columns.limb.concern, row), concerns);
  Names defences;
  for (Assessment const& defence : limb.defences) {
    defences.insert(defence.concept_id + ":" + std::string(name_of(defence.value)));
  }
  EXPECT_EQ(row_names(columns.limb.defence, row), defences);
  Names powers;
  Names authorisations;
  Names safeguards;
  for (Power const& power : limb.powers) {
    for (Assessment const& safeguard : power.safeguards) {
      safeguards.insert(safeguard.concept_id + ":" + std::string(name_of(safeguard.value)));
    }
    powers.insert(power.power);
    authorisations.insert(power.authorisation.begin(), power.authorisation.end());
  }
  EXPECT_EQ(row_names(columns.limb.power, row), powers);
  EXPECT_EQ(row_names(columns.limb.authorisation, row), authorisations);
  EXPECT_EQ(row_names(columns.limb.safeguard, row), safeguards);
  EXPECT_EQ(name(columns.limb.confidence, row),
            limb.annotated ? name_of(limb.provenance.confidence) : "not-assessed");
  std::optional<Derived> const serious = maximum_reaches(limb.penalties, 4);
  EXPECT_EQ(name(columns.limb.serious, row), serious ? name_of(serious->value) : "none");
  TermRange const range = term_range(std::span<PenaltyClause const>(limb.penalties));
  EXPECT_EQ(columns.limb.longest[row], range.longest.value_or(kNoBound));
  EXPECT_EQ(columns.limb.shortest[row], range.shortest.value_or(kNoBound));
}

void expect_clause(ClauseColumns const& columns, size_t row, PenaltyClause const& clause) {
  Names kinds;
  uint32_t fine = columns.fine_begin[row];
  for (PenaltyArm const& arm : clause.arms) {
    kinds.insert(std::string(name_of(arm.kind)));
    if (arm.kind == PenaltyKind::kFine) {
      EXPECT_EQ(columns.units.values[columns.fines[fine].unit], arm.unit);
      EXPECT_EQ(columns.fines[fine].max, arm.max_amount.value_or(kNoBound));
      ++fine;
    }
  }
  if (clause.relation == PenaltyRelation::kSameAsPrincipal) {
    kinds.insert("same-as-principal");
  }
  EXPECT_EQ(fine, columns.fine_begin[row + 1]);
  EXPECT_EQ(row_names(columns.penalty, row), kinds);
  EXPECT_EQ(columns.open[row] == 1, term_range(clause).open);
}

void expect_mapping(MappingColumns const& columns, size_t row, MappingRecord const& mapping) {
  bool const outside = mapping.relation == Relation::kOutside;
  EXPECT_EQ(name(columns.article, row),
            mapping.treaty + (outside ? "/none" : "/" + mapping.article.unit().text().substr(4)));
  EXPECT_EQ(name(columns.treaty, row), mapping.treaty);
  EXPECT_EQ(name(columns.relation, row), name_of(mapping.relation));
}

TEST(Columns, SayWhatTheRecordsSay) {
  Laws const laws = RandomLaws(kSeed).make(6, 12);
  std::vector<ProvisionRecord> records;
  std::vector<uint16_t> lengths;
  for (IndexDocument const& document : laws.documents) {
    records.push_back(document.record);
    lengths.push_back(static_cast<uint16_t>(records.size()));
  }
  Columns const columns = make_columns(laws.acts, records, lengths);
  ASSERT_EQ(columns.documents(), records.size());
  size_t limb = 0;
  size_t clause = 0;
  size_t mapping = 0;
  for (size_t doc = 0; doc < records.size(); ++doc) {
    ProvisionRecord const& record = records[doc];
    Work const& work = laws.acts[record.act].work;
    EXPECT_EQ(name(columns.state.act, doc), work.handle);
    EXPECT_EQ(columns.state.act.codes[doc], record.act);
    EXPECT_EQ(name(columns.state.jurisdiction, doc), work.jurisdiction);
    EXPECT_EQ(name(columns.state.year, doc),
              work.year == 0 ? "unknown" : std::to_string(work.year));
    EXPECT_EQ(name(columns.state.status, doc), name_of(record.status));
    EXPECT_EQ(name(columns.state.klass, doc), name_of(record.klass));
    EXPECT_EQ(columns.state.from[doc], record.valid.from.days());
    EXPECT_EQ(columns.state.length[doc], lengths[doc]);
    EXPECT_EQ(columns.state.limb_begin[doc], limb);
    Names languages;
    for (TextSummary const& text : record.texts) {
      languages.insert(text.language);
    }
    EXPECT_EQ(row_names(columns.state.language, doc), languages);
    for (LimbRecord const& each : record.limbs) {
      expect_limb(columns, limb, each);
      EXPECT_EQ(columns.limb.clause_begin[limb], clause);
      EXPECT_EQ(columns.limb.mapping_begin[limb], mapping);
      ++limb;
      for (PenaltyClause const& c : each.penalties) {
        expect_clause(columns.clause, clause++, c);
      }
      for (MappingRecord const& m : each.mappings) {
        expect_mapping(columns.mapping, mapping++, m);
      }
    }
  }
  EXPECT_EQ(columns.state.limb_begin.back(), limb);
}

TEST(Columns, StatesOfAProvisionShareANumber) {
  Laws const laws = RandomLaws(kSeed).make(3, 4);
  std::vector<ProvisionRecord> records;
  for (IndexDocument const& document : laws.documents) {
    records.push_back(document.record);
  }
  Columns const columns = make_columns(laws.acts, records, std::vector<uint16_t>(records.size()));
  for (size_t a = 0; a < records.size(); ++a) {
    for (size_t b = 0; b < records.size(); ++b) {
      bool const same = records[a].act == records[b].act && records[a].eid == records[b].eid;
      EXPECT_EQ(columns.state.provision[a] == columns.state.provision[b], same);
    }
  }
}

TEST(Columns, FindsAValueInAnyOrder) {
  CodeNames const sorted{{"a", "b", "c"}};
  EXPECT_EQ(sorted.find("b"), 1U);
  EXPECT_EQ(sorted.find("bb"), 3U);
  CodeNames const acts{{"unc", "ir/law", "ng/act"}};
  for (Code code = 0; code < 3; ++code) {
    EXPECT_EQ(acts.find(acts.values[code]), code);
  }
  EXPECT_EQ(acts.find("zz"), 3U);
}

}  // namespace
}  // namespace cyberlex
