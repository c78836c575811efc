#include "cyberlex/answer/iri.h"
#include "cyberlex/render/citation_text.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {
namespace {

std::string next_page(ActListAnswer const& answer) {
  if (!answer.next_offset) {
    return {};
  }
  std::string url = "/api/v1/acts?as_of=" + answer.as_of.to_string();
  for (std::string const& code : answer.jurisdictions) {
    url += "&jurisdiction=" + percent_encoded(code);
  }
  return url + "&limit=" + std::to_string(answer.limit) +
         "&offset=" + std::to_string(*answer.next_offset);
}

void write_status_history(JsonOut& out, Work const& work) {
  out.array("status_history", [&] {
    for (StatusChange const& change : work.status) {
      out.object([&] {
        out.text("from", change.from.to_string());
        out.text("value", name_of(change.value));
        write_provenance(out, work, change.provenance);
      });
    }
  });
}

void write_changes(JsonOut& out, Work const& work, std::vector<ActChange> const& changes) {
  out.array("changes", [&] {
    for (ActChange const& change : changes) {
      out.object([&] {
        write_handles(out, "provisions", work, change.provisions);
        out.text("how", change.how);
        out.texts_if("replaced_by", change.replaced_by);
        out.text_if("note", change.note);
      });
    }
  });
}

void write_events(JsonOut& out, Work const& work) {
  out.array("events", [&] {
    for (ActEvent const& event : work.events) {
      out.object([&] {
        out.text("date", event.date.to_string());
        out.text("type", event.type);
        out.text_if("by", event.by);
        write_changes(out, work, event.changes);
        out.text_if("note", event.note);
        write_provenance(out, work, event.provenance);
      });
    }
  });
}

void write_standing(JsonOut& out, Work const& work) {
  out.array("standing", [&] {
    for (StandingChange const& change : work.standing) {
      out.object([&] { write_standing_change(out, work, change); });
    }
  });
}

void write_parallel(JsonOut& out, Work const& work) {
  out.array("parallel", [&] {
    for (ParallelNumbering const& parallel : work.parallel) {
      out.object([&] {
        out.text("handle", parallel.handle);
        out.text("iri", parallel.iri);
        write_texts_by_language(out, "titles", parallel.title);
        out.text("first", to_string(Handle{work.handle, parallel.first}));
        out.text("last", to_string(Handle{work.handle, parallel.last}));
        out.number("offset", int64_t{parallel.offset});
        write_provenance(out, work, parallel.provenance);
      });
    }
  });
}

void write_gaps(JsonOut& out, Work const& work) {
  out.array("gaps", [&] {
    for (Gap const& gap : work.gaps) {
      out.object([&] {
        out.text("what", gap.what);
        write_handles(out, "provisions", work, gap.provisions);
      });
    }
  });
}

void write_all_sources(JsonOut& out, Work const& work) {
  out.array("sources", [&] {
    for (auto const& [key, source] : work.sources) {
      out.object([&, &name = key, &row = source] {
        out.text("key", name);
        write_source_members(out, row);
      });
    }
  });
}

void write_expressions(JsonOut& out, ActRecord const& act) {
  out.array("expressions", [&] {
    for (ExpressionSummary const& expression : act.expressions) {
      out.object([&] {
        out.text("iri", iri_of(act, expression));
        out.text("lang", expression.language);
        out.text("version_date", expression.date.to_string());
        out.text("text_kind", name_of(expression.kind));
      });
    }
  });
}

void write_contents(JsonOut& out, ActAnswer const& answer) {
  out.array("contents", [&] {
    for (ContentsEntry const& entry : answer.contents) {
      out.object([&] {
        out.text("handle", entry.handle);
        out.text("number", entry.num);
        out.text_if("label", entry.label);
        out.text("heading", entry.heading);
        out.text("status", name_of(entry.status));
        out.text("class", name_of(entry.klass));
        write_path(out, entry.path);
      });
    }
  });
}

void write_names(JsonOut& out, Work const& work) {
  write_act_members(out, work);
  write_texts_by_language(out, "titles", work.title);
  write_texts_by_language(out, "short_titles", work.short_title);
  out.texts("names", work.names);
  out.text("unit", name_of(work.unit));
  out.text("original_language", work.original_language);
}

}  // namespace

std::string to_json(ActListAnswer const& answer) {
  Generation const& generation = *answer.generation;
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.as_of.to_string());
    out.number("total", answer.total);
    out.array("acts", [&] {
      for (ActSummary const& row : answer.acts) {
        out.object([&] {
          write_act_members(out, generation.acts().at(row.act).work);
          out.text("status", name_of(row.status));
          out.number("provisions", row.provisions);
        });
      }
    });
    out.text_or_null("next", next_page(answer));
    write_corpus(out, generation);
  });
  return out.finish();
}

std::string to_json(ActAnswer const& answer) {
  ActRecord const& act = answer.generation->acts().at(answer.act);
  Work const& work = act.work;
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.as_of.to_string());
    write_names(out, work);
    out.text("status", name_of(answer.status));
    write_status_history(out, work);
    write_events(out, work);
    write_decisions(out, work, work.decisions);
    write_standing(out, work);
    write_parallel(out, work);
    write_gaps(out, work);
    write_expressions(out, act);
    write_contents(out, answer);
    write_citations(out, reference_to(work));
    write_all_sources(out, work);
    out.text_if("source_url", work.source_url);
    out.text_if("note", work.note);
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
