// The metadata of an Akoma Ntoso document. For akoma_ntoso.cc.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/index/generation.h"
#include "cyberlex/render/akn_hierarchy.h"
#include "cyberlex/render/xml_out.h"

namespace cyberlex {

// What a document holds. Lifetime: the answer's.
struct AknSubject {
  Generation const& generation;
  ActRecord const& act;
  ExpressionSummary expression;
  std::string portion;  // eId of the provision; empty: the act
  Date as_of;
  std::vector<AknUnit> units;
};

// The <meta> element: identification, lifecycle, references, proprietary.
void write_meta(XmlOut& out, AknSubject const& subject);

// "includedIn" of a portion: the document of the whole expression.
std::string akn_document_iri(AknSubject const& subject);

}  // namespace cyberlex
