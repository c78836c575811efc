#include "cyberlex/api/accept.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>

namespace cyberlex::api {
namespace {

using testing::HasSubstr;

constexpr std::array kOffered = {Form::kJson, Form::kText, Form::kTurtle};

Form form_for(std::string_view accept) {
  auto const wish = read_accept(accept, kOffered);
  EXPECT_TRUE(wish.ok()) << accept;
  return wish ? wish->form : Form::kHtml;
}

TEST(Accept, GivesTheFirstFormWhereNothingIsPreferred) {
  for (std::string_view const accept :
       {"", "*/*", "application/*", "text/html, */*;q=0.8", "application/json"}) {
    EXPECT_EQ(form_for(accept), Form::kJson) << accept;
  }
}

TEST(Accept, GivesTheFormWithTheGreatestWeight) {
  EXPECT_EQ(form_for("text/plain"), Form::kText);
  EXPECT_EQ(form_for("text/*"), Form::kText);
  EXPECT_EQ(form_for("TEXT/Turtle"), Form::kTurtle);
  EXPECT_EQ(form_for("application/json;q=0.5, text/turtle;q=0.6"), Form::kTurtle);
  EXPECT_EQ(form_for("application/json;q=0.1, */*"), Form::kText);
  EXPECT_EQ(form_for("text/plain;q=0, text/*"), Form::kTurtle);
}

TEST(Accept, RefusesWhatIsNotOfferedAndSaysWhatIs) {
  for (std::string_view const accept : {"application/pdf", "*/*;q=0", "image/*", ";;,", "text"}) {
    auto const wish = read_accept(accept, kOffered);
    ASSERT_FALSE(wish.ok()) << accept;
    EXPECT_EQ(wish.error().where, "Accept");
    EXPECT_THAT(wish.error().message, HasSubstr("application/json, text/plain, text/turtle"));
  }
}

TEST(Accept, ReadsHowTextIsToBeLaidOut) {
  auto const wish = read_accept("text/plain; width=120; style=ansi", kOffered).value();
  EXPECT_EQ(wish.style.width, 120u);
  EXPECT_TRUE(wish.style.ansi);
  EXPECT_EQ(read_accept("text/plain", kOffered)->style.width, kLineWidth);
  for (std::string_view const width : {"0", "39", "401", "x", "99999999999999999999", "-5", ""}) {
    std::string const accept = "text/plain;width=" + std::string(width);
    EXPECT_FALSE(read_accept(accept, kOffered).ok()) << accept;
  }
}

TEST(Accept, MarksEveryOtherAnswerToAQuestionApart) {
  EXPECT_EQ(mark_of({}), "");
  Wish const text{.form = Form::kText, .style = {}};
  Wish const wide{.form = Form::kText, .style = {.width = 120, .ansi = false}};
  Wish const bold{.form = Form::kText, .style = {.width = 120, .ansi = true}};
  Wish const turtle{.form = Form::kTurtle, .style = {}};
  std::vector<std::string> marks = {mark_of(text), mark_of(wide), mark_of(bold), mark_of(turtle)};
  std::sort(marks.begin(), marks.end());
  EXPECT_EQ(std::unique(marks.begin(), marks.end()), marks.end());
}

}  // namespace
}  // namespace cyberlex::api
