#include "indexer/legalize_body.h"

#include <algorithm>
#include <utility>

#include "indexer/legalize_headings.h"
#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

// What becomes of a block.
enum class Fate { kContainer, kUnit, kPartOfUnit, kNameOfUnit };

struct Node {
  int level = 0;
  bool leaf = false;
  Provision provision;
};

// The level of a heading line; 0 when the line is none.
int heading_level(std::string_view line) {
  size_t level = 0;
  while (level < line.size() && line[level] == '#') {
    ++level;
  }
  bool const ends = level == line.size() || line[level] == ' ' || line[level] == '\t';
  return level >= 1 && level <= 6 && ends ? static_cast<int>(level) : 0;
}

class ProvisionMaker {
 public:
  ProvisionMaker(std::vector<BodyBlock> const& blocks, std::string_view language,
                 std::string const& file)
      : blocks_(blocks), file_(file) {
    headings_.reserve(blocks.size());
    for (BodyBlock const& block : blocks) {
      headings_.push_back(classify_heading(block.heading, language));
    }
    find_deeper_units();
  }

  MadeProvisions run(std::string preamble) {
    add_preamble(std::move(preamble));
    int unit_level = 0;  // of the unit that is open; 0: none
    for (size_t i = 1; i < blocks_.size(); ++i) {
      Fate const fate = fate_of(i, unit_level);
      switch (fate) {
        case Fate::kPartOfUnit:
          append_to_unit(i);
          break;
        case Fate::kNameOfUnit:
          nodes_.back().provision.heading = std::move(headings_[i].heading);
          nodes_.back().provision.text = text_of(i);
          break;
        case Fate::kUnit:
          add_unit(i);
          unit_level = blocks_[i].level;
          break;
        case Fate::kContainer:
          add_container(i);
          unit_level = 0;
          break;
      }
    }
    size_t next = 0;
    made_.body = nest(next, 0);
    return std::move(made_);
  }

 private:
  // Marks each block that has a unit below it: a block of a deeper level before one of its own or a
  // higher level.
  void find_deeper_units() {
    unit_below_.assign(blocks_.size(), false);
    std::vector<size_t> open;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      while (!open.empty() && blocks_[open.back()].level >= blocks_[i].level) {
        open.pop_back();
      }
      if (headings_[i].role == HeadingRole::kUnit) {
        // At most six levels are open at a time.
        for (size_t const above : open) {
          unit_below_[above] = true;
        }
      }
      open.push_back(i);
    }
  }

  Fate fate_of(size_t i, int unit_level) const {
    Heading const& heading = headings_[i];
    bool const inside = unit_level > 0 && blocks_[i].level > unit_level;
    if (blocks_[i].heading.empty()) {
      return nodes_.empty() || !nodes_.back().leaf ? Fate::kUnit : Fate::kPartOfUnit;
    }
    if (unit_below_[i]) {
      return Fate::kContainer;
    }
    if (inside) {
      return Fate::kPartOfUnit;
    }
    if (names_unit_before(i)) {
      return Fate::kNameOfUnit;
    }
    if (heading.role != HeadingRole::kOther) {
      return heading.role == HeadingRole::kUnit ? Fate::kUnit : Fate::kContainer;
    }
    bool const last = i + 1 == blocks_.size();
    bool const deeper = !last && blocks_[i + 1].level > blocks_[i].level;
    bool const empty = trim(blocks_[i].text).empty();
    return deeper || (empty && !last) ? Fate::kContainer : Fate::kUnit;
  }

  // "## § 8" and, with nothing between, "## Fares": the second names the first.
  bool names_unit_before(size_t i) const {
    if (headings_[i].role != HeadingRole::kOther || blocks_[i - 1].level != blocks_[i].level ||
        nodes_.empty()) {
      return false;
    }
    Provision const& unit = nodes_.back().provision;
    bool const section =
        unit.kind == ProvisionKind::kSection || unit.kind == ProvisionKind::kArticle;
    return section && unit.place.line == blocks_[i - 1].line && unit.heading.empty() &&
           unit.text.empty();
  }

  Provision make(size_t i, ProvisionKind kind) {
    Heading& heading = headings_[i];
    if (heading.left_out > 0) {
      made_.first_line = made_.left_out == 0 ? blocks_[i].line : made_.first_line;
      made_.left_out += heading.left_out;
    }
    Provision out;
    out.kind = kind;
    out.num = std::move(heading.num);
    out.label = std::move(heading.label);
    out.heading = std::move(heading.heading);
    out.status = heading.status;
    out.place = {file_, blocks_[i].line, 0};
    return out;
  }

  std::string text_of(size_t i) {
    std::string text = std::move(headings_[i].run_in);
    std::string_view const lines = trim_blank_lines(blocks_[i].text);
    text += text.empty() || lines.empty() ? "" : "\n\n";
    text += lines;
    return text;
  }

  void add_preamble(std::string text) {
    std::string_view const lead = trim_blank_lines(blocks_[0].text);
    text += text.empty() || lead.empty() ? "" : "\n\n";
    text += lead;
    if (text.empty()) {
      return;
    }
    Provision preamble;
    preamble.kind = ProvisionKind::kPreamble;
    preamble.text = std::move(text);
    preamble.status = LegalStatus::kUnknown;
    preamble.place = {file_, blocks_[0].line, 0};
    nodes_.push_back({1, true, std::move(preamble)});
  }

  void add_unit(size_t i) {
    bool const other = headings_[i].role == HeadingRole::kOther;
    std::string text = text_of(i);
    Provision unit = make(i, other ? ProvisionKind::kFragment : headings_[i].kind);
    if (says_repealed(text)) {
      unit.status = LegalStatus::kRepealed;
    }
    unit.text = std::move(text);
    nodes_.push_back({blocks_[i].level, true, std::move(unit)});
  }

  void add_container(size_t i) {
    ProvisionKind kind = headings_[i].kind;
    if (headings_[i].role == HeadingRole::kUnit) {
      kind = kind == ProvisionKind::kAnnex ? ProvisionKind::kSchedule : ProvisionKind::kDivision;
    }
    std::string text = text_of(i);
    nodes_.push_back({blocks_[i].level, false, make(i, kind)});
    if (text.empty()) {
      return;
    }
    Provision fragment;
    fragment.kind = ProvisionKind::kFragment;
    fragment.text = std::move(text);
    fragment.status = LegalStatus::kUnknown;
    fragment.place = {file_, blocks_[i].line, 0};
    nodes_.push_back({blocks_[i].level + 1, true, std::move(fragment)});
  }

  void append_to_unit(size_t i) {
    std::string& text = nodes_.back().provision.text;
    for (std::string_view const part : {blocks_[i].heading, trim_blank_lines(blocks_[i].text)}) {
      text += text.empty() || part.empty() ? "" : "\n\n";
      text += part;
    }
  }

  // The nodes from `next` on that lie below `level`.
  std::vector<Provision> nest(size_t& next, int level) {
    std::vector<Provision> out;
    while (next < nodes_.size() && nodes_[next].level > level) {
      Node& node = nodes_[next++];
      if (!node.leaf) {
        node.provision.items = nest(next, node.level);
      }
      out.push_back(std::move(node.provision));
    }
    return out;
  }

  std::vector<BodyBlock> const& blocks_;
  std::string const& file_;
  std::vector<Heading> headings_;
  std::vector<bool> unit_below_;
  std::vector<Node> nodes_;
  MadeProvisions made_;
};

}  // namespace

std::vector<BodyBlock> split_body(std::string_view body, int first_line) {
  std::vector<BodyBlock> blocks = {{0, first_line, {}, body.substr(0, 0)}};
  int line = first_line;
  for (size_t pos = 0; pos < body.size(); ++line) {
    size_t const end = std::min(body.find('\n', pos), body.size() - 1) + 1;
    std::string_view const whole = body.substr(pos, end - pos);
    std::string_view const row = whole.back() == '\n' ? whole.substr(0, whole.size() - 1) : whole;
    int const level = heading_level(row);
    if (level > 0) {
      std::string_view const heading = trim(row.substr(static_cast<size_t>(level)));
      blocks.push_back({level, line, heading, body.substr(end, 0)});
    } else {
      BodyBlock& block = blocks.back();
      block.text = std::string_view(block.text.data(), block.text.size() + whole.size());
    }
    pos = end;
  }
  return blocks;
}

uint64_t count_blocks(std::vector<BodyBlock> const& blocks) {
  uint64_t count = 0;
  for (BodyBlock const& block : blocks) {
    count += count_visible(block.heading) + count_visible(block.text);
  }
  return count;
}

MadeProvisions make_provisions(std::vector<BodyBlock> const& blocks, std::string preamble,
                               std::string_view language, std::string const& file) {
  return ProvisionMaker(blocks, language, file).run(std::move(preamble));
}

}  // namespace cyberlex
