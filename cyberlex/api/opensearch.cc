#include "cyberlex/api/opensearch.h"

#include "cyberlex/api/accept.h"
#include "cyberlex/api/endpoints.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex::api {
namespace {

std::string url(std::string_view root, std::string_view relation, Form form,
                std::string_view address) {
  return "  <Url type=\"" + std::string(media_type_of(form)) + "\" rel=\"" + std::string(relation) +
         "\" template=\"" + xml_escaped(std::string(root) + std::string(address)) + "\"/>\n";
}

std::string address(Endpoint endpoint, std::string_view query) {
  return std::string(info_of(endpoint).pattern) + std::string(query);
}

}  // namespace

std::string opensearch_document(std::string_view root) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
      "  <ShortName>Cyberlex</ShortName>\n"
      "  <Description>What the law says about cybercrime, powers and safeguards</Description>\n";
  out += url(root, "results", Form::kHtml, "/?q={searchTerms}");
  out += url(root, "results", Form::kJson,
             address(Endpoint::kSearch, "?q={searchTerms}&limit={count?}"));
  out += url(root, "results", Form::kAtom,
             address(Endpoint::kFeed, "?q={searchTerms}&limit={count?}"));
  out += url(root, "suggestions", Form::kSuggestions,
             address(Endpoint::kSuggest, "?q={searchTerms}&format=opensearch"));
  out += url(root, "self", Form::kOpenSearch, address(Endpoint::kOpenSearch, ""));
  return out +
         "  <Query role=\"example\" searchTerms=\"illegal access\"/>\n"
         "  <Language>en</Language>\n"
         "  <Language>es</Language>\n"
         "  <Language>fa</Language>\n"
         "  <OutputEncoding>UTF-8</OutputEncoding>\n"
         "  <InputEncoding>UTF-8</InputEncoding>\n"
         "</OpenSearchDescription>\n";
}

}  // namespace cyberlex::api
