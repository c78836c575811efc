// Values to bytes: see codec.h.
#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/index/describe.h"
#include "cyberlex/model/eid.h"

namespace cyberlex {

class Encoder {
 public:
  template <typename... T>
  void operator()(T const&... fields) {
    (put(fields), ...);
  }

  std::string take() { return std::move(out_); }

 private:
  void put(std::string const& text) {
    varint(text.size());
    out_ += text;
  }
  void put(Date date) { put(date.days()); }
  void put(EId const& eid) { put(eid.text()); }

  template <std::integral T>
  void put(T value) {
    if constexpr (std::is_signed_v<T>) {
      auto const wide = static_cast<int64_t>(value);
      varint((static_cast<uint64_t>(wide) << 1) ^ static_cast<uint64_t>(wide >> 63));
    } else {
      varint(value);
    }
  }

  template <typename T>
  requires std::is_enum_v<T>
  void put(T value) { varint(static_cast<uint64_t>(value)); }

  template <typename T>
  void put(std::optional<T> const& value) {
    put(value.has_value());
    if (value) {
      put(*value);
    }
  }

  template <typename T>
  void put(std::vector<T> const& list) {
    varint(list.size());
    for (T const& item : list) {
      put(item);
    }
  }

  template <typename K, typename V>
  void put(std::map<K, V> const& map) {
    varint(map.size());
    for (auto const& [key, value] : map) {
      put(key);
      put(value);
    }
  }

  template <typename T>
  requires std::is_class_v<T>
  void put(T const& record) { describe(*this, record); }

  void varint(uint64_t value) {
    while (value >= 0x80) {
      out_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }

  std::string out_;
};

}  // namespace cyberlex
