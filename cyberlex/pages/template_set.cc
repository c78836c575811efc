#include "cyberlex/pages/template_set.h"

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include "cyberlex/pages/resources.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex::pages {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

struct View::State {
  data values{data::type::object};
};

View::View() : state_(std::make_unique<State>()) {}
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

View& View::text(std::string_view name, std::string_view value) {
  if (!value.empty()) {
    state_->values[std::string(name)] = data(std::string(value));
  }
  return *this;
}

View& View::flag(std::string_view name, bool value) {
  state_->values[std::string(name)] = data(value);
  return *this;
}

View& View::view(std::string_view name, View value) {
  state_->values[std::string(name)] = std::move(value.state_->values);
  return *this;
}

View& View::list(std::string_view name, std::vector<View> values) {
  if (values.empty()) {
    return *this;
  }
  data all(data::type::list);
  // push_back() copies, and lists in lists would be copied once a level. `all` is ours and not
  // const.
  auto& rows = const_cast<kainjow::mustache::list&>(all.list_value());
  rows.reserve(values.size());
  for (View& each : values) {
    rows.push_back(std::move(each.state_->values));
  }
  state_->values[std::string(name)] = std::move(all);
  return *this;
}

namespace {

constexpr int kDeepestPartial = 8;

std::string_view template_text(std::string_view name) {
  auto const text = find_resource("templates/" + std::string(name) + ".mustache");
  if (!text) {
    throw std::runtime_error("no template " + std::string(name));
  }
  return *text;
}

// Replaces every {{<mark>name}} by what `by` gives for the name.
std::string replaced(std::string_view text, std::string_view mark,
                     std::function<std::string(std::string_view)> const& by) {
  std::string const open = "{{" + std::string(mark);
  std::string out;
  while (true) {
    size_t const begin = text.find(open);
    size_t const end = begin == std::string_view::npos ? begin : text.find("}}", begin);
    if (end == std::string_view::npos) {
      return out += text;
    }
    out += text.substr(0, begin);
    out += by(text.substr(begin + open.size(), end - begin - open.size()));
    text.remove_prefix(end + 2);
  }
}

std::string with_partials(std::string_view text, int depth) {
  if (depth > kDeepestPartial) {
    throw std::runtime_error("templates hold one another");
  }
  return replaced(text, ">", [depth](std::string_view name) {
    std::string_view inner = template_text(name);
    inner.remove_suffix(inner.ends_with('\n') ? 1 : 0);
    return with_partials(inner, depth + 1);
  });
}

}  // namespace

namespace {

// Looks a name up in the innermost view only. Mustache would go on to those around it, and a source
// that is not known of a penalty would show the source of something else.
class OwnNames final : public kainjow::mustache::basic_context<std::string> {
 public:
  explicit OwnNames(data const* values) : items_{values} {}

  void push(data const* values) override { items_.push_back(values); }
  void pop() override { items_.pop_back(); }

  data const* get(std::string const& name) const override {
    // A text or a mark that opens a section is no view.
    auto const view = std::find_if(items_.rbegin(), items_.rend(),
                                   [](data const* item) { return item->is_object(); });
    return (*view)->get(name);
  }
  data const* get_partial(std::string const& /*name*/) const override { return nullptr; }

 private:
  std::vector<data const*> items_;
};

// What a template is written into; a stream costs more.
struct Sink {
  std::string text;
};
Sink& operator<<(Sink& sink, std::string const& piece) {
  sink.text += piece;
  return sink;
}

}  // namespace

struct TemplateSet::State {
  // mustache::render() is no const function because it may keep an error; a template that was read
  // whole makes none.
  mutable std::map<std::string, mustache, std::less<>> templates;
};

TemplateSet::TemplateSet(std::function<std::string(std::string_view key)> const& text_of)
    : state_(std::make_unique<State>()) {
  constexpr std::string_view kFolder = "templates/";
  constexpr std::string_view kEnding = ".mustache";
  for (Resource const& resource : resources()) {
    if (!resource.name.starts_with(kFolder)) {
      continue;
    }
    std::string_view name = resource.name.substr(kFolder.size());
    name.remove_suffix(kEnding.size());
    mustache read(replaced(with_partials(resource.text, 0),
                           "t:", [&](std::string_view key) { return html_escaped(text_of(key)); }));
    if (!read.is_valid()) {
      throw std::runtime_error(std::string(resource.name) + ": " + read.error_message());
    }
    read.set_custom_escape([](std::string const& text) { return html_escaped(text); });
    state_->templates.emplace(name, std::move(read));
  }
}

TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

std::string TemplateSet::fill(std::string_view name, View const& view) const {
  OwnNames names(&view.state().values);
  Sink sink;
  auto const found = state_->templates.find(name);
  if (found == state_->templates.end()) {
    throw std::out_of_range("no template " + std::string(name));
  }
  found->second.render(names, sink);
  return std::move(sink.text);
}

}  // namespace cyberlex::pages
