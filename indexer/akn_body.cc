#include "indexer/akn_body.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>
#include <utility>

#include "indexer/akn_text.h"
#include "indexer/legalize_headings.h"
#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

struct ElementKind {
  std::string_view name;
  ProvisionKind kind;
};

template <size_t N>
std::optional<ProvisionKind> find_kind(std::array<ElementKind, N> const& table,
                                       std::string_view name) {
  auto const found = std::find_if(table.begin(), table.end(),
                                  [&](ElementKind const& e) { return e.name == name; });
  return found == table.end() ? std::nullopt : std::optional(found->kind);
}

std::optional<ProvisionKind> container_kind(std::string_view name) {
  constexpr auto kTable = std::to_array<ElementKind>({
      {"book", ProvisionKind::kBook},
      {"chapter", ProvisionKind::kChapter},
      {"division", ProvisionKind::kDivision},
      {"hcontainer", ProvisionKind::kDivision},
      {"part", ProvisionKind::kPart},
      {"subchapter", ProvisionKind::kDivision},
      {"subdivision", ProvisionKind::kDivision},
      {"subpart", ProvisionKind::kDivision},
      {"subtitle", ProvisionKind::kDivision},
      {"title", ProvisionKind::kTitle},
      {"tome", ProvisionKind::kBook},
  });
  return find_kind(kTable, name);
}

std::optional<ProvisionKind> unit_kind(XmlNode const& node) {
  std::string_view const type = node.attribute("name");
  if (node.name == "article") {
    return ProvisionKind::kArticle;
  }
  bool const section = node.name == "section" || node.name == "rule" ||
                       (node.name == "hcontainer" && (type == "regulation" || type == "rule"));
  return section ? std::optional(ProvisionKind::kSection) : std::nullopt;
}

std::optional<ProvisionKind> lower_kind(std::string_view name) {
  constexpr auto kTable = std::to_array<ElementKind>({
      {"alinea", ProvisionKind::kParagraph},
      {"clause", ProvisionKind::kParagraph},
      {"indent", ProvisionKind::kItem},
      {"level", ProvisionKind::kParagraph},
      {"paragraph", ProvisionKind::kParagraph},
      {"point", ProvisionKind::kPoint},
      {"proviso", ProvisionKind::kParagraph},
      {"subclause", ProvisionKind::kSubparagraph},
      {"sublist", ProvisionKind::kItem},
      {"subparagraph", ProvisionKind::kSubparagraph},
      {"subrule", ProvisionKind::kSubsection},
      {"subsection", ProvisionKind::kSubsection},
      {"transitional", ProvisionKind::kParagraph},
  });
  return find_kind(kTable, name);
}

bool is_hierarchy(XmlNode const& node) {
  return container_kind(node.name) || unit_kind(node) || lower_kind(node.name);
}

bool is_quotation(std::string_view name) {
  return name == "quotedStructure" || name == "embeddedStructure" || name == "quotedText";
}

// Documents and what only wraps their parts.
bool is_wrapper(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"act", "amendment", "amendmentBody", "amendmentList", "bill", "body", "collectionBody",
       "debate", "doc", "documentCollection", "judgment", "mainBody", "officialGazette", "portion",
       "portionBody", "statement"});
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_bundle(std::string_view name) {
  return name == "attachments" || name == "components";
}

void append_paragraph(std::string& text, std::string_view paragraph) {
  text += text.empty() || paragraph.empty() ? "" : "\n\n";
  text += paragraph;
}

class BodyMaker {
 public:
  BodyMaker(std::string const& file, Diagnostics& diagnostics)
      : file_(file), text_(file, diagnostics) {}

  AknBody run(XmlNode const& root) {
    mark_holders(root);
    AknBody out;
    read_document(root, out.provisions);
    out.left_out = text_.left_out();
    return out;
  }

 private:
  // Remembers every element that has a unit below it, quotations apart. Returns whether `node` is
  // or has one.
  bool mark_holders(XmlNode const& node) {
    bool below = false;
    for (XmlNode const& child : node.children) {
      below = (!is_quotation(child.name) && mark_holders(child)) || below;
    }
    if (below) {
      holders_.insert(&node);
    }
    return below || unit_kind(node).has_value();
  }
  bool holds_units(XmlNode const& node) const { return holders_.count(&node) > 0; }

  Provision make(XmlNode const& node, ProvisionKind kind) const {
    Provision out;
    out.kind = kind;
    out.status = LegalStatus::kUnknown;
    out.wid = node.attribute("wId");
    out.place = {file_, node.line, 0};
    return out;
  }

  static EId eid_of(XmlNode const& node) {
    std::string_view const eid = node.attribute("eId");
    Result<EId> parsed = EId::parse(eid.empty() ? node.attribute("id") : eid);
    return parsed ? *parsed : EId();
  }

  void read_document(XmlNode const& document, std::vector<Provision>& out) {
    for (XmlNode const& child : document.children) {
      if (child.name != "meta") {
        read_child(child, out);
      }
    }
  }

  void read_child(XmlNode const& child, std::vector<Provision>& out) {
    if (is_wrapper(child.name)) {
      read_document(child, out);
    } else if (is_bundle(child.name)) {
      read_bundle(child, out);
    } else if (is_hierarchy(child)) {
      read_hierarchy(child, out);
    } else {
      read_formula(child, out);
    }
  }

  // Attachments and the documents of a collection: a container each, if there is text in it.
  void read_bundle(XmlNode const& bundle, std::vector<Provision>& out) {
    for (XmlNode const& part : bundle.children) {
      if (part.is_text()) {
        read_formula(part, out);
        continue;
      }
      bool const attachment = bundle.name == "attachments";
      Provision container =
          make(part, attachment ? ProvisionKind::kSchedule : ProvisionKind::kDivision);
      read_parts(part, container, container.items);
      if (!container.items.empty() || !container.heading.empty()) {
        out.push_back(std::move(container));
      }
    }
  }

  // Preface, preamble and conclusions; any other text outside the hierarchy is a fragment.
  void read_formula(XmlNode const& node, std::vector<Provision>& out) {
    std::string text = text_.text_of(node);
    if (text.empty()) {
      return;
    }
    bool const opening =
        node.name == "preface" || node.name == "preamble" || node.name == "coverPage";
    Provision unit = make(node, opening                      ? ProvisionKind::kPreamble
                                : node.name == "conclusions" ? ProvisionKind::kConclusions
                                                             : ProvisionKind::kFragment);
    EId const eid = eid_of(node);
    unit.eid = eid.unit() == eid ? eid : EId();
    unit.text = std::move(text);
    out.push_back(std::move(unit));
  }

  void read_hierarchy(XmlNode const& node, std::vector<Provision>& out) {
    std::optional<ProvisionKind> const unit = unit_kind(node);
    std::optional<ProvisionKind> const container = container_kind(node.name);
    bool const lower_items =
        container && !unit && std::any_of(node.children.begin(), node.children.end(), is_hierarchy);
    if (holds_units(node) || lower_items) {
      Provision above = make(node, schedule_or(node, ProvisionKind::kSchedule,
                                               container.value_or(ProvisionKind::kDivision)));
      above.eid = eid_of(node);
      read_parts(node, above, above.items);
      out.push_back(std::move(above));
      return;
    }
    Provision leaf = make(
        node, unit ? *unit : schedule_or(node, ProvisionKind::kAnnex, ProvisionKind::kFragment));
    EId const eid = eid_of(node);
    leaf.eid = eid.unit() == eid ? eid : EId();
    fill(node, leaf, leaf.eid);
    out.push_back(std::move(leaf));
  }

  static ProvisionKind schedule_or(XmlNode const& node, ProvisionKind schedule,
                                   ProvisionKind otherwise) {
    std::string_view const type = node.attribute("name");
    if (schedule == ProvisionKind::kAnnex && (type == "preamble" || type == "conclusions")) {
      return type == "preamble" ? ProvisionKind::kPreamble : ProvisionKind::kConclusions;
    }
    return type == "schedule" || type == "annex" ? schedule : otherwise;
  }

  // The children of a container. `above` takes number and heading.
  void read_parts(XmlNode const& node, Provision& above, std::vector<Provision>& out) {
    for (XmlNode const& child : node.children) {
      if (child.name == "meta" || read_name(child, above)) {
        continue;
      }
      bool const known = is_wrapper(child.name) || is_bundle(child.name) || is_hierarchy(child);
      if (!known && holds_units(child)) {
        read_parts(child, above, out);
      } else {
        read_child(child, out);
      }
    }
  }

  // Takes num, heading and subheading; false for anything else, and for a second num.
  bool read_name(XmlNode const& child, Provision& out) {
    if (child.name == "num" && out.label.empty() && out.num.empty()) {
      std::string printed = text_.text_of(child);
      out.num = number_of_label(printed);
      out.label = printed == out.num ? "" : std::move(printed);
      return true;
    }
    if (child.name != "heading" && child.name != "subheading") {
      return false;
    }
    std::string const heading = text_.text_of(child);
    out.heading += out.heading.empty() || heading.empty() ? "" : " ";
    out.heading += heading;
    return true;
  }

  // A unit or what is below one. `unit`: the unit's eId; below it, eIds are kept that extend it.
  void fill(XmlNode const& node, Provision& out, EId const& unit) {
    for (XmlNode const& child : node.children) {
      if (read_name(child, out)) {
        continue;
      }
      if (is_hierarchy(child)) {
        bool const note = child.name == "hcontainer" && child.attribute("name") == "note";
        ProvisionKind const kind = lower_kind(child.name).value_or(ProvisionKind::kParagraph);
        Provision item = make(child, note ? ProvisionKind::kNote : kind);
        EId const eid = eid_of(child);
        item.eid = !unit.empty() && eid != unit && unit.contains(eid) ? eid : EId();
        fill(child, item, unit);
        out.items.push_back(std::move(item));
      } else if (child.name == "list") {
        fill(child, out, unit);
      } else {
        std::string const text = text_.text_of(child);
        append_paragraph(out.items.empty() && child.name != "wrapUp" ? out.text : out.closing,
                         text);
      }
    }
  }

  std::string const& file_;
  AknText text_;
  std::unordered_set<XmlNode const*> holders_;
};

}  // namespace

AknBody make_akn_body(XmlNode const& root, std::string const& file, Diagnostics& diagnostics) {
  return BodyMaker(file, diagnostics).run(root);
}

}  // namespace cyberlex
