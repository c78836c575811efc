// A build, step by step. Documents are split into shards of about equal text, written by whichever
// thread is free, and merged in their order. A shard in turn is written as slices, each a database
// of its own that is written at one go and merged with its neighbours: Xapian holds what is not yet
// written in tree maps, whose cost rises steeply with their size (a tenth of the memory, half the
// time), and updating a database re-reads and rewrites the lists it already has.

#include "cyberlex/index/writer.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>

#include "cyberlex/index/blob.h"
#include "cyberlex/index/check_documents.h"
#include "cyberlex/index/file_digests.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/index/index_folder.h"
#include "cyberlex/index/logical_digest.h"
#include "cyberlex/index/parallel.h"
#include "cyberlex/index/record.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/store.h"
#include "cyberlex/index/tables.h"
#include "cyberlex/index/terms.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

constexpr size_t kShardBytes = size_t{24} << 20;  // of text
constexpr size_t kShardDocuments = 50'000;
constexpr size_t kSliceBytes = size_t{1} << 20;
constexpr size_t kSliceDocuments = 2'000;
constexpr uint64_t kReportEvery = 256;
// The program's version, and that of its analysis: raised when the same text gives other terms.
constexpr char const* kEngine = "cyberlex " CYBERLEX_VERSION " analysis 2";

size_t text_bytes(IndexDocument const& document) {
  size_t bytes = 0;
  for (StateText const& text : document.texts) {
    for (TextBlock const& block : text.blocks) {
      bytes += block.text.size();
    }
  }
  return bytes;
}

// Documents first .. last.
struct Range {
  size_t first = 0;
  size_t last = 0;
};

// A range that is written by one thread, and what was counted meanwhile.
struct Shard {
  Range range;
  std::string folder;
  std::map<std::string, LanguageTotals> languages;
};

// Splits a range into pieces that hold at least so much text or so many documents, but for the
// last.
std::vector<Range> split(std::vector<IndexDocument> const& documents, Range range, size_t bytes,
                         size_t count) {
  std::vector<Range> pieces;
  size_t held = 0;
  for (size_t doc = range.first; doc < range.last; ++doc) {
    if (pieces.empty() || held >= bytes || doc - pieces.back().first >= count) {
      pieces.push_back({doc, doc});
      held = 0;
    }
    held += text_bytes(documents[doc]);
    pieces.back().last = doc + 1;
  }
  return pieces;
}

class Build {
 public:
  Build(WriterOptions const& options, std::vector<ActRecord> const& acts, Taxonomy const& taxonomy,
        std::vector<IndexDocument> const& documents)
      : options_(options), acts_(acts), taxonomy_(taxonomy), documents_(documents) {}

  Result<Manifest> run() {
    Result<IndexFolder> folder = IndexFolder::lock(options_.index_dir);
    if (!folder) {
      return folder.error();
    }
    manifest_.digest = digest();
    if (std::optional<Manifest> same = reuse(*folder)) {
      return finish(*folder, folder->generation_of(manifest_.digest), *same);
    }
    Result<std::string> const building = folder->make_building_folder();
    if (!building) {
      return building.error();
    }
    Result<std::string> const built = build_in(*building);
    if (!built) {
      std::error_code ignored;
      fs::remove_all(*building, ignored);
      return built.error();
    }
    Result<std::string> const adopted = folder->adopt(*built, manifest_.digest);
    std::error_code ignored;
    fs::remove_all(*building, ignored);
    if (!adopted) {
      return adopted.error();
    }
    return finish(*folder, *adopted, manifest_);
  }

 private:
  void report(std::string const& step, uint64_t done, uint64_t of) {
    if (options_.progress) {
      std::lock_guard const lock(progress_mutex_);
      options_.progress({step, done, of});
    }
  }

  std::string digest() {
    std::vector<std::string> digests(documents_.size());
    constexpr size_t kChunk = 1024;
    size_t const chunks = (documents_.size() + kChunk - 1) / kChunk;
    Status const done = run_parts(options_.jobs, chunks, [&](size_t chunk) -> Status {
      size_t const last = std::min(documents_.size(), (chunk + 1) * kChunk);
      for (size_t doc = chunk * kChunk; doc < last; ++doc) {
        digests[doc] =
            document_digest(encode(documents_[doc].record), encode(documents_[doc].texts));
      }
      return Ok{};
    });
    static_cast<void>(done.ok());  // nothing in it fails
    LogicalDigest all(acts_, taxonomy_);
    for (std::string const& one : digests) {
      all.add(one);
    }
    return all.finish();
  }

  // The manifest of a sound generation of the same digest and engine.
  std::optional<Manifest> reuse(IndexFolder const& folder) {
    std::string const same = folder.generation_of(manifest_.digest);
    std::error_code fault;
    if (!fs::is_directory(same, fault)) {
      return std::nullopt;
    }
    Result<std::shared_ptr<Generation const>> const generation = Generation::open(same);
    if (!generation || (*generation)->manifest().digest != manifest_.digest ||
        (*generation)->manifest().engine != kEngine) {
      return std::nullopt;
    }
    report("verifying", 0, 1);
    bool const sound = verify_generation(same).ok();
    report("verifying", 1, 1);
    return sound ? std::optional<Manifest>((*generation)->manifest()) : std::nullopt;
  }

  Result<Manifest> finish(IndexFolder& folder, std::string const& generation,
                          Manifest const& manifest) {
    report("publishing", 0, 1);
    if (Status const published = folder.publish(generation); !published) {
      return published.error();
    }
    report("publishing", 1, 1);
    return manifest;
  }

  // Returns the folder of the new generation, verified, below `building`.
  Result<std::string> build_in(std::string const& building) {
    if (Status const written = write_shards(building); !written) {
      return written.error();
    }
    std::string const tables = (fs::path(building) / "tables").string();
    if (Status const written = write_tables(tables); !written) {
      return written.error();
    }
    std::string const merged = (fs::path(building) / "merged").string();
    if (Status const done = merge(tables, merged); !done) {
      return done.error();
    }
    report("verifying", 0, 1);
    if (Status const sealed = seal_folder(merged); !sealed) {
      return sealed.error();
    }
    if (Result<std::vector<std::string>> const verified = verify_generation(merged); !verified) {
      return verified.error();
    }
    report("verifying", 1, 1);
    return merged;
  }

  Status write_shards(std::string const& building) {
    lengths_.resize(documents_.size());
    for (Range const& range :
         split(documents_, {0, documents_.size()}, kShardBytes, kShardDocuments)) {
      std::string const name = "shard-" + std::to_string(shards_.size());
      shards_.push_back({range, (fs::path(building) / name).string(), {}});
    }
    report("tokenising", 0, documents_.size());
    Status written = run_parts(options_.jobs, shards_.size(),
                               [this](size_t shard) { return write_shard(shards_[shard]); });
    report("tokenising", documents_.size(), documents_.size());
    return written;
  }

  Status write_shard(Shard& shard) {
    TermMaker terms;
    std::vector<std::string> slices;
    for (Range const& range : split(documents_, shard.range, kSliceBytes, kSliceDocuments)) {
      slices.push_back(shard.folder + "-" + std::to_string(slices.size()));
      if (Status written = write_slice(range, slices.back(), terms, shard.languages); !written) {
        return written;
      }
    }
    return merge_and_remove(slices, shard.folder);
  }

  Status write_slice(Range range, std::string const& folder, TermMaker& terms,
                     std::map<std::string, LanguageTotals>& languages) {
    Result<ShardWriter> writer = ShardWriter::create(folder);
    if (!writer) {
      return writer.error();
    }
    BlobCodec blobs;
    for (size_t doc = range.first; doc < range.last; ++doc) {
      DocumentTerms const made = terms.make(documents_[doc]);
      count(made, languages);
      lengths_[doc] = made.length();
      if (Status added = writer->add(encode(documents_[doc].record), made); !added) {
        return added;
      }
      Result<std::string> const packed = blobs.pack(encode(documents_[doc].texts));
      if (!packed) {
        return packed.error();
      }
      if (Status put = writer->put(texts_key(static_cast<DocNum>(doc)), *packed); !put) {
        return put;
      }
      tick();
    }
    return writer->finish();
  }

  static Status merge_and_remove(std::vector<std::string> const& folders, std::string const& to) {
    Status done = merge_shards(folders, to);
    std::error_code ignored;
    for (std::string const& folder : folders) {
      fs::remove_all(folder, ignored);
    }
    return done;
  }

  void tick() {
    uint64_t const done = ++done_;
    if (done % kReportEvery == 0) {
      report("tokenising", done, documents_.size());
    }
  }

  static void count(DocumentTerms const& terms, std::map<std::string, LanguageTotals>& totals) {
    for (auto const& [language, words] : terms.lengths) {
      LanguageTotals& total = totals[language];
      total.language = language;
      ++total.documents;
      total.words += words;
    }
  }

  std::vector<LanguageTotals> language_totals() const {
    std::map<std::string, LanguageTotals> sums;
    for (Shard const& shard : shards_) {
      for (auto const& [language, part] : shard.languages) {
        LanguageTotals& sum = sums[language];
        sum.language = language;
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

  Columns columns() const {
    ColumnsBuilder builder(acts_);
    for (size_t doc = 0; doc < documents_.size(); ++doc) {
      builder.add(documents_[doc].record, lengths_[doc]);
    }
    return builder.finish();
  }

  void fill_manifest(Columns const& made) {
    manifest_.schema = schema::kVersion;
    manifest_.engine = kEngine;
    manifest_.documents = documents_.size();
    manifest_.provisions = documents_.empty() ? 0 : made.state.provision.back() + 1;
    manifest_.acts = acts_.size();
    for (ActRecord const& act : acts_) {
      manifest_.expressions += act.expressions.size();
    }
    manifest_.limbs = made.limb.longest.size();
    manifest_.clauses = made.clause.longest.size();
    manifest_.mappings = made.mapping.article.codes.size();
    manifest_.concepts = taxonomy_.concepts.size();
  }

  Status write_tables(std::string const& folder) {
    Columns const made = columns();
    fill_manifest(made);
    std::vector<std::string> eids;
    eids.reserve(documents_.size());
    for (IndexDocument const& document : documents_) {
      eids.push_back(document.record.eid.text());
    }
    Result<ShardWriter> writer = ShardWriter::create(folder);
    if (!writer) {
      return writer.error();
    }
    std::vector<std::pair<char const*, std::string>> const values = {
        {schema::kManifestKey, encode(manifest_)},
        {schema::kColumnsKey, encode(made)},
        {schema::kActsKey, encode_acts(acts_)},
        {schema::kTaxonomyKey, encode(taxonomy_)},
        {schema::kLanguagesKey, encode_languages(language_totals())},
        {schema::kEidsKey, encode_eids(eids)},
    };
    for (auto const& [key, value] : values) {
      if (Status put = writer->put(key, value); !put) {
        return put;
      }
    }
    return writer->finish();
  }

  Status merge(std::string const& tables, std::string const& merged) {
    report("merging", 0, 1);
    std::vector<std::string> folders;
    for (Shard const& shard : shards_) {
      folders.push_back(shard.folder);
    }
    folders.push_back(tables);
    Status done = merge_and_remove(folders, merged);
    report("merging", 1, 1);
    return done;
  }

  WriterOptions const& options_;
  std::vector<ActRecord> const& acts_;
  Taxonomy const& taxonomy_;
  std::vector<IndexDocument> const& documents_;
  Manifest manifest_;
  std::vector<Shard> shards_;
  std::vector<uint16_t> lengths_;
  std::atomic<uint64_t> done_ = 0;
  std::mutex progress_mutex_;
};

}  // namespace

Result<Manifest> write_generation(WriterOptions const& options, std::vector<ActRecord> const& acts,
                                  Taxonomy const& taxonomy,
                                  std::vector<IndexDocument> const& documents) {
  if (Status const checked = check_documents(acts, documents); !checked) {
    return checked.error();
  }
  return Build(options, acts, taxonomy, documents).run();
}

}  // namespace cyberlex
