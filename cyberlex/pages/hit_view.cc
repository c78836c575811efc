#include "cyberlex/pages/hit_view.h"

#include <algorithm>
#include <set>
#include <utility>

#include "cyberlex/answer/limb_view.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex::pages {
namespace {

View chip(std::string const& label, std::string const& url) {
  View out;
  out.text("label", label).text("url", url);
  return out;
}

std::vector<View> concept_chips(PageContext const& context, Wording const& wording, Param param,
                                std::vector<std::string> const& ids) {
  Links const links(context.visit);
  std::vector<View> out;
  for (std::string const& id : ids) {
    View row = chip("", links.value(param, id));
    put_worded(row, "label", wording.concept_label(info_of(param).name, id));
    out.push_back(std::move(row));
  }
  return out;
}

// Articles it is mapped to, each once with its relation.
std::vector<View> article_chips(PageContext const& context, Wording const& wording,
                                ProvisionRecord const& record, Date as_of) {
  Links const links(context.visit);
  std::vector<View> out;
  std::set<std::string> seen;
  for (MappingRecord const* const mapping : mappings_of(record)) {
    std::string const handle = article_handle(*mapping);
    if (mapping->relation == Relation::kOutside ||
        !seen.insert(handle + ' ' + std::string(name_of(mapping->relation))).second) {
      continue;
    }
    View row = chip(wording.article(handle), links.article(handle, as_of));
    row.text("relation", wording.word("relation", name_of(mapping->relation)));
    put_confidence(row, wording, mapping->confidence);
    out.push_back(std::move(row));
  }
  return out;
}

// The treaties that somebody found nothing in which answers to it, in one sentence.
std::string outside_text(Wording const& wording, ProvisionRecord const& record) {
  std::set<std::string> treaties;
  for (MappingRecord const* const mapping : mappings_of(record)) {
    if (mapping->relation == Relation::kOutside) {
      treaties.insert(wording.article(mapping->treaty));
    }
  }
  std::string out;
  for (std::string const& treaty : treaties) {
    out += (out.empty() ? "" : " · ") + treaty;
  }
  return out.empty() ? out : wording.messages().text("article.outside", {{"treaty", out}});
}

std::vector<View> snippet_views(Wording const& wording, std::vector<Snippet> const& snippets) {
  std::vector<View> out;
  for (Snippet const& snippet : snippets) {
    View row;
    row.text("html", marked_html(snippet))
        .text("lang", snippet.language)
        .text("dir", direction_of(snippet.language))
        .text("language", wording.language(snippet.language))
        .text("kind", wording.word("text", name_of(snippet.kind)));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> limb_penalties(Wording const& wording, ProvisionRecord const& record) {
  std::vector<View> out;
  for (LimbRecord const& limb : record.limbs) {
    std::vector<View> rows = penalty_rows_view(wording, limb);
    std::move(rows.begin(), rows.end(), std::back_inserter(out));
  }
  return out;
}

std::vector<View> suggested_rows(Wording const& wording, Suggested const& suggested) {
  std::vector<View> out;
  for (SuggestedConcept const& each : suggested.concepts) {
    View row;
    put_worded(row, "label", wording.concept_label(each.scheme, each.concept_id));
    put_worded(row, "evidence", each.evidence, each.language);
    out.push_back(std::move(row));
  }
  for (SuggestedClause const& each : suggested.clauses) {
    PenaltyClause clause;
    clause.arms = each.arms;
    clause.relation = each.arms.size() < 2 ? PenaltyRelation::kOnly : each.relation;
    View row;
    put_worded(row, "label", wording.clause(clause), code_of(wording.messages().language()));
    out.push_back(std::move(row));
  }
  return out;
}

// Number and heading, act and state, status and what the text is.
void put_names(View& view, PageContext const& context, Wording const& wording,
               ProvisionRecord const& record, Date as_of) {
  Work const& work = wording.generation().acts().at(record.act).work;
  Links const links(context.visit);
  view.text("number", wording.unit(record))
      .text("url", links.provision(work, record.eid, as_of))
      .text("handle", to_string(Handle{work.handle, record.eid}))
      .text("act_url", links.act(work, as_of))
      .text("country", wording.country(work.jurisdiction))
      .text("status", wording.word("status", name_of(record.status)))
      .text("status_class", name_of(record.status));
  put_worded(view, "act", wording.title(work));
  if (!record.texts.empty()) {
    TextSummary const& lead = record.texts.front();
    put_worded(view, "heading", lead.heading, lead.language);
    view.text("text_kind", wording.word("text", name_of(lead.kind)))
        .text("text_kind_class", name_of(lead.kind))
        .text("version", wording.day(lead.version_date, work.jurisdiction));
  }
}

}  // namespace

std::string marked_html(Snippet const& snippet) {
  std::string out = snippet.cut_before ? "… " : "";
  std::string_view const text = snippet.text;
  size_t at = 0;
  for (auto const& [begin, end] : snippet.marks) {
    out += html_escaped(text.substr(at, begin - at));
    out += "<mark>" + html_escaped(text.substr(begin, end - begin)) + "</mark>";
    at = end;
  }
  return out + html_escaped(text.substr(at)) + (snippet.cut_after ? " …" : "");
}

std::vector<View> penalty_rows_view(Wording const& wording, LimbRecord const& limb) {
  std::vector<View> out;
  for (PenaltyClause const& clause : limb.penalties) {
    View row;
    row.text("limb", limb.eid.text()).text("text", wording.clause(clause));
    put_confidence(row, wording, clause.confidence);
    out.push_back(std::move(row));
  }
  auto const serious = serious_of(limb);
  if (serious && serious->value != Ternary::kFalse && !out.empty()) {
    bool const yes = serious->value == Ternary::kTrue;
    out.back()
        .text("serious", wording.messages().text(yes ? "serious.true" : "serious.unknown"))
        .text("serious_why", wording.word("derived", serious->reason));
  }
  return out;
}

View hit_view(PageContext const& context, Wording const& wording, Hit const& hit, Date as_of) {
  ProvisionRecord const& record = *hit.record;
  View out;
  put_names(out, context, wording, record, as_of);
  out.list("penalties", limb_penalties(wording, record))
      .list("articles", article_chips(context, wording, record, as_of))
      .text("outside", outside_text(wording, record))
      .list("offences", concept_chips(context, wording, Param::kOffence, offences_of(record)))
      .list("powers", concept_chips(context, wording, Param::kPower, powers_of(record)))
      .list("snippets", snippet_views(wording, hit.snippets))
      .list("suggested", suggested_rows(wording, record.suggested));
  return out;
}

}  // namespace cyberlex::pages
