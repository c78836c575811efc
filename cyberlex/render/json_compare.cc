#include "cyberlex/answer/compare.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_texts(JsonOut& out, Work const& work, ProvisionRecord const& record) {
  out.array("texts", [&] {
    for (TextSummary const& text : record.texts) {
      out.object([&] {
        out.text("lang", text.language);
        out.text("text_kind", name_of(text.kind));
        out.text("version_date", text.version_date.to_string());
        out.text("heading", text.heading);
        write_provenance(out, work, text.provenance);
      });
    }
  });
}

void write_column(JsonOut& out, CompareAnswer const& answer, CompareColumn const& column) {
  Generation const& generation = *answer.generation;
  ActContext const context{generation, generation.acts().at(column.act)};
  out.text("item", column.item);
  out.flag("stands", column.provision.has_value());
  if (column.provision) {
    ProvisionRecord const& record = column.provision->record;
    write_provision_members(out, context, record);
    write_texts(out, context.act.work, record);
    write_full_limbs(out, context, record.limbs);
    write_decisions(out, context.act.work, column.provision->decisions);
  } else {
    out.object("act", [&] { write_act_members(out, context.act.work); });
    out.text("jurisdiction", column.jurisdiction);
    out.text("detail", column.not_standing);
  }
  write_versions(out, column.versions);
}

void write_value(JsonOut& out, Work const& work, CompareValue const& value) {
  out.text_if("limb", value.limb.text());
  out.text_if("power", value.power);
  out.text("finding", name_of(value.finding));
  out.text_or_null("value", value.value);
  out.text_if("label", value.label);
  out.text_if("lang", value.language);
  if (value.clause) {
    out.number("clause", static_cast<uint64_t>(*value.clause) + 1);
  }
  out.texts_if("at", value.at);
  if (!value.read.empty()) {
    write_reading(out, work, value.read);
  }
  out.texts_if("missing", value.missing);
  out.texts_if("added", value.added);
  out.text_if("reason", value.reason);
  if (value.confidence) {
    out.text("confidence", name_of(*value.confidence));
  }
}

void write_cell(JsonOut& out, CompareAnswer const& answer, CompareColumn const& column,
                CompareCell const& cell) {
  Work const& work = answer.generation->acts().at(column.act).work;
  out.text("item", column.item);
  out.array("values", [&] {
    for (CompareValue const& value : cell.values) {
      out.object([&] { write_value(out, work, value); });
    }
  });
}

void write_row(JsonOut& out, CompareAnswer const& answer, CompareRow const& row) {
  out.text("id", row.id);
  out.text("group", row.group);
  out.text("label", row.label);
  out.text("compared", name_of(row.compared));
  out.text_or_null("differs", row.differs ? name_of(*row.differs) : "");
  out.array("cells", [&] {
    for (size_t i = 0; i < row.cells.size(); ++i) {
      out.object([&] { write_cell(out, answer, answer.columns[i], row.cells[i]); });
    }
  });
}

void write_state(JsonOut& out, CompareState const& state) {
  out.text("jurisdiction", state.jurisdiction);
  out.text("name", country_name(state.jurisdiction));
  out.number("found", state.found);
  out.number("shown", state.shown);
  out.number("assessed_limbs", state.assessed);
  if (state.coverage) {
    out.text("coverage", name_of(*state.coverage));
  }
}

}  // namespace

std::string to_json(CompareAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.request.as_of.to_string());
    out.texts_if("items", answer.request.items);
    out.text_if("article", answer.request.article);
    out.text_if("concept", answer.request.concept_id);
    out.array("columns", [&] {
      for (CompareColumn const& column : answer.columns) {
        out.object([&] { write_column(out, answer, column); });
      }
    });
    out.array("rows", [&] {
      for (CompareRow const& row : answer.rows) {
        out.object([&] { write_row(out, answer, row); });
      }
    });
    out.array("states", [&] {
      for (CompareState const& state : answer.states) {
        out.object([&] { write_state(out, state); });
      }
    });
    out.texts("left_out", answer.left_out);
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
