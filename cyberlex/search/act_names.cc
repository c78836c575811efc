#include "cyberlex/search/act_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/model/parallel.h"
#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

constexpr size_t kShortestStripped = 2;  // words; "Act" and "Ley" alone name nothing

bool is_separator(unsigned char c) {
  bool const letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
  return !letter;
}

std::vector<std::string> words_of(std::string_view name) {
  std::string const folded = fold_name(name);
  std::vector<std::string> words;
  std::string word;
  for (char const c : folded) {
    if (!is_separator(static_cast<unsigned char>(c))) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) {
    words.push_back(word);
  }
  return words;
}

bool is_number(std::string const& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool announces_number(std::string const& word) {
  constexpr auto kSigns =
      std::to_array<std::string_view>({"no", "n", "nr", "num", "nro", "numero"});
  return std::find(kSigns.begin(), kSigns.end(), word) != kSigns.end();
}

// "n.º" is "n" and "o" once folded.
void drop_number_signs(std::vector<std::string>& words) {
  for (size_t i = words.size(); i-- > 1;) {
    if (!is_number(words[i])) {
      continue;
    }
    size_t first = i;
    if (first > 1 && words[first - 1] == "o" && words[first - 2] == "n") {
      first -= 2;
    } else if (announces_number(words[first - 1])) {
      first -= 1;
    }
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(first),
                words.begin() + static_cast<std::ptrdiff_t>(i));
    i = first;
    if (i == 0) {
      return;
    }
  }
}

std::string joined(std::vector<std::string> const& words) {
  std::string key;
  for (std::string const& word : words) {
    key += word;
  }
  return key;
}

std::string without_brackets(std::string_view name) {
  std::string out;
  int depth = 0;
  for (char const c : name) {
    depth += c == '(' ? 1 : 0;
    if (depth == 0) {
      out += c;
    }
    depth -= c == ')' && depth > 0 ? 1 : 0;
  }
  return out;
}

// The forms of one name: as it is, without its year, with it, without any number.
void add_forms(std::string_view name, std::string const& year, std::vector<std::string>& keys) {
  std::vector<std::string> words = words_of(name);
  drop_number_signs(words);
  if (words.empty()) {
    return;
  }
  keys.push_back(joined(words));
  std::vector<std::string> plain = words;
  std::erase(plain, year);
  if (plain.size() == words.size()) {
    keys.push_back(joined(words) + year);
  } else if (plain.size() >= kShortestStripped) {
    keys.push_back(joined(plain));
  }
  std::erase_if(plain, is_number);
  if (plain.size() >= kShortestStripped) {
    keys.push_back(joined(plain));
    keys.push_back(joined(plain) + year);
  }
}

std::vector<std::string> keys_of(std::vector<std::string> const& spellings,
                                 std::string const& year) {
  std::vector<std::string> keys;
  for (std::string const& spelling : spellings) {
    add_forms(spelling, year, keys);
    if (spelling.find('(') != std::string::npos) {
      add_forms(without_brackets(spelling), year, keys);
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

void add_texts(LocalizedText const& texts, std::vector<std::string>& spellings) {
  for (auto const& [language, text] : texts) {
    spellings.push_back(text);
  }
}

std::vector<std::string> keys_of(Work const& work) {
  std::vector<std::string> spellings = work.names;
  add_texts(work.title, spellings);
  add_texts(work.short_title, spellings);
  spellings.push_back(work.handle.substr(work.handle.rfind('/') + 1));
  return keys_of(spellings, work.year > 0 ? std::to_string(work.year) : "");
}

std::vector<std::string> keys_of(ParallelNumbering const& parallel) {
  std::vector<std::string> spellings = parallel.names;
  add_texts(parallel.title, spellings);
  return keys_of(spellings, "");
}

std::string label_of(ParallelNumbering const& parallel) {
  auto const english = parallel.title.find("en");
  return english != parallel.title.end() ? english->second
         : parallel.title.empty()        ? parallel.handle
                                         : parallel.title.begin()->second;
}

std::string label_of(Work const& work) {
  for (LocalizedText const* const texts : {&work.short_title, &work.title}) {
    for (std::string const& language : {work.original_language, std::string("en")}) {
      if (auto const found = texts->find(language); found != texts->end()) {
        return found->second;
      }
    }
    if (!texts->empty()) {
      return texts->begin()->second;
    }
  }
  return work.handle;
}

}  // namespace

std::string fold_name(std::string_view name) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({"،", "؛", "«", "»", "–", "—", "“", "”", "°"});
  std::string text = fold(name);
  for (std::string_view const mark : kMarks) {
    for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.replace(at, mark.size(), " ");
    }
  }
  return text;
}

std::string name_key(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  drop_number_signs(words);
  return joined(words);
}

Handle named_unit(NamedAct const& act, EId const& unit) {
  if (!act.numbering) {
    return {act.handle, unit};
  }
  return {act.stands_for, from_parallel(*act.numbering, unit).value_or(EId())};
}

ActNames::ActNames(std::span<ActRecord const> acts) {
  std::vector<std::pair<NamedAct, std::vector<std::string>>> named;
  for (ActRecord const& act : acts) {
    Work const& work = act.work;
    named.push_back({{work.handle, work.iri, label_of(work), work.unit, {}, {}}, keys_of(work)});
    for (ParallelNumbering const& parallel : work.parallel) {
      named.push_back({{parallel.handle, parallel.iri, label_of(parallel), ProvisionKind::kArticle,
                        work.handle, parallel},
                       keys_of(parallel)});
    }
  }
  std::sort(named.begin(), named.end(),
            [](auto const& a, auto const& b) { return a.first.handle < b.first.handle; });
  for (auto& [act, keys] : named) {
    add(std::move(act), std::move(keys));
  }
  std::sort(names_.begin(), names_.end());
  std::sort(iris_.begin(), iris_.end());
}

void ActNames::add(NamedAct act, std::vector<std::string> keys) {
  auto const place = static_cast<uint32_t>(acts_.size());
  for (std::string& key : keys) {
    names_.emplace_back(std::move(key), place);
  }
  iris_.emplace_back(act.iri, place);
  acts_.push_back(std::move(act));
}

std::vector<NamedAct const*> ActNames::find(std::string_view key) const {
  auto at = std::lower_bound(
      names_.begin(), names_.end(), key,
      [](auto const& entry, std::string_view wanted) { return entry.first < wanted; });
  std::vector<NamedAct const*> found;
  for (; at != names_.end() && at->first == key; ++at) {
    if (found.size() == kMostNamesakes) {
      return {};
    }
    found.push_back(&acts_[at->second]);
  }
  return found;
}

std::vector<NamedAct const*> ActNames::find_prefix(std::string_view key, size_t most) const {
  std::vector<uint32_t> places;
  auto at = std::lower_bound(
      names_.begin(), names_.end(), key,
      [](auto const& entry, std::string_view wanted) { return entry.first < wanted; });
  for (; !key.empty() && at != names_.end() && at->first.starts_with(key) && places.size() < most;
       ++at) {
    places.push_back(at->second);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::vector<NamedAct const*> found;
  for (uint32_t const place : places) {
    found.push_back(&acts_[place]);
  }
  return found;
}

NamedAct const* ActNames::find_handle(std::string_view handle) const {
  auto const at = std::lower_bound(
      acts_.begin(), acts_.end(), handle,
      [](NamedAct const& act, std::string_view wanted) { return act.handle < wanted; });
  return at != acts_.end() && at->handle == handle ? &*at : nullptr;
}

NamedAct const* ActNames::find_iri(std::string_view iri) const {
  for (size_t end = iri.size(); end != std::string_view::npos && end > 0;
       end = iri.rfind('/', end - 1)) {
    std::string_view const head = iri.substr(0, end);
    auto const at = std::lower_bound(
        iris_.begin(), iris_.end(), head,
        [](auto const& entry, std::string_view wanted) { return entry.first < wanted; });
    if (at != iris_.end() && at->first == head) {
      return &acts_[at->second];
    }
  }
  return nullptr;
}

}  // namespace cyberlex
