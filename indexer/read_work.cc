#include <array>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_act.h"
#include "indexer/read_own.h"
#include "indexer/work_parts.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

constexpr auto kUnits = std::to_array<std::string_view>({"section", "article"});

StatusChange read_status(YamlNode const& node, OwnFile& file) {
  FieldReader fields(node, file);
  StatusChange out;
  out.from = fields.date("from", Need::kRequired).value_or(Date());
  // "unknown", the last of the names, is what the reader of other formats says.
  std::span<std::string_view const> const statuses = names<LegalStatus>();
  if (auto const at = fields.word("value", Need::kRequired, statuses.first(statuses.size() - 1))) {
    out.value = static_cast<LegalStatus>(*at);
  }
  out.provenance = fields.provenance();
  fields.finish();
  return out;
}

void read_statuses(FieldReader& fields, OwnFile& file, Work& work) {
  for (YamlNode const& node : fields.list("status", Need::kRequired)) {
    work.status.push_back(read_status(node, file));
    size_t const last = work.status.size() - 1;
    if (last > 0 && work.status[last].from <= work.status[last - 1].from) {
      file.error(node, "status: expected a day after the one above, " +
                           work.status[last - 1].from.to_string());
    }
  }
}

// Handle, IRI and jurisdiction, which must agree.
void read_identity(FieldReader& fields, OwnFile& file, Work& work) {
  work.handle = fields.line("handle", Need::kRequired);
  work.iri = fields.line("iri", Need::kRequired);
  work.jurisdiction = fields.line("jurisdiction", Need::kRequired);
  if (!work.handle.empty() && !is_act_handle(work.handle)) {
    file.error(*fields.find("handle"),
               "handle: expected one such as ng/cybercrimes-act-2015 or unc, found " +
                   in_quotes(work.handle));
    return;
  }
  if (Result<std::string> const iri = parse_work_iri(work.iri); !work.iri.empty() && !iri) {
    file.error(*fields.find("iri"), "iri: " + iri.error().message);
  }
  if (work.jurisdiction.empty() || work.handle.empty()) {
    return;
  }
  if (work.jurisdiction != "int" && !is_state(work.jurisdiction)) {
    file.error(*fields.find("jurisdiction"),
               "jurisdiction: expected a country code such as ng, or int; found " +
                   in_quotes(work.jurisdiction));
    return;
  }
  size_t const slash = work.handle.find('/');
  std::string const stated = slash == std::string::npos ? "int" : work.handle.substr(0, slash);
  if (stated != work.jurisdiction) {
    file.error(*fields.find("jurisdiction"), "jurisdiction: expected " + stated +
                                                 ", as the handle says; found " +
                                                 in_quotes(work.jurisdiction));
  }
}

void read_title(FieldReader& fields, Work& work) {
  work.original_language = fields.language("original_language", Need::kRequired);
  work.title = fields.localized("title", Need::kRequired);
  work.short_title = fields.localized("short_title", Need::kOptional);
  for (auto const& [language, further] : fields.localized_lists("names")) {
    work.names.insert(work.names.end(), further.begin(), further.end());
  }
}

}  // namespace

Work read_work(YamlNode const& root, OwnFile& file) {
  FieldReader fields(root, file);
  Work work;
  fields.find("format");
  read_identity(fields, file, work);
  work.rank = fields.slug("rank", Need::kRequired);
  work.year = fields.number("year", Need::kRequired, 1, 9999).value_or(0);
  if (auto const unit = fields.word("unit", Need::kRequired, kUnits)) {
    work.unit = *unit == 0 ? ProvisionKind::kSection : ProvisionKind::kArticle;
  }
  read_title(fields, work);
  read_statuses(fields, file, work);
  read_events(fields, file, work);
  read_decisions(fields, file, work);
  read_standings(fields, file, work);
  read_parallels(fields, file, work);
  read_readings(fields, file, work);
  read_gaps(fields, file, work);
  work.sources = read_sources(fields, file);
  work.note = fields.text("note", Need::kOptional);
  fields.finish();
  file.check_sources(work.sources);
  return work;
}

std::optional<Work> read_work(std::string_view bytes, std::string const& file,
                              Diagnostics& diagnostics) {
  OwnFile own(file, diagnostics);
  std::optional<YamlNode> const root = own.parse(bytes, kActFormat);
  return root ? std::optional(read_work(*root, own)) : std::nullopt;
}

}  // namespace cyberlex
