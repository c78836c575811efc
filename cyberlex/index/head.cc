#include "cyberlex/index/head.h"

#include <map>
#include <optional>

#include "cyberlex/index/engine.h"
#include "cyberlex/index/record.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/store.h"
#include "cyberlex/index/tables.h"

namespace cyberlex {
namespace {

std::vector<ActRecord> records_of(std::vector<ActInput> const& acts) {
  std::vector<ActRecord> records;
  records.reserve(acts.size());
  for (ActInput const& act : acts) {
    records.push_back(act.record);
  }
  return records;
}

class Gatherer {
 public:
  Gatherer(IndexInput const& input, SegmentPlan const& plan, SegmentCounts const& counts,
           Gathered& out)
      : input_(input),
        plan_(plan),
        counts_(counts),
        out_(out),
        acts_(records_of(input.acts)),
        columns_(acts_),
        pieces_(before()) {}

  Status run() {
    out_.eids.reserve(plan_.first.back());
    if (before() != nullptr) {
      Result<DocumentStore> store = DocumentStore::open(before());
      if (!store) {
        return store.error();
      }
      store_ = std::move(store).value();
    }
    for (ActNum act = 0; act < input_.acts.size(); ++act) {
      Status const added = plan_.is_kept[act] ? add_kept(act) : add_written(act);
      if (!added) {
        return added;
      }
    }
    out_.columns = columns_.finish();
    return Ok{};
  }

 private:
  std::shared_ptr<Generation const> before() const {
    return input_.before == nullptr ? nullptr : input_.before->generation();
  }

  Status add(ActNum act, std::string const& bytes, uint16_t length) {
    Result<ProvisionRecord> record = decode_provision(bytes);
    if (!record) {
      return record.error();
    }
    record->act = act;
    columns_.add(*record, length);
    out_.eids.push_back(record->eid.text());
    return Ok{};
  }

  Status add_kept(ActNum act) {
    auto const [first, last] = before()->documents_of(*input_.acts[act].held);
    for (DocNum doc = first; doc < last; ++doc) {
      Result<std::string> const bytes = store_->record(doc);
      if (!bytes) {
        return bytes.error();
      }
      if (Status added = add(act, *bytes, before()->columns().state.length[doc]); !added) {
        return added;
      }
    }
    return Ok{};
  }

  // Pieces stand in the order of the acts.
  Status add_written(ActNum act) {
    DocNum const end = local_ + plan_.first[act + 1] - plan_.first[act];
    while (local_ < end) {
      Result<std::vector<EncodedDocument>> const documents =
          pieces_.read(plan_.pieces[next_piece_++]);
      if (!documents) {
        return documents.error();
      }
      for (EncodedDocument const& document : *documents) {
        if (Status added = add(act, document.record, counts_.lengths[local_++]); !added) {
          return added;
        }
      }
    }
    return Ok{};
  }

  IndexInput const& input_;
  SegmentPlan const& plan_;
  SegmentCounts const& counts_;
  Gathered& out_;
  std::vector<ActRecord> acts_;
  ColumnsBuilder columns_;
  PieceReader pieces_;
  std::optional<DocumentStore> store_;
  size_t next_piece_ = 0;
  DocNum local_ = 0;
};

std::vector<LanguageTotals> sum_of_languages(std::vector<SegmentRecord> const& segments) {
  std::map<std::string, LanguageTotals> sums;
  for (SegmentRecord const& segment : segments) {
    for (LanguageTotals const& part : segment.languages) {
      LanguageTotals& sum = sums[part.language];
      sum.language = part.language;
      sum.documents += part.documents;
      sum.words += part.words;
    }
  }
  std::vector<LanguageTotals> out;
  for (auto const& [language, sum] : sums) {
    out.push_back(sum);
  }
  return out;
}

}  // namespace

Status gather(IndexInput const& input, SegmentPlan const& plan, SegmentCounts const& counts,
              Gathered& out) {
  return Gatherer(input, plan, counts, out).run();
}

void fill_manifest(IndexInput const& input, Columns const& columns, Manifest& manifest) {
  manifest.schema = schema::kVersion;
  manifest.engine = kEngine;
  manifest.documents = columns.documents();
  manifest.provisions = columns.documents() == 0 ? 0 : columns.state.provision.back() + 1;
  manifest.acts = input.acts.size();
  for (ActInput const& act : input.acts) {
    manifest.expressions += act.record.expressions.size();
  }
  manifest.limbs = columns.limb.longest.size();
  manifest.clauses = columns.clause.longest.size();
  manifest.mappings = columns.mapping.article.codes.size();
  manifest.concepts = input.taxonomy.concepts.size();
}

Status write_head_folder(std::string const& folder, Head const& head) {
  Result<ShardWriter> writer = ShardWriter::create(folder);
  if (!writer) {
    return writer.error();
  }
  std::vector<std::pair<char const*, std::string>> const values = {
      {schema::kManifestKey, encode(head.manifest)},
      {schema::kColumnsKey, encode(head.gathered.columns)},
      {schema::kActsKey, encode_acts(records_of(head.input.acts))},
      {schema::kTaxonomyKey, encode(head.input.taxonomy)},
      {schema::kLanguagesKey, encode_languages(sum_of_languages(head.segments))},
      {schema::kEidsKey, encode_eids(head.gathered.eids)},
      {schema::kSegmentsKey, encode_segments(head.segments)},
      {schema::kHeldKey, encode_held(head.held)},
  };
  for (auto const& [key, value] : values) {
    if (Status put = writer->put(key, value); !put) {
      return put;
    }
  }
  return writer->finish();
}

}  // namespace cyberlex
