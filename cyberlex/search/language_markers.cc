#include "cyberlex/search/language_markers.h"

#include <algorithm>
#include <set>

namespace cyberlex {
namespace {

void add_marks(std::map<std::string, std::vector<size_t>, std::less<>> const& lookup,
               std::string const& word, Token const& token, std::vector<Mark>& out) {
  auto const found = lookup.find(word);
  if (found == lookup.end()) {
    return;
  }
  for (size_t const marker : found->second) {
    out.push_back({token.begin, token.end, marker});
  }
}

bool stands_at(std::vector<Token const*> const& parts, size_t first,
               std::vector<std::string> const& words) {
  for (size_t i = 0; i < words.size(); ++i) {
    bool const follows = parts[first + i]->position == parts[first]->position + i;
    if (!follows || parts[first + i]->word != words[i]) {
      return false;
    }
  }
  return true;
}

// A token that may be the i-th word of a label, and the place, among those of the word before it,
// that it follows.
struct Link {
  size_t token = 0;
  size_t after = 0;
};

// Those of `tokens` that have the stem and stand at most kLabelDistance behind one of `before`.
std::vector<Link> linked(std::span<Token const> tokens, std::span<std::string const> stems,
                         std::string const& stem, std::vector<Link> const& before) {
  std::vector<Link> out;
  size_t at = 0;
  for (size_t i = 0; i < tokens.size() && at < before.size(); ++i) {
    if (stems[i] != stem) {
      continue;
    }
    uint32_t const position = tokens[i].position;
    while (at < before.size() && tokens[before[at].token].position + kLabelDistance < position) {
      ++at;
    }
    if (at < before.size() && tokens[before[at].token].position < position) {
      out.push_back({i, at});
    }
  }
  return out;
}

}  // namespace

LanguageMarkers::LanguageMarkers(std::span<Marker const> markers, std::string const& language,
                                 TextTools& tools)
    : tools_(tools) {
  for (size_t i = 0; i < markers.size(); ++i) {
    if (auto const* const group = std::get_if<WordGroup>(&markers[i])) {
      add_words(*group, language, i);
    } else if (auto const* const labels = std::get_if<LabelMarker>(&markers[i])) {
      add_labels(*labels, language, i);
    } else {
      phrases_.emplace_back(i, &std::get<PhraseNode>(markers[i]).words);
      for (std::string const& word : *phrases_.back().second) {
        wanted_.add(word);
      }
    }
  }
}

std::vector<Mark> LanguageMarkers::find(std::string_view text, TextWords const& words) {
  tokens_.clear();
  tools_.analyser.find(text, words, wanted_, tokens_);
  return tokens_.empty() ? std::vector<Mark>() : find(tokens_);
}

std::vector<Mark> LanguageMarkers::find(std::span<Token const> tokens) {
  std::vector<Mark> out;
  std::vector<std::string> stems;
  bool const stemmed = !stems_.empty() || !labels_.empty();
  for (Token const& token : tokens) {
    add_marks(words_, token.word, token, out);
    if (stemmed) {
      stems.emplace_back(tools_.stemmer.stem(token.word));
      add_marks(stems_, stems.back(), token, out);
    }
  }
  if (!phrases_.empty()) {
    find_phrases(tokens, out);
  }
  if (!labels_.empty()) {
    find_labels(tokens, stems, out);
  }
  std::ranges::sort(out, {}, [](Mark const& each) { return std::pair(each.begin, each.end); });
  return out;
}

void LanguageMarkers::add_words(WordGroup const& group, std::string const& language,
                                size_t marker) {
  for (LanguageGroup const& each : group.languages) {
    if (each.language != language) {
      continue;
    }
    if (!each.stem.empty()) {
      stems_[each.stem].push_back(marker);
      add_stem(each.stem);
      continue;
    }
    for (std::string const& word : each.words) {
      words_[word].push_back(marker);
      wanted_.add(word);
    }
  }
}

void LanguageMarkers::add_labels(LabelMarker const& labels, std::string const& language,
                                 size_t marker) {
  for (LabelStems const& each : labels.labels) {
    if (each.language != language) {
      continue;
    }
    for (std::string const& stem : each.stems) {
      add_stem(stem);
    }
    if (each.stems.size() == 1) {
      stems_[each.stems.front()].push_back(marker);
    } else {
      labels_.emplace_back(marker, &each.stems);
    }
  }
}

void LanguageMarkers::add_stem(std::string const& stem) {
  if (tools_.stemmer.keeps_first_letter()) {
    wanted_.add(stem);
  } else {
    wanted_.add_all();
  }
}

// A joined token stands at its first part's position and is left out: phrases are made of parts.
// What lies between two tokens may have been left out, so positions are looked at, too.
void LanguageMarkers::find_phrases(std::span<Token const> tokens, std::vector<Mark>& out) const {
  std::vector<Token const*> parts;
  for (Token const& token : tokens) {
    if (!token.joined) {
      parts.push_back(&token);
    }
  }
  for (auto const& [marker, words] : phrases_) {
    for (size_t first = 0; first + words->size() <= parts.size(); ++first) {
      if (stands_at(parts, first, *words)) {
        out.push_back({parts[first]->begin, parts[first + words->size() - 1]->end, marker});
      }
    }
  }
}

// Marks the words of a label, and not what stands between them.
void LanguageMarkers::find_labels(std::span<Token const> tokens, std::span<std::string const> stems,
                                  std::vector<Mark>& out) const {
  for (auto const& [marker, label] : labels_) {
    std::vector<std::vector<Link>> chain(1);
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (stems[i] == label->front()) {
        chain.back().push_back({i, 0});
      }
    }
    for (size_t word = 1; word < label->size(); ++word) {
      chain.push_back(linked(tokens, stems, (*label)[word], chain.back()));
    }
    std::set<size_t> marked;
    for (Link link : chain.back()) {
      for (size_t word = label->size(); word > 0; --word) {
        marked.insert(link.token);
        link = word > 1 ? chain[word - 2][link.after] : link;
      }
    }
    for (size_t const token : marked) {
      out.push_back({tokens[token].begin, tokens[token].end, marker});
    }
  }
}

}  // namespace cyberlex
