#include "tests/support/brute_labels.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <tuple>

#include "cyberlex/index/schema.h"
#include "cyberlex/search/parameters.h"
#include "cyberlex/search/stop_words.h"

namespace cyberlex::testing {
namespace {

using Strings = std::vector<std::string>;

struct NamedLabel {
  Concept const* entry = nullptr;
  int kind = 0;
  std::string language;
  Strings words;
};

Strings split(std::string const& text) {
  std::istringstream in(text);
  Strings out;
  for (std::string word; in >> word;) {
    out.push_back(word);
  }
  return out;
}

// In the order in which one of two equal labels is preferred: by concept, by language, by kind.
std::vector<NamedLabel> labels_of(Concept const& entry) {
  std::vector<NamedLabel> out;
  for (std::string const language : {"en", "es"}) {
    if (entry.pref.contains(language)) {
      out.push_back({&entry, 0, language, split(entry.pref.at(language))});
    }
    int kind = 0;
    for (auto const* more : {&entry.alt, &entry.hidden}) {
      ++kind;
      if (more->contains(language)) {
        for (std::string const& text : more->at(language)) {
          out.push_back({&entry, kind, language, split(text)});
        }
      }
    }
  }
  return out;
}

Strings stems_of(BruteCorpus const& corpus, std::string const& language, Strings const& words) {
  Strings out;
  for (std::string const& word : words) {
    out.push_back(corpus.stem(language, word));
  }
  return out;
}

Strings words_of(std::vector<WordNode const*> const& nodes) {
  Strings out;
  for (WordNode const* node : nodes) {
    out.push_back(node->word);
  }
  return out;
}

bool within(Strings const& part, Strings const& whole) {
  for (size_t at = 0; at + part.size() <= whole.size(); ++at) {
    bool all = true;
    for (size_t i = 0; i < part.size(); ++i) {
      all = all && whole[at + i] == part[i];
    }
    if (all) {
      return true;
    }
  }
  return false;
}

double documents_with(BruteCorpus const& corpus, std::string const& term) {
  double out = 0;
  for (BruteDoc const& doc : corpus.docs()) {
    out += doc.terms.contains(term) ? 1 : 0;
  }
  return out;
}

double idf(double documents, double having) {
  return std::log(1 + (documents - having + 0.5) / (having + 0.5));
}

// Ends of chains: each next word at most three behind the one before.
std::set<uint32_t> chain_ends(BruteCorpus const& corpus, BruteRun::Label const& label,
                              BruteDoc const& doc) {
  std::set<uint32_t> reached;
  std::string const prefix = schema::term(schema::kWord, label.language, "");
  for (size_t i = 0; i < label.stems.size(); ++i) {
    std::set<uint32_t> next;
    for (auto const& [term, found] : doc.terms) {
      if (!term.starts_with(prefix) ||
          corpus.stem(label.language, term.substr(prefix.size())) != label.stems[i]) {
        continue;
      }
      for (uint32_t const at : found.positions) {
        bool const follows = std::ranges::any_of(
            reached, [at](uint32_t before) { return before < at && at <= before + 3; });
        if (i == 0 || follows) {
          next.insert(at);
        }
      }
    }
    reached = std::move(next);
  }
  return reached;
}

double frequency(BruteCorpus const& corpus, BruteRun::Label const& label, BruteDoc const& doc) {
  if (label.stems.size() > 1) {
    return static_cast<double>(chain_ends(corpus, label, doc).size());
  }
  auto const found = doc.terms.find(schema::term(schema::kStem, label.language, label.stems[0]));
  return found == doc.terms.end() ? 0 : found->second.frequency;
}

class RunFinder {
 public:
  explicit RunFinder(BruteCorpus const& corpus) : corpus_(corpus) {
    for (Concept const& entry : corpus.generation().taxonomy().concepts) {
      for (NamedLabel& label : labels_of(entry)) {
        labels_.push_back(std::move(label));
      }
    }
  }

  // In the order in which a query is compiled, because only so many concepts are expanded.
  void visit(QueryNode const& node) {
    if (auto const* const both = std::get_if<AndNode>(&node.value)) {
      visit_all(both->operands);
    } else if (auto const* const any = std::get_if<OrNode>(&node.value)) {
      for (QueryPtr const& each : any->operands) {
        visit(*each);
      }
    } else if (plain(node) != nullptr) {
      add_runs({&node});
    }
  }

  BruteRuns take() { return std::move(found_); }

 private:
  using Nodes = std::vector<QueryNode const*>;

  static WordNode const* plain(QueryNode const& node) { return brute_plain(node); }

  void visit_all(std::vector<QueryPtr> const& operands) {
    Nodes side_by_side;
    for (QueryPtr const& each : operands) {
      if (plain(*each) != nullptr) {
        side_by_side.push_back(each.get());
        continue;
      }
      add_runs(side_by_side);
      side_by_side.clear();
      visit(*each);
    }
    add_runs(side_by_side);
  }

  static std::vector<WordNode const*> words_at(Nodes const& nodes, size_t first, size_t count) {
    std::vector<WordNode const*> out;
    for (size_t i = first; i < first + count; ++i) {
      out.push_back(plain(*nodes[i]));
    }
    return out;
  }

  NamedLabel const* label_of(Strings const& words) const {
    NamedLabel const* best = nullptr;
    auto const worth = [&words](NamedLabel const& each) {
      return std::pair(each.words != words, each.kind);
    };
    for (NamedLabel const& each : labels_) {
      bool const same =
          stems_of(corpus_, each.language, each.words) == stems_of(corpus_, each.language, words);
      if (same && (best == nullptr || worth(each) < worth(*best))) {
        best = &each;
      }
    }
    return best;
  }

  void add_runs(Nodes const& nodes) {
    std::vector<bool> taken(nodes.size());
    std::map<size_t, std::pair<size_t, NamedLabel const*>> runs;
    for (size_t count = nodes.size(); count > 0; --count) {
      for (size_t first = 0; first + count <= nodes.size(); ++first) {
        bool free = true;
        for (size_t i = first; i < first + count; ++i) {
          free = free && !taken[i];
        }
        NamedLabel const* const label =
            free ? label_of(words_of(words_at(nodes, first, count))) : nullptr;
        if (label != nullptr) {
          runs[first] = {count, label};
          std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(first), count, true);
        }
      }
    }
    if (nodes.empty() || add_alike(nodes, taken, runs)) {
      return;
    }
    for (auto const& [first, run] : runs) {
      add_run(*nodes[first], words_at(nodes, first, run.first), *run.second->entry, 1);
    }
    for (size_t i = 0; i < nodes.size() && !runs.empty(); ++i) {
      if (!taken[i] &&
          is_stop_word(runs.begin()->second.second->language, plain(*nodes[i])->word)) {
        found_.left_out.insert(nodes[i]);
      }
    }
  }

  // All words as the label most alike, when runs leave out words that count and have fewer of them.
  bool add_alike(Nodes const& nodes, std::vector<bool> const& taken,
                 std::map<size_t, std::pair<size_t, NamedLabel const*>> const& runs) {
    std::string const language = runs.empty() ? "" : runs.begin()->second.second->language;
    std::vector<WordNode const*> const words = words_at(nodes, 0, nodes.size());
    size_t covered = 0;
    bool whole = true;
    for (size_t i = 0; i < words.size(); ++i) {
      bool const counts = !is_stop_word(language, words[i]->word);
      covered += taken[i] && counts ? 1 : 0;
      whole = whole && (taken[i] || !counts);
    }
    Alike const found = whole ? Alike{} : most_alike(words_of(words), covered);
    if (found.label == nullptr) {
      return false;
    }
    add_run(*nodes[0], words, *found.label->entry, found.share);
    return true;
  }

  struct Alike {
    NamedLabel const* label = nullptr;
    double share = 0;
  };

  std::set<std::string> content(std::string const& language, Strings const& words) const {
    std::set<std::string> out;
    for (std::string const& word : words) {
      if (!is_stop_word(language, word)) {
        out.insert(corpus_.stem(language, word));
      }
    }
    return out;
  }

  double weight_among_labels(std::string const& language, std::string const& stem) const {
    double all = 0;
    double having = 0;
    for (NamedLabel const& each : labels_) {
      all += each.language == language ? 1 : 0;
      having += each.language == language && content(language, each.words).contains(stem) ? 1 : 0;
    }
    return idf(all, having);
  }

  Alike most_alike(Strings const& words, size_t more_than) const {
    Alike best;
    for (NamedLabel const& label : labels_) {
      std::set<std::string> const asked = content(label.language, words);
      std::set<std::string> const held = content(label.language, label.words);
      double both = 0;
      double common = 0;
      size_t count = 0;
      for (std::string const& stem : asked) {
        double const weight = weight_among_labels(label.language, stem);
        both += weight;
        common += held.contains(stem) ? weight : 0;
        count += held.contains(stem) ? 1 : 0;
      }
      double own = 0;
      for (std::string const& stem : held) {
        own += weight_among_labels(label.language, stem);
      }
      bool const same = asked == held && !held.empty();
      double const share = same ? 1 : 2 * common / (both + own);
      bool const better = best.label == nullptr || share > best.share ||
                          (share == best.share && label.kind < best.label->kind);
      if (share >= kLeastShare && (count >= 2 || same) && count > more_than && better) {
        best = {&label, share};
      }
    }
    return best;
  }

  void add_run(QueryNode const& first, std::vector<WordNode const*> words, Concept const& entry,
               double share) {
    BruteRun run;
    run.words = std::move(words);
    for (WordNode const* word : run.words) {
      run.rarity += share * rarity(word->word);
    }
    if (expanded_ < 4) {
      run.labels = other_labels(run, entry);
      add_annotations(entry, run);
      add_articles(entry, run);
      bool const some = std::ranges::any_of(corpus_.docs(), [&](BruteDoc const& doc) {
        return brute_evidence(corpus_, run, doc) > 0;
      });
      expanded_ += !run.labels.empty() || some ? 1 : 0;
    }
    found_.runs[&first] = std::move(run);
  }

  std::vector<BruteRun::Label> other_labels(BruteRun const& run, Concept const& entry) const {
    std::vector<BruteRun::Label> held;
    for (NamedLabel const& each : labels_of(entry)) {
      Strings stems = stems_of(corpus_, each.language, each.words);
      bool all = std::ranges::find(corpus_.languages(), each.language) != corpus_.languages().end();
      for (std::string const& stem : stems) {
        all = all && documents_with(corpus_, schema::term(schema::kStem, each.language, stem)) > 0;
      }
      Strings const own = stems_of(corpus_, each.language, words_of(run.words));
      if (all && !within(own, stems)) {
        held.push_back({each.language, std::move(stems)});
      }
    }
    std::vector<BruteRun::Label> out;
    for (BruteRun::Label const& each : held) {
      bool const longer = std::ranges::any_of(held, [&each](BruteRun::Label const& other) {
        return other.language == each.language && other.stems.size() < each.stems.size() &&
               within(other.stems, each.stems);
      });
      if (!longer) {
        out.push_back(each);
      }
    }
    return out;
  }

  bool is_narrower(Concept const& entry, Concept const& of) const {
    for (Concept const* at = &entry; at != nullptr;
         at = corpus_.generation().taxonomy().find(at->scheme, at->broader)) {
      if (at == &of) {
        return true;
      }
    }
    return false;
  }

  void add_annotations(Concept const& entry, BruteRun& run) const {
    std::optional<Param> const param = find_parameter(entry.scheme);
    if (!param) {
      return;
    }
    bool const assessed = info_of(*param).form == ValueForm::kAssessed;
    for (Concept const& each : corpus_.generation().taxonomy().concepts) {
      if (!is_narrower(each, entry)) {
        continue;
      }
      for (std::string const suffix : {":present", ":partial"}) {
        Condition condition{*param, {}};
        condition.values.push_back({each.id + (assessed ? suffix : ""), std::nullopt});
        bool const whole = !assessed || suffix == ":present";
        run.annotations.emplace_back(std::move(condition), whole ? 1 : 0.5);
      }
    }
  }

  static void add_articles(Concept const& entry, BruteRun& run) {
    for (auto const& [relation, handles] : entry.match) {
      for (std::string const& handle : handles) {
        if (relation != "related") {
          run.articles.emplace_back(handle, relation == "close" ? 0.5 : 0.25);
        }
      }
    }
  }

  double rarity(std::string const& word) const {
    std::optional<double> least;
    for (std::string const& language : corpus_.languages()) {
      double const having = documents_with(
          corpus_, schema::term(schema::kStem, language, corpus_.stem(language, word)));
      if (having > 0) {
        double const value = idf(corpus_.documents_in(language), having);
        least = least ? std::min(*least, value) : value;
      }
    }
    return least ? *least : idf(static_cast<double>(corpus_.docs().size()), 0);
  }

  BruteCorpus const& corpus_;
  std::vector<NamedLabel> labels_;
  BruteRuns found_;
  int expanded_ = 0;
};

}  // namespace

WordNode const* brute_plain(QueryNode const& node) {
  auto const* const word = std::get_if<WordNode>(&node.value);
  return word != nullptr && word->form == WordForm::kStemmed && !word->heading ? word : nullptr;
}

BruteRuns brute_runs(BruteCorpus const& corpus, QueryNode const& root) {
  RunFinder finder(corpus);
  finder.visit(root);
  return finder.take();
}

std::optional<double> brute_label(BruteCorpus const& corpus, BruteRun const& run,
                                  BruteDoc const& doc) {
  std::optional<double> best;
  for (BruteRun::Label const& label : run.labels) {
    double const f = frequency(corpus, label, doc);
    if (f > 0) {
      double const norm = 1.2 * (0.25 + 0.75 * doc.length / corpus.mean_length(label.language));
      best = std::max(best.value_or(0), 0.8 * run.rarity * f * 2.2 / (f + norm));
    }
  }
  return best;
}

double brute_evidence(BruteCorpus const& corpus, BruteRun const& run, BruteDoc const& doc) {
  double annotated = 0;
  for (auto const& [condition, weight] : run.annotations) {
    bool const holds = brute_filters(corpus, doc, {}, std::vector<Choice>{{condition}});
    annotated = std::max(annotated, holds ? weight : 0);
  }
  double named = 0;
  std::string const handle = to_string(Handle{doc.act->work.handle, doc.record.eid});
  for (auto const& [article, weight] : run.articles) {
    named += article == handle ? weight : 0;
  }
  return run.rarity * (annotated + named);
}

}  // namespace cyberlex::testing
