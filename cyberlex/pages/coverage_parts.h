// What is held and how sure it is, as tables: on the page of the whole and on that of a state.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cyberlex/answer/corpus_coverage.h"
#include "cyberlex/pages/frame.h"

namespace cyberlex::pages {

// So many acts stand in a table; of more the page says how many it leaves out.
inline constexpr size_t kMostActs = 50;

// Whether a page says of each act named and not held which rows name it. A page of all states
// leaves that to the pages of each: it would be too heavy.
enum class NamedBy : uint8_t { kShown, kOnStatePage };

// Fills the template "coverage_tables".
void put_coverage(View& view, PageContext const& context, Wording const& wording,
                  CoverageAnswer const& answer, NamedBy named_by);

}  // namespace cyberlex::pages
