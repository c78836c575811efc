#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/text_layout.h"
#include "cyberlex/render/text_penalty.h"

namespace cyberlex {
namespace {

constexpr size_t kMostFacetValues = 8;
constexpr size_t kHitIndent = 4;

// Labels language by language: "es: acceso ilícito, intrusismo informático; fa: …".
std::string concept_text(ConceptExpansion const& expansion) {
  std::string out;
  for (std::string const& word : expansion.words) {
    out += word + ' ';
  }
  out += "(" + expansion.scheme + ' ' + expansion.concept_id + "):";
  std::string_view language;
  for (LabelShown const& each : expansion.labels) {
    if (each.language != language) {
      out += (language.empty() ? " " : "; ") + each.language + ": " + each.label;
    } else {
      out += ", " + each.label;
    }
    language = each.language;
  }
  if (expansion.annotated) {
    out += (language.empty() ? " " : "; ") + std::string("what is annotated with it");
  }
  return out + (expansion.truncated ? " …, " + expansion.limit : "");
}

std::string head_text(SearchResponse const& response) {
  SearchRequest const& request = response.request;
  uint64_t const first = request.cursor ? request.cursor->rank + 1 : 1;
  std::string out = counted(response.total, "provision");
  if (!response.hits.empty()) {
    out += ", " + std::to_string(first) + " to " +
           std::to_string(first + response.hits.size() - 1) + " shown";
  }
  out += "; on " + request.as_of.to_string() + "; by ";
  out += name_of(request.sort);
  out += '\n';
  out += response.recognised.empty() ? "" : labelled("recognised", response.recognised);
  out += request.q.empty() ? "" : labelled("read as", response.read_as);
  for (Expansion const& expansion : response.expansions) {
    if (!expansion.truncated && expansion.terms == std::vector{expansion.word}) {
      continue;  // the word as it was typed
    }
    std::string words = expansion.word + " (" + language_name(expansion.language) + "):";
    for (std::string const& term : expansion.terms) {
      words += ' ' + term;
    }
    out += labelled("expanded", words + (expansion.truncated ? " …, " + expansion.limit : ""));
  }
  for (ConceptExpansion const& expansion : response.concepts) {
    out += labelled("expanded", concept_text(expansion));
  }
  return out;
}

std::string marked(Snippet const& snippet) {
  std::string out = snippet.cut_before ? "… " : "";
  size_t at = 0;
  for (auto const& [begin, end] : snippet.marks) {
    out += snippet.text.substr(at, begin - at);
    out += bold(std::string_view(snippet.text).substr(begin, end - begin));
    at = end;
  }
  return out + snippet.text.substr(at) + (snippet.cut_after ? " …" : "");
}

std::string limb_lines(LimbRecord const& limb) {
  std::string out;
  for (PenaltyClause const& clause : limb.penalties) {
    std::string const text =
        clause_text(clause) + " [" + std::string(name_of(clause.confidence)) + ']';
    out += wrapped(limb.eid.text() + ": " + text, std::string(kHitIndent, ' '),
                   std::string(kHitIndent + 2, ' '));
  }
  std::string const grade = grade_text(limb);
  return out + (grade.empty() ? "" : wrapped(grade, std::string(kHitIndent + 2, ' '), ""));
}

std::string articles_line(ProvisionRecord const& record) {
  std::string out;
  for (MappingRecord const* mapping : mappings_of(record)) {
    std::string const text = article_handle(*mapping) + ' ' +
                             std::string(name_of(mapping->relation)) + " [" +
                             std::string(name_of(mapping->confidence)) + ']';
    bool const known = out.find(text) != std::string::npos;
    out += known ? "" : (out.empty() ? "" : ", ") + text;
  }
  return out;
}

std::string hit_text(Generation const& generation, Hit const& hit, uint64_t rank) {
  Work const& work = generation.acts().at(hit.record->act).work;
  std::string const indent(kHitIndent, ' ');
  std::string const heading = hit.record->texts.empty() ? "" : hit.record->texts.front().heading;
  std::string out = std::to_string(rank) + ". " +
                    bold(to_string(Handle{work.handle, hit.record->eid})) +
                    (heading.empty() ? "" : " — " + heading) + '\n';
  std::string const where = display_title(work) + ", " + country_name(work.jurisdiction) + "; " +
                            readable(name_of(hit.record->status));
  out += wrapped(where, indent, indent);
  for (LimbRecord const& limb : hit.record->limbs) {
    out += limb_lines(limb);
  }
  out += suggested_text(generation.taxonomy(), hit.record->suggested, indent);
  std::string const articles = articles_line(*hit.record);
  out += articles.empty() ? "" : wrapped(articles, indent, indent);
  for (Snippet const& snippet : hit.snippets) {
    std::string text = snippet.language + ": " + marked(snippet);
    std::replace(text.begin(), text.end(), '\n', ' ');
    out += wrapped(text, indent, indent);
  }
  return out;
}

std::string facet_text(Generation const& generation, Facet const& facet) {
  std::string values;
  size_t shown = 0;
  for (FacetValue const& value : facet.values) {
    if (value.count == 0 && !value.selected) {
      continue;
    }
    if (++shown <= kMostFacetValues) {
      values += (values.empty() ? "" : ", ") + label_of(facet.param, value.value, generation) +
                ' ' + std::to_string(value.count) + (value.selected ? "*" : "");
    }
  }
  if (shown > kMostFacetValues) {
    values += ", and " + std::to_string(shown - kMostFacetValues) + " more";
  }
  return values.empty() ? "" : labelled(info_of(facet.param).name, values);
}

}  // namespace

std::string to_text(SearchResponse const& response) {
  Generation const& generation = *response.generation;
  std::string out = head_text(response);
  if (response.did_you_mean) {
    out += labelled("did you mean", response.did_you_mean->q + "  (" +
                                        counted(response.did_you_mean->total, "provision") + ')');
  }
  uint64_t rank = response.request.cursor ? response.request.cursor->rank : 0;
  for (Hit const& hit : response.hits) {
    out += '\n' + hit_text(generation, hit, ++rank);
  }
  if (response.total > 0 && !response.facets.empty()) {
    out += '\n';
    for (Facet const& facet : response.facets) {
      out += facet_text(generation, facet);
    }
  }
  return out;
}

}  // namespace cyberlex
