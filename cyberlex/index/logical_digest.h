// The digest of what an index says, whatever the files look like that say it.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/base/digest.h"
#include "cyberlex/index/document.h"

namespace cyberlex {

// SHA-256 over the SHA-256 of each document of an act, in order: of its encoded record and texts.
// Neither holds the act's number, so the digest stays when other acts come and go.
// Order of use: add() for each document, finish() once.
class ActDigest {
 public:
  void add(std::string_view record, std::string_view texts);
  std::string finish() { return digest_.finish(); }

 private:
  Sha256 digest_;
};

// SHA-256 over the taxonomy, and each act in order with the digest of its documents.
// Order of use: the constructor, add() for each act, finish() once.
class LogicalDigest {
 public:
  explicit LogicalDigest(Taxonomy const& taxonomy);
  void add(ActRecord const& act, std::string_view act_digest);
  std::string finish() { return digest_.finish(); }

 private:
  Sha256 digest_;
};

}  // namespace cyberlex
