#include "cyberlex/search/loose_labels.h"

#include <set>
#include <tuple>

#include "cyberlex/search/concept_labels.h"
#include "cyberlex/search/ranking.h"
#include "cyberlex/search/stop_words.h"
#include "cyberlex/text/language.h"

namespace cyberlex {
namespace {

using Words = std::vector<std::string>;

// The different stems of what is no stop word, sorted.
Words content_of(Words const& words, std::string const& language, Stemmer& stemmer) {
  std::set<std::string> out;
  for (std::string const& word : words) {
    if (!is_stop_word(language, word)) {
      out.emplace(stemmer.stem(word));
    }
  }
  return {out.begin(), out.end()};
}

}  // namespace

double LooseLabels::Language::weight_of(std::string const& stem) const {
  auto const found = holding.find(stem);
  return ranking::idf(entries.size(), found == holding.end() ? 0 : found->second.size());
}

LooseLabels::LooseLabels(std::span<ConceptLabel const> labels) {
  std::map<std::string, std::vector<Words>> contents;  // by language and entry
  for (uint32_t at = 0; at < labels.size(); ++at) {
    ConceptLabel const& label = labels[at];
    if (label.forms.empty()) {
      continue;
    }
    Stemmer stemmer(label.language);
    // The last form has all words in their parts.
    Words stems = content_of(label.forms.back().words, label.language, stemmer);
    Language& language = languages_[label.language];
    for (std::string const& stem : stems) {
      language.holding[stem].push_back(static_cast<uint32_t>(language.entries.size()));
    }
    language.entries.push_back({at, static_cast<uint8_t>(label.kind), stems.size(), 0});
    contents[label.language].push_back(std::move(stems));
  }
  for (auto& [name, language] : languages_) {
    for (size_t i = 0; i < language.entries.size(); ++i) {
      for (std::string const& stem : contents[name][i]) {
        language.entries[i].weight += language.weight_of(stem);
      }
    }
  }
}

std::optional<LooseRun> LooseLabels::find(std::span<QueryWords const> words,
                                          size_t more_than) const {
  Words parts;
  for (QueryWords const& word : words) {
    parts.insert(parts.end(), word.parts.begin(), word.parts.end());
  }
  Best best;
  for (auto const& [name, language] : languages_) {
    Stemmer stemmer(name);
    consider(language, content_of(parts, name, stemmer), more_than, best);
  }
  return best.run;
}

void LooseLabels::consider(Language const& language, Words const& stems, size_t more_than,
                           Best& best) {
  double asked = 0;
  std::map<uint32_t, std::pair<size_t, double>> common;  // entry -> stems, and their weight
  for (std::string const& stem : stems) {
    double const weight = language.weight_of(stem);
    asked += weight;
    if (auto const found = language.holding.find(stem); found != language.holding.end()) {
      for (uint32_t const entry : found->second) {
        ++common[entry].first;
        common[entry].second += weight;
      }
    }
  }
  for (auto const& [at, shared] : common) {
    Entry const& entry = language.entries[at];
    bool const whole = shared.first == stems.size() && shared.first == entry.stems;
    double const share = whole ? 1.0 : 2 * shared.second / (asked + entry.weight);
    if (share < kLeastShare || (shared.first < 2 && !whole) || shared.first <= more_than) {
      continue;
    }
    std::tuple const worth(-share, entry.kind, entry.label);
    if (!best.run.has_value() || worth < std::tuple(-best.run->share, best.kind, best.run->label)) {
      best = {LooseRun{entry.label, share, shared.first}, entry.kind};
    }
  }
}

}  // namespace cyberlex
