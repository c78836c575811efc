#include <gtest/gtest.h>

#include <functional>

#include "cyberlex/index/columns.h"
#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 2001;

Columns example() {
  Laws const laws = RandomLaws(kSeed).make(3, 5);
  std::vector<ProvisionRecord> records;
  for (IndexDocument const& document : laws.documents) {
    records.push_back(document.record);
  }
  return make_columns(laws.acts, records, std::vector<uint16_t>(records.size(), 9));
}

TEST(ColumnsCodec, ColumnsSurviveTheirStoredForm) {
  Columns const columns = example();
  Result<Columns> const decoded = decode_columns(encode(columns));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(*decoded, columns);
  Columns const none = make_columns({}, {}, {});
  EXPECT_EQ(decode_columns(encode(none)).value(), none);
}

TEST(ColumnsCodec, RefusesColumnsThatDoNotHangTogether) {
  std::vector<std::function<void(Columns&)>> const spoilers = {
      [](Columns& c) { c.state.to.pop_back(); },
      [](Columns& c) { c.state.provision.front() = 1; },
      [](Columns& c) { c.state.provision.back() += 2; },
      [](Columns& c) { c.state.act.codes.back() = 99; },
      [](Columns& c) { c.state.status.codes.back() = 99; },
      [](Columns& c) { c.state.limb_begin.back() += 1; },
      [](Columns& c) { c.state.limb_begin.front() = 1; },
      [](Columns& c) { c.state.limb_begin.clear(); },
      [](Columns& c) {
        std::swap(c.state.klass.names.values.front(), c.state.klass.names.values.back());
      },
      [](Columns& c) { c.state.act.names.values.back() = c.state.act.names.values.front(); },
      [](Columns& c) { c.limb.offence.codes.back() = 99; },
      [](Columns& c) { c.limb.shortest.push_back(1); },
      [](Columns& c) { c.limb.clause_begin.back() = 0; },
      [](Columns& c) { c.clause.open.front() = 2; },
      [](Columns& c) { c.clause.fines.front().unit = 99; },
      [](Columns& c) { c.mapping.treaty.codes.pop_back(); },
  };
  for (size_t i = 0; i < spoilers.size(); ++i) {
    Columns columns = example();
    spoilers[i](columns);
    Result<Columns> const decoded = decode_columns(encode(columns));
    ASSERT_FALSE(decoded.ok()) << i;
    EXPECT_EQ(decoded.error().code, ErrorCode::kDamaged);
  }
}

TEST(ColumnsCodec, FlippedBytesNeverGiveColumnsThatEncodeOtherwise) {
  std::string const good = encode(example());
  std::mt19937 random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    std::string bytes = good;
    bytes[random() % bytes.size()] = static_cast<char>(random());
    Result<Columns> const decoded = decode_columns(bytes);
    if (decoded) {
      ASSERT_EQ(encode(*decoded), bytes) << "seed " << kSeed << " round " << i;
    }
  }
}

}  // namespace
}  // namespace cyberlex
