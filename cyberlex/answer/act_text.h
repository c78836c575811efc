// An act as one text: the provisions that stood on a day, in one language and one kind of text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/index/reader.h"

namespace cyberlex {

// A provision whose record has one text at most: the one in the act's language and kind. Without
// one, nothing is held of it in them.
struct ProvisionText {
  ProvisionRecord record;
  StateText text;
};

struct ActTextAnswer {
  std::shared_ptr<Generation const> generation;
  Date as_of;
  ActNum act = 0;
  ExpressionSummary expression;           // date: of the latest version at or before as_of
  std::vector<ProvisionText> provisions;  // that stood on as_of, in document order
};

// `languages` empty: the original language, or the one in which most is held; else the first of
// them in which something is. `kind` empty: the one in which most is held in that language, among
// equals the better one.
// kNotFound: no such act, nothing of it stood that day, or no text of that language and kind.
Result<ActTextAnswer> answer_act_text(IndexReader const& reader, std::string const& handle,
                                      Date as_of, std::vector<std::string> const& languages,
                                      std::optional<TextKind> kind);

}  // namespace cyberlex
