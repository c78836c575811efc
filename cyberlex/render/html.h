// HTML of answers that are marked text: small documents that stand alone.
#pragma once

#include <string>

#include "cyberlex/answer/diff.h"

namespace cyberlex {

// Complete document: each text in its language and direction, what is gone in <del>, what is new in
// <ins>; then the facts that changed.
std::string to_html(DiffAnswer const& answer);

// The same of all states: how many words each changed, and which facts.
std::string to_html(TimelineAnswer const& answer);

}  // namespace cyberlex
