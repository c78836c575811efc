#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {

void write_filters(JsonOut& out, SearchRequest const& request) {
  out.object("filters", [&] {
    for (Filter const& filter : request.filters) {
      out.array(info_of(filter.param).name, [&] {
        for (FilterValue const& value : filter.include) {
          out.value(value.text);
        }
        for (FilterValue const& value : filter.exclude) {
          out.value('-' + value.text);
        }
      });
    }
  });
}

namespace {

void write_expansion(JsonOut& out, Expansion const& expansion) {
  out.text("word", expansion.word);
  out.text("language", expansion.language);
  out.texts("terms", expansion.terms);
  if (expansion.truncated) {
    out.flag("truncated", true);
    out.text_if("limit", expansion.limit);
  }
}

void write_concept(JsonOut& out, ConceptExpansion const& expansion) {
  out.text("concept", expansion.concept_id);
  out.text("scheme", expansion.scheme);
  out.texts("words", expansion.words);
  out.array("labels", [&] {
    for (LabelShown const& each : expansion.labels) {
      out.object([&] {
        out.text("language", each.language);
        out.text("label", each.label);
      });
    }
  });
  if (expansion.share < 1) {  // not the very words of a label
    out.decimal4("share", expansion.share);
  }
  out.flag("annotated", expansion.annotated);
  if (expansion.articles) {
    out.flag("articles", true);
  }
  if (expansion.truncated) {
    out.flag("truncated", true);
    out.text_if("limit", expansion.limit);
  }
}

}  // namespace

void write_query(JsonOut& out, SearchResponse const& response, bool paged) {
  SearchRequest const& request = response.request;
  out.text("q", request.q);
  out.text("read_as", response.read_as);
  out.text_if("recognised", response.recognised);
  write_filters(out, request);
  out.text("as_of", request.as_of.to_string());
  if (paged) {
    out.text("sort", name_of(request.sort));
    out.number("limit", uint64_t{request.limit});
  }
  out.text("expand", request.expand ? "on" : "off");
  out.array("expansions", [&] {
    for (Expansion const& expansion : response.expansions) {
      out.object([&] { write_expansion(out, expansion); });
    }
    for (ConceptExpansion const& expansion : response.concepts) {
      out.object([&] { write_concept(out, expansion); });
    }
  });
  out.texts_if("left_out", response.left_out);
  if (!response.relaxed.any_of.empty()) {
    out.object("relaxed", [&] { out.texts("any_of", response.relaxed.any_of); });
  }
  write_spelling(out, response.did_you_mean);
}

namespace {

// Marks count code points, as readers of JSON do.
void write_snippet(JsonOut& out, Snippet const& snippet) {
  out.text("lang", snippet.language);
  out.text("text_kind", name_of(snippet.kind));
  out.text("eid", snippet.eid.text());
  out.text("text", snippet.text);
  out.flag("cut_before", snippet.cut_before);
  out.flag("cut_after", snippet.cut_after);
  out.array("marks", [&] {
    for (auto const& [begin, end] : snippet.marks) {
      out.pair(code_points_before(snippet.text, begin), code_points_before(snippet.text, end));
    }
  });
}

}  // namespace

void write_hit(JsonOut& out, Generation const& generation, Hit const& hit) {
  ActContext const context = context_of(generation, *hit.record);
  write_provision_members(out, context, *hit.record);
  out.array("snippets", [&] {
    for (Snippet const& snippet : hit.snippets) {
      out.object([&] { write_snippet(out, snippet); });
    }
  });
  write_short_limbs(out, context, *hit.record);
  write_gathered(out, context, *hit.record);
  write_suggested(out, generation, hit.record->suggested);
  out.decimal4("score", hit.score);
  write_versions(out, versions_of(generation, hit.record->act, hit.record->eid, hit.doc));
}

void write_left_out(JsonOut& out, std::vector<Facet> const& facets) {
  if (std::ranges::all_of(facets, [](Facet const& facet) { return facet.left_out == 0; })) {
    return;
  }
  out.object("facets_left_out", [&] {
    for (Facet const& facet : facets) {
      if (facet.left_out > 0) {
        out.number(info_of(facet.param).name, facet.left_out);
      }
    }
  });
}

std::string next_page(SearchResponse const& response) {
  if (!response.next) {
    return {};
  }
  SearchRequest request = response.request;
  request.cursor = response.next;
  std::string url = "/api/v1/search";
  char separator = '?';
  for (auto const& [name, value] : to_parameters(request)) {
    url += separator + name + '=' + percent_encoded(value, "/:,@");
    separator = '&';
  }
  return url;
}

std::string to_json(SearchResponse const& response) {
  Generation const& generation = *response.generation;
  JsonOut out;
  out.object([&] {
    out.object("query", [&] { write_query(out, response, true); });
    out.number("total", response.total);
    out.array("hits", [&] {
      for (Hit const& hit : response.hits) {
        out.object([&] { write_hit(out, generation, hit); });
      }
    });
    out.object("facets", [&] {
      for (Facet const& facet : response.facets) {
        write_facet_values(out, info_of(facet.param).name, generation, facet);
      }
    });
    write_left_out(out, response.facets);
    write_stats(out, response.stats);
    out.text_or_null("next", next_page(response));
    write_corpus(out, generation);
  });
  return out.finish();
}

}  // namespace cyberlex
