#include "cyberlex/answer/labels.h"
#include "cyberlex/render/citation_text.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_blocks(JsonOut& out, StateText const& text) {
  out.array("blocks", [&] {
    for (TextBlock const& block : text.blocks) {
      out.object([&] {
        out.text("eid", block.eid.text());
        out.text_if("label", block.label);
        out.number("depth", uint64_t{block.depth});
        out.text("text", block.text);
      });
    }
  });
}

}  // namespace

void write_text(JsonOut& out, Work const& work, TextSummary const& summary, StateText const& text) {
  out.text("lang", summary.language);
  out.text("text_kind", name_of(summary.kind));
  out.text("version_date", summary.version_date.to_string());
  out.text("heading", summary.heading);
  out.text("heading_confidence", name_of(summary.heading_confidence));
  write_provenance(out, work, summary.provenance);
  write_blocks(out, text);
}

namespace {

void write_neighbour(JsonOut& out, std::string_view name,
                     std::optional<std::string> const& handle) {
  out.text_or_null(name, handle.value_or(""));
}

void write_changes(JsonOut& out, Work const& work, std::vector<ProvisionChange> const& changes) {
  out.array("changes", [&] {
    for (ProvisionChange const& row : changes) {
      out.object([&] {
        out.text("date", row.event->date.to_string());
        out.text("type", row.event->type);
        out.text_if("by", row.event->by);
        out.text("how", row.change->how);
        out.texts_if("replaced_by", row.change->replaced_by);
        out.text_if("note", row.change->note);
        write_provenance(out, work, row.event->provenance);
      });
    }
  });
}

void write_parallel_numbers(JsonOut& out, Work const& work,
                            std::vector<ParallelNumber> const& parallel) {
  out.array("parallel", [&] {
    for (ParallelNumber const& row : parallel) {
      out.object([&] {
        out.text("handle", to_string(Handle{row.numbering->handle, row.eid}));
        out.text("act", display_text(row.numbering->title, work.original_language));
        write_provenance(out, work, row.numbering->provenance);
      });
    }
  });
}

void write_provision(JsonOut& out, ProvisionAnswer const& answer) {
  ActContext const context = context_of(*answer.generation, answer.record);
  Work const& work = context.act.work;
  out.text("as_of", answer.as_of.to_string());
  write_provision_members(out, context, answer.record);
  out.text_if("portion", answer.portion.text());
  out.texts("languages", answer.languages);
  out.array("texts", [&] {
    for (size_t i = 0; i < answer.texts.size(); ++i) {
      out.object([&] { write_text(out, work, answer.record.texts.at(i), answer.texts[i]); });
    }
  });
  write_full_limbs(out, context, answer.record.limbs);
  write_gathered(out, context, answer.record);
  write_suggested(out, *answer.generation, answer.record.suggested);
  write_versions(out, answer.versions);
  write_changes(out, work, answer.changes);
  write_parallel_numbers(out, work, answer.parallel);
  write_decisions(out, work, answer.decisions);
  write_neighbour(out, "previous", answer.previous);
  write_neighbour(out, "next", answer.next);
  write_citations(out, reference_to(context.act, answer.record));
}

void write_mapped(JsonOut& out, Generation const& generation, std::string_view name,
                  std::vector<MappedProvision> const& mapped) {
  out.array(name, [&] {
    for (MappedProvision const& row : mapped) {
      ActContext const context = context_of(generation, row.provision.record);
      out.object([&] {
        write_provision_members(out, context, row.provision.record);
        write_full_limbs(out, context, row.limbs);
      });
    }
  });
}

void write_without(JsonOut& out, Generation const& generation,
                   std::vector<StateWithout> const& without) {
  out.array("without", [&] {
    for (StateWithout const& state : without) {
      out.object([&] {
        out.text("jurisdiction", state.jurisdiction);
        out.text("coverage", name_of(state.coverage));
        out.array("assessed", [&] {
          for (MatrixAssessed const& assessed : state.assessed) {
            out.object([&] { write_assessed(out, generation, assessed); });
          }
        });
      });
    }
  });
}

}  // namespace

std::string to_json(ProvisionAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    write_provision(out, answer);
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

std::string to_json(ArticleAnswer const& answer) {
  Generation const& generation = *answer.provision.generation;
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.provision.as_of.to_string());
    out.object("article", [&] { write_provision(out, answer.provision); });
    write_mapped(out, generation, "treaties", answer.treaties);
    write_mapped(out, generation, "provisions", answer.provisions);
    write_without(out, generation, answer.without);
    write_corpus(out, generation);
  });
  return out.finish();
}

}  // namespace cyberlex
