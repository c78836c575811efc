// The stored records and texts of a generation, wherever its segments have them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/blob.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/index/packed_documents.h"
#include "cyberlex/index/store.h"

namespace cyberlex {

// The folder of a segment of a generation.
std::string segment_folder(std::string const& generation, std::string const& segment);

// Errors: kDamaged. Thread rule: one object, one thread; the Generation is shared.
class DocumentStore {
 public:
  static Result<DocumentStore> open(std::shared_ptr<Generation const> generation);

  // REQUIRES: doc < documents of the generation.
  Result<std::string> record(DocNum doc) const;
  Result<std::string> texts(DocNum doc);
  Result<EncodedDocument> document(DocNum doc);
  // A document by its place, alive or dead. REQUIRES: the place is one.
  Result<EncodedDocument> document_at(SegmentPlace place);

 private:
  std::shared_ptr<Generation const> generation_;
  std::vector<StoreReader> segments_;
  BlobCodec blobs_;
};

}  // namespace cyberlex
