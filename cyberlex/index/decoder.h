// Bytes to values: see codec.h.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/index/describe.h"
#include "cyberlex/model/eid.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex {

// Reads what Encoder wrote. The first fault makes all further reads yield nothing; ask finished().
// Never reads beyond the bytes; what it allocates is bounded by a constant times their number,
// since every list item takes at least one byte.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  template <typename... T>
  void operator()(T&... fields) {
    (get(fields), ...);
  }

  // True when nothing failed and nothing is left.
  bool finished() const { return ok_ && bytes_.empty(); }
  bool ok() const { return ok_; }

 private:
  void get(std::string& text) {
    uint64_t const size = varint();
    if (size > bytes_.size()) {
      fail();
      return;
    }
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }

  void get(Date& date) {
    int32_t days = 0;
    get(days);
    date = Date(days);
  }

  void get(EId& eid) {
    std::string text;
    get(text);
    if (text.empty()) {
      eid = EId();
      return;
    }
    Result<EId> parsed = EId::parse(text);
    if (!parsed) {
      fail();
      return;
    }
    eid = std::move(*parsed);
  }

  template <std::integral T>
  void get(T& value) {
    uint64_t const raw = varint();
    if constexpr (std::is_same_v<T, bool>) {
      check(raw <= 1);
      value = raw == 1;
    } else if constexpr (std::is_signed_v<T>) {
      auto const wide = static_cast<int64_t>((raw >> 1) ^ (~(raw & 1) + 1));
      check(wide >= std::numeric_limits<T>::min() && wide <= std::numeric_limits<T>::max());
      value = static_cast<T>(wide);
    } else {
      check(raw <= std::numeric_limits<T>::max());
      value = static_cast<T>(raw);
    }
  }

  template <typename T>
  requires std::is_enum_v<T>
  void get(T& value) {
    uint64_t const raw = varint();
    check(raw < names<T>().size());
    value = static_cast<T>(ok_ ? raw : 0);
  }

  template <typename T>
  void get(std::optional<T>& value) {
    bool present = false;
    get(present);
    value.reset();
    if (present) {
      get(value.emplace());
    }
  }

  template <typename T>
  void get(std::vector<T>& list) {
    uint64_t const count = varint();
    check(count <= bytes_.size());
    list.clear();
    if constexpr (std::is_arithmetic_v<T>) {
      list.reserve(ok_ ? count : 0);
    }
    for (uint64_t i = 0; ok_ && i < count; ++i) {
      T item{};
      get(item);
      list.push_back(std::move(item));
    }
  }

  template <typename K, typename V>
  void get(std::map<K, V>& map) {
    uint64_t const count = varint();
    check(count <= bytes_.size());
    map.clear();
    for (uint64_t i = 0; ok_ && i < count; ++i) {
      K key{};
      V value{};
      get(key);
      get(value);
      check(map.empty() || map.rbegin()->first < key);
      map.emplace_hint(map.end(), std::move(key), std::move(value));
    }
  }

  template <typename T>
  requires std::is_class_v<T>
  void get(T& record) { describe(*this, record); }

  uint64_t varint() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) {
        break;
      }
      auto const byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      bool const overlong = byte == 0 && shift > 0;
      bool const too_large = shift == 63 && byte > 1;
      if (overlong || too_large) {
        break;
      }
      value |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) {
        return value;
      }
    }
    fail();
    return 0;
  }

  void check(bool holds) {
    if (!holds) {
      fail();
    }
  }
  void fail() {
    ok_ = false;
    bytes_ = {};
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace cyberlex
