#include "cyberlex/search/concept_labels.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"

namespace cyberlex {
namespace {

using Words = std::vector<std::string>;

// Beyond this many joined words a label is known all joined and all parted, and not mixed.
constexpr size_t kMostMixed = 2;
// A chain of broader concepts that is longer runs in a circle.
constexpr size_t kDeepest = 32;

// The words of a label in order, each with its spellings.
std::vector<std::vector<Words>> slots_of(std::string_view text) {
  Analysis analysis;
  Analyser("").analyse(text, analysis);
  std::vector<std::vector<Words>> slots;
  uint32_t joined_end = 0;
  for (Token const& token : analysis.tokens) {
    if (token.joined) {
      slots.push_back({{token.word}, {}});
      joined_end = token.end;
    } else if (token.end <= joined_end) {
      slots.back().back().push_back(token.word);
    } else {
      slots.push_back({{token.word}});
    }
  }
  return slots;
}

void append(Words& out, Words const& more) {
  out.insert(out.end(), more.begin(), more.end());
}

// Every way to spell the slots; with many joined words only all joined and all parted.
std::vector<Words> forms_of(std::vector<std::vector<Words>> const& slots) {
  auto const joined = static_cast<size_t>(
      std::ranges::count_if(slots, [](auto const& spellings) { return spellings.size() > 1; }));
  std::vector<Words> out(joined > kMostMixed ? 2 : 1);
  for (std::vector<Words> const& spellings : slots) {
    if (joined <= kMostMixed && spellings.size() > 1) {
      std::vector<Words> const before = out;
      out.insert(out.end(), before.begin(), before.end());
    }
    for (size_t i = 0; i < out.size(); ++i) {
      bool const parted = i >= out.size() / 2;
      append(out[i], parted ? spellings.back() : spellings.front());
    }
  }
  return out;
}

Words stems_of(Words const& words, Stemmer& stemmer) {
  Words out;
  out.reserve(words.size());
  for (std::string const& word : words) {
    out.emplace_back(stemmer.stem(word));
  }
  return out;
}

// True when `form` spells these words of the query, without stems.
bool spells(Words const& form, std::span<QueryWords const> words) {
  size_t at = 0;
  for (QueryWords const& word : words) {
    std::vector<Words> const spellings = spellings_of(word);
    auto const fits = std::ranges::find_if(spellings, [&](Words const& each) {
      return at + each.size() <= form.size() &&
             std::equal(each.begin(), each.end(), form.begin() + static_cast<std::ptrdiff_t>(at));
    });
    if (fits == spellings.end()) {
      return false;
    }
    at += fits->size();
  }
  return at == form.size();
}

}  // namespace

std::vector<Words> spellings_of(QueryWords const& word) {
  std::vector<Words> out;
  if (!word.joined.empty()) {
    out.push_back({word.joined});
  }
  out.push_back(word.parts);
  return out;
}

// Finds the labels of one list of words.
class ConceptLabels::Finder {
 public:
  Finder(ConceptLabels const& labels, std::span<QueryWords const> words)
      : labels_(labels), words_(words) {}

  std::vector<LabelRun> find() {
    for (auto const& [language, tree] : labels_.trees_) {
      stem_all(language);
      for (size_t first = 0; first < words_.size(); ++first) {
        walk(tree, first);
      }
    }
    return chosen();
  }

 private:
  void stem_all(std::string const& language) {
    Stemmer stemmer(language);
    stems_.clear();
    for (QueryWords const& word : words_) {
      stems_.emplace_back();
      for (Words const& spelling : spellings_of(word)) {
        stems_.back().push_back(stems_of(spelling, stemmer));
      }
    }
  }

  // The node that the stems lead to; the root when there is none.
  static uint32_t follow(Tree const& tree, uint32_t node, Words const& stems) {
    for (std::string const& stem : stems) {
      auto const next = tree[node].next.find(stem);
      if (next == tree[node].next.end()) {
        return 0;
      }
      node = next->second;
    }
    return node;
  }

  void walk(Tree const& tree, size_t first) {
    std::set<uint32_t> nodes = {0};
    for (size_t at = first; at < words_.size() && !nodes.empty(); ++at) {
      std::set<uint32_t> reached;
      for (uint32_t const node : nodes) {
        for (Words const& stems : stems_[at]) {
          reached.insert(follow(tree, node, stems));
        }
      }
      reached.erase(0);
      for (uint32_t const node : reached) {
        for (uint32_t const label : tree[node].labels) {
          offer({first, at - first + 1, label});
        }
      }
      nodes = std::move(reached);
    }
  }

  // Less goes before.
  auto worth(LabelRun const& run) const {
    ConceptLabel const& label = labels_.label(run.label);
    bool const exact = std::ranges::any_of(label.forms, [&](LabelForm const& form) {
      return spells(form.words, words_.subspan(run.first, run.count));
    });
    return std::tuple(!exact, label.kind, run.label);
  }

  void offer(LabelRun const& run) {
    auto const [held, fresh] = best_.try_emplace({run.first, run.count}, run);
    if (!fresh && worth(run) < worth(held->second)) {
      held->second = run;
    }
  }

  std::vector<LabelRun> chosen() const {
    std::vector<LabelRun> runs;
    for (auto const& [place, run] : best_) {
      runs.push_back(run);
    }
    std::ranges::stable_sort(runs, std::ranges::greater{}, &LabelRun::count);
    std::vector<uint8_t> taken(words_.size());
    std::erase_if(runs, [&taken](LabelRun const& run) {
      auto const begin = taken.begin() + static_cast<std::ptrdiff_t>(run.first);
      auto const end = begin + static_cast<std::ptrdiff_t>(run.count);
      bool const free = std::find(begin, end, uint8_t{1}) == end;
      if (free) {
        std::fill(begin, end, uint8_t{1});
      }
      return !free;
    });
    std::ranges::sort(runs, {}, &LabelRun::first);
    return runs;
  }

  ConceptLabels const& labels_;
  std::span<QueryWords const> words_;
  std::vector<std::vector<Words>> stems_;               // by word, one a spelling
  std::map<std::pair<size_t, size_t>, LabelRun> best_;  // by first and count
};

ConceptLabels::ConceptLabels(Taxonomy const& taxonomy)
    : taxonomy_(&taxonomy), narrower_(taxonomy.concepts.size()) {
  for (uint32_t at = 0; at < taxonomy.concepts.size(); ++at) {
    first_label_.push_back(static_cast<uint32_t>(labels_.size()));
    add_labels(at);
    add_narrower(at);
  }
  first_label_.push_back(static_cast<uint32_t>(labels_.size()));
  loose_ = LooseLabels(labels_);
}

void ConceptLabels::add_labels(uint32_t concept_at) {
  Concept const& entry = taxonomy_->concepts[concept_at];
  std::set<std::string> languages;
  for (auto const& [language, text] : entry.pref) {
    languages.insert(language);
  }
  for (auto const* const more : {&entry.alt, &entry.hidden}) {
    for (auto const& [language, texts] : *more) {
      languages.insert(language);
    }
  }
  for (std::string const& language : languages) {
    if (auto const pref = entry.pref.find(language); pref != entry.pref.end()) {
      add_label({concept_at, LabelKind::kPreferred, language, pref->second, {}});
    }
    for (LabelKind const kind : {LabelKind::kAlternative, LabelKind::kHidden}) {
      auto const& more = kind == LabelKind::kAlternative ? entry.alt : entry.hidden;
      if (auto const texts = more.find(language); texts != more.end()) {
        for (std::string const& text : texts->second) {
          add_label({concept_at, kind, language, text, {}});
        }
      }
    }
  }
}

void ConceptLabels::add_label(ConceptLabel label) {
  Stemmer stemmer(label.language);
  auto const at = static_cast<uint32_t>(labels_.size());
  Tree& tree = trees_.try_emplace(label.language, 1).first->second;
  for (Words& words : forms_of(slots_of(label.text))) {
    if (words.empty()) {
      return;
    }
    Words stems = stems_of(words, stemmer);
    uint32_t node = 0;
    for (std::string const& stem : stems) {
      auto const [next, fresh] =
          tree[node].next.try_emplace(stem, static_cast<uint32_t>(tree.size()));
      node = next->second;
      if (fresh) {
        tree.emplace_back();
      }
    }
    tree[node].labels.push_back(at);
    label.forms.push_back({std::move(words), std::move(stems)});
  }
  labels_.push_back(std::move(label));
}

void ConceptLabels::add_narrower(uint32_t concept_at) {
  Concept const& entry = taxonomy_->concepts[concept_at];
  Concept const* wider = &entry;
  for (size_t depth = 0; wider != nullptr && depth < kDeepest; ++depth) {
    Words& ids = narrower_[static_cast<size_t>(wider - taxonomy_->concepts.data())];
    if (std::ranges::find(ids, entry.id) != ids.end()) {
      return;
    }
    ids.push_back(entry.id);
    wider = wider->broader.empty() ? nullptr : taxonomy_->find(entry.scheme, wider->broader);
  }
}

std::vector<LabelRun> ConceptLabels::find(std::span<QueryWords const> words) const {
  return words.empty() ? std::vector<LabelRun>() : Finder(*this, words).find();
}

std::vector<std::string> ConceptLabels::languages() const {
  std::vector<std::string> out;
  for (auto const& [language, tree] : trees_) {
    out.push_back(language);
  }
  return out;
}

Concept const& ConceptLabels::concept_of(ConceptLabel const& label) const {
  return taxonomy_->concepts[label.concept_at];
}

std::span<ConceptLabel const> ConceptLabels::siblings(ConceptLabel const& label) const {
  uint32_t const first = first_label_[label.concept_at];
  return std::span(labels_).subspan(first, first_label_[label.concept_at + 1] - first);
}

std::vector<std::string> const& ConceptLabels::narrower(ConceptLabel const& label) const {
  return narrower_[label.concept_at];
}

}  // namespace cyberlex
