// The columns say which documents hold a mapping to the article; only their records are read.

#include <algorithm>
#include <map>
#include <span>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/find_unit.h"

namespace cyberlex {
namespace {

// The row of `begin` that holds child `child`. REQUIRES: child < begin.back().
uint32_t parent_of_child(std::vector<uint32_t> const& begin, size_t child) {
  auto const after = std::upper_bound(begin.begin(), begin.end(), child);
  return static_cast<uint32_t>(after - begin.begin() - 1);
}

// Documents with a mapping to the article that stand on the day and are not gone, ascending.
std::vector<DocNum> mapped_documents(Generation const& generation, std::string const& article,
                                     Date as_of) {
  Columns const& columns = generation.columns();
  std::vector<DocNum> out;
  CodeColumn const& articles = columns.mapping.article;
  Code const wanted = articles.names.find(article);
  for (size_t row = 0; row < articles.codes.size(); ++row) {
    if (articles.codes[row] != wanted) {
      continue;
    }
    uint32_t const limb = parent_of_child(columns.limb.mapping_begin, row);
    DocNum const doc = parent_of_child(columns.state.limb_begin, limb);
    if ((out.empty() || out.back() != doc) && stands_on(columns, doc, as_of)) {
      out.push_back(doc);
    }
  }
  return out;
}

bool is_to(MappingRecord const& mapping, Handle const& article) {
  return mapping.relation != Relation::kOutside && mapping.treaty == article.act &&
         (mapping.article.contains(article.eid) || article.eid.contains(mapping.article));
}

std::vector<LimbRecord> limbs_to(ProvisionRecord const& record, Handle const& article) {
  std::vector<LimbRecord> out;
  for (LimbRecord const& limb : record.limbs) {
    LimbRecord kept = limb;
    std::erase_if(kept.mappings, [&](MappingRecord const& row) { return !is_to(row, article); });
    if (!kept.mappings.empty()) {
      out.push_back(std::move(kept));
    }
  }
  return out;
}

Status add_mapped(IndexReader const& reader, DocNum doc, Handle const& article,
                  ArticleAnswer& answer) {
  Result<ProvisionRecord> record = reader.record(doc);
  if (!record) {
    return record.error();
  }
  MappedProvision mapped;
  mapped.limbs = limbs_to(*record, article);
  if (mapped.limbs.empty() || is_gone(record->status)) {
    return Ok{};
  }
  bool const treaty = reader.generation().acts().at(record->act).work.jurisdiction == "int";
  mapped.provision = {doc, std::move(record).value()};
  (treaty ? answer.treaties : answer.provisions).push_back(std::move(mapped));
  return Ok{};
}

// Rows that say the article was looked for in an act that was in force on the day.
void add_assessed(Generation const& generation, ActNum act, ProvisionAnswer const& article,
                  std::vector<MatrixAssessed>& rows) {
  ActRecord const& record = generation.acts()[act];
  if (act_status_on(record.work, article.as_of) != LegalStatus::kInForce) {
    return;
  }
  std::string const& treaty = generation.acts()[article.record.act].work.handle;
  for (AssessedRecord const& row : record.assessed) {
    if (row.treaty == treaty && row.article.unit() == article.record.eid &&
        row.valid.contains(article.as_of)) {
      rows.push_back({act, &row});
    }
  }
}

Coverage coverage_of(std::span<PlacedDemand const> demands,
                     std::vector<MatrixAssessed> const& looked) {
  std::vector<AssessedRecord const*> rows;
  for (MatrixAssessed const& each : looked) {
    rows.push_back(each.row);
  }
  return verdict_of(demands, {}, rows).coverage;
}

void add_without(Generation const& generation, ArticleAnswer& answer) {
  std::vector<PlacedDemand> const demands = demands_of(answer.provision.record);
  if (demands.empty() || !answer.provision.portion.empty()) {
    return;
  }
  std::map<std::string, std::vector<MatrixAssessed>> looked;
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    std::string const& state = generation.acts()[act].work.jurisdiction;
    if (state != "int") {
      add_assessed(generation, act, answer.provision, looked[state]);
    }
  }
  for (MappedProvision const& each : answer.provisions) {
    looked.erase(generation.acts().at(each.provision.record.act).work.jurisdiction);
  }
  for (auto& [state, rows] : looked) {
    Coverage const coverage = coverage_of(demands, rows);
    answer.without.push_back({state, coverage, std::move(rows)});
  }
}

}  // namespace

Result<ArticleAnswer> answer_article(IndexReader const& reader, Handle const& handle, Date as_of,
                                     std::vector<std::string> const& languages) {
  Result<ProvisionAnswer> provision = answer_provision(reader, handle, as_of, languages);
  if (!provision) {
    return provision.error();
  }
  Generation const& generation = reader.generation();
  if (generation.acts().at(provision->record.act).work.jurisdiction != "int") {
    return Error{ErrorCode::kNotFound, to_string(handle) + " is not an article of a treaty"};
  }
  Handle const unit{handle.act, provision->record.eid};
  ArticleAnswer answer{std::move(provision).value(), {}, {}, {}};
  for (DocNum const doc : mapped_documents(generation, to_string(unit), as_of)) {
    if (Status const added = add_mapped(reader, doc, handle, answer); !added) {
      return added.error();
    }
  }
  add_without(generation, answer);
  return answer;
}

}  // namespace cyberlex
