// What is said about a provision, as W3C Web Annotations (Recommendation of 23 February 2017).
#pragma once

#include <string>

#include "cyberlex/answer/answers.h"

namespace cyberlex {

// A collection with one page: an annotation for each mapping to a treaty (body: the article's IRI,
// the relation, the rationale) and for each limb with facts (body: concepts of the taxonomy, under
// the IRIs of skos.h, and the sources read). The target is the IRI of the limb in the work. What
// the vocabulary lacks (relation, confidence, review) has terms under urn:x-cyberlex:. `address`:
// where the collection is found. A mapping without an author has no creator: who made it is not
// recorded. Whole document, ending with a newline.
std::string to_annotations(ProvisionAnswer const& answer, std::string const& address);

}  // namespace cyberlex
