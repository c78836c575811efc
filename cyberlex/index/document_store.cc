#include "cyberlex/index/document_store.h"

#include <filesystem>

namespace cyberlex {

std::string segment_folder(std::string const& generation, std::string const& segment) {
  return (std::filesystem::path(generation) / segment).string();
}

Result<DocumentStore> DocumentStore::open(std::shared_ptr<Generation const> generation) {
  DocumentStore out;
  for (SegmentRecord const& segment : generation->segments()) {
    Result<StoreReader> store =
        StoreReader::open(segment_folder(generation->folder(), segment.name));
    if (!store) {
      return store.error();
    }
    if (store->documents() != segment.documents) {
      return Error{ErrorCode::kDamaged, "a segment has not the documents that are said to be in it",
                   segment_folder(generation->folder(), segment.name)};
    }
    out.segments_.push_back(std::move(store).value());
  }
  out.generation_ = std::move(generation);
  return out;
}

Result<std::string> DocumentStore::record(DocNum doc) const {
  SegmentPlace const at = generation_->segment_map().place(doc);
  return segments_[at.segment].data(at.local);
}

Result<std::string> DocumentStore::texts(DocNum doc) {
  SegmentPlace const at = generation_->segment_map().place(doc);
  Result<std::string> const packed = segments_[at.segment].get(texts_key(at.local));
  return packed ? blobs_.unpack(*packed) : packed;
}

Result<EncodedDocument> DocumentStore::document(DocNum doc) {
  return document_at(generation_->segment_map().place(doc));
}

Result<EncodedDocument> DocumentStore::document_at(SegmentPlace place) {
  Result<std::string> record = segments_[place.segment].data(place.local);
  if (!record) {
    return record.error();
  }
  Result<std::string> const packed = segments_[place.segment].get(texts_key(place.local));
  Result<std::string> texts = packed ? blobs_.unpack(*packed) : packed;
  if (!texts) {
    return texts.error();
  }
  return EncodedDocument{std::move(*record), std::move(*texts)};
}

}  // namespace cyberlex
