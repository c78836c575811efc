#include "cyberlex/search/shown_text.h"

#include <algorithm>
#include <utility>

namespace cyberlex {
namespace {

uint32_t characters(std::string_view text) {
  return static_cast<uint32_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

ShownBlock take_apart(TextBlock block, Analyser& analyser) {
  ShownBlock out{std::move(block.eid), std::move(block.text), {}, {}};
  out.words = analyser.words(out.text);
  out.words.slices.shrink_to_fit();
  out.characters.reserve(out.words.slices.size());
  std::string_view const text = out.text;
  CharacterSlice at;
  uint32_t counted = 0;
  for (WordSlice const word : out.words.slices) {
    at.begin = at.end + characters(text.substr(counted, word.begin - counted));
    at.end = at.begin + characters(text.substr(word.begin, word.end - word.begin));
    counted = word.end;
    out.characters.push_back(at);
  }
  return out;
}

}  // namespace

std::vector<ShownText> shown_texts(std::vector<StateText> texts, LanguageTools& tools) {
  std::vector<ShownText> out;
  for (StateText& text : texts) {
    if (std::ranges::find(out, text.language, &ShownText::language) != out.end()) {
      continue;
    }
    ShownText& shown = out.emplace_back(ShownText{std::move(text.language), text.kind, {}});
    shown.blocks.reserve(text.blocks.size());
    for (TextBlock& block : text.blocks) {
      shown.blocks.push_back(
          take_apart(std::move(block), tools_of(tools, shown.language).analyser));
    }
  }
  return out;
}

uint64_t heap_bytes(std::span<ShownText const> texts) {
  uint64_t bytes = 0;
  for (ShownText const& text : texts) {
    bytes += sizeof(ShownText) + text.language.capacity();
    for (ShownBlock const& block : text.blocks) {
      bytes += sizeof(ShownBlock) + block.eid.text().capacity() + block.text.capacity() +
               block.words.slices.capacity() * sizeof(WordSlice) +
               block.characters.capacity() * sizeof(CharacterSlice);
    }
  }
  return bytes;
}

}  // namespace cyberlex
