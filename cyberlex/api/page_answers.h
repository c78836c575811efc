// Which page shows which answer. An answer without one here has no page.
#pragma once

#include <string>

#include "cyberlex/pages/pages.h"

namespace cyberlex::api {

inline std::string to_page(pages::PageContext const& context, ProvisionAnswer const& answer) {
  return pages::provision_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, ActAnswer const& answer) {
  return pages::act_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, ActListAnswer const& answer) {
  return pages::acts_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, ArticleAnswer const& answer) {
  return pages::article_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, MatrixAnswer const& answer) {
  return pages::matrix_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, SafeguardsAnswer const& answer) {
  return pages::safeguards_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, CompareAnswer const& answer) {
  return pages::compare_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, DiffAnswer const& answer) {
  return pages::diff_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, TimelineAnswer const& answer) {
  return pages::timeline_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, DualAnswer const& answer) {
  return pages::dual_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, JurisdictionsAnswer const& answer) {
  return pages::states_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, JurisdictionAnswer const& answer) {
  return pages::state_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, CoverageAnswer const& answer) {
  return pages::coverage_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, ThesaurusAnswer const& answer) {
  return pages::thesaurus_page(context, answer);
}
inline std::string to_page(pages::PageContext const& context, CrosstabAnswer const& answer) {
  return pages::crosstab_page(context, answer);
}

}  // namespace cyberlex::api
