#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_mappings.h"
#include "indexer/read_own.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

constexpr auto kSchemes = std::to_array<std::string_view>(
    {"offence", "power", "safeguard", "authorisation", "defence", "concern", "cooperation"});
constexpr auto kMatches = std::to_array<std::string_view>({"close", "broad", "narrow", "related"});
constexpr auto kPrefLanguages = std::to_array<std::string_view>({"en", "es", "fa"});
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
  out.note = fields.text("note", Need::kOptional);
  fields.finish();
  return out;
}

// Where a concept stands in its file, for messages about another.
std::string at_place(Concept const& concept_) {
  return concept_.place.file + ':' + std::to_string(concept_.place.line);
}

// Labels of all concepts so far, folded, by language.
class LabelRegister {
 public:
  explicit LabelRegister(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add_all(Concept const& owner) {
    for (auto const& [language, label] : owner.pref) {
      add(owner, language, label);
    }
    for (auto const* const labels : {&owner.alt, &owner.hidden}) {
      for (auto const& [language, list] : *labels) {
        for (std::string const& label : list) {
          add(owner, language, label);
        }
      }
    }
  }

 private:
  void add(Concept const& owner, std::string const& language, std::string const& label) {
    auto const [first, fresh] = owners_.try_emplace(language + ' ' + fold(label), &owner);
    if (fresh || first->second == &owner) {
      return;
    }
    Concept const& other = *first->second;
    diagnostics_.error(owner.place, "label " + in_quotes(label) + " (" + language + ") of " +
                                        owner.scheme + ' ' + owner.id + " names " + other.scheme +
                                        ' ' + other.id + " too, at " + at_place(other));
  }

  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Concept const*> owners_;
};

using ConceptKey = std::pair<std::string_view, std::string_view>;

// The concepts of a taxonomy as a forest by `broader`.
class BroaderCheck {
 public:
  BroaderCheck(Taxonomy const& taxonomy, Diagnostics& diagnostics)
      : taxonomy_(taxonomy), diagnostics_(diagnostics) {
    for (Concept const& each : taxonomy.concepts) {
      by_key_.try_emplace({each.scheme, each.id}, &each);
      by_id_.try_emplace(each.id, &each);
    }
  }

  void run() {
    for (Concept const& each : taxonomy_.concepts) {
      if (!each.broader.empty() && parent_of(each) == nullptr) {
        report_unknown(each);
      }
    }
    for (Concept const& each : taxonomy_.concepts) {
      follow(each);
    }
  }

 private:
  Concept const* parent_of(Concept const& each) const {
    auto const found = by_key_.find({each.scheme, each.broader});
    return found == by_key_.end() ? nullptr : found->second;
  }

  void report_unknown(Concept const& each) {
    auto const other = by_id_.find(each.broader);
    diagnostics_.error(each.place,
                       "broader: expected a concept of scheme " + each.scheme + ", found " +
                           in_quotes(each.broader) +
                           (other == by_id_.end() ? "" : " of scheme " + other->second->scheme));
  }

  // Walks up to what an earlier walk has seen; meeting its own track is a cycle. Linear over all.
  void follow(Concept const& start) {
    for (Concept const* at = &start; at != nullptr && !at->broader.empty(); at = parent_of(*at)) {
      auto const [seen, fresh] = walk_of_.try_emplace(at, &start);
      if (!fresh) {
        if (seen->second == &start) {
          diagnostics_.error(at->place, "broader: " + at->id + " is broader than itself");
        }
        return;
      }
    }
  }

  Taxonomy const& taxonomy_;
  Diagnostics& diagnostics_;
  std::map<ConceptKey, Concept const*> by_key_;
  std::map<std::string_view, Concept const*> by_id_;
  std::unordered_map<Concept const*, Concept const*> walk_of_;  // -> where the walk began
};

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

Taxonomy make_taxonomy(std::vector<Concept> concepts, Diagnostics& diagnostics) {
  Taxonomy out{std::move(concepts)};
  auto const key = [](Concept const& each) { return std::tie(each.scheme, each.id); };
  std::stable_sort(out.concepts.begin(), out.concepts.end(),
                   [&key](Concept const& a, Concept const& b) { return key(a) < key(b); });
  LabelRegister labels(diagnostics);
  for (size_t i = 0; i < out.concepts.size(); ++i) {
    Concept const& each = out.concepts[i];
    if (i > 0 && key(each) == key(out.concepts[i - 1])) {
      diagnostics.error(each.place, "concept " + each.id + " stands in scheme " + each.scheme +
                                        " already, at " + at_place(out.concepts[i - 1]));
    }
    labels.add_all(each);
  }
  BroaderCheck(out, diagnostics).run();
  return out;
}

}  // namespace cyberlex
