#include "cyberlex/render/akn_hierarchy.h"

#include <algorithm>
#include <memory>
#include <span>
#include <string>

namespace cyberlex {
namespace {

// One element of the hierarchy.
struct Node {
  ProvisionKind kind = ProvisionKind::kParagraph;
  std::string eid;
  std::string num;
  std::string heading;
  std::string text;
  std::string closing;
  std::vector<std::unique_ptr<Node>> items;
};

void append_paragraph(std::string& text, std::string const& paragraph) {
  text += text.empty() || paragraph.empty() ? "" : "\n\n";
  text += paragraph;
}

// ---- from blocks to nodes

// "sec_24__para_a" -> paragraph.
ProvisionKind kind_of_item(EId const& eid) {
  std::string const& text = eid.text();
  size_t const split = text.rfind("__");
  std::string_view step = std::string_view(text).substr(split == std::string::npos ? 0 : split + 2);
  step = step.substr(0, step.find('_'));
  for (ProvisionKind const kind :
       {ProvisionKind::kSubsection, ProvisionKind::kSubparagraph, ProvisionKind::kPoint,
        ProvisionKind::kItem, ProvisionKind::kNote}) {
    if (eid_abbreviation(kind) == step) {
      return kind;
    }
  }
  return ProvisionKind::kParagraph;
}

// Blocks come in the order of the text; one that repeats a node's eId behind its items closes it.
void read_below(std::span<TextBlock const> blocks, size_t& at, uint8_t depth, Node& node) {
  while (at < blocks.size()) {
    TextBlock const& block = blocks[at];
    if (block.depth > depth) {
      auto item = std::make_unique<Node>();
      item->kind = kind_of_item(block.eid);
      item->eid = block.eid.text();
      item->num = block.label;
      item->text = block.text;
      ++at;
      read_below(blocks, at, block.depth, *item);
      node.items.push_back(std::move(item));
    } else if (block.depth == depth && block.eid.text() == node.eid) {
      append_paragraph(node.closing, block.text);
      ++at;
    } else {
      return;
    }
  }
}

std::unique_ptr<Node> unit_node(AknUnit const& unit) {
  auto out = std::make_unique<Node>();
  ProvisionRecord const& record = *unit.record;
  out->kind = record.kind;
  out->eid = record.eid.text();
  out->num = record.label.empty() ? record.num : record.label;
  out->heading = record.texts.empty() ? "" : record.texts.front().heading;
  std::span<TextBlock const> const blocks = unit.text->blocks;
  size_t at = 0;
  if (!blocks.empty() && blocks.front().depth == 0) {
    out->text = blocks.front().text;
    at = 1;
  }
  while (at < blocks.size()) {
    read_below(blocks, at, 0, *out);
    // A block of the depth of the unit that is not the unit's own: nothing is lost.
    if (at < blocks.size()) {
      append_paragraph(out->closing, blocks[at].text);
      ++at;
    }
  }
  return out;
}

// ---- containers

Node& container(Node& above, PathStep const& step) {
  auto const found =
      std::find_if(above.items.rbegin(), above.items.rend(), [&](std::unique_ptr<Node> const& n) {
        return is_container(n->kind) && n->eid == step.eid.text();
      });
  if (found != above.items.rend()) {
    return **found;
  }
  auto made = std::make_unique<Node>();
  made->kind = step.kind;
  made->eid = step.eid.text();
  made->num = step.label;
  made->heading = step.heading;
  above.items.push_back(std::move(made));
  return *above.items.back();
}

// ---- from nodes to XML

std::string_view element_of(ProvisionKind kind) {
  switch (kind) {
    case ProvisionKind::kItem:
      return "indent";
    case ProvisionKind::kSchedule:
    case ProvisionKind::kPreamble:
    case ProvisionKind::kConclusions:
    case ProvisionKind::kAnnex:
    case ProvisionKind::kFragment:
    case ProvisionKind::kNote:
      return "hcontainer";
    default:
      return name_of(kind);
  }
}

void write_text(XmlOut& out, std::string_view text) {
  while (!text.empty()) {
    size_t const end = std::min(text.find("\n\n"), text.size());
    if (end > 0) {
      out.lines("p", text.substr(0, end), "eol");
    }
    text.remove_prefix(std::min(end + 2, text.size()));
  }
}

void write_wrapped(XmlOut& out, std::string_view element, std::string const& text) {
  if (!text.empty()) {
    out.open(element);
    write_text(out, text);
    out.close();
  }
}

void write_node(XmlOut& out, Node const& node) {
  std::string_view const element = element_of(node.kind);
  out.open(element,
           {{"eId", node.eid}, {"name", element == "hcontainer" ? name_of(node.kind) : ""}});
  if (!node.num.empty()) {
    out.text("num", node.num);
  }
  if (!node.heading.empty()) {
    out.text("heading", node.heading);
  }
  bool const whole = node.items.empty() && node.closing.empty();
  write_wrapped(out, whole ? "content" : "intro", node.text);
  for (auto const& item : node.items) {
    write_node(out, *item);
  }
  write_wrapped(out, "wrapUp", node.closing);
  out.close();
}

}  // namespace

void write_hierarchy(XmlOut& out, std::vector<AknUnit> const& units) {
  Node root;
  for (AknUnit const& unit : units) {
    if (unit.text == nullptr) {
      continue;
    }
    Node* above = &root;
    for (PathStep const& step : unit.record->path) {
      above = &container(*above, step);
    }
    above->items.push_back(unit_node(unit));
  }
  for (auto const& node : root.items) {
    write_node(out, *node);
  }
}

bool is_plain_text(AknUnit const& unit) {
  ProvisionRecord const& record = *unit.record;
  bool const named = !record.num.empty() || !record.label.empty() ||
                     (!record.texts.empty() && !record.texts.front().heading.empty());
  return unit.text != nullptr && record.path.empty() && !named && unit.text->blocks.size() == 1 &&
         unit.text->blocks.front().depth == 0 && !unit.text->blocks.front().text.empty();
}

void write_paragraphs(XmlOut& out, StateText const& text) {
  for (TextBlock const& block : text.blocks) {
    write_text(out, block.text);
  }
}

}  // namespace cyberlex
