#include "cyberlex/answer/labels.h"
#include "cyberlex/render/diff_words.h"
#include "cyberlex/render/html.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {
namespace {

constexpr std::string_view kHead =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
constexpr std::string_view kStyle =
    "<style>body{max-width:45em;margin:2em auto;padding:0 1em;line-height:1.5}"
    "p{white-space:pre-line}del{background:#fdd}ins{background:#dfd}"
    "td,th{text-align:start;vertical-align:top;padding:.2em .8em .2em 0}</style>\n";

std::string element(std::string_view tag, std::string_view text) {
  std::string const name(tag);
  return '<' + name + '>' + html_escaped(text) + "</" + name + '>';
}

std::string marked(WordDiff const& diff) {
  std::string out;
  for (DiffRun const& run : diff.runs) {
    out += run.op == DiffOp::kEqual ? html_escaped(run.text)
                                    : element(run.op == DiffOp::kDelete ? "del" : "ins", run.text);
  }
  return out;
}

std::string block_html(BlockDiff const& block) {
  std::string label =
      block.label_before.empty() ? "" : element("del", '(' + block.label_before + ')') + ' ';
  label += block.label.empty() ? "" : html_escaped('(' + block.label + ") ");
  return "<p style=\"margin-inline-start:" + std::to_string(2 * block.depth) + "em\">" + label +
         marked(block.words) + "</p>\n";
}

std::string text_html(TextDiff const& text) {
  std::string out = "<section>\n" + element("h2", language_name(text.language)) + '\n';
  out += element("p", summary_text(text)) + '\n';
  std::string_view const note = note_of(text);
  out += note.empty() ? "" : element("p", note) + '\n';
  out += "<div lang=\"" + html_escaped(text.language) + "\" dir=\"" +
         std::string(direction_of(text.language)) + "\">\n";
  out += text.heading.runs.empty() ? "" : "<h3>" + marked(text.heading) + "</h3>\n";
  for (BlockDiff const& block : text.blocks) {
    out += block_html(block);
  }
  return out + "</div>\n</section>\n";
}

std::string facts_html(FactDiff const& facts) {
  std::string out;
  for (FactLine const& line : fact_lines(facts)) {
    out += "<tr>" + element("td", line.limb.text()) + element("th", line.label) + "<td>";
    out += line.before.empty() ? "" : element("del", line.before);
    out += line.before.empty() || line.after.empty() ? "" : " ";
    out += line.after.empty() ? "" : element("ins", line.after);
    out += "</td></tr>\n";
  }
  return out.empty() ? "" : "<section>\n<h3>Facts</h3>\n<table>\n" + out + "</table>\n</section>\n";
}

std::string same_item(DiffAnswer const& answer) {
  return answer.same()
             ? element("li", "no text, status or fact differs between the two days") + '\n'
             : "";
}

std::string event_items(std::vector<DiffEvent> const& events) {
  std::string out;
  for (DiffEvent const& event : events) {
    out += element("li", event_text(event)) + '\n';
  }
  return out;
}

std::string sides_html(DiffAnswer const& answer) {
  std::string out = "<ul>\n";
  for (DiffSide const* const side : {&answer.before, &answer.after}) {
    out += element("li", side->day.to_string() + ": " + side_text(*side)) + '\n';
  }
  return out + event_items(answer.events) + same_item(answer) + "</ul>\n";
}

std::string state_html(TimelineState const& state) {
  std::string out =
      "<section>\n" +
      element("h2", interval_text(state.valid) + ": " + readable(name_of(state.status))) +
      "\n<ul>\n" + event_items(state.events);
  for (TextCount const& text : state.texts) {
    out += element("li", language_name(text.language) + ", " + readable(name_of(text.kind)) + ": " +
                             counts_text(text.inserted, text.deleted)) +
           '\n';
  }
  return out + "</ul>\n" + facts_html(state.facts) + "</section>\n";
}

// Up to the first thing that is compared.
std::string begin_html(Work const& work, ProvisionRecord const& record, std::string const& days) {
  std::string const handle = to_string(Handle{work.handle, record.eid});
  std::string out(kHead);
  out += element("title", handle + days) + '\n';
  out += kStyle;
  out += "</head>\n<body>\n" + element("h1", handle) + '\n';
  return out +
         element("p", title_text(record) + "\n" + display_title(work) + ", " +
                          country_name(work.jurisdiction)) +
         '\n';
}

}  // namespace

std::string to_html(DiffAnswer const& answer) {
  Work const& work = answer.generation->acts().at(answer.act).work;
  std::string out =
      begin_html(work, shown_record(answer),
                 ", " + answer.before.day.to_string() + " to " + answer.after.day.to_string()) +
      sides_html(answer);
  for (TextDiff const& text : answer.texts) {
    out += text_html(text);
  }
  return out + facts_html(answer.facts) + "</body>\n</html>\n";
}

std::string to_html(TimelineAnswer const& answer) {
  Work const& work = answer.generation->acts().at(answer.act).work;
  std::string out = begin_html(work, answer.last, "");
  for (TimelineState const& state : answer.states) {
    out += state_html(state);
  }
  return out + "</body>\n</html>\n";
}

}  // namespace cyberlex
