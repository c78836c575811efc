#include "cyberlex/answer/text_diff.h"

#include <algorithm>

namespace cyberlex {
namespace {

constexpr size_t kNone = SIZE_MAX;

// Things on two sides that belong together: places, or kNone on the side that lacks it.
struct Pair {
  size_t before = kNone;
  size_t after = kNone;
};

// Pairs in the order of the side after; what is before only follows what it followed.
// `partner[i]` is the place before of what is at i after, or kNone.
std::vector<Pair> in_order(size_t before_count, std::vector<size_t> const& partner) {
  std::vector<bool> paired(before_count, false);
  for (size_t const place : partner) {
    if (place != kNone) {
      paired[place] = true;
    }
  }
  std::vector<Pair> out;
  size_t next = 0;  // before it, all that is before only has been given
  auto const give_gone = [&](size_t end) {
    for (; next < end; ++next) {
      if (!paired[next]) {
        out.push_back({next, kNone});
      }
    }
  };
  for (size_t i = 0; i < partner.size(); ++i) {
    if (partner[i] != kNone) {
      give_gone(partner[i]);
    }
    out.push_back({partner[i], i});
  }
  give_gone(before_count);
  return out;
}

// Gives each one after that has none yet the first one before that is free and `same`.
template <typename Same>
void match(size_t before_count, Same const& same, std::vector<size_t>& partner) {
  for (size_t i = 0; i < partner.size(); ++i) {
    for (size_t b = 0; b < before_count && partner[i] == kNone; ++b) {
      bool const free = std::find(partner.begin(), partner.end(), b) == partner.end();
      if (free && same(b, i)) {
        partner[i] = b;
      }
    }
  }
}

using Blocks = std::vector<TextBlock>;

Blocks blocks_in(StateText const* text, EId const& portion) {
  Blocks out = text == nullptr ? Blocks() : text->blocks;
  std::erase_if(out, [&](TextBlock const& block) {
    return !portion.empty() && !portion.contains(block.eid);
  });
  return out;
}

BlockDiff diff_block(TextBlock const* before, TextBlock const* after) {
  TextBlock const& shown = after == nullptr ? *before : *after;
  BlockDiff out{shown.eid, shown.depth, shown.label, {}, {}};
  if (before != nullptr && after != nullptr && before->label != after->label) {
    out.label_before = before->label;
  }
  out.words = word_diff(before == nullptr ? "" : before->text, after == nullptr ? "" : after->text);
  return out;
}

std::vector<BlockDiff> diff_blocks(Blocks const& before, Blocks const& after) {
  std::vector<size_t> partner(after.size(), kNone);
  match(
      before.size(), [&](size_t b, size_t a) { return before[b].eid == after[a].eid; }, partner);
  std::vector<BlockDiff> out;
  for (Pair const& pair : in_order(before.size(), partner)) {
    out.push_back(diff_block(pair.before == kNone ? nullptr : &before[pair.before],
                             pair.after == kNone ? nullptr : &after[pair.after]));
  }
  return out;
}

// A text with its summary.
struct Text {
  TextSummary const* summary = nullptr;
  StateText const* text = nullptr;

  std::string heading(EId const& portion) const {
    return summary == nullptr || !portion.empty() ? "" : summary->heading;
  }
  std::optional<DiffedText> what() const {
    return summary == nullptr ? std::nullopt
                              : std::optional<DiffedText>({summary->kind, summary->version_date});
  }
};

std::vector<Text> texts_of(DiffState const& state, std::vector<std::string> const& languages) {
  std::vector<Text> out;
  for (size_t i = 0; i < state.texts.size(); ++i) {
    TextSummary const& summary = state.record.texts.at(i);
    bool const wanted = languages.empty() || std::find(languages.begin(), languages.end(),
                                                       summary.language) != languages.end();
    if (wanted) {
      out.push_back({&summary, &state.texts[i]});
    }
  }
  return out;
}

TextDiff diff_text(Text const& before, Text const& after, EId const& portion) {
  TextDiff out;
  out.language = after.summary == nullptr ? before.summary->language : after.summary->language;
  out.before = before.what();
  out.after = after.what();
  out.heading = word_diff(before.heading(portion), after.heading(portion));
  out.blocks = diff_blocks(blocks_in(before.text, portion), blocks_in(after.text, portion));
  out.inserted = out.heading.inserted;
  out.deleted = out.heading.deleted;
  for (BlockDiff const& block : out.blocks) {
    out.inserted += block.words.inserted;
    out.deleted += block.words.deleted;
  }
  return out;
}

}  // namespace

bool TextDiff::changed() const {
  return heading.changed() || before.has_value() != after.has_value() ||
         std::any_of(blocks.begin(), blocks.end(), [](BlockDiff const& block) {
           return block.words.changed() || !block.label_before.empty();
         });
}

std::vector<TextDiff> diff_texts(DiffState const& before, DiffState const& after,
                                 std::vector<std::string> const& languages, EId const& portion) {
  std::vector<Text> const old_texts = texts_of(before, languages);
  std::vector<Text> const new_texts = texts_of(after, languages);
  std::vector<size_t> partner(new_texts.size(), kNone);
  auto const one_language = [&](size_t b, size_t a) {
    return old_texts[b].summary->language == new_texts[a].summary->language;
  };
  auto const one_kind = [&](size_t b, size_t a) {
    return one_language(b, a) && old_texts[b].summary->kind == new_texts[a].summary->kind;
  };
  match(old_texts.size(), one_kind, partner);
  match(old_texts.size(), one_language, partner);
  std::vector<TextDiff> out;
  for (Pair const& pair : in_order(old_texts.size(), partner)) {
    TextDiff diff = diff_text(pair.before == kNone ? Text() : old_texts[pair.before],
                              pair.after == kNone ? Text() : new_texts[pair.after], portion);
    if (portion.empty() || !diff.blocks.empty()) {
      out.push_back(std::move(diff));
    }
  }
  return out;
}

}  // namespace cyberlex
