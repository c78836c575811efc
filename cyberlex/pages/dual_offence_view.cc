#include <algorithm>
#include <optional>
#include <utility>

#include "cyberlex/pages/dual_parts.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

std::vector<View> text_rows(std::vector<std::string> const& texts) {
  std::vector<View> out;
  for (std::string const& text : texts) {
    View row;
    row.text("text", text);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> concept_rows(DualParts const& parts, std::vector<std::string> const& ids) {
  std::vector<View> out;
  for (std::string const& id : ids) {
    View row;
    put_worded(row, "label", parts.wording.concept_label("offence", id));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> element_rows(DualParts const& parts, LimbRecord const& limb) {
  std::vector<View> out;
  for (auto const& [name, text] : limb.elements) {
    View row;
    row.text("name", parts.wording.word("element", name)).text("text", text);
    out.push_back(std::move(row));
  }
  return out;
}

// "reached: by its maximum".
std::string test_text(DualParts const& parts, std::optional<Derived> const& derived) {
  if (!derived) {
    return parts.messages().text("dual.no-penalty");
  }
  return parts.wording.word("dual.reached", name_of(derived->value)) + ": " +
         parts.wording.word("derived", derived->reason);
}

std::vector<View> penalty_rows(DualParts const& parts, LimbRecord const& limb) {
  std::vector<View> out;
  for (PenaltyClause const& clause : limb.penalties) {
    View row;
    row.text("text", parts.wording.clause(clause));
    parts.notes.put(row, {.confidence = clause.confidence, .sources = clause.sources});
    out.push_back(std::move(row));
  }
  return out;
}

View length_view(DualParts const& parts, DualLength const& length) {
  std::string const longest = longest_text(parts.wording, length.longest);
  View out;
  out.text("longest", longest.empty() ? parts.messages().text("dual.no-term") : longest)
      .text("one_year", test_text(parts, length.one_year))
      .text("serious", test_text(parts, length.serious));
  put_confidence(out, parts.wording, length.confidence);
  return out;
}

// One of the two columns: an offence of a state with what the rows record of it.
View side_view(DualParts const& parts, DualOffence const& offence, DualElements const* elements) {
  Work const& work = parts.work(offence.act);
  parts.notes.turn_to(work);
  View out = handle_view(parts, offence.handle);
  put_worded(out, "heading", offence.heading, work.original_language);
  out.text("state", parts.wording.country(work.jurisdiction))
      .list("concepts", concept_rows(parts, offence.limb.offences))
      .list("elements", element_rows(parts, offence.limb))
      .list("penalties", penalty_rows(parts, offence.limb))
      .view("length", length_view(parts, offence.length))
      .flag("compared", elements != nullptr);
  parts.notes.put(out, offence.limb.provenance);
  if (elements != nullptr) {
    out.list("missing", text_rows(elements->missing)).list("added", text_rows(elements->added));
  }
  return out;
}

View link_row(DualParts const& parts, DualLink const& link) {
  View row;
  row.text("within", parts.wording.word("within", name_of(link.within)))
      .text("reason", parts.wording.word("dual.reason", link.reason));
  if (link.article.empty()) {
    std::string const own = parts.wording.concept_label("offence", link.requesting_concept).text;
    std::string const other = parts.wording.concept_label("offence", link.requested_concept).text;
    row.text("concepts", own == other ? own : own + " – " + other);
    return row;
  }
  row.text("article", parts.wording.article(link.article))
      .text("url", Links(parts.context.visit).article(link.article, parts.answer.request.as_of))
      .text("own_relation", parts.wording.word("relation", name_of(link.requesting_row->relation)))
      .text("other_relation",
            parts.wording.word("relation", name_of(link.requested_row->relation)));
  put_confidence(row, parts.wording, link.confidence);
  return row;
}

void put_pair(View& view, DualParts const& parts, DualPair const& pair) {
  view.text("within", parts.wording.word("within", name_of(pair.within)))
      .text("within_class", name_of(pair.within))
      .text("reason", parts.wording.word("dual.reason", pair.reason));
  put_confidence(view, parts.wording, pair.confidence);
}

// The strongest pair whole.
View pair_view(DualParts const& parts, DualPair const& pair) {
  std::vector<View> sides;
  sides.push_back(
      side_view(parts, parts.answer.requesting.at(pair.requesting), &pair.requesting_elements));
  sides.push_back(
      side_view(parts, parts.answer.requested.at(pair.requested), &pair.requested_elements));
  std::vector<View> joins;
  for (DualLink const& link : pair.links) {
    joins.push_back(link_row(parts, link));
  }
  View out;
  put_pair(out, parts, pair);
  out.list("sides", std::move(sides)).list("links", std::move(joins));
  return out;
}

View other_row(DualParts const& parts, DualPair const& pair) {
  DualOffence const& other = parts.answer.requested.at(pair.requested);
  View row = handle_view(parts, other.handle);
  put_worded(row, "heading", other.heading, parts.work(other.act).original_language);
  put_pair(row, parts, pair);
  return row;
}

// The page on one offence alone, of the same states and days.
std::string alone_url(DualParts const& parts, size_t place) {
  DualRequest const& request = parts.answer.request;
  return Links(parts.context.visit)
      .dual({{"requesting", request.requesting},
             {"requested", request.requested},
             {"provision", parts.answer.requesting.at(place).handle},
             {"requesting_on", request.requesting_on->to_string()},
             {"requested_on", request.requested_on->to_string()}},
            request.as_of);
}

void put_others(View& row, DualParts const& parts, size_t place, std::vector<View> others) {
  size_t const most =
      parts.answer.requesting.size() > 1 ? std::min(others.size(), kMostOthers) : others.size();
  if (most < others.size()) {
    auto const rest = static_cast<int64_t>(others.size() - most);
    row.text("alone_url", alone_url(parts, place))
        .text("left_out", parts.messages().counted("dual.left-out", rest));
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(most), others.end());
  }
  row.flag("more", !others.empty()).list("others", std::move(others));
}

View offence_row(DualParts const& parts, size_t place) {
  DualOffence const& offence = parts.answer.requesting.at(place);
  View row = handle_view(parts, offence.handle);
  row.text("place", std::to_string(place + 1));
  put_worded(row, "heading", offence.heading, parts.work(offence.act).original_language);
  put_finding(row, parts, parts.answer.findings.at(place));
  std::vector<View> others;
  bool paired = false;
  for (DualPair const& pair : parts.answer.pairs) {
    if (pair.requesting == place) {
      if (paired) {
        others.push_back(other_row(parts, pair));
      } else {
        row.view("pair", pair_view(parts, pair));
      }
      paired = true;
    }
  }
  if (!paired) {
    std::vector<View> alone;
    alone.push_back(side_view(parts, offence, nullptr));
    View pair;
    pair.list("sides", std::move(alone));
    row.view("alone", std::move(pair));
  }
  put_others(row, parts, place, std::move(others));
  return row;
}

}  // namespace

View handle_view(DualParts const& parts, std::string_view handle) {
  View out;
  out.text("handle", handle);
  Result<Handle> const read = parse_handle(handle);
  ActRecord const* const act = read ? parts.answer.generation->find_act(read->act) : nullptr;
  if (act == nullptr) {
    return out;
  }
  DualRequest const& request = parts.answer.request;
  std::string const& state = act->work.jurisdiction;
  Links const links(parts.context.visit);
  Date const day = state == request.requesting  ? *request.requesting_on
                   : state == request.requested ? *request.requested_on
                                                : request.as_of;
  out.text("url", state == "int"      ? links.article(handle, day)
                  : read->eid.empty() ? links.act(act->work, day)
                                      : links.provision(act->work, read->eid, day));
  return out;
}

std::vector<View> handle_views(DualParts const& parts, std::vector<std::string> const& handles) {
  std::vector<View> out;
  size_t const most = std::min(handles.size(), kMostHandles);
  for (size_t i = 0; i < most; ++i) {
    out.push_back(handle_view(parts, handles[i]));
  }
  if (most < handles.size()) {
    View rest;
    rest.text("text",
              parts.messages().counted("dual.more", static_cast<int64_t>(handles.size() - most)));
    out.push_back(std::move(rest));
  }
  return out;
}

void put_finding(View& view, DualParts const& parts, DualFinding const& finding) {
  view.text("verdict", parts.wording.word("dual.verdict", name_of(finding.verdict)))
      .text("verdict_class", name_of(finding.verdict))
      .text("why", parts.wording.word("dual.why", finding.reason));
  if (finding.within) {
    view.text("within", parts.wording.word("within", name_of(*finding.within)));
  }
  if (finding.confidence) {
    put_confidence(view, parts.wording, *finding.confidence);
  }
}

std::vector<View> dual_offence_rows(DualParts const& parts) {
  std::vector<View> out;
  size_t const whole = whole_offences(parts.answer.requesting.size());
  for (size_t place = 0; place < whole; ++place) {
    out.push_back(offence_row(parts, place));
  }
  return out;
}

std::vector<View> dual_further_rows(DualParts const& parts) {
  std::vector<View> out;
  size_t const all = parts.answer.requesting.size();
  for (size_t place = whole_offences(all); place < all; ++place) {
    DualOffence const& offence = parts.answer.requesting[place];
    View row = handle_view(parts, offence.handle);
    put_worded(row, "heading", offence.heading, parts.work(offence.act).original_language);
    put_finding(row, parts, parts.answer.findings.at(place));
    row.text("alone_url", alone_url(parts, place));
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace cyberlex::pages
