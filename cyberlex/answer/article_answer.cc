// The columns say which documents hold a mapping to the article; only their records are read.

#include <algorithm>

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
  ArticleAnswer answer{std::move(provision).value(), {}, {}};
  for (DocNum const doc : mapped_documents(generation, to_string(unit), as_of)) {
    if (Status const added = add_mapped(reader, doc, handle, answer); !added) {
      return added.error();
    }
  }
  return answer;
}

}  // namespace cyberlex
