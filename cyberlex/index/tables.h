// What a generation stores beside its documents, as bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/describe.h"
#include "cyberlex/index/document.h"

namespace cyberlex {

std::string encode_acts(std::vector<ActRecord> const& acts);
Result<std::vector<ActRecord>> decode_acts(std::string_view bytes);

std::string encode_eids(std::vector<std::string> const& eids);
Result<std::vector<std::string>> decode_eids(std::string_view bytes);

// Documents with a text in a language, and the words in them (TermMaker's lengths).
struct LanguageTotals {
  std::string language;
  uint64_t documents = 0;
  uint64_t words = 0;
  bool operator==(LanguageTotals const&) const = default;
};
template <typename Codec, Is<LanguageTotals> R>
void describe(Codec& codec, R& totals) {
  codec(totals.language, totals.documents, totals.words);
}
std::string encode_languages(std::vector<LanguageTotals> const& totals);
Result<std::vector<LanguageTotals>> decode_languages(std::string_view bytes);

}  // namespace cyberlex
