// Feeds as Atom (RFC 4287), in pages (RFC 5005, 3).
#pragma once

#include <string>

#include "cyberlex/answer/feed.h"

namespace cyberlex {

// Addresses of a page and of what lies around it: path-absolute, encoded.
struct FeedLinks {
  std::string name;       // what its identifier ends with: query and filters, encoded; may be empty
  std::string self;       // of this page
  std::string first;      // page
  std::string next;       // page; empty: none
  std::string alternate;  // the same provisions as JSON
};

// An entry is a provision or an act, whatever state of it is shown: a new state updates it. Days
// are given as midnight in UTC. Summaries are pieces of the text as it is stored, each in its
// language, below a line that says where the provision stands and what kind of text that is.
std::string to_atom(FeedAnswer const& answer, FeedLinks const& links);

}  // namespace cyberlex
