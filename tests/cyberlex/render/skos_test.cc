#include "cyberlex/render/skos.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

Concept entry(std::string scheme, std::string id) {
  Concept out;
  out.scheme = std::move(scheme);
  out.id = std::move(id);
  out.pref = {{"en", out.id}};
  return out;
}

std::string turtle(Taxonomy taxonomy) {
  MiniIndex const index({ActBuilder("unc")}, std::move(taxonomy));
  return to_turtle(must(answer_thesaurus(index.generation(), {})));
}

TEST(Skos, WritesAConceptAsTurtle) {
  Concept access = entry("offence", "access");
  access.pref = {{"en", "illegal access"}, {"es", "acceso ilícito"}};
  access.alt = {{"en", {"hacking", "entry"}}};
  access.hidden = {{"en", {"hack"}}};
  access.broader = "offences";
  access.match = {{"close", {"unc/7"}}, {"related", {"budapest/2", "unc/7"}}};
  access.note = "Bare access.";
  EXPECT_EQ(turtle({{access, entry("offence", "offences")}}),
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
            "<urn:x-cyberlex:offence> a skos:ConceptScheme ;\n"
            "    skos:prefLabel \"Cyberlex taxonomy: offence\"@en .\n\n"
            "<urn:x-cyberlex:offence:access> a skos:Concept ;\n"
            "    skos:inScheme <urn:x-cyberlex:offence> ;\n"
            "    skos:notation \"access\" ;\n"
            "    skos:prefLabel \"illegal access\"@en ;\n"
            "    skos:prefLabel \"acceso ilícito\"@es ;\n"
            "    skos:altLabel \"hacking\"@en ;\n"
            "    skos:altLabel \"entry\"@en ;\n"
            "    skos:hiddenLabel \"hack\"@en ;\n"
            "    skos:broader <urn:x-cyberlex:offence:offences> ;\n"
            "    skos:closeMatch <urn:x-cyberlex:subject:unc/7> ;\n"
            "    skos:relatedMatch <urn:x-cyberlex:subject:budapest/2> ;\n"
            "    skos:relatedMatch <urn:x-cyberlex:subject:unc/7> ;\n"
            "    skos:scopeNote \"Bare access.\"@en .\n\n"
            "<urn:x-cyberlex:offence:offences> a skos:Concept ;\n"
            "    skos:inScheme <urn:x-cyberlex:offence> ;\n"
            "    skos:notation \"offences\" ;\n"
            "    skos:prefLabel \"offences\"@en ;\n"
            "    skos:topConceptOf <urn:x-cyberlex:offence> ;\n"
            "    skos:narrower <urn:x-cyberlex:offence:access> .\n\n"
            "<urn:x-cyberlex:subject:budapest/2> a skos:Concept ;\n"
            "    skos:prefLabel \"subject of budapest/2\"@en .\n\n"
            "<urn:x-cyberlex:subject:unc/7> a skos:Concept ;\n"
            "    skos:prefLabel \"subject of unc/7\"@en .\n\n");
}

TEST(Skos, EscapesWhatWouldEndALiteral) {
  struct Row {
    std::string text;
    std::string literal;
  };
  for (Row const& row :
       {Row{"a \"b\" c", R"("a \"b\" c")"}, Row{R"(a\b)", R"("a\\b")"}, Row{R"(\")", R"("\\\"")"},
        Row{"a\nb", R"("a\nb")"}, Row{"a\rb", R"("a\u000Db")"}, Row{"a\tb", R"("a\u0009b")"},
        Row{std::string("a\0b", 3), R"("a\u0000b")"}, Row{"\x1F\x7F", R"("\u001F\u007F")"},
        Row{"دسترسی", "\"دسترسی\""}, Row{"a 'b' <c> .", "\"a 'b' <c> .\""}}) {
    Concept each = entry("offence", "access");
    each.pref = {{"fa", row.text}};
    each.note = row.text;
    std::string const out = turtle({{each}});
    EXPECT_THAT(out, HasSubstr("skos:prefLabel " + row.literal + "@fa ;\n"));
    EXPECT_THAT(out, HasSubstr("skos:scopeNote " + row.literal + "@en .\n"));
  }
}

TEST(Skos, HasNoExactMatch) {
  Concept each = entry("offence", "access");
  each.match = {{"close", {"unc/7"}}, {"broad", {"unc/8"}}, {"narrow", {"unc/9"}}};
  EXPECT_THAT(turtle({{each}}), Not(HasSubstr("exactMatch")));
}

// ---- The same statements, read back from either form.

using Statements = std::set<std::string>;

constexpr char kRoot[] = "urn:x-cyberlex:";

// Of the Turtle that is written here: one statement a line, after a line with the subject.
Statements of_turtle(std::string const& text) {
  Statements out;
  std::istringstream lines(text);
  std::string subject;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('<')) {
      subject = line.substr(1, line.find('>') - 1);
      out.insert(subject + " type " +
                 line.substr(line.find(" a ") + 3, line.rfind(' ') - line.find(" a ") - 3));
    } else if (line.starts_with("    skos:")) {
      out.insert(subject + ' ' + line.substr(9, line.rfind(' ') - 9));
    }
  }
  return out;
}

std::string object_of(std::string const& text) {
  return text.starts_with(kRoot) ? '<' + text + '>' : '"' + text + '"';
}

void add_member(std::string const& subject, std::string const& name, json const& value,
                Statements& out) {
  if (value.is_object()) {
    for (auto const& [language, labels] : value.items()) {
      for (json const& label : labels.is_array() ? labels : json::array({labels})) {
        out.insert(subject + ' ' + name + " \"" + label.get<std::string>() + "\"@" + language);
      }
    }
    return;
  }
  for (json const& each : value.is_array() ? value : json::array({value})) {
    auto const text = each.get<std::string>();
    out.insert(subject + ' ' + name + ' ' + (name == "type" ? text : object_of(text)));
  }
}

Statements of_json_ld(std::string const& text) {
  Statements out;
  json const document = json::parse(text);
  for (json const& node : document.at("@graph")) {
    for (auto const& [name, value] : node.items()) {
      if (name != "id") {
        EXPECT_TRUE(name == "type" || document["@context"].contains(name)) << name;
        add_member(node.at("id"), name, value, out);
      }
    }
  }
  return out;
}

TEST(Skos, SaysTheSameInJsonLd) {
  Concept access = entry("offence", "access");
  access.pref = {{"en", "illegal access"}, {"fa", "دسترسی غیرمجاز"}};
  access.alt = {{"en", {"hacking", "entry"}}, {"es", {"intrusión"}}};
  access.hidden = {{"en", {"hack"}}};
  access.broader = "offences";
  access.match = {{"broad", {"unc/8"}}, {"close", {"unc/7", "budapest/2"}}};
  access.note = "Bare access.";
  Taxonomy const taxonomy{{access, entry("offence", "offences"), entry("power", "search")}};
  MiniIndex const index({ActBuilder("unc")}, taxonomy);
  for (std::string const id : {"", "access"}) {
    ThesaurusAnswer const answer = must(answer_thesaurus(index.generation(), {{}, id}));
    Statements const statements = of_turtle(to_turtle(answer));
    EXPECT_EQ(of_json_ld(to_json_ld(answer)), statements);
    EXPECT_GT(statements.size(), 20U);
    EXPECT_TRUE(statements.contains("urn:x-cyberlex:offence:access type skos:Concept"));
    EXPECT_TRUE(statements.contains(
        "urn:x-cyberlex:offence:access broader <urn:x-cyberlex:offence:offences>"));
  }
}

}  // namespace
}  // namespace cyberlex::testing
