#include "cyberlex/pages/pages.h"

#include <algorithm>

#include "cyberlex/base/digest.h"
#include "cyberlex/pages/resources.h"

namespace cyberlex::pages {
namespace {

TemplateSet templates_in(Messages const& messages) {
  return TemplateSet([&messages](std::string_view key) { return messages.text(key); });
}

struct AssetFile {
  std::string_view resource;
  std::string_view stem;
  std::string_view ending;
  std::string_view content_type;
};
constexpr auto kAssets = std::to_array<AssetFile>({
    {"assets/cyberlex.css", "cyberlex.", ".css", "text/css; charset=utf-8"},
    {"assets/cyberlex.js", "cyberlex.", ".js", "text/javascript; charset=utf-8"},
});

std::string file_name(AssetFile const& file) {
  constexpr size_t kDigits = 12;
  Sha256 digest;
  digest.add_field(find_resource(file.resource).value_or(""));
  return std::string(file.stem) + digest.finish().substr(0, kDigits) + std::string(file.ending);
}

}  // namespace

Pages::Pages()
    : messages_{Messages(UiLanguage::kEnglish), Messages(UiLanguage::kSpanish),
                Messages(UiLanguage::kPersian)},
      templates_{templates_in(messages_[0]), templates_in(messages_[1]),
                 templates_in(messages_[2])},
      style_url_("/assets/" + file_name(kAssets[0])),
      script_url_("/assets/" + file_name(kAssets[1])) {}

Messages const& Pages::messages(UiLanguage language) const {
  return messages_.at(static_cast<size_t>(language));
}

TemplateSet const& Pages::templates(UiLanguage language) const {
  return templates_.at(static_cast<size_t>(language));
}

std::optional<Asset> find_asset(std::string_view name) {
  auto const* const found =
      std::find_if(kAssets.begin(), kAssets.end(),
                   [name](AssetFile const& file) { return file_name(file) == name; });
  if (found == kAssets.end()) {
    return std::nullopt;
  }
  return Asset{.body = find_resource(found->resource).value_or(""),
               .content_type = found->content_type};
}

}  // namespace cyberlex::pages
