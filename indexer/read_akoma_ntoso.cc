#include <algorithm>
#include <array>
#include <utility>

#include "indexer/akn_body.h"
#include "indexer/akn_text.h"
#include "indexer/akn_work.h"
#include "indexer/legalize_body.h"
#include "indexer/read_act.h"
#include "indexer/visible_text.h"
#include "indexer/xml_tree.h"

namespace cyberlex {
namespace {

// The first of the document types that a law can have; a law before the collection that holds it.
XmlNode const* find_document(XmlNode const& root) {
  constexpr auto kTypes = std::to_array<std::string_view>(
      {"act", "bill", "portion", "doc", "statement", "documentCollection", "officialGazette"});
  for (std::string_view const type : kTypes) {
    XmlNode const* found = find_element(root, type);
    if (found != nullptr) {
      return found;
    }
  }
  return nullptr;
}

void check_namespace(XmlNode const& root, std::string const& file, Diagnostics& diagnostics) {
  std::string_view const uri = root.attribute("xmlns");
  bool const known = uri.starts_with("http://docs.oasis-open.org/legaldocml/ns/akn") ||
                     uri.starts_with("http://www.akomantoso.org/");
  if (!known) {
    diagnostics.warning({file, root.line, 0},
                        "expected the namespace of Akoma Ntoso, found \"" + std::string(uri) + '"');
  }
}

bool has_articles(std::vector<Provision> const& body) {
  return std::any_of(body.begin(), body.end(), [](Provision const& provision) {
    return provision.kind == ProvisionKind::kArticle || has_articles(provision.items);
  });
}

}  // namespace

ReadAct read_akoma_ntoso(std::string_view bytes, std::string const& file,
                         Diagnostics& diagnostics) {
  ReadAct out;
  std::optional<XmlNode> const root = parse_xml(bytes, file, diagnostics);
  if (!root) {
    return out;
  }
  out.characters.found = count_text(*root);
  XmlNode const* document = root->name == "akomaNtoso" ? find_document(*root) : nullptr;
  if (document == nullptr) {
    diagnostics.warning({file, root->line, 0},
                        "expected akomaNtoso with an act, bill, portion or doc, found <" +
                            root->name + "> (" + std::to_string(out.characters.found) +
                            " characters)");
    out.characters.reported = out.characters.found;
    return out;
  }
  check_namespace(*root, file, diagnostics);
  AknWork read = make_akn_work(*document, file, diagnostics);
  AknBody body = make_akn_body(*root, file, diagnostics);
  Expression expression;
  expression.language = read.language;
  expression.date = read.version;
  expression.file = file;
  expression.body = std::move(body.provisions);
  out.characters.kept = count_provisions(expression.body);
  out.characters.reported = body.left_out;
  read.work.unit =
      has_articles(expression.body) ? ProvisionKind::kArticle : ProvisionKind::kSection;
  out.act.emplace();
  out.act->work = std::move(read.work);
  out.act->expressions.push_back(std::move(expression));
  return out;
}

}  // namespace cyberlex
