#include "cyberlex/answer/iri.h"

#include <algorithm>

#include "cyberlex/model/identifiers.h"

namespace cyberlex {

std::string iri_of(ActRecord const& act, ExpressionSummary const& expression) {
  auto const namesakes = std::count_if(
      act.expressions.begin(), act.expressions.end(), [&](ExpressionSummary const& other) {
        return other.date == expression.date && other.language == expression.language;
      });
  std::string iri = expression_iri(act.work.iri, expression.language, expression.date);
  if (namesakes > 1) {
    iri += '/';
    iri += name_of(expression.kind);
  }
  return iri;
}

std::string iri_of(ActRecord const& act, ProvisionRecord const& record) {
  if (record.texts.empty()) {
    return portion_iri(act.work.iri, record.eid);
  }
  TextSummary const& text = record.texts.front();
  return portion_iri(iri_of(act, ExpressionSummary{text.language, text.version_date, text.kind}),
                     record.eid);
}

}  // namespace cyberlex
