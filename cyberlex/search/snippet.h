// The pieces of a provision's texts that show why it was found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "cyberlex/search/compile_query.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/shown_text.h"

namespace cyberlex {

inline constexpr size_t kSnippetLength = 240;  // characters (code points), about
inline constexpr size_t kSnippetsALanguage = 2;

// Cuts snippets for the words of one query.
// Thread rule: one object, one thread. Lifetime: not longer than `markers` and `tools`.
class SnippetMaker {
 public:
  // `tools`: kept and filled by whoever cuts snippets for many queries.
  SnippetMaker(std::span<Marker const> markers, LanguageTools& tools);
  ~SnippetMaker();
  SnippetMaker(SnippetMaker&&) noexcept;
  SnippetMaker& operator=(SnippetMaker&&) noexcept;

  // From each text, in the order of `texts`: at most two snippets that hold words of the query,
  // those with the most different ones. When no text holds any, the first words of each. Cuts fall
  // between words; a word longer than a snippet is cut between characters, before no combining
  // mark. Cost: linear in the texts.
  std::vector<Snippet> make(std::span<ShownText const> texts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
