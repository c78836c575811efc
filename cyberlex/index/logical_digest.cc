#include "cyberlex/index/logical_digest.h"

#include "cyberlex/index/record.h"

namespace cyberlex {

std::string document_digest(std::string_view record, std::string_view texts) {
  Sha256 digest;
  digest.add_field(record);
  digest.add_field(texts);
  return digest.finish();
}

LogicalDigest::LogicalDigest(std::vector<ActRecord> const& acts, Taxonomy const& taxonomy) {
  digest_.add_field(encode(taxonomy));
  for (ActRecord const& act : acts) {
    digest_.add_field(encode(act));
  }
}

void LogicalDigest::add(std::string_view document_digest) {
  digest_.add_field(document_digest);
}

std::string LogicalDigest::finish() {
  return digest_.finish();
}

}  // namespace cyberlex
