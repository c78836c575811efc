#include "cyberlex/render/diff_words.h"

#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/text_penalty.h"

namespace cyberlex {
namespace {

constexpr std::string_view kRestated =
    "The two texts are our restatements: what changed in their words need not be what changed in "
    "the words of the law.";
constexpr std::string_view kTwoKinds =
    "The two texts are of different kinds: what differs need not have been changed by law.";

std::string what_text(DiffedText const& text) {
  return readable(name_of(text.kind)) + " of " + text.version_date.to_string();
}

std::string mapping_text(MappingRecord const& mapping) {
  std::string out(name_of(mapping.relation));
  auto const add = [&out](std::string_view name, std::vector<std::string> const& values) {
    out += values.empty() ? "" : "; " + std::string(name) + ": " + joined(values, ", ");
  };
  add("covers", mapping.covers);
  add("partly", mapping.partly);
  add("missing", mapping.missing);
  add("added", mapping.added);
  return out;
}

FactLine line_of(EId const& limb, FactChange const& change) {
  std::string label = readable(change.fact);
  // An offence, a power or a concern is its own name.
  bool const named = change.of != change.before && change.of != change.after;
  label += named && !change.of.empty() ? " (" + change.of + ')' : "";
  return {limb, std::move(label), change.before, change.after};
}

void add_rows(LimbDiff const& limb, std::vector<FactLine>& out) {
  for (PenaltyClause const& clause : limb.penalties_removed) {
    out.push_back({limb.limb, "penalty", clause_text(clause), ""});
  }
  for (PenaltyClause const& clause : limb.penalties_added) {
    out.push_back({limb.limb, "penalty", "", clause_text(clause)});
  }
  for (MappingRecord const& mapping : limb.mappings_removed) {
    out.push_back({limb.limb, article_handle(mapping), mapping_text(mapping), ""});
  }
  for (MappingRecord const& mapping : limb.mappings_added) {
    out.push_back({limb.limb, article_handle(mapping), "", mapping_text(mapping)});
  }
}

}  // namespace

std::string_view note_of(TextDiff const& text) {
  if (!text.before || !text.after || !text.changed()) {
    return "";
  }
  if (text.before->kind != text.after->kind) {
    return kTwoKinds;
  }
  return text.after->kind == TextKind::kRestatement ? kRestated : "";
}

bool too_long(TextDiff const& text) {
  return text.heading.too_long ||
         std::any_of(text.blocks.begin(), text.blocks.end(),
                     [](BlockDiff const& block) { return block.words.too_long; });
}

ProvisionRecord const& shown_record(DiffAnswer const& answer) {
  return (answer.after.state.doc ? answer.after : answer.before).state.record;
}

std::string title_text(ProvisionRecord const& record) {
  std::string const heading = record.texts.empty() ? "" : record.texts.front().heading;
  return heading.empty() ? unit_name(record) : unit_name(record) + ". " + heading;
}

std::string side_text(DiffSide const& side) {
  if (!side.absent.empty()) {
    return side.absent;
  }
  ProvisionRecord const& record = side.state.record;
  return readable(name_of(record.status)) + ", state " + interval_text(record.valid);
}

std::string event_text(DiffEvent const& row) {
  std::string out = row.event->date.to_string() + ", " + readable(row.event->type);
  out += row.event->by.empty() ? "" : " by " + row.event->by;
  if (row.change != nullptr) {
    return out + ": " + change_text(*row.change);
  }
  return row.event->note.empty() ? out : out + ": " + row.event->note;
}

std::string summary_text(TextDiff const& text) {
  std::string out;
  if (text.before && text.after) {
    std::string const before = what_text(*text.before);
    std::string const after = what_text(*text.after);
    out = before == after ? after : before + ", then " + after;
  } else {
    out = what_text(text.after ? *text.after : *text.before) +
          (text.after ? ", none before" : ", none after");
  }
  return out + "; " + counts_text(text.inserted, text.deleted);
}

std::string counts_text(uint64_t inserted, uint64_t deleted) {
  std::string out;
  if (inserted > 0) {
    out = counted(inserted, "word") + " inserted";
  }
  if (deleted > 0) {
    out += out.empty() ? "" : ", ";
    out += counted(deleted, "word") + " deleted";
  }
  return out.empty() ? "no word changed" : out;
}

std::vector<FactLine> fact_lines(FactDiff const& facts) {
  std::vector<FactLine> out;
  for (FactChange const& change : facts.facts) {
    out.push_back(line_of({}, change));
  }
  for (LimbDiff const& limb : facts.limbs) {
    for (FactChange const& change : limb.facts) {
      out.push_back(line_of(limb.limb, change));
    }
    add_rows(limb, out);
  }
  return out;
}

}  // namespace cyberlex
