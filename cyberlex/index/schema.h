// Every term prefix, metadata key and version of the stored form: the one table of both ends.
//
// Words carry their language, so that a phrase never runs from an original into its translation and
// each language has its own document frequencies. Positions count within one language of one
// document; heading words come first, then the blocks of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cyberlex/text/analyse.h"

namespace cyberlex::schema {

// Raised whenever an older reader or writer would misread, or would derive other columns from the
// same records (the tests of a maximum in the model are stored as columns). A generation of another
// version is refused by name.
inline constexpr uint32_t kVersion = 3;

// Term kinds. A term is the prefix letter, the two-letter language, and the folded word.
inline constexpr char kWord =
    'W';  // every word; with positions; wdf = body + kHeadingWeight * heading
inline constexpr char kStem = 'Z';         // its stem; no positions; the same wdf
inline constexpr char kHeadingWord = 'S';  // words of the heading; positions as under kWord
inline constexpr char kHeadingStem = 'T';  // their stems; no positions
// Reserved terms "B" + language + "s" or "p": positions at which a sentence, a paragraph ends.
inline constexpr char kBoundary = 'B';
inline constexpr char kSentence = 's';
inline constexpr char kParagraph = 'p';

inline constexpr uint32_t kHeadingWeight = 3;
using cyberlex::kLongestWord;

// Positions left free after a heading and after each block of text, so that a phrase never runs
// from one into the next; and after all of a text, before another of the same language.
inline constexpr uint32_t kBlockGap = 8;
inline constexpr uint32_t kTextGap = 64;

// Keys of the database's metadata. Large values are stored in pieces: key, then key + "#1", "#2",
// ….
inline constexpr char const* kManifestKey = "manifest";
inline constexpr char const* kColumnsKey = "columns";
inline constexpr char const* kActsKey = "acts";
inline constexpr char const* kTaxonomyKey = "taxonomy";
inline constexpr char const* kLanguagesKey = "languages";
inline constexpr char const* kEidsKey = "eids";
inline constexpr char const* kSegmentsKey = "segments";
inline constexpr char const* kHeldKey = "held";  // what the next build may keep; held.h
// In a segment, the texts of its document d: this letter and d as four bytes, the highest first.
inline constexpr char kTextsKey = 'x';

// Files beside the database: of an index folder, and of a generation.
inline constexpr char const* kPointerFile = "current";
inline constexpr char const* kLockFile = ".lock";
inline constexpr char const* kGenerationPrefix = "g-";
inline constexpr char const* kBuildingPrefix = ".building-";
inline constexpr char const* kSegmentPrefix = "s-";  // folders of segments, in a generation's
inline constexpr char const* kDigestsFile = "files.sha256";

inline std::string term(char kind, std::string_view language, std::string_view word) {
  std::string out(1, kind);
  out += language;
  out += word;
  return out;
}

}  // namespace cyberlex::schema
