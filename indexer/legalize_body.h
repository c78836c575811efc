// The body of a Legalize file: its lines, its headings, and the provisions they make.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/act.h"
#include "indexer/read_act.h"

namespace cyberlex {

// The text from one heading to the next.
struct BodyBlock {
  int level = 0;             // of the heading; 0 for what stands before the first
  int line = 0;              // of the heading, or of the text's first line
  std::string_view heading;  // without its "#"; empty at level 0
  std::string_view text;     // verbatim, whole lines
};

// The body cut at its headings (one to six "#", a space, a text). The first block is what stands
// before the first heading, always there and often empty.
std::vector<BodyBlock> split_body(std::string_view body, int first_line);

// Visible characters of the blocks; the "#" of headings are markup, not text, and not counted.
uint64_t count_blocks(std::vector<BodyBlock> const& blocks);

// The provisions, and the visible characters of headings that stand in none of them: the dash,
// colon or stop behind a number, and placeholders.
struct MadeProvisions {
  std::vector<Provision> body;
  uint64_t left_out = 0;
  int first_line = 0;  // where that happened first
};

// Makes the provisions. Containers nest by the level of their headings; units are leaves; text of a
// container before its first unit is a unit kFragment below it; headings below a unit that open no
// unit belong to its text; one that follows a bare "§ 8" at once, on its level, is its heading.
// `preamble`: text that came before (what the title did not take).
MadeProvisions make_provisions(std::vector<BodyBlock> const& blocks, std::string preamble,
                               std::string_view language, std::string const& file);

}  // namespace cyberlex
