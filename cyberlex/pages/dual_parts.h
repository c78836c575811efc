// What the page of dual criminality is made of: handles as links, offences side by side, treaties.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {

// Lifetime: not longer than what it was made of.
struct DualParts {
  PageContext const& context;
  Wording const& wording;
  SourceNotes& notes;
  DualAnswer const& answer;

  Messages const& messages() const { return wording.messages(); }
  Work const& work(ActNum act) const { return answer.generation->acts().at(act).work; }
};

// Sets handle and, where it is one of a provision held, url: of a state's law on the day of its
// side, of a treaty on the day of the request.
View handle_view(DualParts const& parts, std::string_view handle);
// The first of them; how many more there are stands as `text` of a row of its own.
std::vector<View> handle_views(DualParts const& parts, std::vector<std::string> const& handles);

// Sets verdict, verdict_class, why and, with a pair, within and how well it is known.
void put_finding(View& view, DualParts const& parts, DualFinding const& finding);

// How many of the requesting offences a page shows whole, the first ones; with all of many it would
// be too heavy. The rest is a line each, with the address of the page on it alone.
constexpr size_t whole_offences(size_t all) {
  return all <= 4 ? all : 2;
}
// So many further counterparts of one of several offences, and handles in a list.
inline constexpr size_t kMostOthers = 3;
inline constexpr size_t kMostHandles = 5;

// For the template "dual_offence": an offence of the requesting state, the strongest of its pairs
// as two columns, and the others in a line each.
std::vector<View> dual_offence_rows(DualParts const& parts);
// The offences that are not shown whole.
std::vector<View> dual_further_rows(DualParts const& parts);

// For the template "dual_basis": each treaty on cooperation held, with whom it binds and what its
// article on extradition reaches.
std::vector<View> dual_basis_rows(DualParts const& parts);

// For the template "dual_caveat".
std::vector<View> dual_caveat_rows(DualParts const& parts);

}  // namespace cyberlex::pages
