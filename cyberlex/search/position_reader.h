// Where the words of an operand stand in a document, read no further than needed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/search/position_cache.h"
#include "cyberlex/search/posting_list.h"
#include "cyberlex/search/posting_tree.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

// Where an operand stands in one document: it takes `length` words from each of `starts`
// (ascending).
struct Places {
  std::vector<uint32_t> starts;
  uint32_t length = 1;
};

// One word in one language.
struct Slot {
  std::vector<std::string> terms;  // any of these, with positions; not empty
  std::string stem;                // a term that has the documents of all of them; may be empty
};

// Words in a row in one language: a phrase, or a single word.
using Slots = std::vector<Slot>;

// Documents that have every slot, unscored; null when there is none for one of them, or no slot.
// `rarest`, if given, is the least number of documents of a slot's first term.
CursorPtr make_slots_cursor(Lexicon const& lexicon, Slots const& slots, uint32_t* rarest = nullptr);

// Reads the places of one operand. Throws ReaderDamaged and SearchStopped. Thread rule: one search.
class PlaceReader {
 public:
  PlaceReader(Lexicon const& lexicon, Slots slots);

  // The rarest word first; without it, or without the row, no other word is read. REQUIRES: no
  // document before one that was asked for.
  Places read(DocNum doc);

 private:
  // A term of a slot with several terms: most documents lack most of them, and asking its postings
  // is cheaper than asking for positions that are not there.
  struct Form {
    PositionLists positions;
    std::optional<PostingWalk> postings;
  };
  struct Word {
    std::vector<Form> forms;
    uint32_t offset = 0;  // in the row
  };

  void add_word(Slot&& slot, uint32_t offset);
  void read_word(Word& word, DocNum doc);
  bool has(Form& form, DocNum doc) const;

  Lexicon lexicon_;
  std::vector<Word> words_;  // the rarest first
  uint32_t length_ = 1;
  std::vector<uint32_t> positions_;  // of the word read last
};

}  // namespace cyberlex
