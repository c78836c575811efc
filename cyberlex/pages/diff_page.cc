#include <algorithm>
#include <utility>

#include "cyberlex/pages/diff_parts.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/render/diff_words.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex::pages {
namespace {

// Texts that are longer together are shown once, with what went and what came in their place: a
// page that shows them again beside each other would be too heavy.
constexpr size_t kMostBeside = 12'000;

size_t bytes_of(TextDiff const& text) {
  size_t out = 0;
  for (BlockDiff const& block : text.blocks) {
    for (DiffRun const& run : block.words.runs) {
      out += run.text.size();
    }
  }
  return out;
}

// Why words that differ need not be a change of law.
std::string_view note_key(TextDiff const& text) {
  if (note_of(text).empty()) {
    return {};
  }
  return text.before->kind == text.after->kind ? "diff.restated" : "diff.two-kinds";
}

// What a text is on one of the days, and how that is known.
View text_side(DiffParts const& parts, DiffSide const& side, TextDiff const& text,
               DiffedText const& what) {
  View out;
  out.text("kind", parts.wording.word("text", name_of(what.kind)))
      .text("kind_class", name_of(what.kind))
      .text("version", parts.day(what.version_date));
  auto const& summaries = side.state.record.texts;
  auto const found = std::ranges::find_if(summaries, [&](TextSummary const& each) {
    return each.language == text.language && each.kind == what.kind;
  });
  if (found != summaries.end()) {
    parts.notes.put(out, found->provenance);
  }
  return out;
}

std::vector<View> block_rows(DiffParts const& parts, TextDiff const& text) {
  std::vector<View> out;
  for (BlockDiff const& block : text.blocks) {
    View row;
    row.text("depth", std::to_string(std::min<int>(block.depth, 4)))
        .text("label", block.label)
        .text("label_before", block.label_before)
        .list("runs", run_rows(parts, block.words));
    out.push_back(std::move(row));
  }
  return out;
}

// One of two columns: the text before with what went, or the text after with what came.
View column(DiffParts const& parts, TextDiff const& text, DiffOp kept, Date day) {
  std::vector<View> blocks;
  for (BlockDiff const& block : text.blocks) {
    WordDiff own = block.words;
    std::erase_if(own.runs, [kept](DiffRun const& run) {
      return run.op != DiffOp::kEqual && run.op != kept;
    });
    if (own.runs.empty()) {
      continue;
    }
    bool const before = kept == DiffOp::kDelete && !block.label_before.empty();
    View row;
    row.text("depth", std::to_string(std::min<int>(block.depth, 4)))
        .text("label", before ? block.label_before : block.label)
        .list("runs", run_rows(parts, own));
    blocks.push_back(std::move(row));
  }
  View out;
  out.text("name", parts.day(day))
      .text("lang", text.language)
      .text("dir", direction_of(text.language))
      .list("blocks", std::move(blocks));
  return out;
}

void put_columns(View& row, DiffParts const& parts, DiffAnswer const& answer,
                 TextDiff const& text) {
  if (!text.before || !text.after || !text.changed() || bytes_of(text) > kMostBeside) {
    return;
  }
  std::vector<View> both;
  both.push_back(column(parts, text, DiffOp::kDelete, answer.before.day));
  both.push_back(column(parts, text, DiffOp::kInsert, answer.after.day));
  row.flag("columns", true).list("both", std::move(both));
}

View text_row(DiffParts const& parts, DiffAnswer const& answer, TextDiff const& text) {
  Messages const& messages = parts.wording.messages();
  View row;
  row.text("language", parts.wording.language(text.language))
      .text("lang", text.language)
      .text("dir", direction_of(text.language))
      .text("counts", word_counts(messages, text.inserted, text.deleted))
      .text("note", note_key(text).empty() ? "" : messages.text(note_key(text)))
      .flag("too_long", too_long(text))
      .list("blocks", block_rows(parts, text));
  if (text.before) {
    row.view("before", text_side(parts, answer.before, text, *text.before));
  }
  if (text.after) {
    row.view("after", text_side(parts, answer.after, text, *text.after));
  }
  if (!text.heading.runs.empty()) {
    View heading;
    heading.list("runs", run_rows(parts, text.heading));
    row.view("heading", std::move(heading));
  }
  put_columns(row, parts, answer, text);
  return row;
}

View side_row(DiffParts const& parts, DiffSide const& side, EId const& unit,
              std::string_view name) {
  View row;
  row.text("name", parts.wording.messages().text(name))
      .text("day", parts.day(side.day))
      .text("datetime", side.day.to_string());
  if (side.absent.empty()) {
    ProvisionRecord const& record = side.state.record;
    row.text("url", Links(parts.context.visit).provision(parts.act.work, unit, side.day))
        .text("status", parts.wording.word("status", name_of(record.status)))
        .text("status_class", name_of(record.status))
        .text("valid", parts.wording.interval(record.valid, parts.act.work.jurisdiction));
  }
  return row;
}

std::vector<View> side_rows(DiffParts const& parts, DiffAnswer const& answer) {
  std::vector<View> out;
  out.push_back(side_row(parts, answer.before, answer.unit, "diff.before"));
  out.push_back(side_row(parts, answer.after, answer.unit, "diff.after"));
  return out;
}

// The same question as data.
std::string data_url(DiffParts const& parts, DiffAnswer const& answer, std::string const& asked,
                     std::vector<std::string> const& languages) {
  ParameterList list = {{"provision", asked},
                        {"from", answer.before.day.to_string()},
                        {"to", answer.after.day.to_string()}};
  for (std::string const& language : languages) {
    list.emplace_back("lang", language);
  }
  return Links(parts.context.visit).data("/api/v1/diff", list);
}

// Those that the address names: the answer does not hold them.
std::vector<std::string> languages_asked(Visit const& visit) {
  std::vector<std::string> out;
  for (auto const& [name, value] : visit.parameters) {
    if (name == "lang") {
      out.push_back(value);
    }
  }
  return out;
}

}  // namespace

std::string diff_page(PageContext const& context, DiffAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  ActRecord const& act = answer.generation->acts().at(answer.act);
  SourceNotes notes(wording, act.work);
  DiffParts const parts{.context = context, .wording = wording, .notes = notes, .act = act};
  EId const& asked = answer.portion.empty() ? answer.unit : answer.portion;
  std::vector<std::string> const languages = languages_asked(context.visit);
  std::vector<View> texts;
  for (TextDiff const& text : answer.texts) {
    texts.push_back(text_row(parts, answer, text));
  }
  bool const marked = std::ranges::any_of(answer.texts, &TextDiff::changed);
  ProvisionRecord const& record = shown_record(answer);
  View view;
  put_diffed(view, parts, record, answer.after.state.doc ? answer.after.day : answer.before.day);
  put_days_form(view, parts, asked, languages);
  view.text("portion", answer.portion.text())
      .text("from", answer.before.day.to_string())
      .text("to", answer.after.day.to_string())
      .flag("same", answer.same())
      .flag("key", marked)
      .flag("changed_facts", answer.facts.size() > 0)
      .list("sides", side_rows(parts, answer))
      .list("events", event_rows(parts, answer.events))
      .list("texts", std::move(texts))
      .list("facts", fact_rows(parts, answer.facts));
  view.list("notes", notes.views());
  std::string const handle = to_string(Handle{act.work.handle, asked});
  return framed(context,
                {.title = wording.unit(record) + ", " + wording.title(act.work).text + ": " +
                          context.messages().text("diff.heading"),
                 .json = data_url(parts, answer, handle, languages)},
                "diff", std::move(view));
}

}  // namespace cyberlex::pages
