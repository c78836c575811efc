#include <algorithm>
#include <utility>

#include "cyberlex/pages/dual_parts.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

// Whom an article binds: "both", "requesting", "requested", "neither".
std::string_view bound_by(DualArticle const& article) {
  if (article.binds_requesting) {
    return article.binds_requested ? "both" : "requesting";
  }
  return article.binds_requested ? "requested" : "neither";
}

std::string bound_text(DualParts const& parts, DualArticle const& article) {
  DualRequest const& request = parts.answer.request;
  std::string_view const whom = bound_by(article);
  std::string const state =
      parts.wording.country(whom == "requesting" ? request.requesting : request.requested);
  bool const one = whom == "requesting" || whom == "requested";
  return parts.messages().text(one ? "dual.binds-one" : "dual.binds-" + std::string(whom),
                               {{"state", state}});
}

std::vector<View> article_rows(DualParts const& parts, std::vector<DualArticle> const& articles) {
  Links const links(parts.context.visit);
  std::vector<View> out;
  for (DualArticle const& article : articles) {
    View row;
    row.text("label", parts.wording.article(article.handle))
        .text("url", links.article(article.handle, parts.answer.request.as_of))
        .text("role", article.role.empty() ? "" : parts.wording.word("dual.role", article.role))
        .text("binds", bound_text(parts, article));
    put_confidence(row, parts.wording, article.confidence);
    out.push_back(std::move(row));
  }
  return out;
}

bool concerns_article(Reservation const& row, DualBasis const& basis, Work const& treaty) {
  return row.articles.empty() || std::ranges::any_of(row.articles, [&](EId const& eid) {
           std::string const whole = to_string(Handle{treaty.handle, eid});
           return std::ranges::find(basis.articles, whole, &DualArticle::handle) !=
                  basis.articles.end();
         });
}

std::vector<View> reservation_rows(DualParts const& parts, StandingChange const* standing,
                                   DualBasis const& basis) {
  std::vector<View> out;
  if (standing == nullptr) {
    return out;
  }
  for (Reservation const& each : standing->reservations) {
    if (concerns_article(each, basis, parts.work(basis.treaty))) {
      View row;
      row.text("kind", parts.wording.word("reservation", each.kind)).text("note", each.note);
      parts.notes.put(row, each.provenance);
      out.push_back(std::move(row));
    }
  }
  return out;
}

View standing_row(DualParts const& parts, std::string const& state, DualBasis const& basis,
                  StandingChange const* standing, StandingBefore before) {
  View row;
  row.text("state", parts.wording.country(state))
      .text("sentence", standing_sentence(parts.wording, {.now = standing, .before = before}))
      .list("reservations", reservation_rows(parts, standing, basis));
  if (standing == nullptr) {
    // Of the time before the first row that is recorded.
    row.text("sentence", parts.wording.word("standing", name_of(before)));
  } else {
    parts.notes.put(row, standing->provenance);
  }
  return row;
}

View reach_row(DualParts const& parts, DualReach const& reach) {
  DualAnswer const& answer = parts.answer;
  View row = handle_view(parts, answer.requesting.at(reach.offence).handle);
  std::string by;
  for (std::string const& article : reach.articles) {
    by += (by.empty() ? "" : "; ") + parts.wording.article(article);
  }
  row.text("by", by).flag("serious_only", reach.articles.empty());
  if (!reach.rule.empty()) {
    row.text("rule", parts.wording.word("dual.rule", reach.rule))
        .text("reached", parts.wording.word("dual.both-reach", name_of(reach.length)));
  }
  if (reach.counterpart) {
    row.view("counterpart", handle_view(parts, answer.requested.at(*reach.counterpart).handle));
  }
  return row;
}

std::string_view binds_key(DualBasis const& basis) {
  return !basis.in_force                  ? "dual.not-in-force"
         : basis.binds == Ternary::kTrue  ? "dual.binds-both"
         : basis.binds == Ternary::kFalse ? "dual.binds-not-both"
                                          : "dual.binds-unknown";
}

View basis_row(DualParts const& parts, DualBasis const& basis) {
  Work const& treaty = parts.work(basis.treaty);
  DualRequest const& request = parts.answer.request;
  parts.notes.turn_to(treaty);
  std::vector<View> standings;
  standings.push_back(
      standing_row(parts, request.requesting, basis, basis.requesting, basis.requesting_before));
  standings.push_back(
      standing_row(parts, request.requested, basis, basis.requested, basis.requested_before));
  size_t const whole = whole_offences(parts.answer.requesting.size());
  std::vector<View> reaches;
  for (DualReach const& reach : basis.reach) {
    if (basis.binds != Ternary::kFalse && reach.offence < whole) {
      reaches.push_back(reach_row(parts, reach));
    }
  }
  View row;
  put_worded(row, "treaty", parts.wording.title(treaty));
  row.text("url", Links(parts.context.visit).article(treaty.handle, request.as_of))
      .text("binds", parts.messages().text(binds_key(basis)))
      .text("binds_class", basis.in_force ? name_of(basis.binds) : "false")
      .list("standings", std::move(standings))
      .list("articles", article_rows(parts, basis.articles))
      .flag("reaches", !reaches.empty())
      .list("reach", std::move(reaches));
  if (basis.confidence) {
    put_confidence(row, parts.wording, *basis.confidence);
  }
  return row;
}

}  // namespace

std::vector<View> dual_basis_rows(DualParts const& parts) {
  std::vector<View> out;
  for (DualBasis const& basis : parts.answer.basis) {
    out.push_back(basis_row(parts, basis));
  }
  return out;
}

std::vector<View> dual_caveat_rows(DualParts const& parts) {
  std::vector<View> out;
  for (DualCaveat const& caveat : parts.answer.caveats) {
    std::string const key = "dual.caveat." + caveat.id;
    bool const own = parts.messages().has(key);
    View row;
    put_worded(row, "text", own ? parts.messages().text(key) : caveat.text,
               own ? code_of(parts.messages().language()) : "en");
    row.list("articles", article_rows(parts, caveat.articles))
        .list("limbs", handle_views(parts, caveat.limbs));
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace cyberlex::pages
