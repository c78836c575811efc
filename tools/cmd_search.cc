#include <algorithm>
#include <ostream>

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/json.h"
#include "tools/commands.h"
#include "tools/exit_codes.h"
#include "tools/fact_text.h"
#include "tools/penalty_text.h"
#include "tools/session.h"

namespace cyberlex::tools {
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
  Work const& work = generation.acts().at(hit.record.act).work;
  std::string const indent(kHitIndent, ' ');
  std::string const heading = hit.record.texts.empty() ? "" : hit.record.texts.front().heading;
  std::string out = std::to_string(rank) + ". " +
                    bold(to_string(Handle{work.handle, hit.record.eid})) +
                    (heading.empty() ? "" : " — " + heading) + '\n';
  std::string const where = display_title(work) + ", " + country_name(work.jurisdiction) + "; " +
                            readable(name_of(hit.record.status));
  out += wrapped(where, indent, indent);
  for (LimbRecord const& limb : hit.record.limbs) {
    out += limb_lines(limb);
  }
  out += suggested_text(generation.taxonomy(), hit.record.suggested, indent);
  std::string const articles = articles_line(hit.record);
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

std::string response_text(SearchResponse const& response) {
  Generation const& generation = *response.generation;
  std::string out = head_text(response);
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

std::string query_of(ParameterList const& parameters) {
  for (auto const& [name, value] : parameters) {
    if (name == "q") {
      return value;
    }
  }
  return {};
}

}  // namespace

int run_search(SearchCommand const& command, Terminal& terminal) {
  Result<Searcher> searcher = open_index(command.common.index_dir);
  if (!searcher) {
    return complain_of_index(terminal, searcher.error());
  }
  std::string const query = query_of(command.parameters);
  Result<SearchRequest> const request =
      parse_request(command.parameters, searcher->reader().generation(), Date::today_utc());
  if (!request) {
    return complain(terminal, request.error(), query);
  }
  Result<SearchResponse> const response = searcher->search(*request);
  if (!response) {
    return complain(terminal, response.error(), query);
  }
  if (command.common.json) {
    terminal.out << to_json(*response);
  } else {
    print(terminal, response_text(*response));
    if (response->did_you_mean) {
      terminal.err << "did you mean: " << printable(response->did_you_mean->q, false) << "  ("
                   << counted(response->did_you_mean->total, "provision") << ")\n";
    }
    if (response->next) {
      terminal.err << "more: --cursor " << encode(*response->next) << '\n';
    }
  }
  return response->total > 0 ? kExitFound : kExitNothingFound;
}

}  // namespace cyberlex::tools
