// Strict, typed access to the fields of a YAML mapping: what is missing, of the wrong kind or not
// known is an error that names the place and what was expected.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/model/act.h"
#include "cyberlex/model/eid.h"
#include "cyberlex/model/vocabulary.h"
#include "indexer/own_file.h"
#include "indexer/yaml_tree.h"

namespace cyberlex {

// The longest eId and the longest slug that are accepted, in bytes, and the most names in one list:
// rows are copied for each name, so that these keep memory proportional to the file.
inline constexpr size_t kLongestEId = 200;
inline constexpr size_t kLongestSlug = 100;
inline constexpr size_t kMostNames = 100;

enum class Need { kRequired, kOptional };

// The fields of one mapping. Every accessor makes its key known; finish() then reports all others.
// An accessor that finds nothing usable reports it and yields an empty value, so that reading goes
// on and one run shows every fault. REQUIRES: `node` and `file` outlive the reader.
class FieldReader {
 public:
  // A node that is no mapping is reported, and has no fields.
  FieldReader(YamlNode const& node, OwnFile& file);

  YamlNode const& node() const { return node_; }
  bool is_mapping() const { return node_.kind == YamlKind::kMapping; }
  // The value of `key`, or null.
  YamlNode const* find(std::string_view key);

  // Prose: line breaks that YAML folded become empty lines between paragraphs, the end is trimmed.
  std::string text(std::string_view key, Need need);
  // Text without a line break.
  std::string line(std::string_view key, Need need);
  // A word of [a-z0-9-], at most kLongestSlug.
  std::string slug(std::string_view key, Need need);
  std::optional<int> number(std::string_view key, Need need, int least, int most);
  std::optional<Date> date(std::string_view key, Need need);
  // `from` and `to`, both optional; an empty interval is an error.
  Interval interval();
  // A word out of `words`; its place in them.
  std::optional<size_t> word(std::string_view key, Need need,
                             std::span<std::string_view const> words);
  // The value of an enumeration of vocabulary.h by name.
  template <typename Enum>
  std::optional<Enum> name(std::string_view key, Need need) {
    std::optional<size_t> const at = word(key, need, names<Enum>());
    return at ? std::optional(static_cast<Enum>(*at)) : std::nullopt;
  }
  // ISO 639-1, one of those that have a code of three letters.
  std::string language(std::string_view key, Need need);
  EId eid(std::string_view key, Need need);

  // The items of a list; empty when there is none. An empty list is an error.
  std::vector<YamlNode> const& list(std::string_view key, Need need);
  // The entries of a mapping; empty when there is none.
  std::vector<YamlEntry> const& mapping(std::string_view key, Need need);
  std::vector<std::string> texts(std::string_view key, Need need);
  // Each at most once; at most kMostNames.
  std::vector<std::string> slugs(std::string_view key, Need need);
  std::vector<EId> eids(std::string_view key, Need need);
  // One value or a list of at most kMostNames: the nodes that hold text.
  std::vector<YamlNode const*> one_or_more(std::string_view key, Need need);
  LocalizedText localized(std::string_view key, Need need);
  std::map<std::string, std::vector<std::string>> localized_lists(std::string_view key);

  // `sources`, each noted for check_sources().
  std::vector<std::string> sources();
  // `confidence` and `sources`; verified needs a source.
  Provenance provenance();
  // Reports `verified` beside no source.
  void check_verified(Confidence confidence, std::vector<std::string> const& sources);

  // Reports the keys that no accessor asked for, each with the nearest that one did.
  void finish();

 private:
  YamlNode const* scalar(std::string_view key, Need need);
  std::vector<YamlNode> const& short_list(std::string_view key, Need need);
  void expected(std::string_view key, YamlNode const& found, std::string_view what);

  YamlNode const& node_;
  OwnFile& file_;
  std::set<std::string_view> known_;
};

// The eId in a scalar node; empty after a report.
EId read_eid(YamlNode const& node, OwnFile& file);
// True for a scalar with text; otherwise reports that `what` was expected.
bool expect_text(YamlNode const& node, std::string_view what, OwnFile& file);
// True for a word of [a-z0-9-], at most kLongestSlug; otherwise reported.
bool expect_slug(YamlNode const& node, OwnFile& file);
// A `sources` mapping: key -> description.
std::map<std::string, Source> read_sources(FieldReader& fields, OwnFile& file);

}  // namespace cyberlex
