#include <algorithm>
#include <array>
#include <set>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_mappings.h"
#include "indexer/read_own.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

constexpr auto kSchemes =
    std::to_array<std::string_view>({"offence", "power", "safeguard", "authorisation", "penalty",
                                     "defence", "concern", "cooperation"});
constexpr auto kMatches = std::to_array<std::string_view>({"close", "broad", "narrow", "related"});
constexpr auto kPrefLanguages = std::to_array<std::string_view>({"en", "es", "fa"});
constexpr auto kTrueFalse = std::to_array<std::string_view>({"true", "false"});
constexpr int kDeepestTier = 9;

std::vector<std::string> read_articles(FieldReader& fields, OwnFile& file, std::string_view key) {
  std::vector<std::string> out;
  std::set<Handle> seen;
  for (YamlNode const* const node : fields.one_or_more(key, Need::kOptional)) {
    Result<Handle> const handle = parse_handle(node->text);
    if (!handle || handle->eid.empty() || node->text.size() > kLongestEId) {
      file.error(*node, std::string(key) + ": expected an article such as unc/7, found " +
                            in_quotes(node->text));
    } else if (!seen.insert(*handle).second) {
      file.error(*node, in_quotes(node->text) + " stands twice in this list");
    } else {
      out.push_back(to_string(*handle));
    }
  }
  return out;
}

std::map<std::string, std::vector<std::string>> read_match(YamlNode const& node, OwnFile& file) {
  FieldReader fields(node, file);
  std::map<std::string, std::vector<std::string>> out;
  for (std::string_view const key : kMatches) {
    std::vector<std::string> articles = read_articles(fields, file, key);
    if (!articles.empty()) {
      out[std::string(key)] = std::move(articles);
    }
  }
  for (std::string_view const exact : {"exact", "exactMatch"}) {
    if (YamlNode const* const found = fields.find(exact)) {
      file.error(*found,
                 "there is no exact match: it would make the laws of two countries one concept; "
                 "expected one of " +
                     listed(kMatches));
    }
  }
  fields.finish();
  return out;
}

void read_labels(FieldReader& fields, OwnFile& file, Concept& out) {
  out.pref = fields.localized("pref", Need::kRequired);
  YamlNode const* const pref = fields.find("pref");
  for (std::string_view const language : kPrefLanguages) {
    if (pref != nullptr && pref->kind == YamlKind::kMapping && pref->find(language) == nullptr) {
      file.error(*pref, "pref: expected a label in " + std::string(language));
    }
  }
  out.alt = fields.localized_lists("alt");
  out.hidden = fields.localized_lists("hidden");
}

// A key that only some schemes have.
YamlNode const* find_of_scheme(FieldReader& fields, OwnFile& file, std::string_view key,
                               std::span<std::string_view const> schemes,
                               std::string const& scheme) {
  YamlNode const* const found = fields.find(key);
  bool const suits = std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
  if (found != nullptr && !suits) {
    file.error(*found, std::string(key) + ": expected in a concept of scheme " + listed(schemes) +
                           ", not of " + scheme);
    return nullptr;
  }
  return found;
}

// What the concepts of one scheme have beyond those of others.
void read_own_of_scheme(FieldReader& fields, OwnFile& file, Concept& out) {
  constexpr auto kAssessed = std::to_array<std::string_view>({"safeguard", "defence"});
  constexpr auto kSafeguard = std::to_array<std::string_view>({"safeguard"});
  constexpr auto kAuthorisation = std::to_array<std::string_view>({"authorisation"});
  if (find_of_scheme(fields, file, "checklist", kAssessed, out.scheme) != nullptr) {
    out.checklist = fields.word("checklist", Need::kOptional, kTrueFalse).value_or(1) == 0 ? 1 : 0;
  }
  if (find_of_scheme(fields, file, "yardstick", kSafeguard, out.scheme) != nullptr) {
    out.yardstick = read_articles(fields, file, "yardstick");
  }
  find_of_scheme(fields, file, "independent", kAuthorisation, out.scheme);
  if (out.scheme == kAuthorisation.front()) {
    if (auto const at = fields.word("independent", Need::kRequired, kTrueFalse)) {
      out.independent = *at == 0;
    }
  }
}

Concept read_concept(YamlNode const& node, OwnFile& file, std::string const& scheme) {
  FieldReader fields(node, file);
  Concept out;
  out.place = file.place(node);
  out.scheme = scheme;
  out.id = fields.slug("id", Need::kRequired);
  out.broader = fields.slug("broader", Need::kOptional);
  read_labels(fields, file, out);
  if (YamlNode const* const match = fields.find("match")) {
    out.match = read_match(*match, file);
  }
  out.pin = fields.text("pin", Need::kOptional);
  out.law = fields.slug("law", Need::kOptional);
  if (!out.law.empty() && out.law.size() != 2) {
    file.error(*fields.find("law"),
               "law: expected a country code such as ng, found " + in_quotes(out.law));
  }
  out.tier = fields.number("tier", Need::kOptional, 1, kDeepestTier).value_or(1);
  read_own_of_scheme(fields, file, out);
  out.note = fields.text("note", Need::kOptional);
  fields.finish();
  return out;
}

}  // namespace

std::vector<Concept> read_concepts(YamlNode const& root, OwnFile& file) {
  FieldReader fields(root, file);
  fields.find("format");
  auto const at = fields.word("scheme", Need::kRequired, kSchemes);
  std::string const scheme(at ? kSchemes.at(*at) : "");
  std::vector<Concept> out;
  for (YamlNode const& node : fields.list("concepts", Need::kRequired)) {
    out.push_back(read_concept(node, file, scheme));
  }
  fields.finish();
  return out;
}

std::vector<Concept> read_concepts(std::string_view bytes, std::string const& file,
                                   Diagnostics& diagnostics) {
  OwnFile own(file, diagnostics);
  std::optional<YamlNode> const root = own.parse(bytes, kConceptsFormat);
  return root ? read_concepts(*root, own) : std::vector<Concept>();
}

}  // namespace cyberlex
