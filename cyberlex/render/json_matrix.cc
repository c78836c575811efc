#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_states(JsonOut& out, MatrixAnswer const& answer, Work const& treaty) {
  out.array("states", [&] {
    for (MatrixState const& state : answer.states) {
      out.object([&] {
        out.text("jurisdiction", state.jurisdiction);
        out.text("name", country_name(state.jurisdiction));
        out.number("acts", state.acts);
        write_standing(out, treaty, state.standing);
      });
    }
  });
}

void write_provision(JsonOut& out, Generation const& generation, MatrixProvision const& provision) {
  out.text("handle", provision.handle);
  out.text("limb", provision.limb.eid.text());
  out.text("heading", provision.heading);
  out.texts("offences", provision.limb.offences);
  out.text_or_null("longest", longest_term(provision.limb));
  out.array("mappings", [&] {
    for (MappingRecord const& row : provision.limb.mappings) {
      out.object([&] { write_mapping(out, generation, row); });
    }
  });
}

void write_met(JsonOut& out, DemandCount const& met) {
  out.object("met", [&] {
    out.number("whole", met.whole);
    out.number("part", met.part);
    out.number("of", met.of);
  });
}

void write_cell(JsonOut& out, Generation const& generation, MatrixRow const& row,
                MatrixCell const& cell) {
  out.text("coverage", name_of(cell.verdict.coverage));
  out.text_or_null("confidence", cell.verdict.confidence ? name_of(*cell.verdict.confidence) : "");
  if (is_decided(cell.verdict.coverage)) {
    write_met(out, cell.verdict.met);
  } else {
    out.null("met");
  }
  out.object("demands", [&] {
    for (size_t i = 0; i < row.demands.size(); ++i) {
      out.text(row.demands[i].demand.id, name_of(cell.verdict.extents[i]));
    }
  });
  out.text_or_null("longest", cell.longest);
  out.array("provisions", [&] {
    for (MatrixProvision const& provision : cell.provisions) {
      out.object([&] { write_provision(out, generation, provision); });
    }
  });
  out.array("assessed", [&] {
    for (MatrixAssessed const& assessed : cell.assessed) {
      out.object([&] { write_assessed(out, generation, assessed); });
    }
  });
}

void write_row(JsonOut& out, MatrixAnswer const& answer, MatrixRow const& row) {
  out.text("handle", row.handle);
  out.text("number", row.number);
  out.text("heading", row.heading);
  write_path(out, row.path);
  out.array("asks", [&] {
    for (PlacedDemand const& placed : row.demands) {
      out.object([&] {
        out.text("limb", placed.limb.text());
        write_demand(out, placed.demand);
      });
    }
  });
  out.array("cells", [&] {
    for (size_t i = 0; i < row.cells.size(); ++i) {
      out.object([&] {
        out.text("jurisdiction", answer.states[i].jurisdiction);
        write_cell(out, *answer.generation, row, row.cells[i]);
      });
    }
  });
}

void write_chapter(JsonOut& out, MatrixAnswer const& answer, MatrixChapter const& chapter) {
  out.text("handle", chapter.handle);
  out.text("label", chapter.label);
  out.text("heading", chapter.heading);
  out.number("articles", chapter.articles);
  out.array("cells", [&] {
    for (size_t i = 0; i < chapter.cells.size(); ++i) {
      ChapterCell const& cell = chapter.cells[i];
      out.object([&] {
        out.text("jurisdiction", answer.states[i].jurisdiction);
        out.object("coverage", [&] {
          for (auto const& [coverage, articles] : cell.articles) {
            out.number(name_of(coverage), articles);
          }
        });
        write_met(out, cell.met);
        out.text_or_null("longest", cell.longest);
      });
    }
  });
}

void write_rows(JsonOut& out, MatrixAnswer const& answer) {
  if (answer.request.level == MatrixLevel::kChapter) {
    out.array("chapters", [&] {
      for (MatrixChapter const& chapter : answer.chapters) {
        out.object([&] { write_chapter(out, answer, chapter); });
      }
    });
    return;
  }
  out.array("rows", [&] {
    for (MatrixRow const& row : answer.rows) {
      out.object([&] { write_row(out, answer, row); });
    }
  });
}

}  // namespace

void write_assessed(JsonOut& out, Generation const& generation, MatrixAssessed const& assessed) {
  Work const& work = generation.acts().at(assessed.act).work;
  AssessedRecord const& row = *assessed.row;
  out.text("act", work.handle);
  out.text("article", to_string(Handle{row.treaty, row.article}));
  out.text_if("elsewhere", row.elsewhere);
  if (!row.read.empty()) {
    write_reading(out, work, row.read);
  }
  out.text("rationale", row.rationale);
  out.text("confidence", name_of(row.confidence));
  out.array("sources", [&] {
    for (Source const& source : row.sources) {
      out.object([&] { write_source_members(out, source); });
    }
  });
  out.text_if("author", row.author);
  out.text_if("reviewed", row.reviewed);
  out.text("date", row.date.to_string());
}

std::string to_json(MatrixAnswer const& answer) {
  Work const& treaty = answer.generation->acts().at(answer.treaty).work;
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.request.as_of.to_string());
    out.text("level", name_of(answer.request.level));
    out.object("convention", [&] { write_act_members(out, treaty); });
    write_states(out, answer, treaty);
    write_rows(out, answer);
    out.array("outside", [&] {
      for (OutsideProvision const& row : answer.outside) {
        out.object([&] {
          out.text("jurisdiction", row.jurisdiction);
          out.flag("outside_every_treaty", row.outside_all);
          write_provision(out, *answer.generation, row.provision);
        });
      }
    });
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
