// Writes one segment: documents in, a compact database out.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/blob.h"
#include "cyberlex/index/document_store.h"
#include "cyberlex/index/packed_documents.h"
#include "cyberlex/index/tables.h"

namespace cyberlex {

// Neighbouring documents that go into a segment: packed ones, or some of the generation before.
// Views: the chunk has to outlive the piece.
struct SegmentPiece {
  PackedChunk const* packed = nullptr;  // null: of the generation before
  DocNum held = 0;                      // the first of them there
  DocNum local = 0;                     // its number in the new segment
  uint32_t documents = 0;
  uint64_t text = 0;  // bytes of text, about
};

// Thread rule: one object, one thread.
class PieceReader {
 public:
  // `before` may be null when all pieces are packed.
  explicit PieceReader(std::shared_ptr<Generation const> before) : before_(std::move(before)) {}
  // kDamaged when the bytes or the generation before are not what they were.
  Result<std::vector<EncodedDocument>> read(SegmentPiece const& piece);

 private:
  Result<std::vector<EncodedDocument>> read_held(SegmentPiece const& piece);

  std::shared_ptr<Generation const> before_;
  std::optional<DocumentStore> store_;  // opened when first needed
  BlobCodec blobs_;
};

struct SegmentJob {
  std::string building;              // folder for what is in between; exists
  std::vector<SegmentPiece> pieces;  // ascending by `local`, without gaps
  std::shared_ptr<Generation const> before;
  int jobs = 1;
  std::function<void(uint64_t done, uint64_t of)> progress = {};  // called from all threads
};

// What was counted on the way.
struct SegmentCounts {
  std::vector<uint16_t> lengths;          // StateColumns::length by document
  std::vector<LanguageTotals> languages;  // sorted by language
};

// Tokenises and writes the documents as databases beside each other, whose folders are returned in
// the order of the documents: merge_shards() joins them. The same databases whatever the number of
// jobs. Errors: kUnavailable, kDamaged.
Result<std::vector<std::string>> write_shards(SegmentJob const& job, SegmentCounts& counts);

// Merges and removes the shards.
Status merge_and_remove(std::vector<std::string> const& shards, std::string const& to);

}  // namespace cyberlex
