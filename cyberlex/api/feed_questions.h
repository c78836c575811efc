// A search as a feed, and what changed in the whole corpus.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

// Takes the parameters of a search but order and facets. Without words and filters: what changed.
Asked ask_feed(Inquiry const& inquiry);

}  // namespace cyberlex::api
