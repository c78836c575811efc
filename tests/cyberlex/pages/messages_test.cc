#include "cyberlex/pages/messages.h"

#include <gmock/gmock.h>

#include <set>

#include "cyberlex/model/eid.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/model/vocabulary.h"
#include "cyberlex/pages/pages.h"

namespace cyberlex::pages {
namespace {

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> out;
  for (size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    out.emplace(text.substr(open, text.find('}', open) - open + 1));
  }
  return out;
}

std::string stem_of(std::string const& key) {
  for (std::string_view const ending : {".one", ".two", ".few", ".many", ".other"}) {
    if (key.ends_with(ending)) {
      return key.substr(0, key.size() - ending.size());
    }
  }
  return key;
}

std::set<std::string> stems_of(Messages const& messages) {
  std::set<std::string> out;
  for (auto const& [key, text] : messages.all()) {
    out.insert(stem_of(key));
  }
  return out;
}

TEST(Messages, EveryLanguageSaysTheSameThings) {
  Messages const english(UiLanguage::kEnglish);
  for (UiLanguage const language : {UiLanguage::kSpanish, UiLanguage::kPersian}) {
    Messages const other(language);
    EXPECT_EQ(stems_of(other), stems_of(english)) << code_of(language);
    for (auto const& [key, text] : other.all()) {
      EXPECT_FALSE(text.empty()) << key;
      if (english.has(key)) {
        EXPECT_EQ(placeholders(text), placeholders(english.text(key))) << key;
      }
    }
  }
}

TEST(Messages, APersianTextHasNoArabicLetters) {
  Messages const persian(UiLanguage::kPersian);
  for (auto const& [key, text] : persian.all()) {
    EXPECT_EQ(text.find("\u064A"), std::string::npos) << key;
    EXPECT_EQ(text.find("\u0643"), std::string::npos) << key;
  }
}

template <typename Enum>
void expect_worded(Messages const& messages, std::string const& list, Enum skipped) {
  for (std::string_view const name : names<Enum>()) {
    std::string const key = list + '.' + std::string(name);
    EXPECT_TRUE(messages.has(key) || name == name_of(skipped)) << key;
  }
}

TEST(Messages, EveryValueOfTheModelHasAWord) {
  Messages const messages(UiLanguage::kEnglish);
  expect_worded(messages, "status", LegalStatus::kUnknown);
  expect_worded(messages, "text", TextKind::kOfficial);
  expect_worded(messages, "confidence", Confidence::kVerified);
  expect_worded(messages, "relation", Relation::kOutside);
  expect_worded(messages, "class", ProvisionClass::kNotAssessed);
  expect_worded(messages, "assessment", AssessmentValue::kNotAssessed);
  expect_worded(messages, "ternary", Ternary::kUnknown);
  expect_worded(messages, "penalty", PenaltyKind::kUnseen);
  expect_worded(messages, "condition", PenaltyCondition::kBase);
  expect_worded(messages, "person", PenaltyPerson::kNatural);
  expect_worded(messages, "kind", ProvisionKind::kSection);
  for (ParamInfo const& info : parameters()) {
    EXPECT_TRUE(messages.has("parameter." + std::string(info.name))) << info.name;
  }
}

TEST(Messages, FillsInWhatIsNamed) {
  Messages const messages(UiLanguage::kEnglish);
  EXPECT_EQ(messages.text("interval.both", {{"from", "a"}, {"to", "{from}"}}), "a to {from}");
  EXPECT_EQ(messages.counted("provisions", 1), "1 provision");
  EXPECT_EQ(messages.counted("provisions", 12345), "12,345 provisions");
  EXPECT_EQ(Messages(UiLanguage::kPersian).counted("provisions", 12).find("12"), std::string::npos);
}

TEST(Messages, AKeyThatIsMissingIsNamed) {
  Messages const messages(UiLanguage::kEnglish);
  EXPECT_THROW(messages.text("no.such.key"), std::out_of_range);
}

TEST(Messages, LanguagesAreFoundByTheirCode) {
  EXPECT_EQ(find_ui_language("fa"), UiLanguage::kPersian);
  EXPECT_EQ(find_ui_language("de"), std::nullopt);
}

}  // namespace
}  // namespace cyberlex::pages
