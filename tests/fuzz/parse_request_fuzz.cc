// Parameters are refused with the name of one, or their canonical list is read back as the same
// request. Input: lines of name=value.

#include <cstdint>

#include "cyberlex/search/request.h"
#include "tests/cyberlex/search/fake_vocabulary.h"
#include "tests/fuzz/require.h"

namespace {

cyberlex::ParameterList list_of(std::string_view text) {
  cyberlex::ParameterList list;
  while (!text.empty()) {
    size_t const end = std::min(text.find('\n'), text.size());
    std::string_view const line = text.substr(0, end);
    size_t const split = std::min(line.find('='), line.size());
    list.emplace_back(line.substr(0, split), line.substr(std::min(split + 1, line.size())));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  static cyberlex::FakeVocabulary const kVocabulary;
  constexpr cyberlex::Date kToday(20000);
  cyberlex::ParameterList const list = list_of({reinterpret_cast<char const*>(data), size});
  cyberlex::Result<cyberlex::SearchRequest> const request =
      cyberlex::parse_request(list, kVocabulary, kToday);
  if (!request) {
    cyberlex::require(request.error().code == cyberlex::ErrorCode::kBadQuery);
    cyberlex::require(!request.error().message.empty());
    return 0;
  }
  cyberlex::ParameterList const canonical = cyberlex::to_parameters(*request);
  cyberlex::Result<cyberlex::SearchRequest> const again =
      cyberlex::parse_request(canonical, kVocabulary, kToday);
  cyberlex::require(again.ok());
  cyberlex::require(again->filters == request->filters && again->q == request->q);
  cyberlex::require(again->as_of == request->as_of && again->sort == request->sort);
  cyberlex::require(again->limit == request->limit && again->facets == request->facets);
  cyberlex::require(again->cursor == request->cursor);
  cyberlex::require(cyberlex::to_parameters(*again) == canonical);
  return 0;
}
