// From the metadata of an Akoma Ntoso document to the work.
#pragma once

#include <string>

#include "cyberlex/base/date.h"
#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/act.h"
#include "indexer/xml_tree.h"

namespace cyberlex {

// A work, and the language and date of the one expression a document holds.
struct AknWork {
  Work work;
  std::string language;
  Date version;
};

// Reads `document` (act, bill, portion, doc …): its meta, docTitle and shortTitle. Odd IRIs are
// made into ours ("http://www.legislation.gov.uk/id/ukpga/2014/27/enacted" ->
// /akn/gb/act/2014/ukpga-2014-27); what is missing is a warning.
AknWork make_akn_work(XmlNode const& document, std::string const& file, Diagnostics& diagnostics);

// The text of an element, white space collapsed.
std::string plain_text(XmlNode const& node);

// The first element of that name at or below `node`, in document order, or null.
XmlNode const* find_element(XmlNode const& node, std::string_view name);

}  // namespace cyberlex
