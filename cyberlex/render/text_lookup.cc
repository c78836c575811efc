#include "cyberlex/answer/labels.h"
#include "cyberlex/render/citation_text.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_layout.h"

namespace cyberlex {
namespace {

std::string thing_line(Generation const& generation, CitedThing const& thing) {
  Work const& work = generation.acts().at(thing.act).work;
  if (!thing.provision) {
    return work.handle + "  " + display_title(work);
  }
  ProvisionRecord const& record = *thing.provision;
  std::string out = to_string(Handle{work.handle, record.eid});
  if (!record.texts.empty() && !record.texts.front().heading.empty()) {
    out += "  " + record.texts.front().heading;
  }
  return out + "  [" + readable(name_of(record.status)) +
         (thing.stands ? "]" : "; not on this day]");
}

std::string thing_citations(Generation const& generation, CitedThing const& thing) {
  constexpr size_t kIndent = 6;
  ActRecord const& act = generation.acts().at(thing.act);
  return citation_lines(
      thing.provision ? reference_to(act, *thing.provision) : reference_to(act.work), kIndent);
}

std::string why(CitationEntry const& entry) {
  switch (entry.status) {
    case CitationStatus::kNoSuchUnit:
      return "the act is held, and has no such provision";
    case CitationStatus::kUnknownAct:
      return "no act of this name is held";
    case CitationStatus::kNotACitation:
      return "not read as a citation; expected a provision and its act, such as s 24 Cybercrimes "
             "Act";
    default:
      return entry.label;
  }
}

}  // namespace

std::string to_text(CitationsAnswer const& answer) {
  std::string out;
  for (CitationEntry const& entry : answer.citations) {
    bool const found =
        entry.status == CitationStatus::kFound || entry.status == CitationStatus::kAmbiguous;
    out += bold(entry.text) + '\n' + wrapped(why(entry), "  ", "  ");
    for (CitedThing const& thing : entry.things) {
      out += wrapped(thing_line(*answer.generation, thing), "    ", "      ");
      out += found ? thing_citations(*answer.generation, thing) : "";
    }
  }
  return out;
}

std::string to_text(SuggestAnswer const& answer) {
  std::string out;
  for (Suggestion const& each : answer.suggestions) {
    std::string line = each.text;
    if (each.kind == SuggestionKind::kHeading) {
      line += " — " + each.act;
    }
    if (each.entry == nullptr) {
      line += "  " + each.handle;
    } else {
      line += "  " + each.entry->scheme + ':' + each.entry->id;
    }
    out += labelled(name_of(each.kind), line);
  }
  if (answer.did_you_mean) {
    out += "Did you mean: " + answer.did_you_mean->q + "  (" +
           counted(answer.did_you_mean->total, "provision") + ")\n";
  }
  return out;
}

}  // namespace cyberlex
