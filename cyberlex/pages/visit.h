// Who looks at a page.
#pragma once

#include <string>

#include "cyberlex/base/date.h"
#include "cyberlex/pages/messages.h"
#include "cyberlex/search/request.h"

namespace cyberlex::pages {

class Pages;

// Who looks, from where.
struct Visit {
  UiLanguage language = UiLanguage::kEnglish;
  bool chosen = false;            // the language stands in the address, and links carry it on
  std::string path = "/";         // of the page, decoded
  ParameterList parameters = {};  // of the page, decoded, without the language
  Date today = {};
};

}  // namespace cyberlex::pages
