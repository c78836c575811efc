// What shards say of a document in terms and slots that stock Xapian servers know, and the
// dictionary by which both ends read it.
//
// Every parameter that can be counted is an axis, every value of it a number on the axis. A value
// of a state holds on the whole document; one of a limb holds at places: the document itself, and
// each of its limbs with each of its clauses (or none) and each of its mappings (or none). Filters
// in one request hold at one place. So each value is a term, and a value of limbs has the position
// place * kPlaceWidth + axis + 1: a phrase of the terms of two axes, as wide as the axes are apart,
// is found where both hold at one place and nowhere else.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/codec.h"
#include "cyberlex/index/manifest.h"
#include "cyberlex/search/parameters.h"
#include "cyberlex/search/request.h"

namespace cyberlex::shards {

inline constexpr uint32_t kPlaceWidth = 64;  // above the number of parameters

// Slots. A state's axis has slot kFirstAxisSlot + axis.
inline constexpr uint32_t kFromSlot = 0;
inline constexpr uint32_t kToSlot = 1;
inline constexpr uint32_t kPlacesSlot = 2;
inline constexpr uint32_t kFirstAxisSlot = 3;

// Metadata of each shard, beside the acts and the taxonomy under the keys of schema.h.
inline constexpr char const* kProjectionKey = "projection";

// A term or an amount of which ranges are made. Of places where `unbounded` holds, the number is
// the largest that a range without an upper end reaches; else it is one that lies there.
struct Measure {
  std::string unit = {};
  int64_t number = 0;
  bool unbounded = false;
  bool operator==(Measure const&) const = default;
};

struct AxisValue {
  std::string value;
  std::string label;    // in English
  std::string broader;  // in the parameter's tree
  uint32_t depth = 0;
  std::optional<Measure> measure;  // then no value of its own, and never listed
  bool operator==(AxisValue const&) const = default;
};

struct Axis {
  Param param = Param::kJurisdiction;
  std::vector<AxisValue> values;
  bool operator==(Axis const&) const = default;

  bool of_state() const { return info_of(param).level == Level::kState; }
  // The numbers of the values that any of `filters` takes in, ascending.
  std::vector<uint32_t> accepted(std::span<FilterValue const> filters) const;
  // A value of its own, and no measure; values.size() when there is none.
  uint32_t place_of(std::string_view value) const;
};

// A parameter whose held values reading a question needs, though it be no axis.
struct HeldValues {
  std::string param;
  std::vector<std::string> values;
  bool operator==(HeldValues const&) const = default;
};

// A node of the tree of articles, as ValueTree::Node; `broader` is a place + 1, 0 at the top.
struct ArticleNode {
  std::string value;
  uint32_t broader = 0;
  uint32_t depth = 0;
  std::string label;
  bool operator==(ArticleNode const&) const = default;
};

struct Projection {
  std::string digest;  // of the generation it was made of
  uint32_t shards = 0;
  uint64_t documents = 0;
  std::vector<std::string> languages;
  std::vector<Axis> axes;
  std::vector<HeldValues> held;
  std::vector<ArticleNode> articles;
  bool operator==(Projection const&) const = default;

  // Null when the parameter is no axis.
  Axis const* find(Param param) const;
  uint32_t number_of(Axis const& axis) const { return static_cast<uint32_t>(&axis - axes.data()); }
};
std::string encode(Projection const& projection);
Result<Projection> decode_projection(std::string_view bytes);

// Every document has generation_term(), the first of each shard first_term() of it.
std::string generation_term(std::string_view digest);
std::string first_term(std::string_view digest, uint32_t shard);
std::string value_term(uint32_t axis, uint32_t value);

// A value on an axis.
struct Held {
  uint32_t axis = 0;
  uint32_t value = 0;
  bool operator==(Held const&) const = default;
};
using HeldList = std::vector<Held>;

// What holds where in a document. The last clause and the last mapping of a limb are none.
struct PlacedLimb {
  HeldList own;
  std::vector<HeldList> clauses;
  std::vector<HeldList> mappings;
  bool operator==(PlacedLimb const&) const = default;
};
struct Places {
  HeldList document;
  std::vector<PlacedLimb> limbs;
  bool operator==(Places const&) const = default;

  // Calls visit(held) for each place, the document itself first; `held` are the lists that hold
  // there together.
  template <typename Visit>
  void each(Visit const& visit) const {
    static HeldList const kNone;
    visit(std::array<HeldList const*, 4>{&document, &kNone, &kNone, &kNone});
    for (PlacedLimb const& limb : limbs) {
      for (HeldList const& clause : limb.clauses) {
        for (HeldList const& mapping : limb.mappings) {
          visit(std::array<HeldList const*, 4>{&document, &limb.own, &clause, &mapping});
        }
      }
    }
  }
};
std::string encode(Places const& places);
Result<Places> decode_places(std::string_view bytes);

// The value numbers of a state's axis.
std::string encode_values(std::vector<uint32_t> const& values);
Result<std::vector<uint32_t>> decode_values(std::string_view bytes);

}  // namespace cyberlex::shards
