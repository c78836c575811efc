// A small corpus as a vocabulary, written out: what parsing a question sees of a generation.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cyberlex/search/vocabulary_view.h"

namespace cyberlex {

class FakeVocabulary final : public VocabularyView {
 public:
  FakeVocabulary() {
    using enum ProvisionKind;
    add_act("ng/cybercrimes-act-2015", "/akn/ng/act/2015/cybercrimes-act", 2015, kSection,
            {{{"en", "Cybercrimes (Prohibition, Prevention, etc.) Act 2015"}},
             {{"en", "Cybercrimes Act 2015"}},
             {"Nigerian Cybercrimes Act"}});
    add_act("ni/ley-1042", "/akn/ni/act/2020/ley-1042", 2020, kArticle,
            {{{"es", "Ley N.º 1042, Ley Especial de Ciberdelitos"}},
             {{"es", "Ley 1042"}},
             {"Ley Especial de Ciberdelitos"}});
    add_act("ir/computer-crimes-law", "/akn/ir/act/2009/computer-crimes-law", 2009, kArticle,
            {{{"en", "Computer Crimes Law"}, {"fa", "قانون جرایم رایانه‌ای"}},
             {},
             {}});
    add_act("gh/computer-misuse-act-1990", "/akn/gh/act/1990/computer-misuse", 1990, kSection,
            {{{"en", "Computer Misuse Act 1990"}}, {}, {}});
    add_act("ug/computer-misuse-act-2011", "/akn/ug/act/2011/computer-misuse", 2011, kSection,
            {{{"en", "The Computer Misuse Act, 2011"}}, {}, {"Computer Misuse Act"}});
    add_act(
        "unc", "/akn/un/act/convention/2024/cybercrime", 2024, kArticle,
        {{{"en", "United Nations Convention against Cybercrime"}}, {}, {"UNC", "UN Convention"}});
    add_act("budapest", "/akn/coe/act/convention/2001/cets-185", 2001, kArticle,
            {{{"en", "Convention on Cybercrime"}}, {{"en", "Budapest Convention"}}, {"CETS 185"}});
    add_numbering("ir/great-code", "/akn/ir/act/1996/great-code",
                  {{"en", "Great Code"}, {"fa", "مجموعهٔ بزرگ"}});
    for (char const* unit :
         {"ng/cybercrimes-act-2015 sec_1", "ng/cybercrimes-act-2015 sec_24",
          "ng/cybercrimes-act-2015 sec_24a", "ni/ley-1042 art_30", "ni/ley-1042 art_7-bis",
          "ir/computer-crimes-law art_1", "gh/computer-misuse-act-1990 sec_2",
          "ug/computer-misuse-act-2011 sec_2", "ug/computer-misuse-act-2011 sec_3", "unc art_7",
          "unc art_8", "budapest art_2", "budapest art_3"}) {
      units_.insert(unit);
    }
    std::sort(acts_.begin(), acts_.end(),
              [](ActRecord const& a, ActRecord const& b) { return a.work.handle < b.work.handle; });
    for (ActRecord const& act : acts_) {
      held_[Param::kAct].push_back(act.work.handle);
    }
    held_[Param::kJurisdiction] = {"gh", "int", "ir", "ng", "ni", "ug"};
    held_[Param::kRank] = {"act", "law", "ley", "treaty"};
    held_[Param::kLang] = {"en", "es", "fa"};
    names_ = ActNames(acts_);
    for (auto const& [scheme, id] :
         std::vector<std::pair<char const*, char const*>>{{"authorisation", "court-order"},
                                                          {"concern", "speech-criminalised"},
                                                          {"defence", "good-faith-research"},
                                                          {"offence", "illegal-access"},
                                                          {"offence", "illegal-interception"},
                                                          {"power", "content-interception"},
                                                          {"power", "production-order"},
                                                          {"safeguard", "judicial-review"},
                                                          {"safeguard", "notification"}}) {
      Concept entry;
      entry.scheme = scheme;
      entry.id = id;
      taxonomy_.concepts.push_back(entry);
    }
  }

  std::vector<std::string> const& held(Param param) const override {
    auto const found = held_.find(param);
    return found == held_.end() ? none_ : found->second;
  }
  Taxonomy const& taxonomy() const override { return taxonomy_; }
  bool has_unit(std::string_view act, std::string_view eid) const override {
    return units_.count(std::string(act) + ' ' + std::string(eid)) > 0;
  }
  ActNames const& act_names() const override { return names_; }
  ValueTree const& articles() const override { return articles_; }

 private:
  struct Names {
    LocalizedText title;
    LocalizedText short_title;
    std::vector<std::string> others;
  };

  // Sections where the law is English, articles elsewhere.
  void add_act(std::string handle, std::string iri, int year, ProvisionKind unit, Names names) {
    ActRecord act;
    act.work.handle = std::move(handle);
    act.work.iri = std::move(iri);
    act.work.year = year;
    act.work.unit = unit;
    act.work.original_language = names.title.begin()->first;
    act.work.title = std::move(names.title);
    act.work.short_title = std::move(names.short_title);
    act.work.names = std::move(names.others);
    acts_.push_back(std::move(act));
  }

  // Articles 1 to 54 of the act that was added third are 729 to 782 there.
  void add_numbering(std::string handle, std::string iri, LocalizedText title) {
    ParallelNumbering numbering;
    numbering.handle = std::move(handle);
    numbering.iri = std::move(iri);
    numbering.title = std::move(title);
    numbering.first = *EId::parse("art_1");
    numbering.last = *EId::parse("art_54");
    numbering.offset = 728;
    acts_.at(2).work.parallel.push_back(std::move(numbering));
  }

  std::vector<ActRecord> acts_;
  std::set<std::string> units_;
  std::map<Param, std::vector<std::string>> held_;
  std::vector<std::string> none_;
  ActNames names_;
  ValueTree articles_;
  Taxonomy taxonomy_;
};

}  // namespace cyberlex
