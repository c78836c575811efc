#include "cyberlex/answer/jurisdiction.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_overreach(JsonOut& out, Overreach const& overreach) {
  out.object("outside_every_treaty", [&] {
    out.number("provisions", overreach.provisions);
    out.number("limbs", overreach.limbs);
    out.number("of_offences", overreach.offences);
  });
}

void write_acts(JsonOut& out, ActListAnswer const& acts) {
  out.number("acts_total", acts.total);
  out.array("acts", [&] {
    for (ActSummary const& row : acts.acts) {
      out.object([&] {
        write_act_members(out, acts.generation->acts().at(row.act).work);
        out.text("status", name_of(row.status));
        out.number("provisions", row.provisions);
      });
    }
  });
}

void write_treaty(JsonOut& out, Generation const& generation, JurisdictionTreaty const& row) {
  Work const& treaty = generation.acts().at(row.treaty).work;
  out.text("convention", treaty.handle);
  out.text("title", display_title(treaty));
  write_standing(out, treaty, row.standing);
  out.array("changes", [&] {
    for (StandingChange const* const change : row.changes) {
      out.object([&] { write_standing_change(out, treaty, *change); });
    }
  });
}

void write_decision_rows(JsonOut& out, JurisdictionAnswer const& answer) {
  out.array("decisions", [&] {
    for (JurisdictionDecision const& row : answer.decisions) {
      Work const& work = answer.generation->acts().at(row.act).work;
      out.object([&] {
        out.text("act", work.handle);
        write_decision(out, work, *row.decision);
      });
    }
  });
}

void write_summary(JsonOut& out, Generation const& generation, JurisdictionSummary const& row) {
  out.text("jurisdiction", row.code);
  out.text("name", country_name(row.code));
  out.number("acts", row.acts);
  out.number("provisions", row.provisions);
  out.number("limbs", row.limbs);
  write_overreach(out, row.overreach);
  out.object("standing", [&] {
    for (JurisdictionTreaty const& each : row.treaties) {
      StandingChange const* const now = each.standing.now;
      out.text_or_null(generation.acts().at(each.treaty).work.handle,
                       now == nullptr ? "" : name_of(now->value));
    }
  });
}

}  // namespace

std::string to_json(JurisdictionAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.as_of.to_string());
    out.text("jurisdiction", answer.code);
    out.text("name", country_name(answer.code));
    write_acts(out, answer.acts);
    out.array("treaties", [&] {
      for (JurisdictionTreaty const& row : answer.treaties) {
        out.object([&] { write_treaty(out, *answer.generation, row); });
      }
    });
    write_decision_rows(out, answer);
    write_overreach(out, answer.overreach);
    out.object("coverage", [&] { write_coverage_members(out, answer.coverage); });
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

std::string to_json(JurisdictionsAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.as_of.to_string());
    out.array("jurisdictions", [&] {
      for (JurisdictionSummary const& row : answer.jurisdictions) {
        out.object([&] { write_summary(out, *answer.generation, row); });
      }
    });
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
