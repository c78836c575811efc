// What a hit needs of a provision, decoded; of those that were shown of late, within a bound of
// memory.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/search/shown_text.h"

namespace cyberlex {

struct HeldDocument {
  ProvisionRecord record;
  std::vector<ShownText> texts;
};

// The documents of one generation. Those asked for longest ago go first; one above a quarter of the
// bound is never kept.
// Thread rule: every function may be called from several threads at once.
class DocumentCache {
 public:
  // With 0 nothing is kept.
  explicit DocumentCache(uint64_t bytes);
  ~DocumentCache();
  DocumentCache(DocumentCache const&) = delete;
  DocumentCache& operator=(DocumentCache const&) = delete;

  // `tools`: of the calling thread. REQUIRES: every reader is of the same generation and has the
  // document. Errors: the reader's.
  Result<std::shared_ptr<HeldDocument const>> get(IndexReader const& reader, DocNum doc,
                                                  LanguageTools& tools);

  uint64_t bytes() const;  // held now, about

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
