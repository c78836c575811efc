#include "cyberlex/pages/frame.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {

std::string about_page(PageContext const& context) {
  return framed(context, {.title = context.messages().text("about.heading"), .section = "about"},
                "about", View());
}

}  // namespace cyberlex::pages
