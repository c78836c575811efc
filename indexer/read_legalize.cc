#include <algorithm>
#include <utility>

#include "indexer/legalize_body.h"
#include "indexer/legalize_front_matter.h"
#include "indexer/legalize_headings.h"
#include "indexer/legalize_work.h"
#include "indexer/read_act.h"
#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

// The title's heading and the text below it that belongs to it or to no provision.
struct Title {
  std::string text;       // empty: the body has none
  std::string_view head;  // between the title and the first heading of a provision
};

std::string_view without_last_line_end(std::string_view text) {
  return text.substr(0, text.find("\n\n"));
}

// True when a title as printed is the title known, alone or with the short title in brackets.
bool same_title(std::string const& printed, FrontMatter const& fields) {
  std::string const title(fields.get(fields.get("Title").empty() ? "title" : "Title"));
  std::string const with_short =
      collapse_space(title + " (" + std::string(fields.get("jurabk")) + ')');
  return printed == collapse_space(title) || printed == with_short;
}

// Takes the title, a heading of level one before all others, out of the blocks. A title that goes
// on below its heading's line does so up to the first blank line.
Title take_title(std::vector<BodyBlock>& blocks, FrontMatter const& fields) {
  Title out;
  bool const lone = trim(blocks[0].text).empty() && blocks.size() > 1 && blocks[1].level == 1;
  if (!lone || classify_heading(blocks[1].heading, "").role == HeadingRole::kUnit) {
    return out;
  }
  BodyBlock& block = blocks[1];
  std::string const first = collapse_space(block.heading);
  std::string_view const run_on = without_last_line_end(block.text);
  std::string const whole = collapse_space(first + '\n' + std::string(run_on));
  bool const goes_on = whole != first && same_title(whole, fields);
  block.text.remove_prefix(goes_on ? run_on.size() : 0);
  out.text = goes_on ? whole : first;
  blocks[0] = {0, block.line, {}, block.text};
  blocks.erase(blocks.begin() + 1);
  out.head = blocks[0].text;
  return out;
}

ProvisionKind prevailing_unit(std::vector<Provision> const& body) {
  size_t sections = 0;
  size_t articles = 0;
  walk(body, [&](Provision const& provision, std::vector<Provision const*> const&) {
    sections += provision.kind == ProvisionKind::kSection ? 1 : 0;
    articles += provision.kind == ProvisionKind::kArticle ? 1 : 0;
  });
  return articles > sections ? ProvisionKind::kArticle : ProvisionKind::kSection;
}

// Everything found is reported: nothing of the file could be kept.
ReadAct give_up(uint64_t found, SourcePlace place, std::string message, Diagnostics& diagnostics) {
  diagnostics.warning(std::move(place),
                      std::move(message) + " (" + std::to_string(found) + " characters)");
  ReadAct out;
  out.characters = {found, 0, found};
  return out;
}

void report_left_out(MadeProvisions const& made, std::string const& file,
                     Diagnostics& diagnostics) {
  if (made.left_out > 0) {
    diagnostics.note({file, made.first_line, 0},
                     std::to_string(made.left_out) +
                         " characters of headings (the dash, colon or stop behind a number, and "
                         "placeholders) are left out, here first");
  }
}

}  // namespace

ReadAct read_legalize(std::string_view bytes, std::string const& file, Diagnostics& diagnostics) {
  std::string const text = clean_text(bytes, file, diagnostics);
  std::optional<FrontMatter> const fields = split_front_matter(text, file, diagnostics);
  if (!fields) {
    return give_up(count_visible(text), {file, 1, 0}, "no front matter between two lines of ---",
                   diagnostics);
  }
  std::vector<BodyBlock> blocks = split_body(fields->body, fields->body_line);
  ReadAct out;
  out.characters.found = count_visible(fields->before) + count_blocks(blocks);
  Title title = take_title(blocks, *fields);
  std::optional<LegalizeWork> read = make_legalize_work(*fields, title.head, file, diagnostics);
  if (!read) {
    return give_up(out.characters.found, {file, fields->first_line, 0}, "no law", diagnostics);
  }
  std::string& held = read->work.title[read->language];
  bool const kept_as_title = held.empty() || same_title(title.text, *fields);
  held = held.empty() ? title.text : held;
  Expression expression;
  expression.language = read->language;
  expression.date = read->version;
  expression.file = file;
  MadeProvisions made =
      make_provisions(blocks, kept_as_title ? "" : title.text, read->language, file);
  report_left_out(made, file, diagnostics);
  expression.body = std::move(made.body);
  out.characters.kept = count_provisions(expression.body) + count_visible(fields->before) +
                        (kept_as_title ? count_visible(title.text) : 0);
  out.characters.reported = made.left_out;
  read->work.unit = prevailing_unit(expression.body);
  out.act.emplace();
  out.act->work = std::move(read->work);
  out.act->expressions.push_back(std::move(expression));
  return out;
}

}  // namespace cyberlex
