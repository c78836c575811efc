#include "cyberlex/render/annotations.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "cyberlex/answer/iri.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/json_out.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {
namespace {

constexpr std::string_view kRoot = "urn:x-cyberlex:";

void write_context(JsonOut& out) {
  out.array("@context", [&] {
    out.value("http://www.w3.org/ns/anno.jsonld");
    out.object([&] {
      for (std::string_view const term :
           {"confidence", "relation", "reviewed", "covers", "partly", "missing", "added"}) {
        out.text(term, std::string(kRoot) + std::string(term));
      }
    });
  });
}

// The IRI of a limb, whatever the version.
std::string limb_iri(ProvisionAnswer const& answer, EId const& limb) {
  return portion_iri(answer.generation->acts().at(answer.record.act).work.iri, limb);
}

// The article, or the treaty that it was found to be outside of.
std::string article_iri(Generation const& generation, MappingRecord const& mapping) {
  ActRecord const* const treaty = generation.find_act(mapping.treaty);
  if (treaty == nullptr) {
    return std::string(kRoot) + "subject:" + article_handle(mapping);
  }
  return mapping.article.empty() ? treaty->work.iri
                                 : portion_iri(treaty->work.iri, mapping.article);
}

void write_resource(JsonOut& out, std::string_view purpose, std::string const& iri) {
  out.object([&] {
    out.text("type", "SpecificResource");
    out.text("purpose", purpose);
    out.text("source", iri);
  });
}

void write_words(JsonOut& out, std::string_view purpose, std::string const& words) {
  if (words.empty()) {
    return;
  }
  out.object([&] {
    out.text("type", "TextualBody");
    out.text("purpose", purpose);
    out.text("format", "text/plain");
    out.text("value", words);
  });
}

// Where a web page is the source it is a resource; a book is words.
void write_source(JsonOut& out, Source const& source) {
  std::string const words = source.title + (source.locator.empty() ? "" : ", " + source.locator);
  if (source.url.empty()) {
    write_words(out, "linking", words);
    return;
  }
  out.object([&] {
    out.text("type", "SpecificResource");
    out.text("purpose", "linking");
    out.text("source", source.url);
    out.text_if("label", words);
  });
}

void write_generator(JsonOut& out) {
  out.object("generator", [&] {
    out.text("type", "Software");
    out.text("name", "Cyberlex " CYBERLEX_VERSION);
  });
}

void write_mapping(JsonOut& out, Generation const& generation, MappingRecord const& mapping) {
  out.text("motivation", "classifying");
  if (!mapping.author.empty()) {
    out.object("creator", [&] { out.text("name", mapping.author); });
  }
  if (mapping.date != Date()) {
    out.text("created", mapping.date.to_string() + "T00:00:00Z");
  }
  write_generator(out);
  out.array("body", [&] {
    write_resource(out, "classifying", article_iri(generation, mapping));
    write_words(out, "tagging", std::string(name_of(mapping.relation)));
    write_words(out, "describing", mapping.rationale);
    for (Source const& source : mapping.sources) {
      write_source(out, source);
    }
  });
  out.text("relation", name_of(mapping.relation));
  out.text("confidence", name_of(mapping.confidence));
  out.text_if("reviewed", mapping.reviewed);
  out.texts_if("covers", mapping.covers);
  out.texts_if("partly", mapping.partly);
  out.texts_if("missing", mapping.missing);
  out.texts_if("added", mapping.added);
}

std::vector<std::string> concepts_of(LimbRecord const& limb) {
  std::vector<std::string> out;
  for (std::string const& offence : limb.offences) {
    out.push_back(std::string(kRoot) + "offence:" + offence);
  }
  for (Power const& power : limb.powers) {
    out.push_back(std::string(kRoot) + "power:" + power.power);
  }
  return out;
}

void write_facts(JsonOut& out, Work const& work, LimbRecord const& limb) {
  std::vector<std::string> const concepts = concepts_of(limb);
  out.text("motivation", concepts.empty() ? "linking" : "classifying");
  write_generator(out);
  out.array("body", [&] {
    for (std::string const& iri : concepts) {
      write_resource(out, "classifying", iri);
    }
    for (std::string const& key : limb.provenance.sources) {
      auto const found = work.sources.find(key);
      Source unnamed;
      unnamed.title = key;
      write_source(out, found == work.sources.end() ? unnamed : found->second);
    }
  });
  out.text("confidence", name_of(limb.provenance.confidence));
}

// Limbs of which there are facts with a concept or a source: what an annotation can have as body.
std::vector<LimbRecord const*> told_limbs(ProvisionRecord const& record) {
  std::vector<LimbRecord const*> out;
  for (LimbRecord const& limb : record.limbs) {
    if (limb.annotated && (!limb.provenance.sources.empty() || !concepts_of(limb).empty())) {
      out.push_back(&limb);
    }
  }
  return out;
}

// One annotation: what is the same in all of them around `body`.
template <typename Body>
void write_annotation(JsonOut& out, std::string const& id, std::string const& target,
                      Body const& body) {
  out.object([&] {
    out.text("id", id);
    out.text("type", "Annotation");
    body();
    out.text("target", target);
  });
}

void write_items(JsonOut& out, ProvisionAnswer const& answer, std::string const& address) {
  Generation const& generation = *answer.generation;
  Work const& work = generation.acts().at(answer.record.act).work;
  uint64_t number = 0;
  for (MappingRecord const* const mapping : mappings_of(answer.record)) {
    write_annotation(out, address + "#mapping-" + std::to_string(++number),
                     limb_iri(answer, mapping->limb),
                     [&] { write_mapping(out, generation, *mapping); });
  }
  for (LimbRecord const* const limb : told_limbs(answer.record)) {
    write_annotation(out, address + "#facts-" + limb->eid.text(), limb_iri(answer, limb->eid),
                     [&] { write_facts(out, work, *limb); });
  }
}

}  // namespace

std::string to_annotations(ProvisionAnswer const& answer, std::string const& address) {
  size_t const total = mappings_of(answer.record).size() + told_limbs(answer.record).size();
  JsonOut out;
  out.object([&] {
    write_context(out);
    out.text("id", address);
    out.text("type", "AnnotationCollection");
    out.text("label", "What is said about " + limb_iri(answer, answer.record.eid) +
                          " as it stood on " + answer.as_of.to_string());
    out.number("total", uint64_t{total});
    out.object("first", [&] {
      out.text("id", address + "#page");
      out.text("type", "AnnotationPage");
      out.number("startIndex", uint64_t{0});
      out.array("items", [&] { write_items(out, answer, address); });
    });
  });
  return out.finish();
}

}  // namespace cyberlex
