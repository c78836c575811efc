#include "indexer/xml_tree.h"

#include <pugixml.hpp>

#include <algorithm>

#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

constexpr unsigned kParse = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                            pugi::parse_ws_pcdata | pugi::parse_wconv_attribute |
                            pugi::parse_doctype | pugi::parse_declaration;

std::string_view local_name(std::string_view name) {
  size_t const colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Documents in another encoding are converted by pugixml; their lines are unknown.
bool says_other_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
      bytes.substr(0, 4).find('\0') != std::string_view::npos) {
    return true;
  }
  std::string_view const head = bytes.substr(0, std::min(bytes.find("?>"), size_t{200}));
  size_t const at = head.find("encoding");
  if (!head.starts_with("<?xml") || at == std::string_view::npos) {
    return false;
  }
  std::string_view const value = head.substr(at, 20);
  return value.find("utf-8") == std::string_view::npos &&
         value.find("UTF-8") == std::string_view::npos;
}

class TreeMaker {
 public:
  TreeMaker(std::string_view source, std::string const& file, Diagnostics& diagnostics)
      : source_(source), file_(file), diagnostics_(diagnostics) {}

  XmlNode make(pugi::xml_node node, int depth) {
    XmlNode out;
    out.line = line_of(node);
    if (node.type() != pugi::node_element) {
      out.text = node.value();
      return out;
    }
    out.name = local_name(node.name());
    for (pugi::xml_attribute const& attribute : node.attributes()) {
      out.attributes.emplace_back(attribute_name(node, attribute.name()), attribute.value());
    }
    if (depth >= kDeepestXml) {
      flatten(node, out);
      return out;
    }
    for (pugi::xml_node const& child : node.children()) {
      if (is_kept(child)) {
        out.children.push_back(make(child, depth + 1));
      }
    }
    return out;
  }

 private:
  // The namespace of the element's own prefix is what matters of the declarations.
  static std::string attribute_name(pugi::xml_node const& node, std::string_view name) {
    std::string_view const element = node.name();
    size_t const colon = element.find(':');
    std::string const own = colon == std::string_view::npos
                                ? "xmlns"
                                : "xmlns:" + std::string(element.substr(0, colon));
    bool const declaration = name.starts_with("xmlns");
    return name == own ? "xmlns" : std::string(declaration ? name : local_name(name));
  }
  static bool is_kept(pugi::xml_node const& node) {
    return node.type() == pugi::node_element || node.type() == pugi::node_pcdata ||
           node.type() == pugi::node_cdata;
  }

  // Nodes come in the order of the document, so the count of lines goes on where it stopped.
  int line_of(pugi::xml_node const& node) {
    ptrdiff_t const offset = node.offset_debug();
    if (source_.empty() || offset < 0) {
      return 0;
    }
    size_t const end = std::min(static_cast<size_t>(offset), source_.size());
    if (end > counted_) {
      line_ += static_cast<int>(std::count(source_.begin() + static_cast<ptrdiff_t>(counted_),
                                           source_.begin() + static_cast<ptrdiff_t>(end), '\n'));
      counted_ = end;
    }
    return line_;
  }

  // Without recursion: this is where the nesting is too deep for it.
  void flatten(pugi::xml_node const& top, XmlNode& out) {
    XmlNode text;
    text.line = out.line;
    pugi::xml_node node = top.first_child();
    while (node && node != top) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        text.text += node.value();
        text.text += ' ';
      }
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
      while (node != top && !node.next_sibling()) {
        node = node.parent();
      }
      node = node == top ? top : node.next_sibling();
    }
    if (!warned_) {
      diagnostics_.warning({file_, out.line, 0}, "elements nest deeper than " +
                                                     std::to_string(kDeepestXml) +
                                                     ": read as text from here on");
    }
    warned_ = true;
    out.children.push_back(std::move(text));
  }

  std::string_view source_;
  std::string const& file_;
  Diagnostics& diagnostics_;
  size_t counted_ = 0;
  int line_ = 1;
  bool warned_ = false;
};

SourcePlace place_of(std::string_view source, ptrdiff_t offset, std::string const& file) {
  size_t const end = std::min(static_cast<size_t>(std::max<ptrdiff_t>(offset, 0)), source.size());
  std::string_view const before = source.substr(0, end);
  auto const lines = std::count(before.begin(), before.end(), '\n');
  size_t const last = before.rfind('\n');
  size_t const column = last == std::string_view::npos ? end + 1 : end - last;
  return {file, static_cast<int>(lines) + 1, static_cast<int>(column)};
}

}  // namespace

std::string_view XmlNode::attribute(std::string_view key) const {
  auto const found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](auto const& a) { return a.first == key; });
  return found == attributes.end() ? std::string_view() : found->second;
}

XmlNode const* XmlNode::child(std::string_view key) const {
  auto const found = std::find_if(children.begin(), children.end(),
                                  [&](XmlNode const& c) { return c.name == key; });
  return found == children.end() ? nullptr : &*found;
}

std::optional<XmlNode> parse_xml(std::string_view bytes, std::string const& file,
                                 Diagnostics& diagnostics) {
  bool const other = says_other_encoding(bytes);
  std::string const source = other ? std::string(bytes) : clean_text(bytes, file, diagnostics);
  pugi::xml_document document;
  pugi::xml_parse_result const result = document.load_buffer(
      source.data(), source.size(), kParse, other ? pugi::encoding_auto : pugi::encoding_utf8);
  if (!result) {
    diagnostics.warning(place_of(source, result.offset, file),
                        std::string("not well-formed XML: ") + result.description());
    return std::nullopt;
  }
  for (pugi::xml_node const& node : document.children()) {
    bool const doctype = node.type() == pugi::node_doctype;
    if (doctype && std::string_view(node.value()).find('[') != std::string_view::npos) {
      diagnostics.warning(place_of(source, node.offset_debug(), file),
                          "a DOCTYPE with an internal subset is not read");
      return std::nullopt;
    }
  }
  pugi::xml_node const root = document.document_element();
  if (!root) {
    diagnostics.warning({file, 1, 0}, "expected an XML element, found none");
    return std::nullopt;
  }
  return TreeMaker(other ? std::string_view() : std::string_view(source), file, diagnostics)
      .make(root, 1);
}

}  // namespace cyberlex
