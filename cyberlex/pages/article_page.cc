#include <algorithm>
#include <set>
#include <utility>

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/limb_view.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/pages/penalty_chart.h"
#include "cyberlex/pages/provision_parts.h"

namespace cyberlex::pages {
namespace {

// Of more limbs that answer to an article the page shows the relation only, and of penalties what
// the chart does not.
constexpr size_t kMostInFull = 24;

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links const& links;
  SourceNotes& notes;
  ArticleAnswer const& answer;
  ActRecord const& treaty;

  bool is_brief() const {
    size_t limbs = 0;
    for (MappedProvision const& each : answer.provisions) {
      limbs += each.limbs.size();
    }
    return limbs > kMostInFull;
  }
  Date day() const { return answer.provision.as_of; }
  // "unc/7"
  std::string handle() const {
    return to_string(Handle{treaty.work.handle, answer.provision.record.eid});
  }
  ActRecord const& act_of(ProvisionRecord const& record) const {
    return answer.provision.generation->acts().at(record.act);
  }
};

// ---- what it asks, and how it stands to other treaties

// Rows of the concordance have a section of their own, and so have limbs that hold nothing else.
std::vector<View> limb_rows(Shown const& shown) {
  std::vector<View> out;
  for (LimbRecord const& limb : shown.answer.provision.record.limbs) {
    if (limb.annotated) {
      LimbRecord own = limb;
      own.mappings.clear();
      out.push_back(limb_view(shown.context, shown.notes, shown.treaty, own, shown.day()));
    }
  }
  return out;
}

// "Budapest Convention, article 2" "is narrower than" "UN Convention against Cybercrime, 7": the
// first is what was mapped, the second what it was mapped to.
View sentence_view(Shown const& shown, Handle const& from, MappingRecord const& mapping) {
  View out = mapping_view(shown.context, shown.notes, mapping, shown.day());
  std::string const handle = to_string(from);
  out.text("from", shown.wording.article(handle))
      .text("from_url", shown.links.article(handle, shown.day()))
      .text("is", shown.wording.word("concordance", name_of(mapping.relation)));
  return out;
}

std::vector<View> concordance_rows(Shown const& shown) {
  std::vector<View> out;
  for (MappingRecord const* const mapping : mappings_of(shown.answer.provision.record)) {
    if (mapping->relation != Relation::kOutside) {
      out.push_back(sentence_view(shown, {shown.treaty.work.handle, mapping->limb}, *mapping));
    }
  }
  for (MappedProvision const& other : shown.answer.treaties) {
    ProvisionRecord record = other.provision.record;
    record.limbs = other.limbs;
    for (MappingRecord const* const mapping : mappings_of(record)) {
      out.push_back(
          sentence_view(shown, {shown.act_of(record).work.handle, mapping->limb}, *mapping));
    }
  }
  return out;
}

// ---- what answers to it in the law of states

std::vector<View> relation_rows(Shown const& shown, LimbRecord const& limb) {
  std::vector<View> out;
  for (MappingRecord const& mapping : limb.mappings) {
    View row;
    row.text("relation", shown.wording.word("relation", name_of(mapping.relation)))
        .text("part", mapping.article == mapping.article.unit() ? "" : mapping.article.text());
    shown.notes.put(row, mapping.confidence, mapping.sources);
    out.push_back(std::move(row));
  }
  return out;
}

View mapped_limb(Shown const& shown, ActRecord const& act, LimbRecord const& limb, bool brief) {
  LimbRecord kept;
  kept.eid = limb.eid;
  kept.penalties = limb.penalties;
  if (brief) {
    std::erase_if(kept.penalties, is_charted);
  } else {
    kept.offences = limb.offences;
    kept.mappings = limb.mappings;
  }
  View out = limb_view(shown.context, shown.notes, act, kept, shown.day());
  out.flag("unpunished", limb.penalties.empty() && !limb.offences.empty());
  if (brief) {
    out.list("relations", relation_rows(shown, limb));
  }
  return out;
}

View provision_row(Shown const& shown, MappedProvision const& mapped, bool brief) {
  ProvisionRecord const& record = mapped.provision.record;
  ActRecord const& act = shown.act_of(record);
  shown.notes.turn_to(act.work);
  std::vector<View> limbs;
  for (LimbRecord const& limb : mapped.limbs) {
    limbs.push_back(mapped_limb(shown, act, limb, brief));
  }
  View out;
  out.text("number", shown.wording.unit(record))
      .text("url", shown.links.provision(act.work, record.eid, shown.day()))
      .list("limbs", std::move(limbs));
  if (record.status != LegalStatus::kInForce) {
    out.text("status", shown.wording.word("status", name_of(record.status)))
        .text("status_class", name_of(record.status));
  }
  if (!record.texts.empty()) {
    put_worded(out, "heading", record.texts.front().heading, record.texts.front().language);
  }
  return out;
}

// In citation order the provisions of an act stand together, and the acts of a state.
std::vector<View> act_rows(Shown const& shown) {
  std::vector<MappedProvision> const& all = shown.answer.provisions;
  bool const brief = shown.is_brief();
  std::string state;
  std::vector<View> out;
  std::vector<View> provisions;
  for (size_t i = 0; i < all.size(); ++i) {
    provisions.push_back(provision_row(shown, all[i], brief));
    if (i + 1 < all.size() && all[i + 1].provision.record.act == all[i].provision.record.act) {
      continue;
    }
    Work const& work = shown.act_of(all[i].provision.record).work;
    View row;
    row.text("url", shown.links.act(work, shown.day()))
        .list("provisions", std::exchange(provisions, {}));
    put_worded(row, "act", shown.wording.title(work));
    if (std::exchange(state, work.jurisdiction) != work.jurisdiction) {
      row.text("state", shown.wording.country(state));
    }
    out.push_back(std::move(row));
  }
  shown.notes.turn_to(shown.treaty.work);
  return out;
}

std::vector<View> without_rows(Shown const& shown) {
  std::vector<View> out;
  for (StateWithout const& state : shown.answer.without) {
    std::vector<View> looked;
    for (MatrixAssessed const& each : state.assessed) {
      Work const& work = shown.answer.provision.generation->acts().at(each.act).work;
      std::vector<Source> grounds = each.row->sources;
      if (auto const read = work.readings.find(each.row->read); read != work.readings.end()) {
        grounds.push_back(reading_source(shown.wording, read->second));
      }
      View row;
      row.text("elsewhere", each.row->elsewhere).text("rationale", each.row->rationale);
      put_worded(row, "act", shown.wording.title(work));
      row.text("url", shown.links.act(work, shown.day()));
      shown.notes.put(row, each.row->confidence, grounds);
      looked.push_back(std::move(row));
    }
    View row;
    row.text("name", shown.wording.country(state.jurisdiction))
        .text("class", name_of(state.coverage))
        .text("word", shown.wording.word("coverage", name_of(state.coverage)))
        .text("means", shown.wording.word("coverage.means", name_of(state.coverage)))
        .list("looked", std::move(looked));
    out.push_back(std::move(row));
  }
  return out;
}

std::optional<View> chart_of(Shown const& shown) {
  std::vector<ChartLimb> limbs;
  for (MappedProvision const& mapped : shown.answer.provisions) {
    ProvisionRecord const& record = mapped.provision.record;
    Work const& work = shown.act_of(record).work;
    for (LimbRecord const& limb : mapped.limbs) {
      limbs.push_back({.work = &work,
                       .limb = &limb,
                       .state = shown.wording.country(work.jurisdiction),
                       .label = to_string(Handle{work.handle, limb.eid}),
                       .url = shown.links.provision(work, record.eid, shown.day())});
    }
  }
  return penalty_chart(shown.wording, shown.notes, limbs);
}

// ---- ways on

std::vector<View> states_held(Shown const& shown) {
  std::set<std::string> codes;
  for (ActRecord const& act : shown.answer.provision.generation->acts()) {
    if (act.work.jurisdiction != "int") {
      codes.insert(act.work.jurisdiction);
    }
  }
  return state_choices(shown.wording, {codes.begin(), codes.end()}, {});
}

void put_ways(View& view, Shown const& shown) {
  std::string const handle = shown.handle();
  ParameterList const article = {{"article", handle}};
  view.text("article", handle)
      .text("action", shown.links.data("/conventions/" + handle, {}))
      .text("own_iri", shown.links.provision(shown.treaty.work, shown.answer.provision.record.eid,
                                             shown.day()))
      .text("search_url", shown.links.page("/", article))
      .text("matrix_url", shown.links.matrix(shown.treaty.work.handle, {}, shown.day()))
      .list("states_held", states_held(shown));
  if (!shown.answer.provisions.empty()) {
    view.text("compare_url", shown.links.compare(article, shown.day()));
  }
  auto const neighbour = [&shown](std::optional<std::string> const& other) {
    return other ? shown.links.article(*other, shown.day()) : std::string();
  };
  view.text("previous", neighbour(shown.answer.provision.previous))
      .text("next", neighbour(shown.answer.provision.next));
}

}  // namespace

std::string article_page(PageContext const& context, ArticleAnswer const& answer) {
  Wording const wording(context.messages(), *answer.provision.generation);
  Links const links(context.visit);
  ActRecord const& treaty = answer.provision.generation->acts().at(answer.provision.record.act);
  SourceNotes notes(wording, treaty.work);
  Shown const shown{.context = context,
                    .wording = wording,
                    .links = links,
                    .notes = notes,
                    .answer = answer,
                    .treaty = treaty};
  View view;
  put_provision(view, context, notes, answer.provision);
  put_ways(view, shown);
  if (context.visit.chosen) {
    view.text("ui", code_of(context.visit.language));
  }
  std::vector<View> concordance = concordance_rows(shown);
  view.list("limbs", limb_rows(shown))
      .flag("concordant", !concordance.empty())
      .list("concordance", std::move(concordance))
      .flag("brief", shown.is_brief())
      .list("acts", act_rows(shown))
      .list("without", without_rows(shown))
      .flag("has_without", !answer.without.empty());
  if (std::optional<View> chart = chart_of(shown)) {
    view.view("chart", *std::move(chart));
  }
  notes.turn_to(treaty.work);
  view.list("notes", notes.views());
  Frame frame{.title = wording.article(shown.handle()),
              .section = "treaties",
              .json = "/api/v1/conventions/" + shown.handle()};
  return framed(context, frame, "article", std::move(view));
}

}  // namespace cyberlex::pages
