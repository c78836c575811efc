// Query trees and filters by chance, over the words and facts of random_corpus.h.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cyberlex/search/parameters.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/ranges.h"
#include "cyberlex/search/request.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {

template <typename Node>
QueryPtr node_of(Node value) {
  auto out = std::make_unique<QueryNode>();
  out->value = std::move(value);
  return out;
}

class RandomQuery {
 public:
  explicit RandomQuery(Chance& chance) : chance_(chance) {}

  QueryPtr tree(uint32_t depth = 3) {
    if (depth == 0 || chance_.one_in(3)) {
      return leaf();
    }
    switch (chance_.number(6)) {
      case 0:
        return node_of(NotNode{tree(depth - 1)});
      case 1:
      case 2:
        return node_of(OrNode{trees(depth - 1)});
      default:
        return node_of(AndNode{trees(depth - 1)});
    }
  }

  // Filters as parse_request gives them: at most one a parameter, in their order.
  std::vector<Filter> filters(uint32_t one_in) {
    std::vector<Filter> out;
    for (ParamInfo const& info : parameters()) {
      if (!chance_.one_in(one_in)) {
        continue;
      }
      Filter filter;
      filter.param = info.param;
      for (uint32_t i = 1 + chance_.number(2); i > 0; --i) {
        (chance_.one_in(5) ? filter.exclude : filter.include).push_back(value(info.param));
      }
      out.push_back(std::move(filter));
    }
    return out;
  }

  FilterValue value(Param param) {
    std::vector<std::string> const all = texts(param);
    std::string const text = chance_.pick(all);
    Result<FilterValue> range = Error{};
    if (param == Param::kPrison || param == Param::kPrisonMin || param == Param::kSuggestedPrison) {
      range = parse_term_range(text);
    } else if (param == Param::kFine) {
      range = parse_fine_range(text);
    } else if (param == Param::kYear) {
      range = parse_year_range(text);
    }
    return range.ok() ? std::move(range).value() : FilterValue{text, std::nullopt};
  }

  static std::vector<std::string> texts(Param param) {
    switch (param) {
      case Param::kJurisdiction:
        return {"ng", "ni", "ir", "int"};
      case Param::kAct:
        return {"ng/act-0", "ni/act-1", "unc", "budapest"};
      case Param::kRank:
        return {"act", "decree", "treaty"};
      case Param::kYear:
        return {"unknown", "2001", "2005..2012", "2010..", "..2009"};
      case Param::kLang:
        return {"en", "es"};
      case Param::kStatus:
        return {"in-force", "suspended", "repealed"};
      case Param::kText:
        return {"official", "restatement", "unofficial-translation"};
      case Param::kClass:
        return {"not-assessed", "general", "offence"};
      case Param::kSuggested:
        return {"fraud", "forgery", "none"};
      case Param::kSuggestedPenalty:
        return {"imprisonment", "life", "day-fine", "fine", "none"};
      case Param::kSuggestedPrison:
        return {"4y..", "..1y", "life", "1y..<10y", "unknown", "none"};
      case Param::kParty:
        return {"unc",
                "unc:signed",
                "unc:none",
                "unc:not-assessed",
                "budapest",
                "budapest:signed",
                "budapest:not-assessed"};
      default:
        return annotation_texts(param);
    }
  }

 private:
  static std::vector<std::string> annotation_texts(Param param) {
    switch (param) {
      case Param::kOffence:
        return {"illegal-access", "fraud", "forgery", "cyber-offence", "none", "not-assessed"};
      case Param::kPower:
        return {"search", "retention", "none", "not-assessed"};
      case Param::kAuthorisation:
        return {"court", "police", "none", "not-assessed"};
      case Param::kConcern:
        return {"speech", "vague", "none", "not-assessed"};
      case Param::kConcept:
        return {"cyber-offence", "fraud",   "search", "vague",       "grounds",
                "imprisonment",  "testing", "none",   "not-assessed"};
      case Param::kSafeguard:
        return {"grounds:present", "grounds:absent", "notification:not-assessed", "none",
                "not-assessed"};
      case Param::kDefence:
        return {"public-interest:partial", "testing:elsewhere", "none", "not-assessed"};
      case Param::kSerious:
      case Param::kOneYear:
        return {"true", "false", "unknown", "none", "not-assessed"};
      case Param::kPenalty:
        return {"imprisonment", "life", "fine", "same-as-principal", "none", "not-assessed"};
      case Param::kPrison:
        return {"4y..",       "..1y",    "91d..2y", "36m",         "life",
                "10y..<life", "unknown", "none",    "not-assessed"};
      case Param::kPrisonMin:
        return {"4y..", "..1y", "91d..2y", "unknown", "none", "not-assessed"};
      case Param::kFine:
        return {"1NGN..", "..2NGN", "2day-fine..", "3NGN", "unknown", "none", "not-assessed"};
      case Param::kConfidence:
        return {"verified", "recalled", "conflict", "not-assessed"};
      case Param::kArticle:
        return {"unc/7", "budapest/2",  "unc", "unc/chp_2", "unc/none", "budapest/chp_2__sec_2",
                "none",  "not-assessed"};
      case Param::kConvention:
        return {"unc", "budapest", "none", "not-assessed"};
      default:
        return {"equivalent", "narrower", "wider",       "overlaps",
                "ancillary",  "outside",  "not-assessed"};
    }
  }

  std::vector<QueryPtr> trees(uint32_t depth) {
    std::vector<QueryPtr> out;
    for (uint32_t i = 2 + chance_.number(2); i > 0; --i) {
      out.push_back(tree(depth));
    }
    return out;
  }

  std::string const& word() {
    return chance_.one_in(4) ? chance_.pick(kSpanish) : chance_.pick(kEnglish);
  }

  QueryPtr leaf() {
    switch (chance_.number(9)) {
      case 0:
        return phrase();
      case 1:
        return proximity();
      case 2:
      case 3:
        return field();
      case 4:
        return node_of(WordNode{word(), WordForm::kExact, chance_.one_in(4)});
      case 5:
        return node_of(WordNode{word().substr(0, 2), WordForm::kPrefix, chance_.one_in(4)});
      case 6:
        return node_of(WordNode{word(), WordForm::kFuzzy, chance_.one_in(4)});
      default:
        return node_of(WordNode{word(), WordForm::kStemmed, chance_.one_in(4)});
    }
  }

  QueryPtr field() {
    Param const param = chance_.pick(parameters()).param;
    return node_of(FieldNode{param, value(param)});
  }

  QueryPtr phrase() {
    std::vector<std::string> const& from = chance_.one_in(4) ? kSpanish : kEnglish;
    PhraseNode out;
    for (uint32_t i = 1 + chance_.number(2); i > 0; --i) {
      out.words.push_back(chance_.pick(from));
    }
    return node_of(std::move(out));
  }

  QueryPtr proximity() {
    std::vector<QueryPtr> operands;
    for (uint32_t i = 2 + chance_.number(2); i > 0; --i) {
      WordForm const form = static_cast<WordForm>(chance_.number(4));
      std::string const text = form == WordForm::kPrefix ? word().substr(0, 3) : word();
      operands.push_back(chance_.one_in(4) ? phrase() : node_of(WordNode{text, form, false}));
    }
    if (chance_.one_in(2)) {
      Scope const scope = chance_.one_in(2) ? Scope::kSentence : Scope::kParagraph;
      return node_of(ScopeNode{scope, std::move(operands)});
    }
    return node_of(NearNode{1 + chance_.number(5), chance_.one_in(2), std::move(operands)});
  }

  Chance& chance_;
};

}  // namespace cyberlex::testing
