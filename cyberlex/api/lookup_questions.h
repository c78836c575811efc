// Questions that look up what a person typed.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

Asked ask_citations(Inquiry const& inquiry);
Asked ask_suggest(Inquiry const& inquiry);

}  // namespace cyberlex::api
