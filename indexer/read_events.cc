// What happened to an act: events, and courts on its provisions.
#include <array>
#include <unordered_set>

#include "cyberlex/text/nearest.h"
#include "indexer/read_mentions.h"
#include "indexer/work_parts.h"

namespace cyberlex {
namespace {

constexpr auto kEventTypes =
    std::to_array<std::string_view>({"adopted", "enacted", "signed", "opened-for-signature",
                                     "commenced", "amended", "repealed", "penalties-changed"});
constexpr auto kHow = std::to_array<std::string_view>(
    {"insertion", "substitution", "repeal", "renumbering", "penalty", "suspension", "unspecified"});

ActChange read_change(YamlNode const& node, OwnFile& file, std::string const& act) {
  FieldReader fields(node, file);
  ActChange out;
  out.provisions = read_own_eids(fields, file, "provisions", Need::kRequired, act);
  if (auto const at = fields.word("how", Need::kRequired, kHow)) {
    out.how = kHow.at(*at);
  }
  out.replaced_by = read_handles(fields, file, {"replaced_by", "", Held::kWhenActHeld});
  out.note = fields.text("note", Need::kOptional);
  fields.finish();
  return out;
}

ActEvent read_event(YamlNode const& node, OwnFile& file, std::string const& act) {
  FieldReader fields(node, file);
  ActEvent out;
  out.date = fields.date("date", Need::kRequired).value_or(Date());
  if (auto const at = fields.word("type", Need::kRequired, kEventTypes)) {
    out.type = kEventTypes.at(*at);
  }
  out.by = fields.text("by", Need::kOptional);
  for (YamlNode const& change : fields.list("changes", Need::kOptional)) {
    out.changes.push_back(read_change(change, file, act));
  }
  out.note = fields.text("note", Need::kOptional);
  out.provenance = fields.provenance();
  fields.finish();
  return out;
}

Decision read_decision(YamlNode const& node, OwnFile& file, std::string const& act) {
  FieldReader fields(node, file);
  Decision out;
  out.id = fields.slug("id", Need::kRequired);
  out.court = fields.line("court", Need::kRequired);
  out.title = fields.line("title", Need::kRequired);
  out.number = fields.line("number", Need::kOptional);
  out.date = fields.date("date", Need::kRequired).value_or(Date());
  out.provisions = read_own_eids(fields, file, "provisions", Need::kRequired, act);
  out.holding = fields.text("holding", Need::kRequired);
  out.effect = fields.text("effect", Need::kOptional);
  out.provenance = fields.provenance();
  fields.finish();
  return out;
}

}  // namespace

void read_events(FieldReader& fields, OwnFile& file, Work& work) {
  for (YamlNode const& node : fields.list("events", Need::kOptional)) {
    work.events.push_back(read_event(node, file, work.handle));
    size_t const last = work.events.size() - 1;
    if (last > 0 && work.events[last].date < work.events[last - 1].date) {
      file.error(node, "events: expected the order of their days; the one above is of " +
                           work.events[last - 1].date.to_string());
    }
  }
}

void read_decisions(FieldReader& fields, OwnFile& file, Work& work) {
  std::unordered_set<std::string> seen;
  for (YamlNode const& node : fields.list("decisions", Need::kOptional)) {
    work.decisions.push_back(read_decision(node, file, work.handle));
    std::string const& id = work.decisions.back().id;
    if (!id.empty() && !seen.insert(id).second) {
      file.error(node, "decisions: the id " + in_quotes(id) + " stands twice");
    }
  }
}

}  // namespace cyberlex
