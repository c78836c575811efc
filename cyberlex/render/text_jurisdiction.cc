#include "cyberlex/answer/jurisdiction.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"

namespace cyberlex {
namespace {

std::string change_line(Work const& treaty, StandingChange const& change) {
  std::string out = change.from.to_string() + ' ' + std::string(name_of(change.value));
  out += change.by.empty() ? "" : " by " + change.by;
  out += change.deposited ? ", deposited " + change.deposited->to_string() : "";
  return out + "; " +
         provenance_text(treaty, change.provenance.confidence, change.provenance.sources);
}

std::string articles_text(Work const& treaty, std::vector<EId> const& articles) {
  std::vector<std::string> out;
  for (EId const& eid : articles) {
    out.push_back(to_string(Handle{treaty.handle, eid}));
  }
  return out.empty() ? "the whole treaty" : joined(out, ", ");
}

std::string treaty_text(Generation const& generation, JurisdictionTreaty const& row) {
  Work const& treaty = generation.acts().at(row.treaty).work;
  std::string out =
      wrapped(display_title(treaty) + " (" + treaty.handle + "): " + standing_text(row.standing),
              "  ", "      ");
  for (StandingChange const* const change : row.changes) {
    out += wrapped(change_line(treaty, *change), "      ", "        ");
    out += change->note.empty() ? "" : wrapped(change->note, "        ", "        ");
    for (Reservation const& each : change->reservations) {
      out += wrapped(each.kind + " on " + articles_text(treaty, each.articles) + ": " + each.note +
                         " [" + std::string(name_of(each.provenance.confidence)) + ']',
                     "        ", "          ");
    }
  }
  return out;
}

std::string decision_text(Generation const& generation, JurisdictionDecision const& row) {
  Work const& work = generation.acts().at(row.act).work;
  Decision const& decision = *row.decision;
  std::vector<std::string> handles;
  for (EId const& eid : decision.provisions) {
    handles.push_back(to_string(Handle{work.handle, eid}));
  }
  std::string out = wrapped(decision.court + ", " + decision.date.to_string() + ", " +
                                decision.title + ", on " + joined(handles, ", "),
                            "  ", "      ");
  out += wrapped(decision.holding, "      ", "      ");
  return out +
         wrapped(provenance_text(work, decision.provenance.confidence, decision.provenance.sources),
                 "      ", "      ");
}

std::string overreach_text(Overreach const& overreach) {
  return std::to_string(overreach.limbs) + " of " + counted(overreach.offences, "limb") +
         " with offences, in " + counted(overreach.provisions, "provision");
}

std::string acts_text(ActListAnswer const& acts) {
  std::string out;
  for (ActSummary const& row : acts.acts) {
    Work const& work = acts.generation->acts().at(row.act).work;
    out += wrapped(work.handle + " — " + display_title(work) + "; " +
                       readable(name_of(row.status)) + "; " + counted(row.provisions, "provision"),
                   "  ", "      ");
  }
  uint64_t const more = acts.total - acts.acts.size();
  return more == 0 ? out : out + "  and " + counted(more, "more act") + '\n';
}

std::string summary_text(JurisdictionsAnswer const& answer, JurisdictionSummary const& row) {
  std::string out = bold(row.code) + ' ' + country_name(row.code) + '\n';
  out += wrapped(counted(row.acts, "act") + ", " + counted(row.provisions, "provision") + ", " +
                     counted(row.limbs, "limb") +
                     " with facts; outside every treaty: " + overreach_text(row.overreach),
                 "    ", "    ");
  std::string standings;
  for (JurisdictionTreaty const& each : row.treaties) {
    if (each.standing.now != nullptr) {
      standings += standings.empty() ? "" : "; ";
      standings += answer.generation->acts().at(each.treaty).work.handle + ' ' +
                   std::string(name_of(each.standing.now->value));
    }
  }
  return out + (standings.empty() ? "" : wrapped(standings, "    ", "    "));
}

}  // namespace

std::string to_text(JurisdictionAnswer const& answer) {
  std::string out = bold(country_name(answer.code)) + ", on " + answer.as_of.to_string() + "\n\n";
  out += answer.acts.total == 0 ? "No act of it is held.\n" : bold("Acts held") + '\n';
  out += acts_text(answer.acts);
  out += '\n' + bold("Treaties") + '\n';
  for (JurisdictionTreaty const& row : answer.treaties) {
    out += treaty_text(*answer.generation, row);
  }
  if (!answer.decisions.empty()) {
    out += '\n' + bold("Decisions") + '\n';
    for (JurisdictionDecision const& row : answer.decisions) {
      out += decision_text(*answer.generation, row);
    }
  }
  if (answer.acts.total == 0) {
    return out;
  }
  out += '\n' + wrapped("Assessed as outside every treaty: " + overreach_text(answer.overreach), "",
                        "    ");
  return out + '\n' + to_text(answer.coverage);
}

std::string to_text(JurisdictionsAnswer const& answer) {
  std::string out;
  for (JurisdictionSummary const& row : answer.jurisdictions) {
    out += summary_text(answer, row);
  }
  return out + counted(answer.jurisdictions.size(), "jurisdiction") + " on " +
         answer.as_of.to_string() + '\n';
}

}  // namespace cyberlex
