#include "indexer/suggest_labels.h"

#include <algorithm>
#include <set>

#include "cyberlex/text/recognise_words.h"

namespace cyberlex {
namespace {

constexpr std::string_view kSmallWords =
    "a an the of in on to for by with and or "
    "de la el los las lo en y o u e al del por con un una unos unas para su sus se que "
    "der die das des dem den und oder von vom im zu zur zum mit ein eine einer eines einem einen "
    "در از به و یا با ها های هایی ای ی را که آن این";

bool is_suggested(Concept const& entry) {
  return entry.scheme == "offence" && !entry.broader.empty();
}

}  // namespace

struct LabelTable::State {
  struct Label {
    Concept const* of = nullptr;
    uint32_t words = 0;
  };

  explicit State(std::string_view language) : table(language) {
    for (uint32_t const number : table.add_stems(kSmallWords)) {
      small.insert(number);
    }
  }

  void add(Concept const& entry, std::string const& text) {
    std::vector<uint32_t> phrase = table.add_stems(text);
    std::erase_if(phrase, [this](uint32_t stem) { return small.contains(stem); });
    if (phrase.empty() || !known.emplace(phrase, &entry).second) {
      return;
    }
    trie.add(phrase, static_cast<uint32_t>(labels.size()));
    labels.push_back({&entry, static_cast<uint32_t>(phrase.size())});
  }

  void keep_content() {
    stems.clear();
    places.clear();
    sentences.clear();
    uint32_t sentence = 0;
    for (ScannedWord const& word : words) {
      sentence += word.before == Break::kNone ? 0 : 1;
      if (!small.contains(word.stem)) {
        stems.push_back(word.stem);
        places.push_back(&word);
        sentences.push_back(sentence);
      }
    }
  }

  WordTable table;
  PhraseTrie trie;
  std::vector<Label> labels;
  std::set<uint32_t> small;
  std::set<std::pair<std::vector<uint32_t>, Concept const*>> known;
  // Of the text being read.
  std::vector<ScannedWord> words;
  std::vector<uint32_t> stems;
  std::vector<ScannedWord const*> places;
  std::vector<uint32_t> sentences;
  std::vector<PhraseTrie::Match> matches;
};

LabelTable::LabelTable(Taxonomy const& taxonomy, std::string_view language)
    : state_(std::make_unique<State>(language)) {
  for (Concept const& entry : taxonomy.concepts) {
    if (!is_suggested(entry)) {
      continue;
    }
    if (auto const pref = entry.pref.find(std::string(language)); pref != entry.pref.end()) {
      state_->add(entry, pref->second);
    }
    if (auto const alt = entry.alt.find(std::string(language)); alt != entry.alt.end()) {
      for (std::string const& label : alt->second) {
        state_->add(entry, label);
      }
    }
  }
}
LabelTable::~LabelTable() = default;
LabelTable::LabelTable(LabelTable&&) noexcept = default;
LabelTable& LabelTable::operator=(LabelTable&&) noexcept = default;

bool LabelTable::empty() const {
  return state_->labels.empty();
}

LabelReading LabelTable::read(std::string_view text) {
  State& state = *state_;
  state.table.scan(text, state.words);
  state.keep_content();
  LabelReading out;
  out.words = static_cast<uint32_t>(state.stems.size());
  for (size_t at = 0; at < state.stems.size(); ++at) {
    if (state.stems[at] == 0) {
      continue;
    }
    state.trie.matches_at(state.stems, at, state.matches);
    for (PhraseTrie::Match const& match : state.matches) {
      size_t const last = at + match.length - 1;
      if (state.sentences[at] == state.sentences[last]) {
        State::Label const& label = state.labels[match.value];
        out.found.push_back({label.of, state.places[at]->begin, state.places[last]->end,
                             label.words, state.sentences[at]});
      }
    }
  }
  return out;
}

}  // namespace cyberlex
