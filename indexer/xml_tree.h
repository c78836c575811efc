// XML as plain nodes: what the Akoma Ntoso reader walks. pugixml ends in xml_tree.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/base/diagnostics.h"

namespace cyberlex {

// An element, or a run of text (an empty name).
struct XmlNode {
  std::string name;  // without its prefix
  std::string text;  // of a run of text, white space kept
  int line = 0;
  std::vector<std::pair<std::string, std::string>>
      attributes;  // names without prefix; xmlns as "xmlns"
  std::vector<XmlNode> children;

  bool is_text() const { return name.empty(); }
  // The value, or "".
  std::string_view attribute(std::string_view key) const;
  // The first child of that name, or null.
  XmlNode const* child(std::string_view key) const;
};

// Elements may nest so deep; what lies deeper becomes text of the last that fits, with a warning.
inline constexpr int kDeepestXml = 200;

// Reads a document; comments and processing instructions are dropped. Text that is not well-formed,
// and a DOCTYPE with an internal subset (it may define entities), give nothing and a warning with
// line and column.
std::optional<XmlNode> parse_xml(std::string_view bytes, std::string const& file,
                                 Diagnostics& diagnostics);

}  // namespace cyberlex
