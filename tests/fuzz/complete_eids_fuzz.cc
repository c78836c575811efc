// Property: every provision gets an eId, none repeats, and a second run changes and says nothing.
//
// The input is a program for a tree: each byte adds a provision (its kind, its number), opens the
// one before, closes a level, or gives an explicit eId.

#include <array>
#include <cstdint>
#include <set>
#include <string>

#include "indexer/complete_eids.h"
#include "tests/fuzz/require.h"

namespace {

using cyberlex::EId;
using cyberlex::Provision;

constexpr int kDeepest = 30;

class TreeBuilder {
 public:
  TreeBuilder(uint8_t const* data, size_t size) : data_(data), size_(size) {}

  std::vector<Provision> build(int depth) {
    constexpr std::array<char const*, 8> kNumbers = {"",    "1",        "2", "1-2",
                                                     "bis", "\xDB\xB1", "A", "."};
    constexpr std::array<char const*, 4> kEids = {"sec_1", "sec_1-2", "fragment", "part_1__sec_1"};
    std::vector<Provision> out;
    while (next_ < size_) {
      unsigned const byte = data_[next_++];
      if (byte >= 240) {
        break;
      }
      if (byte >= 220 && depth < kDeepest && !out.empty()) {
        out.back().items = build(depth + 1);
      } else if (byte >= 200 && !out.empty()) {
        out.back().eid = *EId::parse(kEids[byte % kEids.size()]);
      } else {
        Provision item;
        item.kind = static_cast<cyberlex::ProvisionKind>(byte % 18);
        item.num = kNumbers[(byte / 18) % kNumbers.size()];
        out.push_back(std::move(item));
      }
    }
    return out;
  }

 private:
  uint8_t const* data_;
  size_t size_;
  size_t next_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size) {
  cyberlex::Expression expression;
  expression.body = TreeBuilder(data, size).build(0);
  cyberlex::Diagnostics first;
  complete_eids(expression, false, first);
  std::set<EId> seen;
  cyberlex::walk(expression.body, [&](Provision const& provision, auto const&) {
    cyberlex::require(!provision.eid.empty() && seen.insert(provision.eid).second);
  });
  cyberlex::Expression again = expression;
  cyberlex::Diagnostics second;
  complete_eids(again, true, second);
  cyberlex::require(again.body == expression.body && second.all().empty());
  return 0;
}
