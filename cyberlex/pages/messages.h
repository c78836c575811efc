// The texts of the interface, in the languages it speaks.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cyberlex/text/local_format.h"

namespace cyberlex::pages {

enum class UiLanguage : uint8_t { kEnglish, kSpanish, kPersian };
inline constexpr std::array kUiLanguages = {UiLanguage::kEnglish, UiLanguage::kSpanish,
                                            UiLanguage::kPersian};

std::string_view code_of(UiLanguage language);  // "en", "es", "fa"
std::optional<UiLanguage> find_ui_language(std::string_view code);

// One language. Keys and texts stand in messages/<code>.txt: "key = text" a line, "#" before a
// comment; "{name}" in a text is filled in; "key.one" and "key.other" are forms of one text by a
// number (CLDR plural categories). Thread rule: const calls from any thread.
class Messages {
 public:
  // Throws std::runtime_error with file and line for a line that cannot be read or a key that
  // stands twice.
  explicit Messages(UiLanguage language);

  UiLanguage language() const { return language_; }
  LocalFormat const& format() const { return format_; }

  bool has(std::string_view key) const;
  // Throws std::out_of_range naming the key when there is none.
  std::string const& text(std::string_view key) const;
  using Fillings = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  std::string text(std::string_view key, Fillings fillings) const;
  // The form that `number` takes, with {n} as the language writes it.
  std::string counted(std::string_view key, int64_t number) const;

  std::map<std::string, std::string, std::less<>> const& all() const { return texts_; }

 private:
  UiLanguage language_;
  LocalFormat format_;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace cyberlex::pages
