// Which provisions a comparison has as its columns. For answer_compare() only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/answer/compare.h"

namespace cyberlex {

// Each fills the columns, the latter two also states and left_out, of an answer whose generation
// and request are set; fails as answer_compare() does.
Status add_items(IndexReader const& reader, CompareAnswer& out);
Status add_article(IndexReader const& reader, CompareAnswer& out);
Status add_concept(IndexReader const& reader, CompareAnswer& out);

// Whether a limb belongs into the comparison: nothing, false where it only serves what is compared
// (an ancillary row), true where it establishes it.
using LimbChoice = std::function<std::optional<bool>(LimbRecord const&)>;
// Columns, states and left_out: provisions of the request's jurisdictions, each with the limbs
// chosen. Cost: the columns of all documents, the records of those that have limbs.
Status add_found(IndexReader const& reader, LimbChoice const& choice, CompareAnswer& out);

// The same eId, one above or one below.
bool related(EId const& a, EId const& b);

// Leaves the pieces of text related to a portion: what stands above it is its introduction.
void keep_portions(std::vector<EId> const& portions, ProvisionAnswer& answer);

// Without its provision.
CompareColumn column_of(Generation const& generation, ActNum act, std::string item);

}  // namespace cyberlex
