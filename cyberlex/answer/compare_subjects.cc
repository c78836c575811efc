// What an article of a treaty, or a concept, finds.

#include <algorithm>
#include <set>

#include "cyberlex/answer/compare_columns.h"
#include "cyberlex/answer/find_unit.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

Status set_states(CompareAnswer& out) {
  Generation const& generation = *out.generation;
  for (std::string const& code : out.request.jurisdictions) {
    if (!names_jurisdiction(generation, code)) {
      return Error{ErrorCode::kBadQuery,
                   "expected a code of ISO 3166-1 alpha-2 or int, found " + in_quotes(code),
                   "jurisdiction"};
    }
  }
  out.request.jurisdictions = states_of(out.request.jurisdictions, generation);
  return Ok{};
}

Error bad_article(std::string const& text, std::string const& why) {
  return Error{ErrorCode::kBadQuery, in_quotes(text) + ": " + why, "article"};
}

Result<Handle> find_article(CompareAnswer const& out) {
  std::string const& text = out.request.article;
  Result<Handle> const handle = parse_handle(text);
  if (!handle || handle->eid.empty()) {
    return bad_article(text, "expected an article of a treaty, such as unc/7");
  }
  Result<FoundUnit> const found = find_unit(*out.generation, *handle);
  if (!found) {
    return bad_article(text, found.error().message);
  }
  if (out.generation->acts().at(found->act).work.jurisdiction != "int") {
    return bad_article(text, "this is no article of a treaty");
  }
  return *handle;
}

// "Nothing found" and "nobody has looked" must not look alike.
Status add_coverage(IndexReader const& reader, Handle const& article, CompareAnswer& out) {
  std::vector<std::string> states = out.request.jurisdictions;
  std::erase(states, "int");
  if (states.empty()) {
    return Ok{};
  }
  Result<MatrixAnswer> const matrix =
      answer_matrix(reader, {article.act, states, out.request.as_of});
  if (!matrix) {
    return matrix.error();
  }
  std::string const unit = to_string(Handle{article.act, article.eid.unit()});
  auto const row = std::ranges::find(matrix->rows, unit, &MatrixRow::handle);
  if (row == matrix->rows.end()) {
    return Ok{};
  }
  for (CompareState& state : out.states) {
    auto const place = std::ranges::find(states, state.jurisdiction);
    if (place != states.end()) {
      size_t const column = static_cast<size_t>(place - states.begin());
      state.coverage = row->cells[column].verdict.coverage;
    }
  }
  return Ok{};
}

// ---- concepts

// The concept, in every scheme that has it, and all below it.
std::set<std::pair<std::string, std::string>> with_narrower(Taxonomy const& taxonomy,
                                                            std::string const& id) {
  std::set<std::pair<std::string, std::string>> out;
  for (Concept const& each : taxonomy.concepts) {
    if (each.id == id) {
      out.insert({each.scheme, each.id});
    }
  }
  for (size_t before = 0; before != out.size();) {
    before = out.size();
    for (Concept const& each : taxonomy.concepts) {
      if (out.contains({each.scheme, each.broader})) {
        out.insert({each.scheme, each.id});
      }
    }
  }
  return out;
}

Error unknown_concept(Taxonomy const& taxonomy, std::string const& id) {
  Nearest nearest(id);
  for (Concept const& each : taxonomy.concepts) {
    nearest.consider(each.id);
  }
  return Error{ErrorCode::kBadQuery, "unknown concept " + in_quotes(id) + nearest.hint(),
               "concept"};
}

// True for what a limb has: of a checklist what is present or partial.
class HasConcept {
 public:
  explicit HasConcept(std::set<std::pair<std::string, std::string>> wanted)
      : wanted_(std::move(wanted)) {}

  bool operator()(LimbRecord const& limb) const {
    return any("offence", limb.offences) || any_met("defence", limb.defences) ||
           std::ranges::any_of(limb.concerns,
                               [this](Concern const& each) {
                                 return wanted_.contains({"concern", each.concern});
                               }) ||
           std::ranges::any_of(limb.powers, [this](Power const& power) {
             return wanted_.contains({"power", power.power}) ||
                    any("authorisation", power.authorisation) ||
                    any_met("safeguard", power.safeguards);
           });
  }

 private:
  bool any(std::string const& scheme, std::vector<std::string> const& ids) const {
    return std::ranges::any_of(ids, [&](std::string const& id) {
      return wanted_.contains({scheme, id});
    });
  }
  bool any_met(std::string const& scheme, std::vector<Assessment> const& list) const {
    return std::ranges::any_of(list, [&](Assessment const& each) {
      bool const met =
          each.value == AssessmentValue::kPresent || each.value == AssessmentValue::kPartial;
      return met && wanted_.contains({scheme, each.concept_id});
    });
  }

  std::set<std::pair<std::string, std::string>> wanted_;
};

}  // namespace

Status add_article(IndexReader const& reader, CompareAnswer& out) {
  Result<Handle> const article = find_article(out);
  if (!article) {
    return article.error();
  }
  if (Status const set = set_states(out); !set) {
    return set;
  }
  auto const chosen = [&](LimbRecord const& limb) -> std::optional<bool> {
    std::optional<bool> establishes;
    for (MappingRecord const& row : limb.mappings) {
      if (row.relation != Relation::kOutside && row.treaty == article->act &&
          related(row.article, article->eid)) {
        establishes = establishes.value_or(false) || row.relation != Relation::kAncillary;
      }
    }
    return establishes;
  };
  if (Status const found = add_found(reader, chosen, out); !found) {
    return found;
  }
  return add_coverage(reader, *article, out);
}

Status add_concept(IndexReader const& reader, CompareAnswer& out) {
  Taxonomy const& taxonomy = out.generation->taxonomy();
  auto wanted = with_narrower(taxonomy, out.request.concept_id);
  if (wanted.empty()) {
    return unknown_concept(taxonomy, out.request.concept_id);
  }
  if (Status const set = set_states(out); !set) {
    return set;
  }
  HasConcept const has(std::move(wanted));
  auto const chosen = [&has](LimbRecord const& limb) {
    return has(limb) ? std::optional<bool>(true) : std::nullopt;
  };
  return add_found(reader, chosen, out);
}

}  // namespace cyberlex
