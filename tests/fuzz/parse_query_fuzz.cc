// A query is refused with a position in it, or what is printed of it is read back as the same tree.

#include <cstdint>

#include "cyberlex/search/query.h"
#include "cyberlex/text/analyse.h"
#include "tests/cyberlex/search/fake_vocabulary.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  static cyberlex::FakeVocabulary const kVocabulary;
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  cyberlex::Result<cyberlex::ParsedQuery> const parsed = cyberlex::parse_query(text, kVocabulary);
  if (!parsed) {
    cyberlex::Error const& error = parsed.error();
    cyberlex::require(error.code == cyberlex::ErrorCode::kBadQuery && error.where == "q");
    cyberlex::require(error.position.has_value() && *error.position <= size &&
                      !error.message.empty());
    cyberlex::require(!cyberlex::is_utf8(text) || cyberlex::is_utf8(error.message));
    return 0;
  }
  cyberlex::Result<cyberlex::ParsedQuery> const again =
      cyberlex::parse_query(parsed->read_as, kVocabulary);
  cyberlex::require(again.ok());
  cyberlex::require(*again->root == *parsed->root);
  cyberlex::require(again->read_as == parsed->read_as);
  return 0;
}
