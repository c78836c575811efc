#include "indexer/yaml_fields.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

constexpr int kMostUnknownKeys = 20;  // reported of one mapping

// What an absent list or mapping holds.
YamlNode const& nothing() {
  static YamlNode const node;
  return node;
}

bool is_slug(std::string_view text) {
  return !text.empty() && text.size() <= kLongestSlug &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

std::string_view trimmed(std::string_view text) {
  size_t const begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
}

// YAML folds an empty line between two paragraphs into one line break; the model parts paragraphs
// by an empty line. In a literal scalar the breaks are the writer's.
std::string paragraphs(YamlNode const& node) {
  std::string_view const text = trimmed(node.text);
  if (node.literal) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    size_t const end = std::min(text.find('\n', at), text.size());
    std::string_view const paragraph = trimmed(text.substr(at, end - at));
    if (!paragraph.empty()) {
      out += out.empty() ? "" : "\n\n";
      out += paragraph;
    }
    at = end + 1;
  }
  return out;
}

Source read_source(YamlNode const& node, OwnFile& file) {
  FieldReader fields(node, file);
  Source source;
  source.title = fields.line("title", Need::kRequired);
  source.url = fields.line("url", Need::kOptional);
  source.locator = fields.line("locator", Need::kOptional);
  if (std::optional<Date> const seen = fields.date("seen", Need::kOptional)) {
    source.seen = seen->to_string();
  }
  source.note = fields.text("note", Need::kOptional);
  fields.finish();
  return source;
}

}  // namespace

FieldReader::FieldReader(YamlNode const& node, OwnFile& file) : node_(node), file_(file) {
  if (!is_mapping()) {
    file_.error(node_, "expected a mapping, found " + std::string(name_of_kind(node_)));
  }
}

YamlNode const* FieldReader::find(std::string_view key) {
  known_.insert(key);
  return node_.find(key);
}

void FieldReader::expected(std::string_view key, YamlNode const& found, std::string_view what) {
  std::string_view const kind = name_of_kind(found);
  file_.error(found, std::string(key) + ": expected " + std::string(what) + ", found " +
                         (kind == "text" ? in_quotes(found.text) : std::string(kind)));
}

YamlNode const* FieldReader::scalar(std::string_view key, Need need) {
  YamlNode const* const found = find(key);
  if (found == nullptr) {
    if (need == Need::kRequired && is_mapping()) {
      file_.error(node_, "expected the key " + in_quotes(key));
    }
    return nullptr;
  }
  if (found->kind != YamlKind::kScalar || found->text.empty()) {
    expected(key, *found, "text");
    return nullptr;
  }
  return found;
}

std::string FieldReader::text(std::string_view key, Need need) {
  YamlNode const* const found = scalar(key, need);
  return found == nullptr ? "" : paragraphs(*found);
}

std::string FieldReader::line(std::string_view key, Need need) {
  YamlNode const* const found = scalar(key, need);
  std::string out = found == nullptr ? "" : paragraphs(*found);
  if (out.find('\n') != std::string::npos) {
    file_.error(*found, std::string(key) + ": expected a single line");
  }
  return out;
}

std::string FieldReader::slug(std::string_view key, Need need) {
  YamlNode const* const found = scalar(key, need);
  return found != nullptr && expect_slug(*found, file_) ? found->text : "";
}

std::optional<int> FieldReader::number(std::string_view key, Need need, int least, int most) {
  YamlNode const* const found = scalar(key, need);
  if (found == nullptr) {
    return std::nullopt;
  }
  int value = 0;
  char const* const end = found->text.data() + found->text.size();
  auto const [stop, fault] = std::from_chars(found->text.data(), end, value);
  if (fault != std::errc() || stop != end || value < least || value > most) {
    expected(key, *found, "a number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
  }
  return value;
}

std::optional<Date> FieldReader::date(std::string_view key, Need need) {
  YamlNode const* const found = scalar(key, need);
  if (found == nullptr) {
    return std::nullopt;
  }
  Result<Date> const date = Date::parse(found->text);
  if (!date) {
    expected(key, *found, "a date such as 2015-05-15");
    return std::nullopt;
  }
  return *date;
}

Interval FieldReader::interval() {
  Interval out;
  out.from = date("from", Need::kOptional).value_or(kBeginningOfTime);
  out.to = date("to", Need::kOptional).value_or(kEndOfTime);
  if (out.empty()) {
    file_.error(*find("to"), "to: expected a day after `from`, which is " + out.from.to_string());
    return {};
  }
  return out;
}

std::optional<size_t> FieldReader::word(std::string_view key, Need need,
                                        std::span<std::string_view const> words) {
  YamlNode const* const found = scalar(key, need);
  if (found == nullptr) {
    return std::nullopt;
  }
  auto const at = std::find(words.begin(), words.end(), found->text);
  if (at == words.end()) {
    file_.error(*found, std::string(key) + ": expected one of " + listed(words) + "; found " +
                            in_quotes(found->text) + Nearest(found->text).among(words).hint());
    return std::nullopt;
  }
  return static_cast<size_t>(at - words.begin());
}

std::string FieldReader::language(std::string_view key, Need need) {
  YamlNode const* const found = scalar(key, need);
  if (found == nullptr) {
    return {};
  }
  if (!language_639_2(found->text)) {
    expected(key, *found, "a language code such as en, es or fa");
    return {};
  }
  return found->text;
}

EId FieldReader::eid(std::string_view key, Need need) {
  YamlNode const* const found = scalar(key, need);
  return found == nullptr ? EId() : read_eid(*found, file_);
}

std::vector<YamlNode> const& FieldReader::list(std::string_view key, Need need) {
  YamlNode const* const found = find(key);
  if (found == nullptr) {
    if (need == Need::kRequired && is_mapping()) {
      file_.error(node_, "expected the key " + in_quotes(key));
    }
    return nothing().items;
  }
  if (found->kind != YamlKind::kSequence || found->items.empty()) {
    expected(key, *found, found->kind == YamlKind::kSequence ? "at least one item" : "a list");
  }
  return found->items;
}

std::vector<YamlNode> const& FieldReader::short_list(std::string_view key, Need need) {
  std::vector<YamlNode> const& items = list(key, need);
  if (items.size() > kMostNames) {
    expected(key, *find(key), "at most " + std::to_string(kMostNames) + " names");
    return nothing().items;
  }
  return items;
}

std::vector<YamlEntry> const& FieldReader::mapping(std::string_view key, Need need) {
  YamlNode const* const found = find(key);
  if (found == nullptr) {
    if (need == Need::kRequired && is_mapping()) {
      file_.error(node_, "expected the key " + in_quotes(key));
    }
    return nothing().entries;
  }
  if (found->kind != YamlKind::kMapping || found->entries.empty()) {
    expected(key, *found, found->kind == YamlKind::kMapping ? "at least one entry" : "a mapping");
  }
  return found->entries;
}

std::vector<std::string> FieldReader::texts(std::string_view key, Need need) {
  std::vector<std::string> out;
  for (YamlNode const& item : list(key, need)) {
    if (expect_text(item, "text", file_)) {
      out.push_back(paragraphs(item));
    }
  }
  return out;
}

std::vector<std::string> FieldReader::slugs(std::string_view key, Need need) {
  std::vector<std::string> out;
  std::unordered_set<std::string_view> seen;
  for (YamlNode const& item : short_list(key, need)) {
    if (!expect_slug(item, file_)) {
      continue;
    }
    if (!seen.insert(item.text).second) {
      file_.error(item, in_quotes(item.text) + " stands twice in this list");
      continue;
    }
    out.push_back(item.text);
  }
  return out;
}

std::vector<EId> FieldReader::eids(std::string_view key, Need need) {
  std::vector<EId> out;
  for (YamlNode const& item : list(key, need)) {
    EId eid = read_eid(item, file_);
    if (!eid.empty()) {
      out.push_back(std::move(eid));
    }
  }
  return out;
}

std::vector<YamlNode const*> FieldReader::one_or_more(std::string_view key, Need need) {
  YamlNode const* const found = find(key);
  std::vector<YamlNode const*> out;
  if (found == nullptr || found->kind == YamlKind::kScalar) {
    YamlNode const* const one = scalar(key, need);
    return one == nullptr ? out : std::vector<YamlNode const*>{one};
  }
  for (YamlNode const& item : short_list(key, need)) {
    if (expect_text(item, "text", file_)) {
      out.push_back(&item);
    }
  }
  return out;
}

LocalizedText FieldReader::localized(std::string_view key, Need need) {
  LocalizedText out;
  for (auto const& [language, value] : mapping(key, need)) {
    if (!language_639_2(language.text)) {
      expected(key, language, "a language code such as en, es or fa");
    } else if (expect_text(value, "text", file_)) {
      out[language.text] = paragraphs(value);
    }
  }
  return out;
}

std::map<std::string, std::vector<std::string>> FieldReader::localized_lists(std::string_view key) {
  std::map<std::string, std::vector<std::string>> out;
  for (auto const& [language, value] : mapping(key, Need::kOptional)) {
    if (!language_639_2(language.text)) {
      expected(key, language, "a language code such as en, es or fa");
    } else if (value.kind != YamlKind::kSequence || value.items.empty()) {
      expected(language.text, value, "a list");
    }
    for (YamlNode const& item : value.items) {
      if (expect_text(item, "text", file_)) {
        out[language.text].push_back(paragraphs(item));
      }
    }
  }
  return out;
}

std::vector<std::string> FieldReader::sources() {
  std::vector<std::string> out = slugs("sources", Need::kOptional);
  YamlNode const* const found = find("sources");
  for (size_t i = 0; found != nullptr && i < found->items.size(); ++i) {
    if (is_slug(found->items[i].text)) {
      file_.use_source(found->items[i]);
    }
  }
  return out;
}

Provenance FieldReader::provenance() {
  Provenance out;
  std::optional<Confidence> const confidence = name<Confidence>("confidence", Need::kRequired);
  out.confidence = confidence.value_or(Confidence::kRecalled);
  out.sources = sources();
  check_verified(out.confidence, out.sources);
  return out;
}

void FieldReader::check_verified(Confidence confidence, std::vector<std::string> const& sources) {
  if (confidence == Confidence::kVerified && sources.empty()) {
    YamlNode const* const stated = find("confidence");
    file_.error(stated == nullptr ? node_ : *stated,
                "confidence: verified needs at least one source");
  }
}

void FieldReader::finish() {
  std::vector<std::string_view> const known(known_.begin(), known_.end());
  int unknown = 0;
  for (auto const& [key, value] : node_.entries) {
    if (known_.count(key.text) != 0) {
      continue;
    }
    if (++unknown > kMostUnknownKeys) {
      file_.error(key, "more unknown keys in this mapping");
      return;
    }
    std::string const hint = Nearest(key.text).among(known).hint();
    file_.error(key, "unknown key " + in_quotes(key.text) +
                         (hint.empty() ? "; expected one of " + listed(known) : hint));
  }
}

EId read_eid(YamlNode const& node, OwnFile& file) {
  if (!expect_text(node, "an eId such as sec_24__subsec_1", file)) {
    return {};
  }
  Result<EId> eid = EId::parse(node.text);
  if (!eid || node.text.size() > kLongestEId) {
    file.error(node, "expected an eId such as sec_24__subsec_1, found " + in_quotes(node.text));
    return {};
  }
  return std::move(eid).value();
}

bool expect_text(YamlNode const& node, std::string_view what, OwnFile& file) {
  if (node.kind == YamlKind::kScalar && !node.text.empty()) {
    return true;
  }
  file.error(node, "expected " + std::string(what) + ", found " + std::string(name_of_kind(node)));
  return false;
}

bool expect_slug(YamlNode const& node, OwnFile& file) {
  if (node.kind == YamlKind::kScalar && is_slug(node.text)) {
    return true;
  }
  file.error(node, "expected a name of small letters, digits and hyphens, found " +
                       (node.kind == YamlKind::kScalar ? in_quotes(node.text)
                                                       : std::string(name_of_kind(node))));
  return false;
}

std::map<std::string, Source> read_sources(FieldReader& fields, OwnFile& file) {
  std::map<std::string, Source> out;
  for (auto const& [key, value] : fields.mapping("sources", Need::kOptional)) {
    if (expect_slug(key, file)) {
      out[key.text] = read_source(value, file);
    }
  }
  return out;
}

}  // namespace cyberlex
