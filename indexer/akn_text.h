// Running text of Akoma Ntoso: marked-up blocks as paragraphs of plain text.
#pragma once

#include <string>

#include "cyberlex/base/diagnostics.h"
#include "indexer/xml_tree.h"

namespace cyberlex {

// Makes text, and keeps account of what it leaves out: notes of the editor and tables of contents.
class AknText {
 public:
  AknText(std::string const& file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  // Paragraphs parted by one empty line; white space within them collapsed; the number of a list's
  // item before its text. What is left out is a note with line and count.
  std::string text_of(XmlNode const& node);
  // Visible characters left out so far.
  uint64_t left_out() const { return left_out_; }

 private:
  std::string const& file_;
  Diagnostics& diagnostics_;
  uint64_t left_out_ = 0;
};

// Visible characters of an element, those below `meta` apart.
uint64_t count_text(XmlNode const& node);

}  // namespace cyberlex
