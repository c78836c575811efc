#include <utility>

#include "cyberlex/pages/coverage_parts.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {

std::string coverage_page(PageContext const& context, CoverageAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Links const links(context.visit);
  View view;
  put_day(view, context, wording, answer.as_of);
  put_coverage(view, context, wording, answer, NamedBy::kOnStatePage);
  view.text("digest", answer.generation->manifest().digest.substr(0, 12))
      .text("json", links.data("/api/v1/coverage", context.visit.parameters));
  return framed(context,
                {.title = context.messages().text("held.title"),
                 .section = "coverage",
                 .json = links.data("/api/v1/coverage", context.visit.parameters)},
                "coverage", std::move(view));
}

}  // namespace cyberlex::pages
