// The templates of one interface language.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cyberlex/pages/view.h"

namespace cyberlex::pages {

// Mustache (https://mustache.github.io/mustache.5.html), read once. Two things are settled while
// reading: {{>name}} is replaced by the template of that name, and {{t:key}} by the interface text
// of that key, so that filling a template looks up data only. Thread rule: const calls from any
// thread.
class TemplateSet {
 public:
  // `text_of` gives the interface text of a key. Throws std::runtime_error for a template that
  // cannot be read, or names one that is not there: a fault of the program, met when it starts.
  explicit TemplateSet(std::function<std::string(std::string_view key)> const& text_of);
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;
  ~TemplateSet();

  // Throws std::out_of_range when there is no template of that name.
  std::string fill(std::string_view name, View const& view) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex::pages
