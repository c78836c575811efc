// The description of the search for browsers and readers: OpenSearch 1.1.
#pragma once

#include <string>
#include <string_view>

namespace cyberlex::api {

// XML. `root` stands before every address: "https://law.example", without a slash at the end;
// empty: addresses without a host, which readers resolve and browsers do not take.
std::string opensearch_document(std::string_view root);

}  // namespace cyberlex::api
