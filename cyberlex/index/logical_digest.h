// The digest of what an index says, whatever the files look like that say it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/digest.h"
#include "cyberlex/index/document.h"

namespace cyberlex {

// SHA-256 of a document's encoded record and texts.
std::string document_digest(std::string_view record, std::string_view texts);

// SHA-256 over the acts in order, the digest of every document in order, and the taxonomy.
// Order of use: the constructor, add() for each document, finish() once.
class LogicalDigest {
 public:
  LogicalDigest(std::vector<ActRecord> const& acts, Taxonomy const& taxonomy);
  void add(std::string_view document_digest);
  std::string finish();

 private:
  Sha256 digest_;
};

}  // namespace cyberlex
