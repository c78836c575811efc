#include "cyberlex/render/skos.h"

#include <set>
#include <utility>

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json_out.h"

namespace cyberlex {
namespace {

constexpr std::string_view kRoot = "urn:x-cyberlex:";
constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";

std::string scheme_iri(std::string_view scheme) {
  return std::string(kRoot) + std::string(scheme);
}
std::string concept_iri(std::string_view scheme, std::string_view id) {
  return scheme_iri(scheme) + ':' + std::string(id);
}
std::string subject_iri(std::string_view article) {
  return concept_iri("subject", article);
}

// Schemes that occur, and the treaty articles that are matched.
struct Occurring {
  std::set<std::string> schemes;
  std::set<std::string> articles;
};

Occurring occurring(ThesaurusAnswer const& answer) {
  Occurring out;
  for (ThesaurusEntry const& row : answer.concepts) {
    out.schemes.insert(row.entry->scheme);
    for (auto const& [relation, articles] : row.entry->match) {
      out.articles.insert(articles.begin(), articles.end());
    }
  }
  return out;
}

std::string scheme_label(std::string_view scheme) {
  return "Cyberlex taxonomy: " + readable(scheme);
}

// ---- Turtle

// A short string literal (Turtle 1.1, 2.5.1); control characters as numeric escapes.
std::string literal(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      static constexpr char kDigits[] = "0123456789ABCDEF";
      out += std::string("\\u00") + kDigits[byte >> 4U] + kDigits[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out + '"';
}

// One resource: its statements, written when it ends.
class Resource {
 public:
  Resource(std::string const& iri, std::string_view type)
      : text_('<' + iri + "> a skos:" + std::string(type)) {}

  void iri(std::string_view property, std::string const& object) {
    add(property, '<' + object + '>');
  }
  void text(std::string_view property, std::string_view text) { add(property, literal(text)); }
  void text(std::string_view property, std::string_view text, std::string const& language) {
    add(property, literal(text) + '@' + language);
  }
  void texts(std::string_view property,
             std::map<std::string, std::vector<std::string>> const& by_language) {
    for (auto const& [language, values] : by_language) {
      for (std::string const& value : values) {
        text(property, value, language);
      }
    }
  }
  std::string end() { return std::move(text_) + " .\n\n"; }

 private:
  void add(std::string_view property, std::string const& object) {
    text_ += " ;\n    skos:" + std::string(property) + ' ' + object;
  }
  std::string text_;
};

std::string concept_turtle(ThesaurusEntry const& row) {
  Concept const& entry = *row.entry;
  Resource out(concept_iri(entry.scheme, entry.id), "Concept");
  out.iri("inScheme", scheme_iri(entry.scheme));
  out.text("notation", entry.id);
  for (auto const& [language, label] : entry.pref) {
    out.text("prefLabel", label, language);
  }
  out.texts("altLabel", entry.alt);
  out.texts("hiddenLabel", entry.hidden);
  if (entry.broader.empty()) {
    out.iri("topConceptOf", scheme_iri(entry.scheme));
  } else {
    out.iri("broader", concept_iri(entry.scheme, entry.broader));
  }
  for (std::string const& id : row.narrower) {
    out.iri("narrower", concept_iri(entry.scheme, id));
  }
  for (auto const& [relation, articles] : entry.match) {
    for (std::string const& article : articles) {
      out.iri(relation + "Match", subject_iri(article));
    }
  }
  if (!entry.note.empty()) {
    out.text("scopeNote", entry.note, "en");
  }
  return out.end();
}

// ---- JSON-LD

void write_term(JsonOut& out, std::string_view name, std::string_view container,
                std::string_view type) {
  out.object(name, [&] {
    out.text("@id", "skos:" + std::string(name));
    out.text_if("@container", container);
    out.text_if("@type", type);
  });
}

void write_context(JsonOut& out) {
  out.object("@context", [&] {
    out.text("skos", kSkos);
    out.text("id", "@id");
    out.text("type", "@type");
    for (char const* const name : {"prefLabel", "altLabel", "hiddenLabel", "scopeNote"}) {
      write_term(out, name, "@language", "");
    }
    write_term(out, "notation", "", "");
    for (char const* const name : {"inScheme", "topConceptOf", "broader", "narrower", "closeMatch",
                                   "broadMatch", "narrowMatch", "relatedMatch"}) {
      write_term(out, name, "", "@id");
    }
  });
}

void write_labels(JsonOut& out, std::string_view name,
                  std::map<std::string, std::vector<std::string>> const& labels) {
  if (labels.empty()) {
    return;
  }
  out.object(name, [&] {
    for (auto const& [language, values] : labels) {
      out.texts(language, values);
    }
  });
}

void write_matches(JsonOut& out, Concept const& entry) {
  for (auto const& [relation, articles] : entry.match) {
    std::vector<std::string> iris;
    for (std::string const& article : articles) {
      iris.push_back(subject_iri(article));
    }
    out.texts(relation + "Match", iris);
  }
}

void write_concept(JsonOut& out, ThesaurusEntry const& row) {
  Concept const& entry = *row.entry;
  out.text("id", concept_iri(entry.scheme, entry.id));
  out.text("type", "skos:Concept");
  out.text("inScheme", scheme_iri(entry.scheme));
  out.text("notation", entry.id);
  out.object("prefLabel", [&] {
    for (auto const& [language, label] : entry.pref) {
      out.text(language, label);
    }
  });
  write_labels(out, "altLabel", entry.alt);
  write_labels(out, "hiddenLabel", entry.hidden);
  if (entry.broader.empty()) {
    out.text("topConceptOf", scheme_iri(entry.scheme));
  } else {
    out.text("broader", concept_iri(entry.scheme, entry.broader));
  }
  std::vector<std::string> narrower;
  for (std::string const& id : row.narrower) {
    narrower.push_back(concept_iri(entry.scheme, id));
  }
  out.texts_if("narrower", narrower);
  write_matches(out, entry);
  if (!entry.note.empty()) {
    out.object("scopeNote", [&] { out.text("en", entry.note); });
  }
}

// A scheme or the subject of an article: a type and an English label.
void write_named(JsonOut& out, std::string const& iri, std::string_view type,
                 std::string const& label) {
  out.object([&] {
    out.text("id", iri);
    out.text("type", "skos:" + std::string(type));
    out.object("prefLabel", [&] { out.text("en", label); });
  });
}

}  // namespace

std::string to_turtle(ThesaurusAnswer const& answer) {
  Occurring const all = occurring(answer);
  std::string out = "@prefix skos: <" + std::string(kSkos) + "> .\n\n";
  for (std::string const& scheme : all.schemes) {
    Resource resource(scheme_iri(scheme), "ConceptScheme");
    resource.text("prefLabel", scheme_label(scheme), "en");
    out += resource.end();
  }
  for (ThesaurusEntry const& row : answer.concepts) {
    out += concept_turtle(row);
  }
  for (std::string const& article : all.articles) {
    Resource resource(subject_iri(article), "Concept");
    resource.text("prefLabel", "subject of " + article, "en");
    out += resource.end();
  }
  return out;
}

std::string to_json_ld(ThesaurusAnswer const& answer) {
  Occurring const all = occurring(answer);
  JsonOut out;
  out.object([&] {
    write_context(out);
    out.array("@graph", [&] {
      for (std::string const& scheme : all.schemes) {
        write_named(out, scheme_iri(scheme), "ConceptScheme", scheme_label(scheme));
      }
      for (ThesaurusEntry const& row : answer.concepts) {
        out.object([&] { write_concept(out, row); });
      }
      for (std::string const& article : all.articles) {
        write_named(out, subject_iri(article), "Concept", "subject of " + article);
      }
    });
  });
  return out.finish();
}

}  // namespace cyberlex
