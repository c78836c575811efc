#include "cyberlex/search/completions.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "cyberlex/search/act_names.h"

namespace cyberlex {
namespace {

constexpr size_t kMostPlaces = 20'000;  // looked at for one or two letters

bool is_separator(char c) {
  bool const letter =
      (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  return !letter;
}

}  // namespace

std::string Completions::normal(std::string_view text) {
  constexpr std::string_view kJoiner = "\u200c";
  std::string folded = fold_name(text);
  for (size_t at = folded.find(kJoiner); at != std::string::npos; at = folded.find(kJoiner, at)) {
    folded.replace(at, kJoiner.size(), " ");
  }
  std::string out;
  for (char const c : folded) {
    if (!is_separator(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) {
    out.pop_back();
  }
  return out;
}

Completions::Completions(Generation const& generation) {
  add_concepts(generation);
  add_acts(generation);
  for (uint32_t name = 0; name < names_.size(); ++name) {
    std::string const& folded = names_[name].folded;
    for (uint32_t at = 0; at < folded.size(); ++at) {
      if (at == 0 || folded[at - 1] == ' ') {
        places_.push_back({name, at});
      }
    }
  }
  std::ranges::sort(places_, [this](Place a, Place b) {
    return std::tuple(rest(a), a.name, a.offset) < std::tuple(rest(b), b.name, b.offset);
  });
}

void Completions::add(Name name, std::string_view spelt) {
  name.folded = normal(spelt);
  if (!name.folded.empty()) {
    names_.push_back(std::move(name));
  }
}

void Completions::add_concepts(Generation const& generation) {
  std::vector<Concept> const& concepts = generation.taxonomy().concepts;
  for (uint32_t at = 0; at < concepts.size(); ++at) {
    Concept const& each = concepts[at];
    for (auto const& [language, label] : each.pref) {
      add({CompletionKind::kConcept, at, 0, language, label, {}}, label);
    }
    for (auto const& [language, labels] : each.alt) {
      for (std::string const& label : labels) {
        add({CompletionKind::kConcept, at, 1, language, label, {}}, label);
      }
    }
    for (auto const& [language, labels] : each.hidden) {
      auto const preferred = each.pref.find(language);
      for (std::string const& label : labels) {
        std::string const& shown = preferred == each.pref.end() ? label : preferred->second;
        add({CompletionKind::kConcept, at, 2, language, shown, {}}, label);
      }
    }
  }
}

void Completions::add_acts(Generation const& generation) {
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    Work const& work = generation.acts()[act].work;
    for (auto const& [language, title] : work.short_title) {
      add({CompletionKind::kAct, act, 0, language, title, {}}, title);
    }
    for (auto const& [language, title] : work.title) {
      add({CompletionKind::kAct, act, 1, language, title, {}}, title);
    }
    for (std::string const& name : work.names) {
      add({CompletionKind::kAct, act, 1, {}, name, {}}, name);
    }
  }
}

std::vector<Completion> Completions::find(CompletionKind kind, std::string_view typed,
                                          size_t most) const {
  std::string const key = normal(typed);
  if (key.empty()) {
    return {};
  }
  // (further on in the name, rank, length, place in names_) of the best name of each.
  using Order = std::tuple<bool, uint8_t, size_t, uint32_t>;
  std::map<uint32_t, Order> best;
  auto at = std::ranges::lower_bound(places_, std::string_view(key), {},
                                     [this](Place place) { return rest(place); });
  size_t seen = 0;
  for (; at != places_.end() && rest(*at).starts_with(key) && seen < kMostPlaces; ++at, ++seen) {
    Name const& name = names_[at->name];
    if (name.kind == kind) {
      Order const order{at->offset > 0, name.rank, name.folded.size(), at->name};
      auto const [slot, added] = best.emplace(name.at, order);
      slot->second = std::min(slot->second, order);
    }
  }
  std::vector<Order> orders;
  for (auto const& [of, order] : best) {
    orders.push_back(order);
  }
  std::ranges::sort(orders);
  std::vector<Completion> out;
  for (size_t i = 0; i < std::min(most, orders.size()); ++i) {
    Name const& name = names_[std::get<3>(orders[i])];
    out.push_back({name.kind, name.at, name.shown, name.language});
  }
  return out;
}

}  // namespace cyberlex
