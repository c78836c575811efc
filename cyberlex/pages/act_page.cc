#include <algorithm>
#include <utility>

#include "cyberlex/answer/iri.h"
#include "cyberlex/pages/act_history.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

constexpr size_t kFirstLevel = 3;  // of a container's heading: below that of the contents
constexpr size_t kLastLevel = 6;

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links const& links;
  ActAnswer const& answer;
  ActRecord const& act;

  bool is_treaty() const { return act.work.jurisdiction == "int"; }
};

// ---- contents

std::string number_of(Shown const& shown, ContentsEntry const& entry) {
  ProvisionRecord named;
  named.kind = entry.kind;
  named.num = entry.num;
  named.label = entry.label;
  return shown.wording.unit(named);
}

std::string address_of(Shown const& shown, ContentsEntry const& entry) {
  if (shown.is_treaty()) {
    return shown.links.article(entry.handle, shown.answer.as_of);
  }
  auto const handle = parse_handle(entry.handle);
  return handle ? shown.links.provision(shown.act.work, handle->eid, shown.answer.as_of)
                : std::string();
}

// The status is said where it is not the act's; a class is said of every provision, unless nobody
// assessed any.
View entry_view(Shown const& shown, ContentsEntry const& entry, bool classes) {
  View out;
  out.text("number", number_of(shown, entry)).text("url", address_of(shown, entry));
  put_worded(out, "heading", entry.heading, entry.heading_language);
  if (entry.status != shown.answer.status) {
    out.text("status", shown.wording.word("status", name_of(entry.status)))
        .text("status_class", name_of(entry.status));
  }
  if (classes) {
    out.text("klass", shown.wording.word("class", name_of(entry.klass)))
        .flag("unseen", entry.klass == ProvisionClass::kNotAssessed);
  }
  return out;
}

// The containers that begin with an entry: those that did not hold the one before.
std::vector<View> new_containers(Shown const& shown, std::vector<PathStep> const& path,
                                 std::vector<PathStep> const& before) {
  auto const parting = std::mismatch(path.begin(), path.end(), before.begin(), before.end(),
                                     [](auto const& a, auto const& b) { return a.eid == b.eid; });
  std::vector<View> out;
  for (auto step = parting.first; step != path.end(); ++step) {
    auto const depth = static_cast<size_t>(step - path.begin());
    View row;
    row.text("level", std::to_string(std::min(kFirstLevel + depth, kLastLevel)))
        .text("kind", shown.wording.word("kind", name_of(step->kind)))
        .text("label", step->label);
    put_worded(row, "heading", step->heading, shown.act.work.original_language);
    out.push_back(std::move(row));
  }
  return out;
}

// Entries of one container after the other.
std::vector<View> group_rows(Shown const& shown, bool classes) {
  std::vector<ContentsEntry> const& contents = shown.answer.contents;
  std::vector<View> out;
  std::vector<View> entries;
  std::vector<PathStep> before;
  for (size_t i = 0; i < contents.size(); ++i) {
    entries.push_back(entry_view(shown, contents[i], classes));
    if (i + 1 < contents.size() && contents[i + 1].path == contents[i].path) {
      continue;
    }
    View group;
    group.list("containers", new_containers(shown, contents[i].path, before))
        .list("entries", std::exchange(entries, {}));
    before = contents[i].path;
    out.push_back(std::move(group));
  }
  return out;
}

void put_contents(View& view, Shown const& shown) {
  std::vector<ContentsEntry> const& contents = shown.answer.contents;
  bool const assessed = std::ranges::any_of(contents, [](ContentsEntry const& entry) {
    return entry.klass != ProvisionClass::kNotAssessed;
  });
  view.text("count",
            shown.context.messages().counted("provisions", static_cast<int64_t>(contents.size())))
      .flag("unassessed", !assessed && !contents.empty())
      .list("groups", group_rows(shown, assessed));
}

// ---- the act

std::vector<View> expression_rows(Shown const& shown) {
  std::vector<View> out;
  for (ExpressionSummary const& expression : shown.act.expressions) {
    View row;
    row.text("language", shown.wording.language(expression.language))
        .text("kind", shown.wording.word("text", name_of(expression.kind)))
        .text("kind_class", name_of(expression.kind))
        .text("date", shown.wording.day(expression.date, shown.act.work.jurisdiction))
        .text("url", shown.links.page(iri_of(shown.act, expression)))
        .flag("later", expression.date > shown.answer.as_of);
    out.push_back(std::move(row));
  }
  return out;
}

// The title as enacted and its translations, but that which stands above.
std::vector<View> title_rows(Wording const& wording, Work const& work, Worded const& shown_above) {
  std::vector<View> out;
  for (LocalizedText const* const titles : {&work.title, &work.short_title}) {
    for (auto const& [language, text] : *titles) {
      bool const repeated = text == shown_above.text;
      if (repeated || (titles == &work.short_title && work.title.contains(language) &&
                       work.title.at(language) == text)) {
        continue;
      }
      View row;
      put_worded(row, "title", text, language);
      row.text("language", wording.language(language))
          .flag("original", language == work.original_language);
      out.push_back(std::move(row));
    }
  }
  return out;
}

void put_head(View& view, Shown const& shown) {
  Work const& work = shown.act.work;
  Worded const title = shown.wording.title(work);
  put_worded(view, "title", title);
  view.list("titles", title_rows(shown.wording, work, title))
      .text("country", shown.wording.country(work.jurisdiction))
      .text("list_url", shown.is_treaty() ? shown.links.treaties({}, shown.answer.as_of)
                                          : shown.links.acts({{"jurisdiction", work.jurisdiction}},
                                                             shown.answer.as_of))
      .text("handle", work.handle)
      .text("iri", work.iri)
      .text("status", shown.wording.word("status", name_of(shown.answer.status)))
      .text("status_class", name_of(shown.answer.status))
      .text("note", work.note)
      .text("origin", work.source_url.starts_with("https://") ? work.source_url : "");
}

// What else there is of it.
void put_ways(View& view, Shown const& shown) {
  std::string const& handle = shown.act.work.handle;
  ParameterList const act = {{"act", handle}};
  std::string const iri = shown.links.data(shown.act.work.iri, {});
  ParameterList const day = {{"as_of", shown.answer.as_of.to_string()}};
  view.text("action", iri)
      .text("search_action", "/")
      .text("all_url", shown.links.page("/", act))
      .text("feed", shown.links.data("/feed.atom", act))
      .text("json", shown.links.data(shown.act.work.iri + ".json", day))
      .text("akn", shown.links.data(shown.act.work.iri + ".akn", day))
      .text("jsonld", shown.links.data(shown.act.work.iri + ".jsonld", day));
  if (shown.is_treaty()) {
    view.text("matrix", shown.links.matrix(handle, {}, shown.answer.as_of));
  }
}

}  // namespace

std::string act_page(PageContext const& context, ActAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Links const links(context.visit);
  ActRecord const& act = answer.generation->acts().at(answer.act);
  SourceNotes notes(wording, act.work);
  Shown const shown{
      .context = context, .wording = wording, .links = links, .answer = answer, .act = act};
  View view;
  put_day(view, context, wording, answer.as_of);
  put_head(view, shown);
  put_ways(view, shown);
  put_contents(view, shown);
  put_history(view, context, notes, answer);
  view.list("expressions", expression_rows(shown)).list("notes", notes.views());
  Frame frame{.title = wording.title(act.work).text,
              .section = shown.is_treaty() ? "treaties" : "acts",
              .json = "/api/v1/acts/" + act.work.handle,
              .feed = links.data("/feed.atom", {{"act", act.work.handle}})};
  return framed(context, frame, "act", std::move(view));
}

}  // namespace cyberlex::pages
