// How much memory a stored value takes once it is decoded: see codec.h for the descriptions.
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

// Adds up what values hold beside themselves, about: an allocation counts kNode bytes more than was
// asked for.
class Weigher {
 public:
  template <typename... T>
  void operator()(T const&... fields) {
    (add(fields), ...);
  }

  uint64_t bytes() const { return bytes_; }

 private:
  static constexpr uint64_t kNode = 16;
  static constexpr uint64_t kMapNode = 48;
  static constexpr size_t kInString = 15;  // characters that need no memory of their own

  void allocate(uint64_t bytes) { bytes_ += bytes > 0 ? bytes + kNode : 0; }

  void add(std::string const& text) { allocate(text.size() > kInString ? text.capacity() : 0); }
  void add(EId const& eid) { add(eid.text()); }
  void add(Date) {}

  template <typename T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void add(T) {}

  template <typename T>
  void add(std::optional<T> const& value) {
    if (value) {
      add(*value);
    }
  }

  template <typename T>
  void add(std::vector<T> const& list) {
    allocate(list.capacity() * sizeof(T));
    for (T const& item : list) {
      add(item);
    }
  }

  template <typename K, typename V>
  void add(std::map<K, V> const& map) {
    for (auto const& [key, value] : map) {
      allocate(kMapNode + sizeof(std::pair<K const, V>));
      add(key);
      add(value);
    }
  }

  template <typename T>
  requires std::is_class_v<T>
  void add(T const& record) { describe(*this, record); }

  uint64_t bytes_ = 0;
};

}  // namespace cyberlex
