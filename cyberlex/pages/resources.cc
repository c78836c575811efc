#include "cyberlex/pages/resources.h"

#include <algorithm>
#include <array>

namespace cyberlex::pages {
namespace {

// Made by CMakeLists.txt of the files beside this one.
constexpr auto kResources = std::to_array<Resource>({
#include "resource_table.inc"
});

}  // namespace

std::span<Resource const> resources() {
  return kResources;
}

std::optional<std::string_view> find_resource(std::string_view name) {
  auto const* const found =
      std::find_if(kResources.begin(), kResources.end(),
                   [name](Resource const& resource) { return resource.name == name; });
  return found == kResources.end() ? std::nullopt : std::optional(found->text);
}

}  // namespace cyberlex::pages
