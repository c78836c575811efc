// A generation as files for OpenSearch's bulk API: for who runs a cluster already.
//
// A document of the index there is a provision state, its limbs nested in it and their clauses and
// mappings nested in them, with the values of `projection.h`: a value stands there with all that is
// above it in its tree, so that a term query on a treaty finds its articles.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/generation.h"

namespace cyberlex::shards {

inline constexpr uint64_t kBulkPiece = uint64_t{10} << 20;  // bytes of a file, at most

struct BulkWritten {
  uint64_t documents = 0;
  uint32_t files = 0;  // bulk-0001.ndjson …
};

// Makes the folder `out`, which must not exist, with mapping.json, the bulk files, queries/*.json
// and README.md. Written beside and renamed: it is there whole or not at all. Memory: a piece.
// kBadInput when `out` exists, kUnavailable when it cannot be written, kDamaged when the generation
// is, kBadInput when a provision alone is larger than a piece.
Result<BulkWritten> write_bulk_files(std::shared_ptr<Generation const> generation,
                                     std::string const& out);

// Its parts, for the writer. The index's settings and mappings, everything strict.
std::string bulk_mapping(std::string const& digest, std::vector<std::string> const& languages);
// What each is for, and the name of its file: "limb.json".
struct BulkQuery {
  std::string file;
  std::string what;
  std::string json;
};
std::vector<BulkQuery> bulk_queries();
// The field of texts in a language: "text_en".
std::string text_field(std::string const& language);

}  // namespace cyberlex::shards
