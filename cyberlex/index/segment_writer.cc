// Documents are split into shards of about equal text, written by whichever thread is free. A shard
// in turn is written as slices, each a database of its own that is written at one go and merged
// with its neighbours: Xapian holds what is not yet written in tree maps, whose cost rises steeply
// with their size (a tenth of the memory, half the time), and updating a database re-reads and
// rewrites the lists it already has.

#include "cyberlex/index/segment_writer.h"

#include <atomic>
#include <filesystem>
#include <map>

#include "cyberlex/index/parallel.h"
#include "cyberlex/index/terms.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kShardText = uint64_t{24} << 20;
constexpr uint64_t kShardDocuments = 50'000;
constexpr uint64_t kSliceText = uint64_t{1} << 20;
constexpr uint64_t kSliceDocuments = 2'000;
constexpr uint64_t kReportEvery = 256;

using LanguageCounts = std::map<std::string, LanguageTotals>;

// Pieces first .. last.
struct Range {
  size_t first = 0;
  size_t last = 0;
};

// A range that is written by one thread, and what was counted meanwhile.
struct Shard {
  Range range;
  std::string folder;
  LanguageCounts languages;
};

// Splits a range of pieces into ranges that hold at least so much text or so many documents, but
// for the last.
std::vector<Range> split(std::vector<SegmentPiece> const& pieces, Range range, uint64_t text,
                         uint64_t documents) {
  std::vector<Range> out;
  uint64_t held_text = 0;
  uint64_t held_documents = 0;
  for (size_t piece = range.first; piece < range.last; ++piece) {
    if (out.empty() || held_text >= text || held_documents >= documents) {
      out.push_back({piece, piece});
      held_text = 0;
      held_documents = 0;
    }
    held_text += pieces[piece].text;
    held_documents += pieces[piece].documents;
    out.back().last = piece + 1;
  }
  return out;
}

void count(DocumentTerms const& terms, LanguageCounts& totals) {
  for (auto const& [language, words] : terms.lengths) {
    LanguageTotals& total = totals[language];
    total.language = language;
    ++total.documents;
    total.words += words;
  }
}

// One thread's tools for one shard.
struct Tools {
  PieceReader pieces;
  TermMaker terms;
  BlobCodec blobs;
};

class ShardsWriter {
 public:
  ShardsWriter(SegmentJob const& job, SegmentCounts& counts) : job_(job), counts_(counts) {}

  Result<std::vector<std::string>> run() {
    uint64_t documents = 0;
    for (SegmentPiece const& piece : job_.pieces) {
      documents += piece.documents;
    }
    counts_.lengths.resize(documents);
    for (Range const& range :
         split(job_.pieces, {0, job_.pieces.size()}, kShardText, kShardDocuments)) {
      std::string const name = "shard-" + std::to_string(shards_.size());
      shards_.push_back({range, (fs::path(job_.building) / name).string(), {}});
    }
    Status const written = run_parts(job_.jobs, shards_.size(),
                                     [this](size_t shard) { return write_shard(shards_[shard]); });
    if (!written) {
      return written.error();
    }
    return finish();
  }

 private:
  Status write_shard(Shard& shard) {
    Tools tools{PieceReader(job_.before), {}, {}};
    std::vector<std::string> slices;
    for (Range const& range : split(job_.pieces, shard.range, kSliceText, kSliceDocuments)) {
      slices.push_back(shard.folder + "-" + std::to_string(slices.size()));
      if (Status written = write_slice(range, slices.back(), tools, shard.languages); !written) {
        return written;
      }
    }
    return merge_and_remove(slices, shard.folder);
  }

  Status write_slice(Range range, std::string const& folder, Tools& tools,
                     LanguageCounts& languages) {
    Result<ShardWriter> writer = ShardWriter::create(folder);
    if (!writer) {
      return writer.error();
    }
    for (size_t piece = range.first; piece < range.last; ++piece) {
      if (Status written = write_piece(job_.pieces[piece], *writer, tools, languages); !written) {
        return written;
      }
    }
    return writer->finish();
  }

  Status write_piece(SegmentPiece const& piece, ShardWriter& writer, Tools& tools,
                     LanguageCounts& languages) {
    Result<std::vector<EncodedDocument>> const documents = tools.pieces.read(piece);
    if (!documents) {
      return documents.error();
    }
    DocNum local = piece.local;
    for (EncodedDocument const& encoded : *documents) {
      Result<IndexDocument> const document = decode(encoded);
      if (!document) {
        return document.error();
      }
      DocumentTerms const terms = tools.terms.make(*document);
      count(terms, languages);
      counts_.lengths[local] = terms.length();
      if (Status added = add(local, encoded, terms, writer, tools.blobs); !added) {
        return added;
      }
      ++local;
      tick();
    }
    return Ok{};
  }

  static Status add(DocNum local, EncodedDocument const& document, DocumentTerms const& terms,
                    ShardWriter& writer, BlobCodec& blobs) {
    if (Status added = writer.add(document.record, terms); !added) {
      return added;
    }
    Result<std::string> const packed = blobs.pack(document.texts);
    return packed ? writer.put(texts_key(local), *packed) : Status(packed.error());
  }

  void tick() {
    uint64_t const done = ++done_;
    if (done % kReportEvery == 0 && job_.progress) {
      job_.progress(done, counts_.lengths.size());
    }
  }

  std::vector<std::string> finish() {
    LanguageCounts sums;
    std::vector<std::string> folders;
    for (Shard const& shard : shards_) {
      folders.push_back(shard.folder);
      for (auto const& [language, part] : shard.languages) {
        LanguageTotals& sum = sums[language];
        sum.language = language;
        sum.documents += part.documents;
        sum.words += part.words;
      }
    }
    for (auto const& [language, sum] : sums) {
      counts_.languages.push_back(sum);
    }
    return folders;
  }

  SegmentJob const& job_;
  SegmentCounts& counts_;
  std::vector<Shard> shards_;
  std::atomic<uint64_t> done_ = 0;
};

}  // namespace

Result<std::vector<EncodedDocument>> PieceReader::read(SegmentPiece const& piece) {
  Result<std::vector<EncodedDocument>> documents =
      piece.packed != nullptr ? unpack(*piece.packed, blobs_) : read_held(piece);
  if (documents && documents->size() != piece.documents) {
    return Error{ErrorCode::kDamaged, "documents were lost on their way into a segment"};
  }
  return documents;
}

Result<std::vector<EncodedDocument>> PieceReader::read_held(SegmentPiece const& piece) {
  if (!store_) {
    Result<DocumentStore> opened = DocumentStore::open(before_);
    if (!opened) {
      return opened.error();
    }
    store_ = std::move(opened).value();
  }
  std::vector<EncodedDocument> out;
  for (DocNum doc = piece.held; doc < piece.held + piece.documents; ++doc) {
    Result<EncodedDocument> document = store_->document(doc);
    if (!document) {
      return document.error();
    }
    out.push_back(std::move(*document));
  }
  return out;
}

Result<std::vector<std::string>> write_shards(SegmentJob const& job, SegmentCounts& counts) {
  return ShardsWriter(job, counts).run();
}

Status merge_and_remove(std::vector<std::string> const& shards, std::string const& to) {
  Status done = merge_shards(shards, to);
  std::error_code ignored;
  for (std::string const& folder : shards) {
    fs::remove_all(folder, ignored);
  }
  return done;
}

}  // namespace cyberlex
