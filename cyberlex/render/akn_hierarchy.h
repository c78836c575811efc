// Provisions as the hierarchy of Akoma Ntoso 3.0. For akoma_ntoso.cc.
#pragma once

#include <vector>

#include "cyberlex/index/document.h"
#include "cyberlex/render/xml_out.h"

namespace cyberlex {

// A provision and its one text; null when none is held, and then the provision is not written.
// Lifetime: the answer's.
struct AknUnit {
  ProvisionRecord const* record = nullptr;
  StateText const* text = nullptr;
};

// Writes the units in the containers that stand above them; a container that is left and entered
// again stays one element, so that no eId occurs twice. Items get the element of the last step of
// their eId; what Akoma Ntoso has no element for is an hcontainer with the name of its kind: notes,
// schedules, annexes, fragments, and a preamble or conclusions inside the body.
void write_hierarchy(XmlOut& out, std::vector<AknUnit> const& units);

// True for a text that can stand in a <preamble> or <conclusions>: above it no container, in it
// nothing but paragraphs.
bool is_plain_text(AknUnit const& unit);
// Those paragraphs.
void write_paragraphs(XmlOut& out, StateText const& text);

}  // namespace cyberlex
