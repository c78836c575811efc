// What all searchers of a generation share: bitmaps of the state columns, days, dictionaries.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/search/completions.h"
#include "cyberlex/search/concept_labels.h"
#include "cyberlex/search/dictionary.h"
#include "cyberlex/search/doc_set.h"
#include "cyberlex/search/document_cache.h"
#include "cyberlex/search/facet_cache.h"
#include "cyberlex/search/parameters.h"
#include "cyberlex/search/position_cache.h"
#include "cyberlex/search/posting_cache.h"
#include "cyberlex/search/state_groups.h"
#include "cyberlex/search/vocabulary_view.h"

namespace cyberlex {

// The documents of one day.
struct DayDocs {
  DocSet standing;  // states with from <= day < to: at most one a provision
  DocSet live;      // those of them whose status is not gone (is_gone)
  BitArray standing_bits;
  BitArray live_bits;
  std::vector<uint32_t> standing_counts;  // by group of StateGroups
  std::vector<uint32_t> live_counts;
  std::shared_ptr<FacetCache> facets = std::make_shared<FacetCache>();
};

// For one annotation parameter: the documents that have none, and why.
struct Unvalued {
  DocSet none;          // somebody looked, and no limb has a value
  DocSet not_assessed;  // nobody looked
};

// Built once for a generation and never changed, but for five caches with a lock each: days (the
// last kDaysHeld asked for), posting lists, position lists and documents shown (as many as fit) and
// dictionaries (one a language, loaded when first needed); and for the labels of concepts, which
// are read when first needed.
// Thread rule: share by shared_ptr; every function may be called from several threads at once.
class SearchShared {
 public:
  static constexpr size_t kDaysHeld = 8;
  // At least; an index of millions of provisions has longer lists, and keeps this a document.
  static constexpr uint64_t kPostingBytes = 96 << 20;
  static constexpr uint64_t kPostingBytesADocument = 200;
  static constexpr uint64_t kPositionBytes = 64 << 20;
  static constexpr uint64_t kDocumentBytes = 64 << 20;

  static std::shared_ptr<SearchShared> make(std::shared_ptr<Generation const> generation);
  // The bytes bound the caches of posting lists, of position lists and of documents shown; with 0
  // every one is read from disk.
  static std::shared_ptr<SearchShared> make(std::shared_ptr<Generation const> generation,
                                            uint64_t posting_bytes,
                                            uint64_t position_bytes = kPositionBytes,
                                            uint64_t document_bytes = kDocumentBytes);
  ~SearchShared();

  Generation const& generation() const;
  Columns const& columns() const;
  // What parsing a question needs to know of the generation.
  VocabularyView const& vocabulary() const;
  ConceptLabels const& concept_labels() const;
  // Made when first asked for.
  Completions const& completions() const;

  DocSet const& all() const;
  DocSet const& gone() const;  // status repealed, replaced, lapsed, struck down
  DocSet const& with_limbs() const;
  StateGroups const& groups() const;

  // The documents of each code of a state-level column, and its names. REQUIRES: level kState.
  std::span<DocSet const> sets(Param param) const;
  CodeNames const& names(Param param) const;
  // REQUIRES: level above kState.
  Unvalued const& unvalued(Param param) const;
  // The tree of a parameter's values, null when they form none: articles, and concepts that are
  // named singly.
  ValueTree const* tree(Param param) const;
  // Concepts of any scheme that a limb has, and open terms: see derived_columns.h.
  MultiCodeColumn const& concepts() const;
  std::span<uint8_t const> open_limbs() const;
  // One a limb: 1 when it was assessed as outside every treaty that any row names (its own
  // act left out).
  std::span<uint8_t const> outside_all() const;
  // One a document: its longest term on the scale of duration.h, kNoBound when none is stated.
  std::span<int64_t const> severity() const;

  std::shared_ptr<DayDocs const> day(Date date);
  PostingCache& postings();
  DocumentCache& documents();
  PositionCache& positions();
  // Throws ReaderDamaged as the reader does.
  std::shared_ptr<Dictionary const> dictionary(IndexReader const& reader,
                                               std::string_view language);
  // Loads what the first question with a label of a concept would wait for. kDamaged.
  Status load_labels(IndexReader const& reader);

 private:
  struct State;
  explicit SearchShared(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
