#include "cyberlex/index/logical_digest.h"

#include "cyberlex/index/record.h"

namespace cyberlex {

void ActDigest::add(std::string_view record, std::string_view texts) {
  Sha256 document;
  document.add_field(record);
  document.add_field(texts);
  digest_.add_field(document.finish());
}

LogicalDigest::LogicalDigest(Taxonomy const& taxonomy) {
  digest_.add_field(encode(taxonomy));
}

void LogicalDigest::add(ActRecord const& act, std::string_view act_digest) {
  digest_.add_field(encode(act));
  digest_.add_field(act_digest);
}

}  // namespace cyberlex
