// Files that are compiled in: templates, interface texts, assets.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace cyberlex::pages {

struct Resource {
  std::string_view name;  // "templates/hit.mustache"
  std::string_view text;
};

std::span<Resource const> resources();
std::optional<std::string_view> find_resource(std::string_view name);

}  // namespace cyberlex::pages
