#include <array>
#include <utility>

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/bibliography.h"

namespace cyberlex {
namespace {

using Escape = std::pair<char, std::string_view>;

constexpr auto kEscapes = std::to_array<Escape>({
    {'\\', "\\textbackslash{}"},
    {'{', "\\textbraceleft{}"},
    {'}', "\\textbraceright{}"},
    {'~', "\\textasciitilde{}"},
    {'^', "\\textasciicircum{}"},
    {'#', "\\#"},
    {'$', "\\$"},
    {'%', "\\%"},
    {'&', "\\&"},
    {'_', "\\_"},
});

void add_escaped(char c, std::string& out) {
  for (auto const& [plain, escaped] : kEscapes) {
    if (plain == c) {
      out += escaped;
      return;
    }
  }
  out += c;
}

void add_field(std::string_view name, std::string_view value, std::string& out) {
  if (!value.empty()) {
    out += ",\n  " + std::string(name) + " = {" + bibtex_escaped(value) + '}';
  }
}

// Doubled braces keep a style from changing the case of a name.
void add_name(std::string_view name, std::string const& value, std::string& out) {
  out += ",\n  " + std::string(name) + " = {{" + bibtex_escaped(value) + "}}";
}

std::string title_of(Reference const& of) {
  std::string out = both_titles(of);
  if (of.kind) {
    out += ", " + unit_name(of);
  }
  return of.heading.empty() ? out : out + ": " + of.heading;
}

}  // namespace

std::string bibtex_escaped(std::string_view text) {
  std::string out;
  for (char const c : one_line(text)) {
    add_escaped(c, out);
  }
  return out;
}

std::string bibtex_entry(Reference const& reference) {
  std::string out = "@misc{" + reference.key;
  add_name("title", title_of(reference), out);
  add_field("year", reference.year == 0 ? std::string() : std::to_string(reference.year), out);
  if (!reference.treaty) {
    add_name("key", country_name(reference.jurisdiction), out);
    add_field("howpublished", "Legislation of " + country_name(reference.jurisdiction), out);
  } else {
    add_field("howpublished", "Treaty", out);
  }
  add_field("note", version_note(reference), out);
  add_field("language", reference.language, out);
  add_field("iri", reference.iri, out);
  return out + "\n}\n";
}

}  // namespace cyberlex
