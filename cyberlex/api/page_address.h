// Addresses of pages: which endpoint a page shows, and who looks at it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/api/http_message.h"
#include "cyberlex/base/result.h"
#include "cyberlex/pages/visit.h"

namespace cyberlex::api {

// The parameter of an address that chooses the language of the interface.
inline constexpr std::string_view kLanguageParameter = "ui";

// The path of the API that a page shows, with the parameters that stand in the page's path:
// "/matrix/unc" is "/api/v1/matrix" with convention=unc, "/" is "/api/v1/search". Nothing for a
// path that is no page's. IRIs are pages by their own path and are not listed here.
struct PageAddress {
  std::string path;
  ParameterList parameters;
};
std::optional<PageAddress> page_address(std::string_view path);

// Who looks: the language that the address names, else the first of Accept-Language that the
// interface speaks, else English. kBadQuery with `where` = "ui" for a language that it does not.
Result<pages::Visit> visit_of(Request const& request, Date today);

// The language for a header: the supported one with the greatest weight (RFC 9110, 12.5.4).
pages::UiLanguage language_of(std::string_view accept_language);

// The parameters without the language.
ParameterList without_language(ParameterList list);

}  // namespace cyberlex::api
