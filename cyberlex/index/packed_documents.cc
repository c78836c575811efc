#include "cyberlex/index/packed_documents.h"

#include "cyberlex/index/codec.h"
#include "cyberlex/index/logical_digest.h"
#include "cyberlex/index/record.h"

namespace cyberlex {
namespace {

// Large enough to compress well, small enough to be a part of a slice.
constexpr uint64_t kChunkText = uint64_t{256} << 10;
constexpr size_t kChunkDocuments = 500;

uint64_t text_bytes(IndexDocument const& document) {
  uint64_t bytes = 0;
  for (StateText const& text : document.texts) {
    for (TextBlock const& block : text.blocks) {
      bytes += block.text.size();
    }
  }
  return bytes;
}

Status close_chunk(std::vector<EncodedDocument>& held, PackedChunk chunk, BlobCodec& codec,
                   PackedDocuments& out) {
  if (held.empty()) {
    return Ok{};
  }
  Result<std::string> bytes = codec.pack(to_bytes(held));
  if (!bytes) {
    return bytes.error();
  }
  bytes->shrink_to_fit();
  chunk.bytes = std::move(*bytes);
  chunk.documents = static_cast<uint32_t>(held.size());
  out.chunks.push_back(std::move(chunk));
  held.clear();
  return Ok{};
}

}  // namespace

template <typename Codec, Is<EncodedDocument> R>
void describe(Codec& codec, R& document) {
  codec(document.record, document.texts);
}

Result<IndexDocument> decode(EncodedDocument const& document) {
  Result<ProvisionRecord> record = decode_provision(document.record);
  if (!record) {
    return record.error();
  }
  Result<std::vector<StateText>> texts = decode_texts(document.texts);
  if (!texts) {
    return texts.error();
  }
  if (record->texts.size() != texts->size()) {
    return Error{ErrorCode::kDamaged, "a stored document has more texts than summaries, or fewer"};
  }
  return IndexDocument{std::move(*record), std::move(*texts)};
}

Result<PackedDocuments> pack(std::vector<IndexDocument> const& documents, BlobCodec& codec) {
  PackedDocuments out;
  ActDigest digest;
  std::vector<EncodedDocument> held;
  uint64_t text = 0;
  EId const* before = nullptr;
  for (IndexDocument const& document : documents) {
    if (text >= kChunkText || held.size() >= kChunkDocuments) {
      if (Status closed = close_chunk(held, {{}, 0, text}, codec, out); !closed) {
        return closed.error();
      }
      text = 0;
    }
    held.push_back({encode(document.record), encode(document.texts)});
    digest.add(held.back().record, held.back().texts);
    text += text_bytes(document);
    out.provisions += before == nullptr || *before != document.record.eid ? 1 : 0;
    before = &document.record.eid;
  }
  if (Status closed = close_chunk(held, {{}, 0, text}, codec, out); !closed) {
    return closed.error();
  }
  out.documents = static_cast<uint32_t>(documents.size());
  out.digest = digest.finish();
  return out;
}

Result<std::vector<EncodedDocument>> unpack(PackedChunk const& chunk, BlobCodec& codec) {
  Result<std::string> const bytes = codec.unpack(chunk.bytes);
  if (!bytes) {
    return bytes.error();
  }
  return from_bytes<std::vector<EncodedDocument>>(*bytes, "packed documents");
}

}  // namespace cyberlex
