#include "cyberlex/pages/frame.h"

#include <array>
#include <utility>
#include <vector>

#include "cyberlex/pages/links.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex::pages {
namespace {

struct MenuEntry {
  std::string_view key;
  std::string_view path;
};
constexpr auto kMenu = std::to_array<MenuEntry>({
    {"search", "/"},
    {"acts", "/acts"},
    {"treaties", "/conventions"},
    {"matrix", "/matrix/unc"},
    {"compare", "/compare"},
    {"safeguards", "/safeguards"},
    {"dual-criminality", "/dual-criminality"},
    {"states", "/jurisdictions"},
    {"thesaurus", "/thesaurus"},
    {"coverage", "/coverage"},
    {"about", "/about"},
});

std::vector<View> menu(PageContext const& context, Frame const& frame) {
  Links const links(context.visit);
  std::vector<View> out;
  for (MenuEntry const& entry : kMenu) {
    View row;
    row.text("url", links.page(entry.path))
        .text("name", context.messages().text("menu." + std::string(entry.key)))
        .flag("current", entry.key == frame.section);
    out.push_back(std::move(row));
  }
  return out;
}

// Each language by its own name, in its own direction.
std::vector<View> languages(PageContext const& context) {
  Links const links(context.visit);
  std::vector<View> out;
  for (UiLanguage const language : kUiLanguages) {
    View row;
    row.text("url", links.in_language(language))
        .text("name", context.pages.messages(language).text("language.own"))
        .text("code", code_of(language))
        .text("dir", direction_of(code_of(language)))
        .flag("current", language == context.visit.language);
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

void put_worded(View& view, std::string_view name, std::string_view text,
                std::string_view language) {
  std::string const key(name);
  view.text(key, text).text(key + "_lang", language).text(key + "_dir", direction_of(language));
}

void put_confidence(View& view, Wording const& wording, Confidence confidence) {
  view.text("confidence", wording.confidence(confidence))
      .text("confidence_class", name_of(confidence));
}

std::string framed(PageContext const& context, Frame const& frame, std::string_view content,
                   View view) {
  std::string_view const code = code_of(context.visit.language);
  View page;
  page.text("lang", code)
      .text("dir", direction_of(code))
      .text("title", frame.title)
      .text("q", frame.q)
      .text("json", frame.json)
      .text("feed", frame.feed)
      .text("home", Links(context.visit).page("/"))
      .text("style", context.pages.style_url())
      .text("script", context.pages.script_url())
      .text("ui", context.visit.chosen ? code : "")
      .list("menu", menu(context, frame))
      .list("languages", languages(context))
      .text("content", context.templates().fill(content, view));
  return context.templates().fill("page", page);
}

}  // namespace cyberlex::pages
