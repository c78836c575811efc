#include "cyberlex/search/contained_labels.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <random>

namespace cyberlex {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::array<std::string_view, 1> kOffences = {"offence"};

Taxonomy taxonomy(std::vector<std::pair<std::string, std::vector<std::string>>> const& concepts) {
  Taxonomy out;
  for (auto const& [id, labels] : concepts) {
    Concept entry;
    entry.scheme = "offence";
    entry.id = id;
    entry.pref["en"] = labels.front();
    entry.alt["en"].assign(labels.begin() + 1, labels.end());
    out.concepts.push_back(std::move(entry));
  }
  return out;
}

std::vector<std::string> found(Taxonomy const& concepts, std::set<std::string> const& sentence,
                               std::string_view language = "en") {
  ConceptLabels const labels(concepts);
  ContainedLabels contained(labels, language, kOffences);
  contained.read(sentence);
  std::vector<std::string> out;
  for (ContainedLabel const& each : contained.found()) {
    out.push_back(labels.concept_of(labels.label(each.label)).id);
  }
  return out;
}

Taxonomy const kConcepts = taxonomy({{"access", {"access to a system", "hack"}},
                                     {"fraud", {"fraud by a computer"}},
                                     {"wiretap", {"secret capture of private calls"}}});

TEST(ContainedLabels, WordsOfALabelCountInWhateverOrder) {
  EXPECT_THAT(found(kConcepts, {"system", "enter", "access"}), ElementsAre("access"));
  EXPECT_THAT(found(kConcepts, {"hack"}), ElementsAre("access"));
}

TEST(ContainedLabels, MostOfALabelIsEnoughAndOneWordOfSeveralIsNot) {
  EXPECT_THAT(found(kConcepts, {"secret", "captur", "privat"}), ElementsAre("wiretap"));
  EXPECT_THAT(found(kConcepts, {"secret", "captur"}), IsEmpty());
  EXPECT_THAT(found(kConcepts, {"fraud"}), IsEmpty());
}

TEST(ContainedLabels, OtherLanguagesAndSchemesAreLeftOut) {
  EXPECT_THAT(found(kConcepts, {"hack"}, "es"), IsEmpty());
  Taxonomy powers = kConcepts;
  for (Concept& entry : powers.concepts) {
    entry.scheme = "power";
  }
  EXPECT_THAT(found(powers, {"hack"}), IsEmpty());
}

TEST(ContainedLabels, WholeLabelsComeBeforePartsOfThem) {
  EXPECT_THAT(found(kConcepts, {"secret", "captur", "privat", "fraud", "comput"}),
              ElementsAre("fraud", "wiretap"));
}

// The twin: every label against every sentence, one after the other.
std::map<std::string, double> shares(Taxonomy const& concepts,
                                     std::vector<std::set<std::string>> const& sentences) {
  ConceptLabels const labels(concepts);
  std::map<std::string, double> having;
  for (ConceptLabel const& label : labels.all()) {
    for (std::string const& stem :
         std::set<std::string>(label.forms[0].stems.begin(), label.forms[0].stems.end())) {
      ++having[stem];
    }
  }
  auto const weight = [&](std::string const& stem) {
    return std::log(1.0 + static_cast<double>(labels.all().size()) / having.at(stem));
  };
  std::map<std::string, double> out;
  for (ConceptLabel const& label : labels.all()) {
    std::set<std::string> const stems(label.forms[0].stems.begin(), label.forms[0].stems.end());
    for (std::set<std::string> const& sentence : sentences) {
      double whole = 0;
      double common = 0;
      size_t count = 0;
      for (std::string const& stem : stems) {
        whole += weight(stem);
        common += sentence.count(stem) > 0 ? weight(stem) : 0;
        count += sentence.count(stem);
      }
      bool const enough = count >= 2 || count == stems.size();
      if (enough && common / whole >= kLeastShare) {
        double& best = out[labels.concept_of(label).id];
        best = std::max(best, common / whole);
      }
    }
  }
  return out;
}

TEST(ContainedLabels, AgreesWithEveryLabelAgainstEverySentence) {
  constexpr uint32_t kSeed = 3;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  auto const word = [&random] {
    return "xq" + std::string(1, static_cast<char>('a' + random() % 9));
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<std::pair<std::string, std::vector<std::string>>> concepts;
    for (int i = 0; i < 6; ++i) {
      std::vector<std::string> own;
      for (size_t left = 1 + random() % 3; left > 0; --left) {
        own.push_back(word());
        for (size_t more = random() % 4; more > 0; --more) {
          own.back() += ' ' + word();
        }
      }
      concepts.emplace_back("c" + std::to_string(i), own);
    }
    Taxonomy const all = taxonomy(concepts);
    std::vector<std::set<std::string>> sentences(1 + random() % 3);
    for (std::set<std::string>& sentence : sentences) {
      for (size_t left = random() % 7; left > 0; --left) {
        sentence.insert(word());
      }
    }
    ConceptLabels const labels(all);
    ContainedLabels contained(labels, "en", kOffences);
    for (std::set<std::string> const& sentence : sentences) {
      contained.read(sentence);
    }
    std::map<std::string, double> got;
    for (ContainedLabel const& each : contained.found()) {
      got[labels.concept_of(labels.label(each.label)).id] = each.share;
    }
    std::map<std::string, double> const wanted = shares(all, sentences);
    ASSERT_EQ(got.size(), wanted.size());
    for (auto const& [id, share] : wanted) {
      ASSERT_NEAR(got[id], share, 1e-9) << id;
    }
  }
}

}  // namespace
}  // namespace cyberlex
