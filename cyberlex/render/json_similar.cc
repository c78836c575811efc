#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/similar.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

constexpr std::string_view kNote =
    "Near is not the same: words and concepts in common, found by machine. Nobody has compared the "
    "text with what stands here.";

void write_asked(JsonOut& out, SimilarRequest const& request) {
  if (request.provision) {
    out.text("provision", to_string(*request.provision));
  }
  out.text_or_null("lang", request.language);
  write_filters(out, request.search);
  out.text("as_of", request.search.as_of.to_string());
  out.number("limit", uint64_t{request.search.limit});
}

// How the text was read.
void write_reading(JsonOut& out, SimilarAnswer const& answer) {
  Taxonomy const& taxonomy = answer.generation->taxonomy();
  out.text_or_null("lang", answer.language);
  out.flag("speaks_of_offence", answer.speaks_of_offence);
  out.texts("words", answer.words);
  out.array("concepts", [&] {
    for (SimilarConcept const& found : answer.concepts) {
      out.object([&] {
        out.text("id", found.concept_id);
        out.text("scheme", found.scheme);
        out.text("label", concept_label(taxonomy, found.scheme, found.concept_id));
        out.text("found_by", found.label);
        out.decimal4("share", found.share);
      });
    }
  });
}

void write_reason(JsonOut& out, SimilarAnswer const& answer, SimilarHit const& hit, bool article) {
  std::vector<std::string> concepts;
  for (size_t const at : hit.concepts) {
    concepts.push_back(answer.concepts.at(at).concept_id);
  }
  out.texts("words", hit.words);
  out.texts("concepts", concepts);
  if (!article) {
    return;
  }
  out.array("through", [&] {
    for (SimilarThrough const& row : hit.through) {
      out.object([&] {
        out.text("handle", row.handle);
        out.text("relation", name_of(row.relation));
      });
    }
  });
}

void write_hits(JsonOut& out, std::string_view name, SimilarAnswer const& answer,
                std::vector<SimilarHit> const& hits, bool article) {
  out.array(name, [&] {
    for (SimilarHit const& hit : hits) {
      ActContext const context = context_of(*answer.generation, hit.record);
      out.object([&] {
        write_provision_members(out, context, hit.record);
        out.decimal4("score", hit.score);
        out.object("reason", [&] { write_reason(out, answer, hit, article); });
        write_gathered(out, context, hit.record);
      });
    }
  });
}

}  // namespace

std::string to_json(SimilarAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    out.object("query", [&] { write_asked(out, answer.request); });
    out.object("read", [&] { write_reading(out, answer); });
    out.text("note", kNote);
    write_hits(out, "provisions", answer, answer.provisions, false);
    write_hits(out, "articles", answer, answer.articles, true);
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
