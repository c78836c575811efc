#include <algorithm>
#include <map>
#include <optional>

#include "cyberlex/model/penalty.h"
#include "tests/support/brute_force.h"

namespace cyberlex::testing {
namespace {

using Clauses = std::vector<PenaltyClause const*>;

bool imprisons(PenaltyClause const& clause) {
  bool const nothing_said =
      clause.relation == PenaltyRelation::kSameAsPrincipal || clause.arms.empty();
  return nothing_said || std::ranges::any_of(clause.arms, [](PenaltyArm const& arm) {
           return arm.kind == PenaltyKind::kImprisonment || arm.kind == PenaltyKind::kLife ||
                  arm.kind == PenaltyKind::kDeath;
         });
}

// "life", "death", "unknown", "none", or a number.
std::string term_of(Clauses const& clauses, bool least) {
  bool prison = false;
  bool open = false;
  std::vector<int64_t> terms;
  for (PenaltyClause const* const clause : clauses) {
    TermRange const range = term_range(*clause);
    prison = prison || imprisons(*clause);
    open = open || range.open;
    if (auto const term = least ? range.shortest : range.longest) {
      terms.push_back(*term);
    }
  }
  if (terms.empty()) {
    return prison ? "unknown" : "none";
  }
  int64_t const term = least ? *std::ranges::min_element(terms) : *std::ranges::max_element(terms);
  if (term >= kLifeScale) {
    return term == kLifeScale ? "life" : "death";
  }
  return open && !least ? "unknown" : std::to_string(term);
}

// By unit; nothing for a unit of which some maximum is not stated.
std::map<std::string, std::optional<int64_t>> fines_of(Clauses const& clauses) {
  std::map<std::string, std::optional<int64_t>> out;
  for (PenaltyClause const* const clause : clauses) {
    for (PenaltyArm const& arm : clause->arms) {
      if (arm.kind != PenaltyKind::kFine) {
        continue;
      }
      auto const known = out.find(arm.unit);
      if (known == out.end()) {
        out[arm.unit] = arm.max_amount;
      } else if (!arm.max_amount || !known->second) {
        known->second.reset();
      } else {
        known->second = std::max(*known->second, *arm.max_amount);
      }
    }
  }
  return out;
}

using Gathered = std::map<std::string, std::vector<int64_t>>;

// The word for what has no number; empty for what was gathered.
std::string gather(BruteDoc const& doc, Param param, Clauses const& clauses, Gathered& out) {
  if (param == Param::kYear) {
    int const year = doc.act->work.year;
    year == 0 ? void() : out[""].push_back(year);
    return year == 0 ? "unknown" : "";
  }
  if (param == Param::kFine) {
    auto const fines = fines_of(clauses);
    bool some = false;
    for (auto const& [unit, highest] : fines) {
      some = some || highest.has_value();
      highest ? out[unit].push_back(*highest) : void();
    }
    return some ? "" : fines.empty() ? "none" : "unknown";
  }
  std::string const term = term_of(clauses, param == Param::kPrisonMin);
  bool const number = term.find_first_not_of("0123456789") == std::string::npos;
  number ? out[""].push_back(std::stoll(term)) : void();
  return number ? "" : term;
}

}  // namespace

RangeStats brute_stats(BruteCorpus const& corpus, std::span<DocNum const> docs, Param param,
                       std::vector<Choice> const& group, Date day) {
  std::map<std::string, uint64_t> words;
  Gathered numbers;
  for (DocNum const number : docs) {
    BruteDoc const& doc = corpus.docs().at(number);
    std::string const word = gather(doc, param, brute_clauses(corpus, doc, group, day), numbers);
    bool const unseen = doc.record.klass == ProvisionClass::kNotAssessed;
    ++words[word == "none" && unseen ? "not-assessed" : word];
  }
  RangeStats out;
  out.param = param;
  for (auto& [unit, values] : numbers) {
    std::ranges::sort(values);
    out.spreads.push_back(
        {unit, values.size(), values.front(), values[(values.size() - 1) / 2], values.back()});
  }
  out.life = words["life"];
  out.death = words["death"];
  out.unknown = words["unknown"];
  out.none = words["none"];
  out.not_assessed = words["not-assessed"];
  return out;
}

}  // namespace cyberlex::testing
