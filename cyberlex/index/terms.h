// From a provision's texts to the terms under which it is found.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/index/document.h"

namespace cyberlex {

// A term of one document. Without positions it says only that the document has it.
struct DocumentTerm {
  std::string term;
  uint32_t frequency = 0;  // wdf: occurrences, those in a heading counted kHeadingWeight times
  std::vector<uint32_t> positions;  // ascending
  bool operator==(DocumentTerm const&) const = default;
};

struct DocumentTerms {
  std::vector<DocumentTerm> terms;  // sorted by term
  // Words of the texts in each language, those of a heading counted kHeadingWeight times; a word
  // that ZWNJ joins counts by its parts.
  std::map<std::string, uint64_t> lengths;
  bool operator==(DocumentTerms const&) const = default;

  // StateColumns::length: of the longest language, at most 65535.
  uint16_t length() const;
};

// Positions count within a language of a document, from 1: the heading of the first text, its
// blocks, then the next text of that language; kBlockGap and kTextGap of schema.h stay free between
// them. Thread rule: one object, one thread; it keeps analysers and stems.
class TermMaker {
 public:
  TermMaker();
  ~TermMaker();
  TermMaker(TermMaker&&) noexcept;
  TermMaker& operator=(TermMaker&&) noexcept;

  // REQUIRES: texts[i] belongs to record.texts[i].
  DocumentTerms make(IndexDocument const& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
