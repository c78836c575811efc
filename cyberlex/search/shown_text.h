// The texts of a provision taken apart as snippets need them, whatever is looked for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/index/document.h"
#include "cyberlex/search/text_tools.h"

namespace cyberlex {

// How many characters (code points) of a block stand before a word's first and behind its last.
struct CharacterSlice {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(CharacterSlice const&) const = default;
};

struct ShownBlock {
  EId eid;
  std::string text;
  TextWords words;
  std::vector<CharacterSlice> characters;  // of each word
};

struct ShownText {
  std::string language;
  TextKind kind = TextKind::kOfficial;
  std::vector<ShownBlock> blocks;
};

// The first text of each language, in the order of `texts`. Cost: linear in them.
std::vector<ShownText> shown_texts(std::vector<StateText> texts, LanguageTools& tools);

// Memory that they take, about.
uint64_t heap_bytes(std::span<ShownText const> texts);

}  // namespace cyberlex
