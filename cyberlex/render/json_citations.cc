#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_thing(JsonOut& out, Generation const& generation, CitedThing const& thing) {
  ActRecord const& act = generation.acts().at(thing.act);
  if (!thing.provision) {
    out.text("kind", "act");
    write_act_members(out, act.work);
    return;
  }
  out.flag("stands", thing.stands);
  write_provision_members(out, {generation, act}, *thing.provision);
}

void write_entry(JsonOut& out, Generation const& generation, CitationEntry const& entry) {
  out.text("text", entry.text);
  out.text("status", name_of(entry.status));
  out.text_or_null("label", entry.label);
  bool const found =
      entry.status == CitationStatus::kFound || entry.status == CitationStatus::kAmbiguous;
  out.array(found ? "targets" : "acts", [&] {
    for (CitedThing const& thing : entry.things) {
      out.object([&] { write_thing(out, generation, thing); });
    }
  });
}

}  // namespace

std::string to_json(CitationsAnswer const& answer) {
  Generation const& generation = *answer.generation;
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.request.as_of.to_string());
    out.number("total", uint64_t{answer.citations.size()});
    out.array("citations", [&] {
      for (CitationEntry const& entry : answer.citations) {
        out.object([&] { write_entry(out, generation, entry); });
      }
    });
    write_corpus(out, generation);
  });
  return out.finish();
}

}  // namespace cyberlex
