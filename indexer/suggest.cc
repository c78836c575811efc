#include "indexer/suggest.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "cyberlex/text/recognise_penalties.h"
#include "indexer/suggest_labels.h"

namespace cyberlex {
namespace {

PenaltyKind kind_of(RecognisedKind kind) {
  switch (kind) {
    case RecognisedKind::kLife:
      return PenaltyKind::kLife;
    case RecognisedKind::kDeath:
      return PenaltyKind::kDeath;
    case RecognisedKind::kFine:
    case RecognisedKind::kDayFine:
      return PenaltyKind::kFine;
    default:
      return PenaltyKind::kImprisonment;
  }
}

PenaltyRelation relation_of(RecognisedRelation relation) {
  switch (relation) {
    case RecognisedRelation::kOr:
      return PenaltyRelation::kOr;
    case RecognisedRelation::kOrBoth:
      return PenaltyRelation::kOrBoth;
    case RecognisedRelation::kAnd:
      return PenaltyRelation::kAnd;
    case RecognisedRelation::kAndOr:
      return PenaltyRelation::kAndOr;
    default:
      return PenaltyRelation::kUnseen;
  }
}

SuggestedClause make_clause(RecognisedPenalty const& clause, EId const& eid) {
  SuggestedClause out;
  out.eid = eid;
  out.relation = relation_of(clause.relation);
  for (RecognisedArm const& arm : clause.arms) {
    std::string const unit = arm.kind == RecognisedKind::kDayFine ? "day-fine" : arm.unit;
    out.arms.push_back(
        {kind_of(arm.kind), arm.min_term, arm.max_term, arm.min_amount, arm.max_amount, unit});
  }
  return out;
}

// Collects what one text gives.
class Collector {
 public:
  Collector(std::string const& language, Suggested& out) : language_(language), out_(out) {}

  void add(LabelFound const& found, std::string_view text, EId const& eid) {
    out_.concepts.push_back({found.of->scheme, found.of->id, eid, language_,
                             std::string(text.substr(found.begin, found.end - found.begin))});
  }

  // Each concept once, by its first evidence.
  void finish() {
    auto const key = [](SuggestedConcept const& row) {
      return std::tie(row.scheme, row.concept_id);
    };
    std::ranges::stable_sort(out_.concepts, {}, key);
    auto const same = [key](SuggestedConcept const& a, SuggestedConcept const& b) {
      return key(a) == key(b);
    };
    out_.concepts.erase(std::unique(out_.concepts.begin(), out_.concepts.end(), same),
                        out_.concepts.end());
  }

 private:
  std::string const& language_;
  Suggested& out_;
};

// True for a label that lies in a longer one: "forgery" in "computer-related forgery".
bool lies_within_another(LabelFound const& found, std::vector<LabelFound> const& all) {
  return std::ranges::any_of(all, [&](LabelFound const& other) {
    return other.begin <= found.begin && other.end >= found.end && other.words > found.words;
  });
}

bool heading_is_about(LabelFound const& found, LabelReading const& reading) {
  return found.words >= 2 || found.words * 2 >= reading.words;
}

}  // namespace

struct Suggester::Tools {
  Tools(Taxonomy const& taxonomy, std::string const& language)
      : labels(taxonomy, language), penalties(language) {}
  LabelTable labels;
  PenaltyRecogniser penalties;
};

Suggester::Suggester(Taxonomy const& taxonomy) : taxonomy_(&taxonomy) {}
Suggester::~Suggester() = default;
Suggester::Suggester(Suggester&&) noexcept = default;
Suggester& Suggester::operator=(Suggester&&) noexcept = default;

Suggester::Tools& Suggester::of(std::string const& language) {
  std::unique_ptr<Tools>& tools = tools_[language];
  if (tools == nullptr) {
    tools = std::make_unique<Tools>(*taxonomy_, language);
  }
  return *tools;
}

Suggested Suggester::suggest(EId const& unit, std::string_view heading, StateText const& text) {
  Suggested out;
  Collector collector(text.language, out);
  Tools& tools = of(text.language);
  LabelReading const title = tools.labels.read(heading);
  bool penal = false;
  for (TextBlock const& block : text.blocks) {
    PenaltyReading const reading = tools.penalties.read(block.text);
    penal = penal || reading.speaks_of_offence || !reading.clauses.empty();
    for (RecognisedPenalty const& clause : reading.clauses) {
      out.clauses.push_back(make_clause(clause, block.eid));
    }
    LabelReading const labels = tools.labels.read(block.text);
    for (LabelFound const& found : labels.found) {
      if (found.words >= 2 && !reading.clauses.empty() &&
          !lies_within_another(found, labels.found)) {
        collector.add(found, block.text, block.eid);
      }
    }
  }
  for (LabelFound const& found : title.found) {
    if (penal && heading_is_about(found, title) && !lies_within_another(found, title.found)) {
      collector.add(found, heading, unit);
    }
  }
  collector.finish();
  return out;
}

Suggested Suggester::suggest(IndexDocument const& document) {
  ProvisionRecord const& record = document.record;
  bool const known = record.klass != ProvisionClass::kNotAssessed || !record.limbs.empty();
  for (size_t i = 0; i < document.texts.size() && !known; ++i) {
    std::span<std::string_view const> const languages = penalty_languages();
    if (std::ranges::find(languages, document.texts[i].language) != languages.end()) {
      return suggest(record.eid, record.texts[i].heading, document.texts[i]);
    }
  }
  return {};
}

}  // namespace cyberlex
