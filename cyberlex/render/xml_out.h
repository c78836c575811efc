// Writes XML 1.0 as it goes: an element a line. For the renderers of this folder.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cyberlex {

// Names are ours; texts and values may be anyone's and are escaped (xml_escaped). An attribute
// without a value is left out. REQUIRES: everything opened is closed before finish().
class XmlOut {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  XmlOut();
  void open(std::string_view name, Attributes attributes = {});
  void close();
  // An element with nothing in it.
  void leaf(std::string_view name, Attributes attributes = {});
  // An element with text in it; line ends stand as they are.
  void text(std::string_view name, std::string_view text, Attributes attributes = {});
  // The same; each line end becomes an element <`line_end`/>.
  void lines(std::string_view name, std::string_view text, std::string_view line_end);

  std::string finish();

 private:
  void begin(std::string_view name, Attributes attributes);

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace cyberlex
