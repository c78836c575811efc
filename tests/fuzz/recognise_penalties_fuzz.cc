// Whatever the bytes, clauses lie within them in order, and the span of a clause spells that clause
// again.

#include "cyberlex/text/recognise_penalties.h"

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  using namespace cyberlex;  // NOLINT(google-build-using-namespace)
  if (size == 0) {
    return 0;
  }
  static PenaltyRecogniser recognisers[] = {PenaltyRecogniser("de"), PenaltyRecogniser("en"),
                                            PenaltyRecogniser("es"), PenaltyRecogniser("fa")};
  PenaltyRecogniser& recogniser = recognisers[data[0] % 4];
  std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
  uint32_t after = 0;
  for (RecognisedPenalty const& clause : recogniser.read(text).clauses) {
    if (clause.begin < after || clause.end <= clause.begin || clause.end > text.size() ||
        clause.arms.empty()) {
      __builtin_trap();
    }
    after = clause.end;
    std::string_view const span = text.substr(clause.begin, clause.end - clause.begin);
    auto const again = recogniser.spelled(span);
    if (again.size() != 1 || again[0].arms != clause.arms || again[0].relation != clause.relation) {
      __builtin_trap();
    }
  }
  return 0;
}
