// Which page shows which answer. An answer without one here has no page.
#pragma once

#include <string>

#include "cyberlex/pages/pages.h"

namespace cyberlex::api {

inline std::string to_page(pages::PageContext const& context, ProvisionAnswer const& answer) {
  return pages::provision_page(context, answer);
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

}  // namespace cyberlex::api
