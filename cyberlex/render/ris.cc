#include "cyberlex/answer/labels.h"
#include "cyberlex/render/bibliography.h"

namespace cyberlex {
namespace {

void add_line(std::string_view tag, std::string_view value, std::string& out) {
  std::string const line = one_line(value);
  if (!line.empty()) {
    out += std::string(tag) + "  - " + line + "\r\n";
  }
}

}  // namespace

std::string ris_entry(Reference const& reference) {
  std::string out = "TY  - STAT\r\n";
  add_line("ID", reference.key, out);
  add_line("TI", both_titles(reference), out);
  add_line("PY", reference.year == 0 ? std::string() : std::to_string(reference.year), out);
  add_line("SE", pinpoint(reference), out);
  if (!reference.treaty) {
    add_line("CY", country_name(reference.jurisdiction), out);
  }
  add_line("LA", reference.language, out);
  if (!reference.heading.empty()) {
    add_line("N1", "Heading: " + reference.heading, out);
  }
  add_line("N1", version_note(reference), out);
  add_line("N1", "IRI: " + reference.iri, out);
  return out + "ER  - \r\n\r\n";
}

}  // namespace cyberlex
