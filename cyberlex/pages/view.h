// What a template is filled with: texts, marks and lists by name.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cyberlex::pages {

// A value is set once; a name that a template asks for and its view has not is empty, whatever the
// views around it hold. Setters give the view back, so that one statement fills it.
class View {
 public:
  View();
  View(View&&) noexcept;
  View& operator=(View&&) noexcept;
  ~View();

  // Plain text: the template escapes it. An empty text counts as not set, so {{#name}} asks whether
  // there is any.
  View& text(std::string_view name, std::string_view value);
  View& flag(std::string_view name, bool value);
  View& view(std::string_view name, View value);
  // {{#name}} walks through it; an empty list counts as not set.
  View& list(std::string_view name, std::vector<View> values);

  struct State;
  State const& state() const { return *state_; }  // for template_set.cc

 private:
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex::pages
