// The segments of a generation: databases that are written once and handed on from generation to
// generation, and the map between their own document numbers and the generation's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"
#include "cyberlex/index/tables.h"

namespace cyberlex {

// Documents local .. local + count - 1 of a segment are first .. first + count - 1 of the
// generation.
struct SegmentRun {
  DocNum local = 0;
  DocNum first = 0;
  uint32_t count = 0;
  bool operator==(SegmentRun const&) const = default;
};

// What a generation says of one of its segments. Documents in no run are dead: another segment has
// them anew, or they are gone.
struct SegmentRecord {
  std::string name;                                    // of its folder below the generation's
  std::string seal;                                    // SHA-256 of its files.sha256
  uint32_t documents = 0;                              // dead ones among them
  std::vector<SegmentRun> runs;                        // ascending in both numbers, none empty
  std::vector<LanguageTotals> languages;               // of the living
  std::vector<std::pair<std::string, uint32_t>> dead;  // by term: dead documents that have it
  bool operator==(SegmentRecord const&) const = default;
};

std::string encode_segments(std::vector<SegmentRecord> const& segments);
Result<std::vector<SegmentRecord>> decode_segments(std::string_view bytes);

// Where a document of the generation lies.
struct SegmentPlace {
  uint32_t segment = 0;
  DocNum local = 0;
};

inline constexpr DocNum kDead = UINT32_MAX;

// Both directions of the map. Immutable; share freely.
class SegmentMap {
 public:
  SegmentMap() = default;
  // kDamaged unless every document below `documents` is in exactly one run, the runs ascend, and
  // the counts of dead documents are sorted by term.
  static Result<SegmentMap> make(std::vector<SegmentRecord> const& segments, uint64_t documents);

  // True when there is one segment and its numbers are the generation's.
  bool plain() const { return plain_; }
  // REQUIRES: doc is below the number of documents.
  SegmentPlace place(DocNum doc) const { return plain_ ? SegmentPlace{0, doc} : places_[doc]; }
  // The generation's numbers by the segment's; kDead for the dead. REQUIRES: not plain().
  std::vector<DocNum> const& numbers(size_t segment) const { return numbers_[segment]; }
  // Dead documents that have the term, in all segments.
  uint32_t dead(std::string_view term) const;

 private:
  bool plain_ = false;
  std::vector<SegmentPlace> places_;
  std::vector<std::vector<DocNum>> numbers_;
  std::vector<std::pair<std::string, uint32_t>> dead_;  // sorted
};

}  // namespace cyberlex
