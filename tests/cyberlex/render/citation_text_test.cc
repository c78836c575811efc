// Citations of the shipped acts, and of acts that lack what a citation would say.
#include "cyberlex/render/citation_text.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <memory>

#include "cyberlex/answer/answers.h"
#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

class ShippedCitations : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    std::string const root = CYBERLEX_SOURCE_DIR;
    std::string const command = "'" CYBERLEX_INDEXER "' build --corpus '" + root +
                                "/corpus' --mappings '" + root + "/mappings' --index '" +
                                folder_->path() + "' --progress none >/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
    generation_ = must(Generation::open(must(current_generation(folder_->path()))));
  }
  static void TearDownTestSuite() {
    generation_.reset();
    folder_.reset();
  }

  static Reference act(std::string const& handle) {
    return reference_to(generation_->find_act(handle)->work);
  }
  static Reference provision(std::string const& text, std::string const& on = "2026-01-01") {
    IndexReader const reader = must(IndexReader::open(generation_));
    ProvisionAnswer const answer =
        must(answer_provision(reader, must(parse_handle(text)), day(on), {}));
    return reference_to(generation_->acts().at(answer.record.act), answer.record);
  }

  static std::unique_ptr<TemporaryFolder> folder_;
  static std::shared_ptr<Generation const> generation_;
};
std::unique_ptr<TemporaryFolder> ShippedCitations::folder_;
std::shared_ptr<Generation const> ShippedCitations::generation_;

TEST_F(ShippedCitations, AreOscolaForAnActInEnglish) {
  EXPECT_EQ(oscola(act("ng/cybercrimes-act-2015")),
            "Cybercrimes (Prohibition, Prevention, etc.) Act 2015 (Nigeria)");
  EXPECT_EQ(oscola(provision("ng/cybercrimes-act-2015/sec_24")),
            "Cybercrimes (Prohibition, Prevention, etc.) Act 2015 (Nigeria), s 24");
}

TEST_F(ShippedCitations, GiveTheEnglishTitleAndTheOriginalOfAForeignLaw) {
  EXPECT_EQ(oscola(provision("ni/ley-1042/art_30")),
            "Law No. 1042, Special Law on Cybercrimes 2020 (Ley N° 1042, Ley Especial de "
            "Ciberdelitos) (Nicaragua), art 30");
  std::string const title = "قانون جرایم رایانه‌ای";
  EXPECT_EQ(oscola(provision("ir/computer-crimes-law/art_1")),
            "Computer Crimes Law 2009 (\u2068" + title + "\u2069) (Iran), art 1");
}

TEST_F(ShippedCitations, GiveTheDaysOfATreaty) {
  EXPECT_EQ(oscola(provision("budapest/2")),
            "Convention on Cybercrime (adopted 8 November 2001, entered into force 1 July 2004) "
            "(Budapest Convention) art 2");
  EXPECT_EQ(oscola(act("unc")),
            "United Nations Convention against Cybercrime; Strengthening International Cooperation "
            "for Combating Certain Crimes Committed by Means of Information and Communications "
            "Technology Systems and for the Sharing of Evidence in Electronic Form of Serious "
            "Crimes (adopted 24 December 2024, not yet in force) (UN Convention against "
            "Cybercrime)");
}

TEST_F(ShippedCitations, NameTheTextAndItsIriInTheNeutralForm) {
  EXPECT_EQ(neutral_citation(provision("ng/cybercrimes-act-2015/sec_24", "2020-01-01")),
            "Nigeria, Cybercrimes (Prohibition, Prevention, etc.) Act 2015, section 24, version of "
            "2015-05-15, restatement, "
            "/akn/ng/act/2015/cybercrimes-act/eng@2015-05-15/!main~sec_24");
  EXPECT_EQ(neutral_citation(act("budapest")),
            "Convention on Cybercrime 2001, /akn/coe/act/convention/2001/cets-185");
}

TEST_F(ShippedCitations, AreOneLineOfWhatIsHeldForEveryAct) {
  for (ActRecord const& each : generation_->acts()) {
    Reference const reference = reference_to(each.work);
    for (std::string const& text : {oscola(reference), neutral_citation(reference)}) {
      EXPECT_EQ(text, one_line(text));
      EXPECT_EQ(text.find("()"), std::string::npos) << text;
      EXPECT_NE(text.find(reference.title), std::string::npos) << text;
      EXPECT_EQ(text.find(", ,"), std::string::npos) << text;
    }
  }
}

Work small_work() {
  Work out;
  out.handle = "zz/act";
  out.iri = "/akn/zz/act/2010/act";
  out.jurisdiction = "de";
  out.original_language = "de";
  out.title = {{"de", "Gesetz"}};
  return out;
}

TEST(Citations, LeaveOutWhatIsNotKnown) {
  EXPECT_EQ(oscola(reference_to(small_work())), "Gesetz (Germany)");
  EXPECT_EQ(neutral_citation(reference_to(small_work())), "Germany, Gesetz, /akn/zz/act/2010/act");
}

TEST(Citations, SayAYearOnce) {
  Work work = small_work();
  work.year = 2010;
  EXPECT_EQ(oscola(reference_to(work)), "Gesetz 2010 (Germany)");
  work.title = {{"de", "Gesetz (2010)"}};
  EXPECT_EQ(oscola(reference_to(work)), "Gesetz (2010) (Germany)");
  work.title = {{"de", "Gesetz 20101"}};
  EXPECT_EQ(oscola(reference_to(work)), "Gesetz 20101 2010 (Germany)");
}

Work small_treaty(Confidence confidence) {
  Work out = small_work();
  out.jurisdiction = "int";
  ActEvent adopted;
  adopted.date = day("2010-03-09");
  adopted.type = "adopted";
  adopted.provenance.confidence = confidence;
  out.events.push_back(adopted);
  StatusChange status;
  status.from = adopted.date;
  status.value = LegalStatus::kAdopted;
  status.provenance.confidence = confidence;
  out.status.push_back(status);
  return out;
}

TEST(Citations, GiveOnlyVerifiedDaysOfATreaty) {
  EXPECT_EQ(oscola(reference_to(small_treaty(Confidence::kVerified))),
            "Gesetz (adopted 9 March 2010, not yet in force)");
  EXPECT_EQ(oscola(reference_to(small_treaty(Confidence::kRecalled))), "Gesetz");
  EXPECT_EQ(oscola(reference_to(small_treaty(Confidence::kConflict))), "Gesetz");
}

TEST(Citations, TakeTheFirstDayInForceWhereNoEventSaysIt) {
  Work treaty = small_treaty(Confidence::kVerified);
  StatusChange in_force;
  in_force.from = day("2012-07-01");
  in_force.value = LegalStatus::kInForce;
  in_force.provenance.confidence = Confidence::kVerified;
  treaty.status.push_back(in_force);
  EXPECT_EQ(oscola(reference_to(treaty)),
            "Gesetz (adopted 9 March 2010, entered into force 1 July 2012)");
  treaty.status.back().provenance.confidence = Confidence::kRecalled;
  EXPECT_EQ(oscola(reference_to(treaty)), "Gesetz (adopted 9 March 2010)");
}

TEST(Citations, NameAProvisionWithoutNumberByItsKind) {
  ProvisionRecord record;
  record.eid = must(EId::parse("preamble"));
  record.kind = ProvisionKind::kPreamble;
  ActRecord act;
  act.work = small_work();
  EXPECT_EQ(oscola(reference_to(act, record)), "Gesetz (Germany), preamble");
}

TEST(Citations, AreOneLineWhateverATitleHolds) {
  EXPECT_EQ(one_line(" a\r\n\tb\u2028c\u0085d\x01 "), "a b c d");
  EXPECT_EQ(one_line("a\xFF"), "a\uFFFD");
  EXPECT_EQ(one_line(""), "");
}

}  // namespace
}  // namespace cyberlex::testing
