// verify_generation(): nothing is believed that can be computed again.

#include <algorithm>

#include "cyberlex/index/blob.h"
#include "cyberlex/index/file_digests.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/index/logical_digest.h"
#include "cyberlex/index/record.h"
#include "cyberlex/index/store.h"

namespace cyberlex {
namespace {

Error damaged(std::string message, std::string const& folder) {
  return {ErrorCode::kDamaged, std::move(message), folder};
}

// Reads every document, and makes digest and columns anew.
class Recount {
 public:
  Recount(Generation const& generation, StoreReader const& store)
      : generation_(generation),
        store_(store),
        digest_(generation.acts(), generation.taxonomy()),
        columns_(generation.acts()) {}

  Status run() {
    for (DocNum doc = 0; doc < generation_.columns().documents(); ++doc) {
      if (Status read = read_document(doc); !read) {
        return damaged("document " + std::to_string(doc) + ": " + to_string(read.error()),
                       generation_.folder());
      }
    }
    if (digest_.finish() != generation_.manifest().digest) {
      return damaged("the stored records do not have the manifest's digest", generation_.folder());
    }
    if (columns_.finish() != generation_.columns()) {
      return damaged("the columns do not follow from the stored records", generation_.folder());
    }
    return Ok{};
  }

 private:
  Status read_document(DocNum doc) {
    Result<std::string> const data = store_.data(doc);
    if (!data) {
      return data.error();
    }
    Result<ProvisionRecord> const record = decode_provision(*data);
    if (!record) {
      return record.error();
    }
    Result<std::string> const texts = unpacked_texts(doc);
    if (!texts) {
      return texts.error();
    }
    bool const known = record->act < generation_.acts().size();
    if (!known || record->eid.text() != generation_.eid(doc)) {
      return damaged("is not what the tables say", "");
    }
    digest_.add(document_digest(*data, *texts));
    columns_.add(*record, generation_.columns().state.length[doc]);
    return Ok{};
  }

  Result<std::string> unpacked_texts(DocNum doc) {
    Result<std::string> const packed = store_.get(texts_key(doc));
    if (!packed) {
      return packed.error();
    }
    Result<std::string> bytes = blobs_.unpack(*packed);
    if (bytes) {
      if (Result<std::vector<StateText>> const texts = decode_texts(*bytes); !texts) {
        return texts.error();
      }
    }
    return bytes;
  }

  Generation const& generation_;
  StoreReader const& store_;
  BlobCodec blobs_;
  LogicalDigest digest_;
  ColumnsBuilder columns_;
};

}  // namespace

Result<std::vector<std::string>> verify_generation(std::string const& folder) {
  Result<size_t> const files = check_seal(folder);
  if (!files) {
    return files.error();
  }
  if (Status const checked = check_store(folder); !checked) {
    return checked.error();
  }
  Result<std::shared_ptr<Generation const>> const generation = Generation::open(folder);
  if (!generation) {
    return generation.error();
  }
  Result<StoreReader> const store = StoreReader::open(folder);
  if (!store) {
    return store.error();
  }
  if (Status const recounted = Recount(**generation, *store).run(); !recounted) {
    return recounted.error();
  }
  Manifest const& manifest = (*generation)->manifest();
  return std::vector<std::string>{
      std::to_string(*files) + " files have the digests recorded when they were written",
      "every table of the database is sound",
      std::to_string(manifest.documents) + " records and their texts decode",
      "the records have the digest " + manifest.digest,
      "the columns follow from the records",
  };
}

}  // namespace cyberlex
