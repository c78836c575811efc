#include "cyberlex/search/position_reader.h"

#include <algorithm>
#include <utility>

namespace cyberlex {
namespace {

// A position list costs about as much as this many postings.
constexpr uint32_t kCostOfPositions = 16;

// Documents of any of the slot's terms.
CursorPtr make_slot_cursor(Lexicon const& lexicon, Slot const& slot) {
  if (!slot.stem.empty()) {
    return lexicon.reader.document_frequency(slot.stem) > 0 ? make_term_cursor(lexicon, slot.stem)
                                                            : nullptr;
  }
  std::vector<CursorPtr> any;
  for (std::string const& term : slot.terms) {
    if (lexicon.reader.document_frequency(term) > 0) {
      any.push_back(make_term_cursor(lexicon, term));
    }
  }
  if (any.size() > 1) {
    return make_or_cursor(std::move(any));
  }
  return any.empty() ? nullptr : std::move(any.front());
}

// Positions of a word as starts of the row it belongs to.
void to_starts(uint32_t offset, std::vector<uint32_t>& positions) {
  std::erase_if(positions, [offset](uint32_t position) { return position <= offset; });
  for (uint32_t& position : positions) {
    position -= offset;
  }
}

void keep_common(std::vector<uint32_t> const& others, std::vector<uint32_t>& starts) {
  std::erase_if(starts,
                [&others](uint32_t start) { return !std::ranges::binary_search(others, start); });
}

}  // namespace

CursorPtr make_slots_cursor(Lexicon const& lexicon, Slots const& slots, uint32_t* rarest) {
  if (slots.empty()) {
    return nullptr;
  }
  std::vector<CursorPtr> all;
  uint32_t least = UINT32_MAX;
  for (Slot const& slot : slots) {
    CursorPtr cursor = make_slot_cursor(lexicon, slot);
    if (cursor == nullptr) {
      return nullptr;
    }
    all.push_back(std::move(cursor));
    if (rarest != nullptr) {
      least = std::min(least, lexicon.reader.document_frequency(slot.terms.front()));
    }
  }
  if (rarest != nullptr) {
    *rarest = least;
  }
  return all.size() == 1 ? std::move(all.front()) : make_and_cursor(std::move(all));
}

PlaceReader::PlaceReader(Lexicon const& lexicon, Slots slots)
    : lexicon_(lexicon), length_(static_cast<uint32_t>(slots.size())) {
  std::vector<std::pair<uint64_t, size_t>> order;
  for (size_t i = 0; i < slots.size(); ++i) {
    uint64_t having = 0;
    for (std::string const& term : slots[i].terms) {
      having += lexicon.reader.document_frequency(term);
    }
    order.emplace_back(having, i);
  }
  std::ranges::sort(order);
  for (std::pair<uint64_t, size_t> const& each : order) {
    add_word(std::move(slots[each.second]), static_cast<uint32_t>(each.second));
  }
}

void PlaceReader::add_word(Slot&& slot, uint32_t offset) {
  Word word{{}, offset};
  for (std::string& term : slot.terms) {
    std::optional<PostingWalk> postings;
    if (slot.terms.size() > 1) {
      if (lexicon_.reader.document_frequency(term) == 0) {
        continue;
      }
      postings = lexicon_.shared.postings().walk(lexicon_.reader, term, lexicon_.budget);
    }
    word.forms.push_back(
        {lexicon_.shared.positions().lists(lexicon_.reader, std::move(term)), std::move(postings)});
  }
  words_.push_back(std::move(word));
}

bool PlaceReader::has(Form& form, DocNum doc) const {
  if (!form.postings.has_value()) {
    return true;
  }
  form.postings->seek(doc);
  return form.postings->doc() == doc;
}

void PlaceReader::read_word(Word& word, DocNum doc) {
  positions_.clear();
  for (Form& form : word.forms) {
    if (has(form, doc)) {
      lexicon_.budget.spend(kCostOfPositions);
      form.positions.read(doc, positions_);
    }
  }
  if (word.forms.size() > 1) {
    std::ranges::sort(positions_);
  }
  to_starts(word.offset, positions_);
}

Places PlaceReader::read(DocNum doc) {
  Places out{{}, length_};
  for (Word& word : words_) {
    read_word(word, doc);
    if (&word == &words_.front()) {
      out.starts = positions_;
    } else {
      keep_common(positions_, out.starts);
    }
    if (out.starts.empty()) {
      break;
    }
  }
  return out;
}

}  // namespace cyberlex
