// The sources that a page names, each once, numbered as notes are.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/pages/frame.h"

namespace cyberlex::pages {

// Values of a page point at their sources by number; the page lists them at its end. Lifetime: not
// longer than what it was made of.
class SourceNotes {
 public:
  SourceNotes(Wording const& wording, Work const& work) : wording_(wording), work_(&work) {}

  Wording const& wording() const { return wording_; }

  // From here on keys are those of this act: for a page that shows several.
  void turn_to(Work const& work) { work_ = &work; }

  // Sets confidence, confidence_class and refs: how a value is known, and the numbers of its
  // sources. A key that nobody described becomes a source with the key for a title.
  void put(View& view, Provenance const& provenance);
  void put(View& view, Confidence confidence, std::vector<Source> const& sources);

  // For the template "notes": all that were named, in the order of their numbers.
  std::vector<View> views() const;

 private:
  size_t number_of(Source const& source);

  Wording const& wording_;
  Work const* work_;
  std::vector<Source> sources_;
};

}  // namespace cyberlex::pages
