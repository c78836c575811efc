#include "cyberlex/pages/template_set.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "cyberlex/pages/frame.h"
#include "cyberlex/pages/resources.h"

namespace cyberlex::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

TemplateSet english() {
  static Messages const messages(UiLanguage::kEnglish);
  return TemplateSet([](std::string_view key) { return messages.text(key); });
}

TEST(TemplateSet, EveryTextOfATemplateIsThereInEveryLanguage) {
  EXPECT_NO_THROW(Pages());
}

TEST(TemplateSet, AMissingTextStopsTheProgramWhenItStarts) {
  EXPECT_THROW(TemplateSet([](std::string_view key) -> std::string {
                 throw std::out_of_range(std::string(key));
               }),
               std::out_of_range);
}

TEST(TemplateSet, WhatIsFilledInIsEscaped) {
  View view;
  view.text("eid", "<script>alert(1)</script>").text("note", "\"'&");
  std::string const html = english().fill("limb", view);
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("\"'&")));
}

// A view that knows no source must not show that of the view around it.
TEST(TemplateSet, ANameIsLookedUpInItsOwnViewOnly) {
  View penalty;
  penalty.text("text", "five years");
  View view;
  view.text("eid", "sec_1").text("confidence", "verified").text("note", "of the limb");
  view.list("penalties", [&] {
    std::vector<View> rows;
    rows.push_back(std::move(penalty));
    return rows;
  }());
  std::string const html = english().fill("limb", view);
  size_t const at = html.find("five years");
  ASSERT_NE(at, std::string::npos);
  std::string const row = html.substr(at, html.find("</dd>", at) - at);
  EXPECT_THAT(row, Not(HasSubstr("verified")));
  EXPECT_THAT(row, Not(HasSubstr("of the limb")));
}

TEST(View, AnEmptyTextAndAnEmptyListCountAsNotSet) {
  View view;
  view.text("note", "").list("penalties", {});
  EXPECT_THAT(english().fill("limb", view), Not(HasSubstr("<dt>")));
}

TEST(Resources, AreFoundByTheirName) {
  EXPECT_TRUE(find_resource("templates/page.mustache"));
  EXPECT_FALSE(find_resource("templates/none.mustache"));
}

TEST(Assets, AreFoundByTheAddressThatPagesName) {
  Pages const pages;
  ASSERT_TRUE(pages.style_url().starts_with("/assets/"));
  auto const style = find_asset(pages.style_url().substr(8));
  ASSERT_TRUE(style);
  EXPECT_EQ(style->body, *find_resource("assets/cyberlex.css"));
  EXPECT_FALSE(find_asset("cyberlex.000000000000.css"));
}

}  // namespace
}  // namespace cyberlex::pages
