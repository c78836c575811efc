#include "cyberlex/index/dead_terms.h"

#include <algorithm>
#include <map>

#include "cyberlex/index/document_store.h"
#include "cyberlex/index/terms.h"

namespace cyberlex {
namespace {

class Burial {
 public:
  explicit Burial(SegmentRecord& segment)
      : segment_(segment), dead_(segment.dead.begin(), segment.dead.end()) {}

  void add(DocumentTerms const& terms) {
    for (DocumentTerm const& term : terms.terms) {
      ++dead_[term.term];
    }
    for (LanguageTotals& total : segment_.languages) {
      auto const found = terms.lengths.find(total.language);
      if (found != terms.lengths.end()) {
        --total.documents;
        total.words -= found->second;
      }
    }
  }

  void finish() {
    segment_.dead.assign(dead_.begin(), dead_.end());
    std::erase_if(segment_.languages,
                  [](LanguageTotals const& total) { return total.documents == 0; });
  }

 private:
  SegmentRecord& segment_;
  std::map<std::string, uint32_t> dead_;
};

}  // namespace

Status bury(HeldGeneration const& before, std::vector<ActNum> const& acts, SegmentRecord& segment) {
  if (acts.empty()) {
    return Ok{};
  }
  Result<DocumentStore> store = DocumentStore::open(before.generation());
  if (!store) {
    return store.error();
  }
  Burial burial(segment);
  TermMaker terms;
  for (ActNum const act : acts) {
    auto const [first, last] = before.generation()->documents_of(act);
    for (DocNum doc = first; doc < last; ++doc) {
      Result<EncodedDocument> const stored = store->document(doc);
      Result<IndexDocument> const document =
          stored ? decode(*stored) : Result<IndexDocument>(stored.error());
      if (!document) {
        return document.error();
      }
      burial.add(terms.make(*document));
    }
  }
  burial.finish();
  return Ok{};
}

}  // namespace cyberlex
