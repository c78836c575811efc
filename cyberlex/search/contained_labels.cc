#include "cyberlex/search/contained_labels.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "cyberlex/search/stop_words.h"

namespace cyberlex {
namespace {

// What one sentence has of a label.
struct Common {
  size_t stems = 0;
  double weight = 0;
};

}  // namespace

ContainedLabels::ContainedLabels(ConceptLabels const& labels, std::string_view language,
                                 std::span<std::string_view const> schemes)
    : labels_(labels) {
  for (uint32_t at = 0; at < labels.all().size(); ++at) {
    ConceptLabel const& label = labels.label(at);
    bool const wanted =
        std::ranges::find(schemes, labels.concept_of(label).scheme) != schemes.end();
    if (wanted && label.language == language) {
      for (LabelForm const& form : label.forms) {
        add(at, language, form);
      }
    }
  }
  for (auto const& [stem, entries] : holding_) {
    for (size_t const at : entries) {
      entries_[at].weight += weight_of(stem);
    }
  }
}

void ContainedLabels::add(uint32_t label, std::string_view language, LabelForm const& form) {
  std::set<std::string> stems;
  for (size_t i = 0; i < form.words.size(); ++i) {
    if (!is_stop_word(language, form.words[i])) {
      stems.insert(form.stems[i]);
    }
  }
  if (stems.empty()) {
    return;
  }
  for (std::string const& stem : stems) {
    holding_[stem].push_back(entries_.size());
  }
  entries_.push_back({label, stems.size(), 0, 0});
}

double ContainedLabels::weight_of(std::string const& stem) const {
  auto const having = static_cast<double>(holding_.at(stem).size());
  return std::log(1.0 + static_cast<double>(entries_.size()) / having);
}

void ContainedLabels::read(std::set<std::string> const& sentence) {
  std::map<size_t, Common> common;
  for (std::string const& stem : sentence) {
    auto const found = holding_.find(stem);
    if (found == holding_.end()) {
      continue;
    }
    double const weight = weight_of(stem);
    for (size_t const at : found->second) {
      ++common[at].stems;
      common[at].weight += weight;
    }
  }
  for (auto const& [at, has] : common) {
    Entry& entry = entries_[at];
    bool const enough = has.stems >= 2 || has.stems == entry.stems;
    double const share = has.stems == entry.stems ? 1.0 : has.weight / entry.weight;
    if (enough && share >= kLeastShare) {
      entry.share = std::max(entry.share, share);
    }
  }
}

std::vector<ContainedLabel> ContainedLabels::found() const {
  auto const better = [](Entry const* a, Entry const* b) {
    return std::tuple(-a->share, -a->weight, a->label) <
           std::tuple(-b->share, -b->weight, b->label);
  };
  std::map<uint32_t, Entry const*> best;  // by concept
  for (Entry const& entry : entries_) {
    if (entry.share > 0) {
      Entry const*& known = best[labels_.label(entry.label).concept_at];
      known = known == nullptr || better(&entry, known) ? &entry : known;
    }
  }
  std::vector<Entry const*> order;
  for (auto const& [concept_at, entry] : best) {
    order.push_back(entry);
  }
  std::ranges::sort(order, better);
  std::vector<ContainedLabel> out;
  for (Entry const* const entry : order) {
    out.push_back({entry->label, entry->share});
  }
  return out;
}

}  // namespace cyberlex
