#include "cyberlex/answer/labels.h"
#include "cyberlex/render/diff_words.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {
namespace {

constexpr std::string_view kIsolate = "\u2068";     // FIRST STRONG ISOLATE
constexpr std::string_view kEndIsolate = "\u2069";  // POP DIRECTIONAL ISOLATE

std::string marked(DiffRun const& run, bool isolated) {
  if (run.op == DiffOp::kEqual) {
    return run.text;
  }
  bool const gone = run.op == DiffOp::kDelete;
  std::string out(gone ? "[-" : "{+");
  out += isolated ? kIsolate : "";
  out += run.text;
  out += isolated ? kEndIsolate : "";
  out += gone ? "-]" : "+}";
  return bold(out);
}

std::string marked(WordDiff const& diff, std::string_view language) {
  bool const isolated = direction_of(language) == "rtl";
  std::string out;
  for (DiffRun const& run : diff.runs) {
    out += marked(run, isolated);
  }
  return out;
}

std::string text_of(TextDiff const& text) {
  std::string out =
      '\n' + labelled("text", language_name(text.language) + ", " + summary_text(text));
  std::string_view const note = note_of(text);
  out += note.empty() ? "" : labelled("note", note);
  out += too_long(text) ? labelled("note", "Too long to compare word by word: given whole.") : "";
  std::string const heading = marked(text.heading, text.language);
  out += heading.empty() ? "" : labelled("heading", heading);
  for (BlockDiff const& block : text.blocks) {
    std::string const indent(size_t{4} * block.depth, ' ');
    std::string label =
        block.label_before.empty() ? "" : bold("[-(" + block.label_before + ")-]") + ' ';
    label += block.label.empty() ? "" : '(' + block.label + ") ";
    out += wrapped(label + marked(block.words, text.language), indent, indent);
  }
  return out;
}

std::string facts_text(FactDiff const& facts) {
  std::string out;
  EId limb;
  for (FactLine const& line : fact_lines(facts)) {
    out += line.limb == limb ? "" : wrapped(line.limb.text(), "", "");
    limb = line.limb;
    std::string const label = line.label + ": ";
    out += line.before.empty() ? "" : wrapped(label + line.before, "  - ", "    ");
    out += line.after.empty() ? "" : wrapped(label + line.after, "  + ", "    ");
  }
  return out;
}

std::string events_text(std::vector<DiffEvent> const& events) {
  std::string out;
  for (DiffEvent const& event : events) {
    out += labelled("event", event_text(event));
  }
  return out;
}

std::string head_text(Work const& work, ProvisionRecord const& record, EId const& portion) {
  std::string out = bold(to_string(Handle{work.handle, record.eid})) + '\n';
  out += wrapped(title_text(record), "", "");
  out += wrapped(display_title(work) + ", " + country_name(work.jurisdiction), "", "");
  return out + (portion.empty() ? "" : labelled("asked for", portion.text()));
}

std::string state_text(TimelineState const& state) {
  std::string out =
      '\n' + wrapped(interval_text(state.valid) + ": " + readable(name_of(state.status)), "",
                     "          ");
  out += events_text(state.events);
  for (TextCount const& text : state.texts) {
    out += labelled("text", language_name(text.language) + ", " + readable(name_of(text.kind)) +
                                ": " + counts_text(text.inserted, text.deleted));
  }
  return out + facts_text(state.facts);
}

}  // namespace

std::string to_text(DiffAnswer const& answer) {
  Work const& work = answer.generation->acts().at(answer.act).work;
  std::string out = head_text(work, shown_record(answer), answer.portion);
  out += labelled(answer.before.day.to_string(), side_text(answer.before));
  out += labelled(answer.after.day.to_string(), side_text(answer.after));
  out += events_text(answer.events);
  if (answer.same()) {
    out += labelled("same", "no text, status or fact differs between the two days");
  }
  for (TextDiff const& text : answer.texts) {
    out += text_of(text);
  }
  std::string const facts = facts_text(answer.facts);
  return out + (facts.empty() ? "" : "\nfacts\n" + facts);
}

std::string to_text(TimelineAnswer const& answer) {
  Work const& work = answer.generation->acts().at(answer.act).work;
  std::string out = head_text(work, answer.last, answer.portion);
  for (TimelineState const& state : answer.states) {
    out += state_text(state);
  }
  return out;
}

}  // namespace cyberlex
