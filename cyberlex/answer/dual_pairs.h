// How far one offence lies within another, by what is recorded of both: their rows to the same
// treaty article, and their concepts. Each rule is in docs/dual-criminality.md.
#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/answer/verdict.h"

namespace cyberlex {

// What is known of a treaty article: what it is for, and what it asks.
struct ArticleFacts {
  ProvisionClass klass = ProvisionClass::kNotAssessed;
  std::vector<PlacedDemand> demands;
  bool names_offence = false;  // a limb of it has a concept of scheme offence
};
// By treaty and article.
using ArticleBook = std::map<std::pair<std::string, EId>, ArticleFacts>;

// Of every article that the offences answer to; one that is not held is left out.
Result<ArticleBook> articles_of(IndexReader const& reader, std::span<DualOffence const> offences);

// Two offences and everything that joins them; no link when nothing does. The places of the pair
// stay 0.
DualPair compare(DualOffence const& requesting, DualOffence const& requested,
                 ArticleBook const& articles, Taxonomy const& taxonomy);

}  // namespace cyberlex
