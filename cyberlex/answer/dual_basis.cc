#include "cyberlex/answer/dual_basis.h"

#include <algorithm>
#include <array>
#include <span>

#include "cyberlex/answer/dual_offences.h"
#include "cyberlex/answer/find_unit.h"

namespace cyberlex {
namespace {

constexpr std::string_view kOneYear = "one-year";
constexpr std::string_view kSerious = "serious";

struct RoleArticle {
  std::string_view role;
  std::string_view handle;
};

// A treaty, the articles in it on cooperation, and the offences its extradition article names.
struct CooperationRule {
  std::string_view treaty;
  std::string_view length;  // that the extradition article asks for; empty: it has none
  bool serious_crime;       // it reaches every serious crime too
  std::span<std::string_view const> offences;
  std::span<RoleArticle const> articles;
};

// Budapest 24(1)(a): offences of articles 2 to 11, one year in both.
constexpr auto kBudapestOffences = std::to_array<std::string_view>(
    {"art_2", "art_3", "art_4", "art_5", "art_6", "art_7", "art_8", "art_9", "art_10", "art_11"});
constexpr auto kBudapestArticles = std::to_array<RoleArticle>({
    {"extradition", "budapest/24"},
    {"length", "budapest/art_24__para_1__subpara_a"},
    {"assistance", "budapest/25"},
    {"assistance", "budapest/27"},
    {"by-conduct", "budapest/art_25__para_5"},
    {"evidence", "budapest/art_25__para_1"},
});
// UNTOC 3(1) and 16(1): offences of articles 5, 6, 8 and 23, and serious crime, transnational and
// with an organized criminal group.
constexpr auto kUntocOffences =
    std::to_array<std::string_view>({"art_5", "art_6", "art_8", "art_23"});
constexpr auto kUntocArticles = std::to_array<RoleArticle>({
    {"extradition", "untoc/16"},
    {"scope", "untoc/art_3__para_1"},
    {"length", "untoc/art_2__subpara_b"},
    {"assistance", "untoc/18"},
    {"optional", "untoc/art_18__para_9"},
});
// UNC 37(1) and (8): offences of the Convention; no length but that of other law.
constexpr auto kUncOffences =
    std::to_array<std::string_view>({"art_7", "art_8", "art_9", "art_10", "art_11", "art_12",
                                     "art_13", "art_14", "art_15", "art_16", "art_17", "art_19"});
constexpr auto kUncArticles = std::to_array<RoleArticle>({
    {"extradition", "unc/37"},
    {"length", "unc/art_37__para_8"},
    {"assistance", "unc/40"},
    {"by-conduct", "unc/art_35__para_3"},
    {"optional", "unc/art_40__para_8"},
    {"evidence", "unc/art_35__para_1__subpara_c"},
});
constexpr auto kRules = std::to_array<CooperationRule>({
    {"budapest", kOneYear, false, kBudapestOffences, kBudapestArticles},
    {"unc", "", false, kUncOffences, kUncArticles},
    {"untoc", "", true, kUntocOffences, kUntocArticles},
});

std::optional<Derived> const& test_of(DualOffence const& offence, std::string_view rule) {
  return rule == kOneYear ? offence.length.one_year : offence.length.serious;
}

// False settles it, and what is not known is never true.
Ternary both(std::optional<Derived> const& a, std::optional<Derived> const& b) {
  auto const is = [](std::optional<Derived> const& each, Ternary value) {
    return each && each->value == value;
  };
  if (is(a, Ternary::kFalse) || is(b, Ternary::kFalse)) {
    return Ternary::kFalse;
  }
  return is(a, Ternary::kTrue) && is(b, Ternary::kTrue) ? Ternary::kTrue : Ternary::kUnknown;
}

std::vector<std::string> reaching_articles(CooperationRule const& rule, LimbRecord const& limb) {
  std::vector<std::string> out;
  for (MappingRecord const& row : limb.mappings) {
    bool const named =
        row.treaty == rule.treaty && answers_to_article(row) &&
        std::ranges::find(rule.offences, row.article.unit().text()) != rule.offences.end();
    std::string const handle = to_string(Handle{row.treaty, row.article});
    if (named && std::ranges::find(out, handle) == out.end()) {
      out.push_back(handle);
    }
  }
  return out;
}

// Nothing when the extradition article does not reach the offence.
std::optional<DualReach> reach_of(CooperationRule const& rule, DualAnswer const& answer,
                                  size_t offence) {
  DualOffence const& own = answer.requesting.at(offence);
  DualReach out;
  out.offence = offence;
  out.articles = reaching_articles(rule, own.limb);
  if (out.articles.empty() && !rule.serious_crime) {
    return std::nullopt;
  }
  out.rule = out.articles.empty() ? kSerious : rule.length;
  DualPair const* const pair = strongest_pair(answer, offence);
  if (pair != nullptr) {
    out.counterpart = pair->requested;
  }
  if (!out.rule.empty()) {
    out.length = both(
        test_of(own, out.rule),
        pair == nullptr ? std::nullopt : test_of(answer.requested.at(pair->requested), out.rule));
  }
  return out;
}

// What is not in force binds nobody, and one who is known to be no party is enough.
Ternary binds_both(DualBasis const& basis) {
  auto const stays_out = [](StandingChange const* standing, StandingBefore before) {
    return standing != nullptr ? standing->value != Standing::kParty
                               : before != StandingBefore::kUnknown;
  };
  if (!basis.in_force || stays_out(basis.requesting, basis.requesting_before) ||
      stays_out(basis.requested, basis.requested_before)) {
    return Ternary::kFalse;
  }
  bool const known = basis.requesting != nullptr && basis.requested != nullptr;
  return known ? Ternary::kTrue : Ternary::kUnknown;
}

Result<DualBasis> make_basis(CooperationRule const& rule, ActNum treaty, HeldArticles const& held,
                             DualAnswer const& answer) {
  Work const& work = answer.generation->acts().at(treaty).work;
  DualRequest const& request = answer.request;
  DualBasis out;
  out.treaty = treaty;
  TreatyStanding const requesting = standing_towards(work, request.requesting, request.as_of);
  TreatyStanding const requested = standing_towards(work, request.requested, request.as_of);
  out.requesting = requesting.now;
  out.requesting_before = requesting.before;
  out.requested = requested.now;
  out.requested_before = requested.before;
  out.in_force = act_status_on(work, request.as_of) == LegalStatus::kInForce;
  out.binds = binds_both(out);
  if (out.requesting != nullptr && out.requested != nullptr) {
    out.confidence =
        std::max(out.requesting->provenance.confidence, out.requested->provenance.confidence);
  }
  for (RoleArticle const& each : rule.articles) {
    Result<std::optional<DualArticle>> const found = held.find(each.handle, each.role);
    if (!found) {
      return found.error();
    }
    if (*found) {
      out.articles.push_back(**found);
    }
  }
  for (size_t i = 0; i < answer.requesting.size(); ++i) {
    if (std::optional<DualReach> reach = reach_of(rule, answer, i)) {
      out.reach.push_back(*std::move(reach));
    }
  }
  return out;
}

bool has_block(std::vector<StateText> const& texts, EId const& eid) {
  return std::ranges::any_of(texts, [&eid](StateText const& text) {
    return std::ranges::find(text.blocks, eid, &TextBlock::eid) != text.blocks.end();
  });
}

}  // namespace

Result<std::optional<DualArticle>> HeldArticles::find(std::string_view handle,
                                                      std::string_view role) const {
  using Found = Result<std::optional<DualArticle>>;
  Generation const& generation = reader_.generation();
  Result<Handle> const parsed = parse_handle(handle);
  Result<FoundUnit> const unit = parsed ? find_unit(generation, *parsed) : parsed.error();
  Result<DocNum> const doc = unit ? state_on(generation, *unit, request_.as_of) : unit.error();
  if (!doc) {
    return Found(std::nullopt);
  }
  Result<ProvisionRecord> const record = reader_.record(*doc);
  Result<std::vector<StateText>> const texts = reader_.texts(*doc);
  if (!record || !texts) {
    return record ? texts.error() : record.error();
  }
  if (record->texts.empty() || (!unit->portion.empty() && !has_block(*texts, unit->portion))) {
    return Found(std::nullopt);
  }
  DualArticle out;
  out.handle = to_string(*parsed);
  out.role = role;
  out.confidence = record->texts.front().provenance.confidence;
  Work const& treaty = generation.acts().at(unit->act).work;
  out.binds_requesting = binds(treaty, request_.requesting);
  out.binds_requested = binds(treaty, request_.requested);
  return Found(std::move(out));
}

bool HeldArticles::binds(Work const& treaty, std::string const& state) const {
  StandingChange const* const standing = standing_on(treaty, state, request_.as_of);
  return act_status_on(treaty, request_.as_of) == LegalStatus::kInForce && standing != nullptr &&
         standing->value == Standing::kParty;
}

Result<std::vector<DualBasis>> basis_of(HeldArticles const& held, DualAnswer const& answer) {
  std::vector<DualBasis> out;
  for (CooperationRule const& rule : kRules) {
    ActNum const treaty = answer.generation->act_number(rule.treaty);
    if (treaty == answer.generation->acts().size()) {
      continue;
    }
    Result<DualBasis> basis = make_basis(rule, treaty, held, answer);
    if (!basis) {
      return basis.error();
    }
    if (!basis->articles.empty()) {
      out.push_back(std::move(basis).value());
    }
  }
  return out;
}

DualPair const* strongest_pair(DualAnswer const& answer, size_t offence) {
  auto const found = std::ranges::find(answer.pairs, offence, &DualPair::requesting);
  return found == answer.pairs.end() ? nullptr : &*found;
}

}  // namespace cyberlex
