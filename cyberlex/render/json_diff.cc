#include "cyberlex/answer/diff.h"
#include "cyberlex/render/diff_words.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_runs(JsonOut& out, std::string_view name, WordDiff const& diff) {
  out.array(name, [&] {
    for (DiffRun const& run : diff.runs) {
      out.object([&] {
        out.text("op", name_of(run.op));
        out.text("text", run.text);
      });
    }
  });
}

void write_diffed(JsonOut& out, std::string_view name, std::optional<DiffedText> const& text) {
  if (!text) {
    out.null(name);
    return;
  }
  out.object(name, [&] {
    out.text("text_kind", name_of(text->kind));
    out.text("version_date", text->version_date.to_string());
  });
}

void write_block(JsonOut& out, BlockDiff const& block) {
  out.text("eid", block.eid.text());
  out.text_if("label", block.label);
  out.text_if("label_before", block.label_before);
  out.number("depth", uint64_t{block.depth});
  write_runs(out, "runs", block.words);
}

void write_text(JsonOut& out, TextDiff const& text) {
  out.text("lang", text.language);
  write_diffed(out, "before", text.before);
  write_diffed(out, "after", text.after);
  out.flag("changed", text.changed());
  out.number("words_inserted", text.inserted);
  out.number("words_deleted", text.deleted);
  out.text_if("note", note_of(text));
  if (too_long(text)) {
    out.flag("too_long", true);
  }
  write_runs(out, "heading", text.heading);
  out.array("blocks", [&] {
    for (BlockDiff const& block : text.blocks) {
      out.object([&] { write_block(out, block); });
    }
  });
}

std::string_view op_of(FactChange const& change) {
  if (change.before.empty()) {
    return "added";
  }
  return change.after.empty() ? "removed" : "changed";
}

void write_facts(JsonOut& out, std::vector<FactChange> const& facts) {
  out.array("facts", [&] {
    for (FactChange const& change : facts) {
      out.object([&] {
        out.text("op", op_of(change));
        out.text("fact", change.fact);
        out.text_if("of", change.of);
        out.text_or_null("before", change.before);
        out.text_or_null("after", change.after);
      });
    }
  });
}

void write_rows(JsonOut& out, std::string_view name, ActContext const& context, EId const& limb,
                std::vector<PenaltyClause> const& penalties,
                std::vector<MappingRecord> const& mappings) {
  LimbRecord row;
  row.eid = limb;
  row.penalties = penalties;
  out.object(name, [&] {
    write_penalties(out, context.act.work, {&row, 1});
    out.array("mappings", [&] {
      for (MappingRecord const& mapping : mappings) {
        out.object([&] { write_mapping(out, context.generation, mapping); });
      }
    });
  });
}

void write_limbs(JsonOut& out, ActContext const& context, std::vector<LimbDiff> const& limbs) {
  out.array("limbs", [&] {
    for (LimbDiff const& limb : limbs) {
      out.object([&] {
        out.text("eid", limb.limb.text());
        write_facts(out, limb.facts);
        write_rows(out, "removed", context, limb.limb, limb.penalties_removed,
                   limb.mappings_removed);
        write_rows(out, "added", context, limb.limb, limb.penalties_added, limb.mappings_added);
      });
    }
  });
}

void write_events(JsonOut& out, Work const& work, std::vector<DiffEvent> const& events) {
  out.array("events", [&] {
    for (DiffEvent const& row : events) {
      out.object([&] {
        out.text("date", row.event->date.to_string());
        out.text("type", row.event->type);
        out.text_if("by", row.event->by);
        if (row.change == nullptr) {
          out.text_if("note", row.event->note);
        } else {
          out.text("how", row.change->how);
          out.texts_if("replaced_by", row.change->replaced_by);
          out.text_if("note", row.change->note);
        }
        write_provenance(out, work, row.event->provenance);
      });
    }
  });
}

void write_side(JsonOut& out, std::string_view name, DiffSide const& side) {
  out.object(name, [&] {
    out.text("date", side.day.to_string());
    out.flag("stands", side.absent.empty());
    if (!side.absent.empty()) {
      out.text("absent", side.absent);
      return;
    }
    out.text("status", name_of(side.state.record.status));
    out.object("valid", [&] { write_interval(out, side.state.record.valid); });
  });
}

// How the provision is called.
void write_name(JsonOut& out, ActContext const& context, ProvisionRecord const& record,
                EId const& portion) {
  Work const& work = context.act.work;
  out.text("handle", to_string(Handle{work.handle, record.eid}));
  out.text_if("portion", portion.text());
  out.object("act", [&] { write_act_members(out, work); });
  out.text("number", record.num);
  out.text_if("label", record.label);
  out.text("heading", record.texts.empty() ? "" : record.texts.front().heading);
}

void write_state(JsonOut& out, ActContext const& context, TimelineState const& state) {
  write_interval(out, state.valid);
  out.text("status", name_of(state.status));
  out.array("texts", [&] {
    for (TextCount const& text : state.texts) {
      out.object([&] {
        out.text("lang", text.language);
        out.text("text_kind", name_of(text.kind));
        out.number("words_inserted", text.inserted);
        out.number("words_deleted", text.deleted);
      });
    }
  });
  write_facts(out, state.facts.facts);
  write_limbs(out, context, state.facts.limbs);
  write_events(out, context.act.work, state.events);
}

}  // namespace

std::string to_json(DiffAnswer const& answer) {
  ProvisionRecord const& record = shown_record(answer);
  ActContext const context = context_of(*answer.generation, record);
  JsonOut out;
  out.object([&] {
    write_name(out, context, record, answer.portion);
    write_side(out, "from", answer.before);
    write_side(out, "to", answer.after);
    out.flag("same", answer.same());
    out.array("texts", [&] {
      for (TextDiff const& text : answer.texts) {
        out.object([&] { write_text(out, text); });
      }
    });
    write_facts(out, answer.facts.facts);
    write_limbs(out, context, answer.facts.limbs);
    write_events(out, context.act.work, answer.events);
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

std::string to_json(TimelineAnswer const& answer) {
  ActContext const context = context_of(*answer.generation, answer.last);
  JsonOut out;
  out.object([&] {
    write_name(out, context, answer.last, answer.portion);
    out.array("states", [&] {
      for (TimelineState const& state : answer.states) {
        out.object([&] { write_state(out, context, state); });
      }
    });
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
