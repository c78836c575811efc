#include "cyberlex/render/atom.h"

#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/text_layout.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {
namespace {

constexpr std::string_view kRoot = "urn:x-cyberlex:";

std::string element(std::string_view name, std::string_view text) {
  std::string const tag(name);
  return '<' + tag + '>' + xml_escaped(text) + "</" + tag + ">\n";
}

std::string link(std::string_view relation, std::string_view type, std::string_view address) {
  return "<link rel=\"" + std::string(relation) + "\" type=\"" + std::string(type) + "\" href=\"" +
         xml_escaped(address) + "\"/>\n";
}

std::string category(std::string_view scheme, std::string_view term, std::string_view label) {
  return "<category scheme=\"" + std::string(kRoot) + std::string(scheme) + "\" term=\"" +
         xml_escaped(term) + "\" label=\"" + xml_escaped(label) + "\"/>\n";
}

std::string moment(Date day) {
  return day.to_string() + "T00:00:00Z";
}

// "urn:x-cyberlex:akn/ng/act/2015/cybercrimes-act/!main~sec_24": the work and no version of it.
std::string identifier(Work const& work, std::string_view eid) {
  std::string path = work.iri.substr(work.iri.starts_with('/') ? 1 : 0);
  path += eid.empty() ? "" : "/!main~" + std::string(eid);
  return std::string(kRoot) + percent_encoded(path, "/:@!");
}

std::string address_of(std::string_view kind, std::string_view handle, Date day) {
  return "/api/v1/" + std::string(kind) + '/' + percent_encoded(handle, "/:@!") +
         "?as_of=" + day.to_string();
}

// "<p lang=…>… text …</p>", so that a reader knows how it runs.
std::string paragraph(Snippet const& snippet) {
  std::string const language = xml_escaped(snippet.language);
  std::string text = snippet.cut_before ? "… " : "";
  text += snippet.text + (snippet.cut_after ? " …" : "");
  return "<p xml:lang=\"" + language + "\" lang=\"" + language + "\" dir=\"" +
         std::string(direction_of(snippet.language)) + "\">" + xml_escaped(text) + "</p>";
}

// "in force, from 2024-02-28; text shown: restatement (English)"
std::string standing_line(Hit const& hit) {
  std::string out(readable(name_of(hit.record->status)));
  out += ", " + interval_text(hit.record->valid);
  std::string_view separator = "; text shown: ";
  for (Snippet const& snippet : hit.snippets) {
    std::string const kind =
        readable(name_of(snippet.kind)) + " (" + language_name(snippet.language) + ')';
    if (out.find(kind) == std::string::npos) {
      out += std::string(separator) + kind;
      separator = ", ";
    }
  }
  return out;
}

std::string xhtml_summary(std::string_view inside) {
  return "<summary type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">" +
         std::string(inside) + "</div></summary>\n";
}

std::string summary(Hit const& hit) {
  std::string inside = "<p>" + xml_escaped(standing_line(hit)) + "</p>";
  for (Snippet const& snippet : hit.snippets) {
    inside += paragraph(snippet);
  }
  return xhtml_summary(inside);
}

std::string categories(Generation const& generation, Work const& work,
                       ProvisionRecord const& record) {
  std::string const status(name_of(record.status));
  std::string out = category("jurisdiction", work.jurisdiction, country_name(work.jurisdiction)) +
                    category("status", status, readable(status));
  for (std::string const& id : offences_of(record)) {
    out += category("offence", id, concept_label(generation.taxonomy(), "offence", id));
  }
  return out;
}

std::string provision_entry(FeedAnswer const& answer, size_t place) {
  Generation const& generation = *answer.found.generation;
  Hit const& hit = answer.found.hits[place];
  ProvisionRecord const& record = *hit.record;
  Work const& work = generation.acts().at(record.act).work;
  std::string const heading = record.texts.empty() ? "" : record.texts.front().heading;
  Date const day = answer.updated[place];
  std::string out = "<entry>\n" + element("id", identifier(work, record.eid.text()));
  out += element("title", display_title(work) + ", " + unit_name(record) +
                              (heading.empty() ? "" : ": " + heading));
  out += element("updated", moment(day));
  if (answer.published[place]) {
    out += element("published", moment(*answer.published[place]));
  }
  out += link("alternate", "application/json",
              address_of("provisions", to_string(Handle{work.handle, record.eid}), day));
  return out + categories(generation, work, record) + summary(hit) + "</entry>\n";
}

std::string act_entry(Generation const& generation, FeedAct const& row) {
  Work const& work = generation.acts().at(row.act).work;
  std::string out = "<entry>\n" + element("id", identifier(work, ""));
  out += element("title", display_title(work));
  out += element("updated", moment(row.day));
  out += link("alternate", "application/json", address_of("acts", work.handle, row.day));
  out += category("jurisdiction", work.jurisdiction, country_name(work.jurisdiction));
  std::string const text = counted(row.provisions, "provision") +
                           " in the state that came to stand on " + row.day.to_string();
  return out + "<summary>" + xml_escaped(text) + "</summary>\n</entry>\n";
}

// "cyberstalking; jurisdiction: ng"
std::string question_text(SearchRequest const& request) {
  std::string out = request.q;
  for (Filter const& filter : request.filters) {
    out += (out.empty() ? "" : "; ") + std::string(info_of(filter.param).name) + ':';
    for (FilterValue const& value : filter.include) {
      out += ' ' + value.text;
    }
    for (FilterValue const& value : filter.exclude) {
      out += " -" + value.text;
    }
  }
  return out;
}

// How long the result is, where nothing stands in it but provisions (OpenSearch 1.1).
std::string counts(FeedAnswer const& answer) {
  SearchRequest const& request = answer.request.search;
  uint64_t const first = request.cursor ? request.cursor->rank + 1 : 1;
  return element("os:totalResults", std::to_string(answer.found.total)) +
         element("os:startIndex", std::to_string(first)) +
         element("os:itemsPerPage", std::to_string(request.limit));
}

std::string head(FeedAnswer const& answer, FeedLinks const& links) {
  SearchRequest const& request = answer.request.search;
  bool const changes = answer.request.changes;
  std::string const name = links.name.empty() ? "" : ':' + links.name;
  auto const newest = std::max_element(answer.updated.begin(), answer.updated.end());
  Date const updated = newest == answer.updated.end() ? request.as_of : *newest;
  std::string out = element("id", std::string(kRoot) + "feed" + name);
  out += element("title", "Cyberlex: " + (changes ? "what changed" : question_text(request)));
  out += element("subtitle", "As the law stood on " + request.as_of.to_string() + "; corpus " +
                                 answer.found.generation->manifest().digest);
  out += element("updated", moment(updated));
  out +=
      "<author><name>Cyberlex</name></author>\n"
      "<generator version=\"" CYBERLEX_VERSION "\">Cyberlex</generator>\n";
  out += link("self", "application/atom+xml", links.self);
  out += link("first", "application/atom+xml", links.first);
  out += links.next.empty() ? "" : link("next", "application/atom+xml", links.next);
  out += link("alternate", "application/json", links.alternate);
  return out + (changes ? "" : counts(answer));
}

}  // namespace

std::string to_atom(FeedAnswer const& answer, FeedLinks const& links) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xmlns:os=\"http://a9.com/-/spec/opensearch/1.1/\" xml:lang=\"en\">\n" +
      head(answer, links);
  auto act = answer.acts.begin();
  for (size_t i = 0; i < answer.found.hits.size(); ++i) {
    for (; act != answer.acts.end() && act->before == i; ++act) {
      out += act_entry(*answer.found.generation, *act);
    }
    out += provision_entry(answer, i);
  }
  return out + "</feed>\n";
}

}  // namespace cyberlex
