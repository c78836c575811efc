// Questions about one thing, by its handle or its IRI, and lists of acts.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

// kActs, kConventions.
Asked ask_acts(Inquiry const& inquiry);
// kProvision, kAct, kConvention, kArticle.
Asked ask_handle(Inquiry const& inquiry);
Asked ask_iri(Inquiry const& inquiry);

}  // namespace cyberlex::api
