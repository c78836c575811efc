// The documents of an act on their way into a segment: encoded and compressed, so that a corpus
// waits in a third of its memory, with their digest.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/blob.h"
#include "cyberlex/index/document.h"

namespace cyberlex {

// A document as it is stored.
struct EncodedDocument {
  std::string record;
  std::string texts;
};
// kDamaged when the bytes are no document. The record's act is 0: it is not stored.
Result<IndexDocument> decode(EncodedDocument const& document);

// Some of an act's documents, compressed together.
struct PackedChunk {
  std::string bytes;
  uint32_t documents = 0;
  uint64_t text = 0;  // bytes of text, before compression
};

struct PackedDocuments {
  std::vector<PackedChunk> chunks;
  uint32_t documents = 0;
  uint32_t provisions = 0;  // units; a unit's states count once
  std::string digest;       // act_digest() of the documents
};

// kBadInput when a document is larger than a blob may be.
Result<PackedDocuments> pack(std::vector<IndexDocument> const& documents, BlobCodec& codec);
// kDamaged when pack() cannot have made it.
Result<std::vector<EncodedDocument>> unpack(PackedChunk const& chunk, BlobCodec& codec);

}  // namespace cyberlex
