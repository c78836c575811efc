#include "indexer/akn_text.h"

#include <algorithm>
#include <array>

#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

// Elements that stand within a line; every other one begins a paragraph.
bool is_inline(std::string_view name) {
  constexpr auto kInline = std::to_array<std::string_view>({"a",
                                                            "abbr",
                                                            "affectedDocument",
                                                            "b",
                                                            "change",
                                                            "concept",
                                                            "courtType",
                                                            "date",
                                                            "decoration",
                                                            "def",
                                                            "del",
                                                            "docAuthority",
                                                            "docCommittee",
                                                            "docDate",
                                                            "docIntroducer",
                                                            "docJurisdiction",
                                                            "docketNumber",
                                                            "docNumber",
                                                            "docProponent",
                                                            "docPurpose",
                                                            "docStage",
                                                            "docStatus",
                                                            "docTitle",
                                                            "docType",
                                                            "embeddedText",
                                                            "entity",
                                                            "eol",
                                                            "event",
                                                            "fillIn",
                                                            "i",
                                                            "inline",
                                                            "ins",
                                                            "judge",
                                                            "lawyer",
                                                            "legislature",
                                                            "location",
                                                            "marker",
                                                            "mmod",
                                                            "mod",
                                                            "mref",
                                                            "neutralCitation",
                                                            "noteRef",
                                                            "num",
                                                            "object",
                                                            "omissis",
                                                            "opinion",
                                                            "organization",
                                                            "outcome",
                                                            "party",
                                                            "person",
                                                            "placeholder",
                                                            "process",
                                                            "quantity",
                                                            "quotedText",
                                                            "ref",
                                                            "relatedDocument",
                                                            "remark",
                                                            "rmod",
                                                            "role",
                                                            "rref",
                                                            "session",
                                                            "shortTitle",
                                                            "signature",
                                                            "span",
                                                            "sub",
                                                            "subFlow",
                                                            "sup",
                                                            "term",
                                                            "time",
                                                            "tocItem",
                                                            "u",
                                                            "vote"});
  return std::find(kInline.begin(), kInline.end(), name) != kInline.end();
}

bool is_left_out(std::string_view name) {
  return name == "authorialNote" || name == "toc";
}

// Collects paragraphs: a break or a space is written only before the next visible character.
class Paragraphs {
 public:
  void add(std::string_view text) {
    for (char const c : text) {
      bool const space = c == ' ' || (c >= '\t' && c <= '\r');
      if (space) {
        space_ = true;
        continue;
      }
      if (!out_.empty() && break_) {
        out_ += "\n\n";
      } else if (!out_.empty() && space_) {
        out_ += ' ';
      }
      break_ = false;
      space_ = false;
      after_number_ = false;
      out_ += c;
    }
  }
  void end_block() {
    // The text of an item goes on behind its number.
    (after_number_ ? space_ : break_) = true;
  }
  void end_number() {
    after_number_ = true;
    space_ = true;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool break_ = false;
  bool space_ = false;
  bool after_number_ = false;
};

template <typename LeaveOut>
void add_node(XmlNode const& node, Paragraphs& out, LeaveOut const& leave_out) {
  if (node.is_text()) {
    out.add(node.text);
    return;
  }
  if (is_left_out(node.name)) {
    leave_out(node);
    return;
  }
  bool const block = !is_inline(node.name);
  if (block) {
    out.end_block();
  }
  for (XmlNode const& child : node.children) {
    add_node(child, out, leave_out);
  }
  if (node.name == "num") {
    out.end_number();
  } else if (block) {
    out.end_block();
  } else if (node.name == "eol" || node.name == "tocItem") {
    out.add(" ");
  }
}

}  // namespace

std::string AknText::text_of(XmlNode const& node) {
  Paragraphs paragraphs;
  add_node(node, paragraphs, [this](XmlNode const& skipped) {
    uint64_t const count = count_text(skipped);
    left_out_ += count;
    if (count > 0) {
      diagnostics_.note({file_, skipped.line, 0},
                        std::to_string(count) + " characters of a " +
                            (skipped.name == "toc" ? "table of contents" : "note") +
                            " are left out");
    }
  });
  return paragraphs.take();
}

uint64_t count_text(XmlNode const& node) {
  uint64_t count = count_visible(node.text);
  for (XmlNode const& child : node.children) {
    count += child.name == "meta" ? 0 : count_text(child);
  }
  return count;
}

}  // namespace cyberlex
