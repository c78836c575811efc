#include "cyberlex/search/snippet.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "cyberlex/search/language_markers.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

// One block and what is marked in it.
struct BlockView {
  ShownBlock const* block = nullptr;
  std::vector<Mark> marks;

  std::vector<WordSlice> const& words() const { return block->words.slices; }
};

// More different words of the query that are not shown yet, then more of any, then more marks.
using Worth = std::tuple<size_t, size_t, size_t>;

// A run of words [first, last] of a block.
struct Window {
  BlockView const* view = nullptr;
  size_t first = 0;
  size_t last = 0;
  Worth worth;
};

size_t word_holding(BlockView const& view, uint32_t byte) {
  auto const found = std::ranges::upper_bound(view.words(), byte, {}, &WordSlice::begin);
  return found == view.words().begin() ? 0 : static_cast<size_t>(found - view.words().begin()) - 1;
}

size_t length_between(BlockView const& view, size_t first, size_t last) {
  std::vector<CharacterSlice> const& at = view.block->characters;
  return at[last].end - at[first].begin;
}

// How many different markers a sliding window holds.
class HeldMarkers {
 public:
  HeldMarkers(std::span<Mark const> marks, std::set<size_t> const& known) : known_(known) {
    for (Mark const& mark : marks) {
      count_.resize(std::max(count_.size(), mark.marker + 1));
    }
  }
  void add(size_t marker) {
    if (count_[marker]++ == 0) {
      ++different_;
      fresh_ += known_.contains(marker) ? 0 : 1;
    }
    ++marks_;
  }
  void remove(size_t marker) {
    if (--count_[marker] == 0) {
      --different_;
      fresh_ -= known_.contains(marker) ? 0 : 1;
    }
    --marks_;
  }
  Worth worth() const { return {fresh_, different_, marks_}; }

 private:
  std::set<size_t> const& known_;
  std::vector<size_t> count_;
  size_t different_ = 0;
  size_t fresh_ = 0;
  size_t marks_ = 0;
};

// The best window of one block that begins and ends with a mark.
std::optional<Window> best_window(BlockView const& view, std::set<size_t> const& known) {
  std::optional<Window> best;
  HeldMarkers held(view.marks, known);
  size_t next = 0;
  for (Mark const& mark : view.marks) {
    size_t const first = word_holding(view, mark.begin);
    while (next < view.marks.size()) {
      size_t const last = word_holding(view, view.marks[next].end - 1);
      if (&view.marks[next] > &mark && length_between(view, first, last) > kSnippetLength) {
        break;
      }
      held.add(view.marks[next].marker);
      ++next;
    }
    if (!best.has_value() || held.worth() > best->worth) {
      best = Window{&view, first, word_holding(view, view.marks[next - 1].end - 1), held.worth()};
    }
    held.remove(mark.marker);
  }
  return best;
}

// Fills a window up with what stands around it: half of the room before, the rest after.
void widen(Window& window) {
  BlockView const& view = *window.view;
  size_t const used = length_between(view, window.first, window.last);
  size_t const before = used < kSnippetLength ? (kSnippetLength - used) / 2 : 0;
  while (window.first > 0 && length_between(view, window.first - 1, window.last) <= used + before) {
    --window.first;
  }
  while (window.last + 1 < view.words().size() &&
         length_between(view, window.first, window.last + 1) <= kSnippetLength) {
    ++window.last;
  }
  while (window.first > 0 &&
         length_between(view, window.first - 1, window.last) <= kSnippetLength) {
    --window.first;
  }
}

bool is_mark_on_top(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0610 && c <= 0x061A) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x200C || c == 0x200D ||
         (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

// The longest start of `text` with at most `limit` characters.
size_t cut_characters(std::string_view text, size_t limit) {
  if (text.size() <= limit) {
    return text.size();
  }
  size_t at = 0;
  size_t whole = 0;
  for (size_t count = 0; at < text.size(); ++count) {
    Utf8Char const read = decode_utf8(text, at);
    if (!is_mark_on_top(read.value)) {
      whole = at;
      if (count >= limit) {
        return whole;
      }
    } else if (count > 2 * limit) {
      return whole > 0 ? whole : at;  // marks without end are no text
    }
    at += read.length;
  }
  return text.size();
}

// Up to the end of the punctuation that follows without space, so that a full stop is not cut off.
uint32_t with_punctuation(std::string_view text, uint32_t at) {
  constexpr std::string_view kClosing = ".,;:!?)]\"'";
  uint32_t end = at;
  while (end < text.size() && end - at < 3 && kClosing.find(text[end]) != std::string_view::npos) {
    ++end;
  }
  return end;
}

void add_marks(Window const& window, uint32_t begin, uint32_t end, Snippet& out) {
  for (Mark const& mark : window.view->marks) {
    if (mark.begin < begin || mark.end > end) {
      continue;
    }
    if (!out.marks.empty() && mark.begin - begin < out.marks.back().second) {
      out.marks.back().second = std::max(out.marks.back().second, mark.end - begin);
    } else {
      out.marks.emplace_back(mark.begin - begin, mark.end - begin);
    }
  }
}

bool has_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

Snippet snippet_of(ShownText const& text, Window const& window) {
  BlockView const& view = *window.view;
  std::string_view const whole = view.block->text;
  // What stands before the first word of a text, such as an opening bracket, is kept.
  uint32_t begin = window.first == 0 ? 0 : view.words()[window.first].begin;
  if (view.words()[window.first].begin - begin > kSnippetLength) {
    begin = view.words()[window.first].begin;
  }
  uint32_t end = with_punctuation(whole, view.words()[window.last].end);
  end = begin +
        static_cast<uint32_t>(cut_characters(whole.substr(begin, end - begin), 2 * kSnippetLength));
  Snippet out{text.language, text.kind, view.block->eid, {}, false, false, {}};
  out.text = std::string(whole.substr(begin, end - begin));
  out.cut_before = has_text(whole.substr(0, begin));
  out.cut_after = has_text(whole.substr(end));
  add_marks(window, begin, end, out);
  return out;
}

// Takes the marks that a window shows out of its block, and notes their markers as known.
void take_marks(Window const& window, BlockView& view, std::set<size_t>& known) {
  std::erase_if(view.marks, [&](Mark const& mark) {
    bool const shown = word_holding(view, mark.begin) <= window.last &&
                       word_holding(view, mark.end - 1) >= window.first;
    if (shown) {
      known.insert(mark.marker);
    }
    return shown;
  });
}

}  // namespace

struct SnippetMaker::State {
  std::span<Marker const> markers;
  LanguageTools& tools;
  std::map<std::string, LanguageMarkers> languages{};

  LanguageMarkers& of(std::string const& language) {
    auto const found = languages.find(language);
    if (found != languages.end()) {
      return found->second;
    }
    return languages.try_emplace(language, markers, language, tools_of(tools, language))
        .first->second;
  }

  std::vector<Snippet> matching(ShownText const& text);
  static std::optional<Snippet> opening(ShownText const& text);
};

std::vector<Snippet> SnippetMaker::State::matching(ShownText const& text) {
  LanguageMarkers& language = of(text.language);
  std::vector<BlockView> views;
  for (ShownBlock const& block : text.blocks) {
    std::vector<Mark> marks = language.find(block.text, block.words);
    if (!marks.empty()) {
      views.push_back({&block, std::move(marks)});
    }
  }
  std::vector<Snippet> out;
  std::set<size_t> known;
  while (out.size() < kSnippetsALanguage) {
    std::optional<Window> best;
    for (BlockView const& view : views) {
      std::optional<Window> const window = best_window(view, known);
      if (window.has_value() && (!best.has_value() || window->worth > best->worth)) {
        best = window;
      }
    }
    if (!best.has_value()) {
      break;
    }
    widen(*best);
    out.push_back(snippet_of(text, *best));
    take_marks(*best, views[static_cast<size_t>(best->view - views.data())], known);
  }
  return out;
}

std::optional<Snippet> SnippetMaker::State::opening(ShownText const& text) {
  for (ShownBlock const& block : text.blocks) {
    if (!has_text(block.text)) {
      continue;
    }
    BlockView const view{&block, {}};
    Window window{&view, 0, 0, {}};
    if (!view.words().empty()) {
      widen(window);
      return snippet_of(text, window);
    }
    Snippet out{text.language, text.kind, block.eid, {}, false, false, {}};
    out.text = block.text.substr(0, cut_characters(block.text, kSnippetLength));
    out.cut_after = out.text.size() < block.text.size();
    return out;
  }
  return std::nullopt;
}

SnippetMaker::SnippetMaker(std::span<Marker const> markers, LanguageTools& tools)
    : state_(std::make_unique<State>(State{markers, tools})) {}
SnippetMaker::~SnippetMaker() = default;
SnippetMaker::SnippetMaker(SnippetMaker&&) noexcept = default;
SnippetMaker& SnippetMaker::operator=(SnippetMaker&&) noexcept = default;

std::vector<Snippet> SnippetMaker::make(std::span<ShownText const> texts) {
  std::vector<Snippet> out;
  if (!state_->markers.empty()) {
    for (ShownText const& text : texts) {
      std::ranges::move(state_->matching(text), std::back_inserter(out));
    }
  }
  if (!out.empty()) {
    return out;
  }
  for (ShownText const& text : texts) {
    if (std::optional<Snippet> opening = SnippetMaker::State::opening(text)) {
      out.push_back(std::move(*opening));
    }
  }
  return out;
}

}  // namespace cyberlex
