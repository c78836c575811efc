#include "cyberlex/search/condition.h"

#include <algorithm>
#include <charconv>

#include "cyberlex/model/penalty.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex {
namespace {

bool year_in(FilterValue const& value, std::string const& year) {
  if (value.text == year) {
    return true;
  }
  int64_t number = 0;
  auto const read = std::from_chars(year.data(), year.data() + year.size(), number);
  return value.range.has_value() && read.ec == std::errc() && in_range(*value.range, number);
}

// A term as the column of recognised ones writes it: "P4Y", "life", "death"; others lie nowhere.
bool term_in(FilterValue const& value, std::string const& term) {
  if (!value.range.has_value()) {
    return value.text == term;
  }
  if (term == name_of(PenaltyKind::kLife) || term == name_of(PenaltyKind::kDeath)) {
    return in_range(*value.range, term == "life" ? kLifeScale : kDeathScale);
  }
  Result<Duration> const length = Duration::parse(term);
  return length && in_range(*value.range, length->scale());
}

}  // namespace

bool state_value_in(Param param, FilterValue const& value, std::string const& held) {
  return param == Param::kYear              ? year_in(value, held)
         : param == Param::kSuggestedPrison ? term_in(value, held)
                                            : false;
}

std::string party_value(Work const& treaty, std::string_view state, Date day) {
  StandingChange const* const standing = standing_on(treaty, state, day);
  if (standing == nullptr) {
    return treaty.handle + ":not-assessed";
  }
  if (standing->value == Standing::kParty) {
    return treaty.handle;
  }
  bool const signed_only = standing->value == Standing::kSignatory;
  return treaty.handle + ':' +
         (signed_only ? std::string("signed") : std::string(name_of(standing->value)));
}

namespace {

// A treaty has no standing towards another.
void accept_party(SearchShared const& shared, FilterValue const& value, Date day,
                  std::vector<uint8_t>& accepted) {
  Generation const& generation = shared.generation();
  std::string const handle = value.text.substr(0, value.text.find(':'));
  ActRecord const* const treaty = generation.find_act(handle);
  std::vector<std::string> const& states = shared.names(Param::kJurisdiction).values;
  for (size_t code = 0; treaty != nullptr && code < states.size(); ++code) {
    if (states[code] != "int" && party_value(treaty->work, states[code], day) == value.text) {
      accepted[code] = 1;
    }
  }
}

void accept_value(CodeNames const& names, Param param, FilterValue const& value,
                  std::vector<uint8_t>& accepted) {
  Code const code = names.find(value.text);
  if (code < accepted.size()) {
    accepted[code] = 1;
    return;
  }
  for (Code held = 0; held < accepted.size(); ++held) {
    if (state_value_in(param, value, names.values[held])) {
      accepted[held] = 1;
    }
  }
}

}  // namespace

std::vector<uint8_t> accepted_codes(SearchShared const& shared, Condition const& condition,
                                    Date day) {
  bool const party = condition.param == Param::kParty;
  CodeNames const& names = shared.names(party ? Param::kJurisdiction : condition.param);
  std::vector<uint8_t> out(names.values.size());
  for (FilterValue const& value : condition.values) {
    if (party) {
      accept_party(shared, value, day, out);
    } else {
      accept_value(names, condition.param, value, out);
    }
  }
  return out;
}

DocSet state_documents(SearchShared const& shared, Condition const& condition, Date day) {
  bool const party = condition.param == Param::kParty;
  std::span<DocSet const> const sets = shared.sets(party ? Param::kJurisdiction : condition.param);
  std::vector<uint8_t> const accepted = accepted_codes(shared, condition, day);
  DocSet out;
  for (size_t code = 0; code < accepted.size(); ++code) {
    if (accepted[code] != 0) {
      out |= sets[code];
    }
  }
  return out;
}

bool in_range(ValueRange const& range, int64_t value) {
  if (range.low.has_value() && value < *range.low) {
    return false;
  }
  return !range.high.has_value() || value < *range.high ||
         (value == *range.high && !range.high_open);
}

LimbTest::LimbTest(SearchShared const& shared, Condition const& condition, Date day)
    : shared_(&shared), param_(condition.param), level_(info_of(condition.param).level) {
  if (level_ == Level::kState) {
    documents_ = state_documents(shared, condition, day);
    return;
  }
  for (FilterValue const& value : condition.values) {
    read(value);
  }
}

void LimbTest::accept(CodeNames const& names, std::vector<uint8_t>& accepted,
                      std::string const& value) const {
  accepted.resize(names.values.size());
  if (ValueTree const* const tree = shared_->tree(param_); tree != nullptr && tree->holds(value)) {
    for (size_t each = 0; each < names.values.size(); ++each) {
      if (tree->is_within(names.values[each], value)) {
        accepted[each] = 1;
      }
    }
    return;
  }
  Code const code = names.find(value);
  if (code < accepted.size()) {
    accepted[code] = 1;
  }
}

CodeNames const& LimbTest::code_names() const {
  Columns const& columns = shared_->columns();
  switch (param_) {
    case Param::kOffence:
      return columns.limb.offence.names;
    case Param::kPower:
      return columns.limb.power.names;
    case Param::kAuthorisation:
      return columns.limb.authorisation.names;
    case Param::kConcern:
      return columns.limb.concern.names;
    case Param::kConcept:
      return shared_->concepts().names;
    case Param::kSafeguard:
      return columns.limb.safeguard.names;
    case Param::kDefence:
      return columns.limb.defence.names;
    case Param::kSerious:
      return columns.limb.serious.names;
    case Param::kOneYear:
      return columns.limb.one_year.names;
    case Param::kPenalty:
      return columns.clause.penalty.names;
    case Param::kConfidence:
      return columns.clause.confidence.names;
    case Param::kArticle:
      return columns.mapping.article.names;
    case Param::kConvention:
      return columns.mapping.treaty.names;
    default:
      return columns.mapping.relation.names;
  }
}

void LimbTest::read(FilterValue const& value) {
  if (value.range.has_value()) {
    ranges_.push_back(*value.range);
  } else if (value.text == "none") {
    none_ = true;
  } else if (value.text == "not-assessed") {
    not_assessed_ = true;
  } else if (!has_codes(info_of(param_).form)) {
    unknown_ = unknown_ || value.text == "unknown";
  } else {
    accept(code_names(), accepted_, value.text);
    if (param_ == Param::kConfidence) {
      accept(shared_->columns().limb.confidence.names, accepted_own_, value.text);
    }
  }
}

bool LimbTest::without_value(LimbPlace const& place) const {
  if (not_assessed_ && shared_->unvalued(param_).not_assessed.contains(place.doc)) {
    return true;
  }
  if (!none_) {
    return false;
  }
  if (param_ == Param::kArticle) {
    return place.limb != LimbPlace::kNone && shared_->outside_all()[place.limb] != 0;
  }
  return shared_->unvalued(param_).none.contains(place.doc);
}

DocSet LimbTest::documents_without_limb() const {
  DocSet out = documents_;
  if (not_assessed_) {
    out |= shared_->unvalued(param_).not_assessed;
  }
  if (none_ && param_ != Param::kArticle) {
    out |= shared_->unvalued(param_).none;
  }
  return out;
}

bool LimbTest::holds(LimbPlace const& place) const {
  if (level_ == Level::kState) {
    return documents_.contains(place.doc);
  }
  if ((none_ || not_assessed_) && without_value(place)) {
    return true;
  }
  if (place.limb == LimbPlace::kNone) {
    return false;
  }
  if (level_ == Level::kMapping) {
    return place.mapping != LimbPlace::kNone && on_mapping(place.mapping);
  }
  if (level_ == Level::kClause && place.clause != LimbPlace::kNone) {
    return on_clause(place.limb, place.clause);
  }
  return (level_ == Level::kLimb || param_ == Param::kConfidence) && on_limb(place.limb);
}

namespace {

bool accepts(std::vector<uint8_t> const& accepted, Code code) {
  return code < accepted.size() && accepted[code] != 0;
}

bool accepts_any(std::vector<uint8_t> const& accepted, std::span<Code const> codes) {
  return std::ranges::any_of(codes, [&](Code code) { return accepts(accepted, code); });
}

}  // namespace

bool LimbTest::on_limb(size_t limb) const {
  LimbColumns const& limbs = shared_->columns().limb;
  switch (param_) {
    case Param::kOffence:
      return accepts_any(accepted_, limbs.offence.row(limb));
    case Param::kPower:
      return accepts_any(accepted_, limbs.power.row(limb));
    case Param::kAuthorisation:
      return accepts_any(accepted_, limbs.authorisation.row(limb));
    case Param::kConcern:
      return accepts_any(accepted_, limbs.concern.row(limb));
    case Param::kConcept:
      return accepts_any(accepted_, shared_->concepts().row(limb));
    case Param::kSafeguard:
      return accepts_any(accepted_, limbs.safeguard.row(limb));
    case Param::kDefence:
      return accepts_any(accepted_, limbs.defence.row(limb));
    case Param::kSerious:
      return accepts(accepted_, limbs.serious.codes[limb]);
    case Param::kOneYear:
      return accepts(accepted_, limbs.one_year.codes[limb]);
    case Param::kConfidence:
      return accepts(accepted_own_, limbs.confidence.codes[limb]);
    default:
      return false;
  }
}

bool LimbTest::on_clause(size_t limb, size_t clause) const {
  ClauseColumns const& clauses = shared_->columns().clause;
  switch (param_) {
    case Param::kPenalty:
      return accepts_any(accepted_, clauses.penalty.row(clause));
    case Param::kConfidence:
      return accepts(accepted_, clauses.confidence.codes[clause]);
    case Param::kFine:
      return fine_on_clause(clause);
    case Param::kPrisonMin:
      return shortest_on_clause(limb, clause);
    default:
      return longest_on_clause(limb, clause);
  }
}

bool LimbTest::has_prison(size_t clause) const {
  CodeNames const& names = shared_->columns().clause.penalty.names;
  std::span<Code const> const kinds = shared_->columns().clause.penalty.row(clause);
  return std::ranges::any_of(kinds, [&](Code code) {
    std::string const& kind = names.values[code];
    return kind == name_of(PenaltyKind::kImprisonment) ||
           kind == name_of(PenaltyKind::kSameAsPrincipal) ||
           kind == name_of(PenaltyKind::kUnseen) || kind == name_of(PenaltyKind::kLife) ||
           kind == name_of(PenaltyKind::kDeath);
  });
}

bool LimbTest::some_range(int64_t value, bool only_open) const {
  return std::ranges::any_of(ranges_, [&](ValueRange const& range) {
    return !(only_open && range.high.has_value()) && in_range(range, value);
  });
}

bool LimbTest::shortest_on_clause(size_t limb, size_t clause) const {
  Columns const& columns = shared_->columns();
  int64_t const term = columns.clause.shortest[clause];
  if (term == kNoBound) {
    return unknown_ && has_prison(clause);
  }
  return term == columns.limb.shortest[limb] && some_range(term, false);
}

// Where some maximum of the limb is not stated, its longest term is known from below only.
bool LimbTest::longest_on_clause(size_t limb, size_t clause) const {
  Columns const& columns = shared_->columns();
  int64_t const term = columns.clause.longest[clause];
  bool const open_limb = shared_->open_limbs()[limb] != 0;
  bool const open_clause = columns.clause.open[clause] != 0 && open_limb;
  if (unknown_ && (term == kNoBound || open_clause) && has_prison(clause)) {
    return true;
  }
  if (term != kNoBound && term == columns.limb.longest[limb] && some_range(term, open_limb)) {
    return true;
  }
  int64_t const minimum = columns.clause.shortest[clause];
  return open_clause && minimum != kNoBound && some_range(minimum, true);
}

bool LimbTest::fine_on_clause(size_t clause) const {
  ClauseColumns const& clauses = shared_->columns().clause;
  bool stated = false;
  for (uint32_t i = clauses.fine_begin[clause]; i < clauses.fine_begin[clause + 1]; ++i) {
    FineRange const& fine = clauses.fines[i];
    stated = stated || fine.max != kNoBound;
    for (ValueRange const& range : ranges_) {
      if (clauses.units.values[fine.unit] != range.unit) {
        continue;
      }
      bool const open = fine.max == kNoBound && !range.high.has_value();
      int64_t const least = fine.min == kNoBound ? 0 : fine.min;
      if ((fine.max != kNoBound && in_range(range, fine.max)) || (open && in_range(range, least))) {
        return true;
      }
    }
  }
  Code const kind = clauses.penalty.names.find(name_of(PenaltyKind::kFine));
  std::span<Code const> const kinds = clauses.penalty.row(clause);
  return unknown_ && !stated && std::ranges::find(kinds, kind) != kinds.end();
}

bool LimbTest::on_mapping(size_t mapping) const {
  MappingColumns const& rows = shared_->columns().mapping;
  switch (param_) {
    case Param::kArticle:
      return accepts(accepted_, rows.article.codes[mapping]);
    case Param::kConvention:
      // To be outside a treaty is not to be mapped to it.
      return accepts(accepted_, rows.treaty.codes[mapping]) &&
             rows.relation.names.values[rows.relation.codes[mapping]] !=
                 name_of(Relation::kOutside);
    default:
      return accepts(accepted_, rows.relation.codes[mapping]);
  }
}

}  // namespace cyberlex
