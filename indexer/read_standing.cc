// States towards a treaty: how and when each was bound, and what it reserved.
#include <array>
#include <unordered_map>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_mentions.h"
#include "indexer/work_parts.h"

namespace cyberlex {
namespace {

constexpr auto kInstruments = std::to_array<std::string_view>(
    {"signature", "ratification", "acceptance", "approval", "accession", "succession"});
constexpr auto kReservations =
    std::to_array<std::string_view>({"reservation", "declaration", "objection"});

Reservation read_reservation(YamlNode const& node, OwnFile& file, std::string const& act) {
  FieldReader fields(node, file);
  Reservation out;
  out.articles = read_own_eids(fields, file, "articles", Need::kOptional, act);
  if (auto const at = fields.word("kind", Need::kRequired, kReservations)) {
    out.kind = kReservations.at(*at);
  }
  out.note = fields.text("note", Need::kOptional);
  out.provenance = fields.provenance();
  fields.finish();
  return out;
}

StandingChange read_standing(YamlNode const& node, OwnFile& file, std::string const& act) {
  FieldReader fields(node, file);
  StandingChange out;
  out.state = fields.slug("state", Need::kRequired);
  if (!out.state.empty() && !is_state(out.state)) {
    file.error(*fields.find("state"),
               "state: expected a country code such as ng, found " + in_quotes(out.state));
  }
  out.from = fields.date("from", Need::kRequired).value_or(Date());
  out.value = fields.name<Standing>("value", Need::kRequired).value_or(Standing::kNone);
  if (auto const at = fields.word("by", Need::kOptional, kInstruments)) {
    out.by = kInstruments.at(*at);
  }
  out.deposited = fields.date("deposited", Need::kOptional);
  for (YamlNode const& reservation : fields.list("reservations", Need::kOptional)) {
    out.reservations.push_back(read_reservation(reservation, file, act));
  }
  out.note = fields.text("note", Need::kOptional);
  out.provenance = fields.provenance();
  fields.finish();
  return out;
}

}  // namespace

bool is_state(std::string_view code) {
  bool const two =
      code.size() == 2 && code[0] >= 'a' && code[0] <= 'z' && code[1] >= 'a' && code[1] <= 'z';
  bool const of_users =
      two && (code == "aa" || code == "zz" || code[0] == 'x' || (code[0] == 'q' && code[1] >= 'm'));
  return of_users || (two && is_jurisdiction(code));
}

void read_standings(FieldReader& fields, OwnFile& file, Work& work) {
  std::unordered_map<std::string, Date> last;
  for (YamlNode const& node : fields.list("standing", Need::kOptional)) {
    work.standing.push_back(read_standing(node, file, work.handle));
    StandingChange const& change = work.standing.back();
    auto const [before, first] = last.try_emplace(change.state, change.from);
    if (!first && change.from <= before->second) {
      file.error(node, "standing: expected a day after the one above for " + change.state + ", " +
                           before->second.to_string());
    }
    before->second = change.from;
  }
  if (!work.standing.empty() && work.jurisdiction != "int") {
    file.error(*fields.find("standing"),
               "standing: only a treaty (jurisdiction: int) has states standing towards it");
  }
}

}  // namespace cyberlex
