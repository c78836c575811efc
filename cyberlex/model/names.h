// The tables behind name_of() and parse_name(): one row a value. For the model's own sources.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace cyberlex {

// Specialised once for every enumeration: its names, in the order of its values.
template <typename Enum>
struct Names;

template <typename Enum>
std::string_view name_in_table(Enum value) {
  return Names<Enum>::kTable.at(static_cast<size_t>(value));
}

template <typename Enum>
std::optional<Enum> find_in_table(std::string_view name) {
  for (size_t i = 0; i < Names<Enum>::kTable.size(); ++i) {
    if (Names<Enum>::kTable.at(i) == name) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

// Defines the public functions of one enumeration over its table.
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): three functions of one shape for each enumeration
#define CYBERLEX_NAMES(Enum, ...)                                                  \
  template <>                                                                      \
  struct Names<Enum> {                                                             \
    static constexpr auto kTable = std::to_array<std::string_view>({__VA_ARGS__}); \
  };                                                                               \
  std::string_view name_of(Enum value) {                                           \
    return name_in_table(value);                                                   \
  }                                                                                \
  template <>                                                                      \
  std::optional<Enum> parse_name<Enum>(std::string_view name) {                    \
    return find_in_table<Enum>(name);                                              \
  }                                                                                \
  template <>                                                                      \
  std::span<std::string_view const> names<Enum>() {                                \
    return Names<Enum>::kTable;                                                    \
  }

}  // namespace cyberlex
