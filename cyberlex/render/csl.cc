#include <algorithm>
#include <cctype>

#include "cyberlex/render/bibliography.h"
#include "cyberlex/render/json_out.h"

namespace cyberlex {
namespace {

// CSL takes codes of states in capitals.
std::string in_capitals(std::string code) {
  std::transform(code.begin(), code.end(), code.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return code;
}

void write_issued(JsonOut& out, Reference const& of) {
  if (of.year == 0) {
    return;
  }
  out.object("issued", [&] {
    std::vector<uint64_t> const parts = {static_cast<uint64_t>(of.year)};
    out.array("date-parts", [&] { out.numbers(parts); });
  });
}

}  // namespace

std::string csl_entry(Reference const& reference) {
  JsonOut out;
  out.object([&] {
    out.text("id", reference.key);
    out.text("type", reference.treaty ? "treaty" : "legislation");
    out.text("title", both_titles(reference));
    out.text_if("title-short", reference.short_title);
    // A style puts its own word before the number of a section.
    bool const section = reference.kind == ProvisionKind::kSection;
    out.text_if("section", section ? reference.number : pinpoint(reference));
    write_issued(out, reference);
    out.text_if("jurisdiction", in_capitals(reference.jurisdiction));
    out.text_if("language", reference.language);
    std::string note = version_note(reference);
    note += (note.empty() ? "" : "; ") + reference.iri;
    out.text_if("note", reference.heading.empty() ? note : reference.heading + "; " + note);
  });
  std::string json = out.finish();
  json.pop_back();
  return json;
}

}  // namespace cyberlex
