#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "cyberlex/answer/thesaurus.h"
#include "cyberlex/pages/frame.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

// Schemes whose concepts are values of a parameter of their name.
constexpr auto kAnnotated = std::to_array<std::string_view>(
    {"offence", "power", "authorisation", "concern", "safeguard", "defence"});

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links links;
  ThesaurusAnswer const& answer;

  Messages const& messages() const { return context.messages(); }
  Date today() const { return context.visit.today; }
};

// What a concept is called, and its page.
View concept_view(Shown const& shown, std::string_view scheme, std::string_view id) {
  View out;
  put_worded(out, "label", shown.wording.concept_label(scheme, id));
  out.text("url", shown.links.concept_entry(scheme, id));
  return out;
}

// ---- all concepts, each scheme as a tree

// The labels in the other languages of the interface.
std::vector<View> other_labels(Shown const& shown, Concept const& entry) {
  std::vector<View> out;
  for (auto const& [language, label] : entry.pref) {
    if (language != code_of(shown.context.visit.language)) {
      View row;
      put_worded(row, "label", label, language);
      out.push_back(std::move(row));
    }
  }
  return out;
}

// A row opens the list of those below it, or ends `closes` lists: the template writes the tree in
// one pass.
View tree_row(Shown const& shown, ThesaurusEntry const& row, bool opens, size_t closes) {
  View out = concept_view(shown, row.entry->scheme, row.entry->id);
  bool const own = row.entry->pref.contains(std::string(code_of(shown.context.visit.language)));
  out.flag("foreign", !own)
      .list("others", other_labels(shown, *row.entry))
      .flag("opens", opens)
      .list("closes", std::vector<View>(closes));
  return out;
}

using Entries = std::vector<ThesaurusEntry const*>;

// The entries of a scheme that have no broader one there, or all where only some are shown.
Entries tops_of(Entries const& all) {
  Entries out;
  for (ThesaurusEntry const* const each : all) {
    bool const held = std::ranges::any_of(all, [each](ThesaurusEntry const* other) {
      return other->entry->id == each->entry->broader;
    });
    if (!held) {
      out.push_back(each);
    }
  }
  return out;
}

class Tree {
 public:
  Tree(Shown const& shown, Entries const& all) : shown_(shown), all_(all) {}

  std::vector<View> rows() {
    for (ThesaurusEntry const* const top : tops_of(all_)) {
      add(*top, 0, 0);
    }
    return std::move(rows_);
  }

 private:
  // `closes`: lists that end with this entry and what is below it.
  void add(ThesaurusEntry const& row, size_t depth, size_t closes) {
    constexpr size_t kDeepest = 8;  // a taxonomy that turns in a circle ends here
    Entries const below = depth < kDeepest ? narrower_of(row) : Entries();
    rows_.push_back(tree_row(shown_, row, !below.empty(), below.empty() ? closes : 0));
    for (size_t i = 0; i < below.size(); ++i) {
      add(*below[i], depth + 1, i + 1 == below.size() ? closes + 1 : 0);
    }
  }

  Entries narrower_of(ThesaurusEntry const& row) const {
    Entries out;
    std::ranges::copy_if(all_, std::back_inserter(out), [&row](ThesaurusEntry const* each) {
      return std::ranges::find(row.narrower, each->entry->id) != row.narrower.end();
    });
    return out;
  }

  Shown const& shown_;
  Entries const& all_;
  std::vector<View> rows_;
};

std::vector<View> scheme_rows(Shown const& shown) {
  std::vector<View> out;
  for (size_t i = 0; i < shown.answer.concepts.size();) {
    std::string const& scheme = shown.answer.concepts[i].entry->scheme;
    Entries all;
    for (; i < shown.answer.concepts.size() && shown.answer.concepts[i].entry->scheme == scheme;
         ++i) {
      all.push_back(&shown.answer.concepts[i]);
    }
    View row;
    row.text("scheme", scheme)
        .text("name", shown.wording.word("scheme", scheme))
        .text("n", shown.messages().counted("concepts", static_cast<int64_t>(all.size())))
        .list("entries", Tree(shown, all).rows());
    out.push_back(std::move(row));
  }
  return out;
}

// ---- one concept

std::vector<View> texts(std::map<std::string, std::vector<std::string>> const& labels,
                        std::string const& language) {
  std::vector<View> out;
  auto const found = labels.find(language);
  if (found == labels.end()) {
    return out;
  }
  for (std::string const& label : found->second) {
    View row;
    row.text("text", label);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> label_rows(Shown const& shown, Concept const& entry) {
  std::vector<View> out;
  for (auto const& [language, label] : entry.pref) {
    View row;
    row.text("language", shown.wording.language(language))
        .list("alt", texts(entry.alt, language))
        .list("hidden", texts(entry.hidden, language));
    put_worded(row, "pref", label, language);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> match_rows(Shown const& shown, Concept const& entry) {
  std::vector<View> out;
  for (auto const& [relation, articles] : entry.match) {
    for (std::string const& article : articles) {
      View row;
      row.text("relation", shown.wording.word("match", relation))
          .text("label", shown.wording.article(article))
          .text("url", shown.links.named(*shown.answer.generation, article, shown.today()))
          .text("search", shown.links.finding({{"article", article}}, shown.today()));
      out.push_back(std::move(row));
    }
  }
  return out;
}

std::vector<View> yardstick_rows(Shown const& shown, Concept const& entry) {
  std::vector<View> out;
  for (std::string const& article : entry.yardstick) {
    View row;
    row.text("label", shown.wording.article(article))
        .text("url", shown.links.named(*shown.answer.generation, article, shown.today()));
    out.push_back(std::move(row));
  }
  return out;
}

// The ways from a concept to provisions: those annotated with it, those that have its words.
void put_ways(View& view, Shown const& shown, Concept const& entry) {
  ParameterList const asked = {{"scheme", entry.scheme}, {"concept", entry.id}};
  auto const skos = [&](std::string_view format) {
    ParameterList list = asked;
    list.emplace_back("format", format);
    return shown.links.data("/api/v1/thesaurus", list);
  };
  if (std::ranges::find(kAnnotated, entry.scheme) != kAnnotated.end()) {
    view.text("search", shown.links.finding({{"concept", entry.id}}, shown.today()))
        .text("compare", shown.links.compare({{"concept", entry.id}}, shown.today()));
  }
  std::string const label = shown.wording.concept_label(entry.scheme, entry.id).text;
  view.text("words", shown.links.finding({{"q", label}}, shown.today()))
      .text("json", shown.links.data("/api/v1/thesaurus", asked))
      .text("turtle", skos("turtle"))
      .text("jsonld", skos("jsonld"));
}

View entry_view(Shown const& shown, ThesaurusEntry const& row) {
  Concept const& entry = *row.entry;
  std::vector<View> narrower;
  for (std::string const& id : row.narrower) {
    narrower.push_back(concept_view(shown, entry.scheme, id));
  }
  View out = concept_view(shown, entry.scheme, entry.id);
  out.text("id", entry.id)
      .text("scheme", shown.wording.word("scheme", entry.scheme))
      .text("scheme_url", shown.links.thesaurus({{"scheme", entry.scheme}}))
      .text("all_url", shown.links.thesaurus({}))
      .text("law", entry.law.empty() ? "" : shown.wording.country(entry.law))
      .text("pin", entry.pin)
      .text("note", entry.note)
      .flag("checked", entry.checklist > 0)
      .flag("independent", entry.independent.value_or(false))
      .flag("dependent", !entry.independent.value_or(true))
      .list("labels", label_rows(shown, entry))
      .flag("narrower_any", !narrower.empty())
      .list("narrower", std::move(narrower))
      .flag("matched", !entry.match.empty())
      .list("matches", match_rows(shown, entry))
      .list("yardstick", yardstick_rows(shown, entry));
  if (!entry.broader.empty()) {
    out.view("broader", concept_view(shown, entry.scheme, entry.broader));
  }
  put_ways(out, shown, entry);
  return out;
}

std::string concept_page(Shown const& shown) {
  ThesaurusEntry const& row = shown.answer.concepts.front();
  Concept const& entry = *row.entry;
  ParameterList const asked = {{"scheme", entry.scheme}, {"concept", entry.id}};
  return framed(shown.context,
                {.title = shown.wording.concept_label(entry.scheme, entry.id).text,
                 .section = "thesaurus",
                 .json = shown.links.data("/api/v1/thesaurus", asked)},
                "concept", entry_view(shown, row));
}

}  // namespace

std::string thesaurus_page(PageContext const& context, ThesaurusAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Shown const shown{
      .context = context, .wording = wording, .links = Links(context.visit), .answer = answer};
  if (!answer.request.concept_id.empty() && answer.concepts.size() == 1) {
    return concept_page(shown);
  }
  std::string const json = shown.links.data("/api/v1/thesaurus", context.visit.parameters);
  ParameterList turtle = context.visit.parameters;
  std::erase_if(turtle, [](auto const& each) { return each.first == "format"; });
  turtle.emplace_back("format", "turtle");
  View view;
  view.text("total",
            context.messages().counted("concepts", static_cast<int64_t>(answer.concepts.size())))
      .text("json", json)
      .text("turtle", shown.links.data("/api/v1/thesaurus", turtle))
      .text("all_url", context.visit.parameters.empty() ? std::string() : shown.links.thesaurus({}))
      .list("schemes", scheme_rows(shown));
  return framed(
      context,
      {.title = context.messages().text("concepts.title"), .section = "thesaurus", .json = json},
      "thesaurus", std::move(view));
}

}  // namespace cyberlex::pages
