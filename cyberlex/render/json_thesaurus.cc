#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_lists(JsonOut& out, std::string_view name,
                 std::map<std::string, std::vector<std::string>> const& lists) {
  out.object(name, [&] {
    for (auto const& [key, values] : lists) {
      out.texts(key, values);
    }
  });
}

void write_entry(JsonOut& out, ThesaurusEntry const& row) {
  Concept const& entry = *row.entry;
  out.text("id", entry.id);
  out.text("scheme", entry.scheme);
  write_texts_by_language(out, "pref", entry.pref);
  write_lists(out, "alt", entry.alt);
  write_lists(out, "hidden", entry.hidden);
  out.text_or_null("broader", entry.broader);
  out.texts("narrower", row.narrower);
  write_lists(out, "match", entry.match);
  out.text_if("pin", entry.pin);
  out.text_if("law", entry.law);
  out.number("tier", int64_t{entry.tier});
  if (entry.checklist > 0) {
    out.number("checklist", int64_t{entry.checklist});
    out.texts("yardstick", entry.yardstick);
  }
  if (entry.independent) {
    out.flag("independent", *entry.independent);
  }
  out.text_if("note", entry.note);
}

}  // namespace

std::string to_json(ThesaurusAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    out.number("total", uint64_t{answer.concepts.size()});
    out.array("concepts", [&] {
      for (ThesaurusEntry const& row : answer.concepts) {
        out.object([&] { write_entry(out, row); });
      }
    });
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
