#include "cyberlex/search/positions.h"

#include <algorithm>
#include <utility>

#include "cyberlex/index/schema.h"
#include "cyberlex/search/ranking.h"

namespace cyberlex {

namespace {

// True when one of `lefts` ends less than distance + 1 words before `start`, without overlap.
bool ends_before(Places const& lefts, uint32_t start, uint32_t distance) {
  // end = left + length - 1; wanted: end < start and start - end <= distance.
  int64_t const latest = int64_t{start} - int64_t{lefts.length};
  int64_t const earliest = latest + 1 - int64_t{distance};
  auto const found =
      std::ranges::lower_bound(lefts.starts, static_cast<uint32_t>(std::max<int64_t>(earliest, 0)));
  return latest >= 0 && found != lefts.starts.end() && int64_t{*found} <= latest;
}

bool begins_after(Places const& rights, uint32_t end, uint32_t distance) {
  auto const found = std::ranges::upper_bound(rights.starts, end);
  return found != rights.starts.end() && *found - end <= distance;
}

size_t unit_of(std::span<uint32_t const> ends, uint32_t position) {
  return static_cast<size_t>(std::ranges::lower_bound(ends, position) - ends.begin());
}

std::vector<size_t> units_of(Places const& places, std::span<uint32_t const> ends) {
  std::vector<size_t> out;
  for (uint32_t const start : places.starts) {
    size_t const unit = unit_of(ends, start);
    bool const whole = unit == unit_of(ends, start + places.length - 1);
    if (whole && (out.empty() || out.back() != unit)) {
      out.push_back(unit);
    }
  }
  return out;
}

}  // namespace

Places chain(std::span<Places const> operands, uint32_t distance, bool ordered) {
  // Only neighbours bind each other, so it is enough to carry along the places that can be reached.
  Places reached = operands.front();
  for (Places const& next : operands.subspan(1)) {
    Places kept{{}, next.length};
    for (uint32_t const start : next.starts) {
      bool const after = ends_before(reached, start, distance);
      if (after || (!ordered && begins_after(reached, start + next.length - 1, distance))) {
        kept.starts.push_back(start);
      }
    }
    reached = std::move(kept);
  }
  return reached;
}

bool chained(std::span<Places const> operands, uint32_t distance, bool ordered) {
  return !chain(operands, distance, ordered).starts.empty();
}

bool share_unit(std::span<Places const> operands, std::span<uint32_t const> ends) {
  std::vector<size_t> shared = units_of(operands.front(), ends);
  for (Places const& next : operands.subspan(1)) {
    std::vector<size_t> const units = units_of(next, ends);
    std::vector<size_t> both;
    std::ranges::set_intersection(shared, units, std::back_inserter(both));
    shared = std::move(both);
  }
  return !shared.empty();
}

namespace {

Slots phrase_slots(PhraseNode const& phrase, std::string_view language) {
  char const kind = phrase.heading ? schema::kHeadingWord : schema::kWord;
  Slots out;
  for (std::string const& word : phrase.words) {
    out.push_back({{schema::term(kind, language, word)}, {}});
  }
  return out;
}

// What is the same for all cursors that check one language after the other.
template <typename Part>
class LanguagesCursor : public DocCursor {
 public:
  void next() override {
    for (Part& part : parts_) {
      if (part.candidates->doc() == doc_) {
        part.candidates->next();
      }
    }
    settle();
  }
  void seek(DocNum target) override {
    for (Part& part : parts_) {
      if (part.candidates->doc() < target) {
        part.candidates->seek(target);
      }
    }
    settle();
  }
  uint64_t cost() const override { return cost_; }
  bool dear() const override { return true; }

 protected:
  void add(Part part) {
    cost_ += part.candidates->cost();
    parts_.push_back(std::move(part));
  }
  void settle() {
    doc_ = kNoMoreDocs;
    for (Part const& part : parts_) {
      doc_ = std::min(doc_, part.candidates->doc());
    }
  }
  std::vector<Part>& parts() { return parts_; }

 private:
  std::vector<Part> parts_;
  uint64_t cost_ = 0;
};

// A phrase in one language.
struct PhrasePart {
  CursorPtr candidates;
  PlaceReader reader;
  ranking::Scorer scorer;
};

class PhraseCursor final : public LanguagesCursor<PhrasePart> {
 public:
  PhraseCursor(Lexicon const& lexicon, PhraseNode const& phrase)
      : lengths_(lexicon.shared.columns().state.length) {
    for (Generation::LanguageStats const& language : lexicon.shared.generation().languages()) {
      Slots const slots = phrase_slots(phrase, language.language);
      uint32_t rarest = 0;
      if (CursorPtr all = make_slots_cursor(lexicon, slots, &rarest)) {
        ranking::Scorer const scorer(ranking::idf(language.documents, rarest),
                                     language.mean_length);
        add({std::move(all), PlaceReader(lexicon, slots), scorer});
      }
    }
    settle();
  }
  bool confirm() override {
    score_ = 0;
    bool found = false;
    for (PhrasePart& part : parts()) {
      if (part.candidates->doc() != doc_) {
        continue;
      }
      size_t const places = part.reader.read(doc_).starts.size();
      if (places > 0) {
        found = true;
        score_ = std::max(score_, part.scorer.of(static_cast<double>(places), lengths_[doc_]));
      }
    }
    return found;
  }
  double score() override { return score_; }

 private:
  std::vector<uint16_t> const& lengths_;
  double score_ = 0;  // at doc_, since confirm()
};

// Operands in one language.
struct ProximityPart {
  CursorPtr candidates;
  std::vector<PlaceReader> operands;
  std::optional<PositionLists> ends;  // of sentences or of paragraphs
};

class ProximityCursor final : public LanguagesCursor<ProximityPart> {
 public:
  ProximityCursor(Lexicon const& lexicon, std::span<Operand const> operands,
                  Arrangement arrangement)
      : lexicon_(lexicon), arrangement_(arrangement) {
    for (Operand const& operand : operands) {
      scorers_.push_back(operand.group.has_value() ? make_group_cursor(lexicon, *operand.group)
                                                   : make_phrase_cursor(lexicon, operand.phrase));
    }
    for (Generation::LanguageStats const& language : lexicon.shared.generation().languages()) {
      add_language(operands, language.language);
    }
    settle();
  }
  bool confirm() override {
    return std::ranges::any_of(parts(), [this](ProximityPart& part) {
      return part.candidates->doc() == doc_ && stand_so(part);
    });
  }
  double score() override {
    double sum = 0;
    for (CursorPtr const& each : scorers_) {
      each->seek(doc_);
      if (each->doc() == doc_ && each->confirm()) {
        sum += each->score();
      }
    }
    return sum;
  }

 private:
  void add_language(std::span<Operand const> operands, std::string const& language) {
    ProximityPart part;
    Slots together;
    for (Operand const& operand : operands) {
      Slots const slots = operand.group.has_value() ? group_slots(*operand.group, language)
                                                    : phrase_slots(operand.phrase, language);
      if (slots.empty()) {
        return;
      }
      together.insert(together.end(), slots.begin(), slots.end());
      part.operands.emplace_back(lexicon_, slots);
    }
    part.candidates = make_slots_cursor(lexicon_, together);
    if (part.candidates == nullptr) {
      return;
    }
    if (arrangement_.kind != Arrangement::Kind::kNear) {
      bool const sentences = arrangement_.kind == Arrangement::Kind::kSentence;
      char const kind = sentences ? schema::kSentence : schema::kParagraph;
      std::string term = schema::term(schema::kBoundary, language, std::string_view(&kind, 1));
      part.ends = lexicon_.shared.positions().lists(lexicon_.reader, std::move(term));
    }
    add(std::move(part));
  }

  bool stand_so(ProximityPart& part) const {
    std::vector<Places> places;
    for (PlaceReader& operand : part.operands) {
      places.push_back(operand.read(doc_));
      if (places.back().starts.empty()) {
        return false;
      }
    }
    if (arrangement_.kind == Arrangement::Kind::kNear) {
      return chained(places, arrangement_.distance, arrangement_.ordered);
    }
    std::vector<uint32_t> ends;
    part.ends->read(doc_, ends);
    return share_unit(places, ends);
  }

  Slots group_slots(WordGroup const& group, std::string const& language) const {
    for (LanguageGroup const& each : group.languages) {
      if (each.language == language) {
        bool const stemmed = group.node.form == WordForm::kStemmed;
        return {{positional_terms(lexicon_, group.node, each),
                 stemmed ? each.terms.front().term : std::string()}};
      }
    }
    return {};
  }

  Lexicon const lexicon_;
  Arrangement arrangement_;
  std::vector<CursorPtr> scorers_;
};

}  // namespace

CursorPtr make_phrase_cursor(Lexicon const& lexicon, PhraseNode const& phrase) {
  return std::make_unique<PhraseCursor>(lexicon, phrase);
}

CursorPtr make_proximity_cursor(Lexicon const& lexicon, std::span<Operand const> operands,
                                Arrangement arrangement) {
  return std::make_unique<ProximityCursor>(lexicon, operands, arrangement);
}

}  // namespace cyberlex
