// The hierarchy of an Akoma Ntoso document as provisions.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/act.h"
#include "indexer/xml_tree.h"

namespace cyberlex {

struct AknBody {
  std::vector<Provision> provisions;
  uint64_t left_out = 0;  // visible characters of notes and tables of contents, each a diagnostic
};

// Every text below `root` but `meta` stands in a provision or is counted as left out. Sections,
// articles and rules are units; what holds them is a container; preface, preamble, conclusions,
// attachments and text that no section holds are units of their kinds. Quoted structures stay text.
// eIds are kept where they are of our form: a unit's has one step.
AknBody make_akn_body(XmlNode const& root, std::string const& file, Diagnostics& diagnostics);

}  // namespace cyberlex
