#include "indexer/own_file.h"

#include <algorithm>

#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

// Searching for what was meant is quadratic; beyond these nobody reads it.
constexpr size_t kMostCandidates = 1000;
constexpr int kMostSuggestions = 20;

struct KeyNames {
  std::string_view one;
  std::string_view map;
};

template <typename Map>
void check_keys(std::vector<KeyUse> const& uses, Map const& described, KeyNames const& names,
                OwnFile& file) {
  std::vector<std::string_view> keys;
  keys.reserve(described.size());
  for (auto const& [key, value] : described) {
    keys.push_back(key);
  }
  keys.resize(std::min(keys.size(), kMostCandidates));
  int suggestions = kMostSuggestions;
  for (KeyUse const& use : uses) {
    if (described.count(use.key) == 0) {
      Nearest nearest(use.key);
      if (--suggestions >= 0) {
        nearest.among(keys);
      }
      file.error(use.place, std::string(names.one) + ' ' + in_quotes(use.key) +
                                " is not described under `" + std::string(names.map) + "`" +
                                nearest.hint());
    }
  }
}

}  // namespace

std::string_view name_of_kind(YamlNode const& node) {
  switch (node.kind) {
    case YamlKind::kSequence:
      return "a list";
    case YamlKind::kMapping:
      return "a mapping";
    case YamlKind::kScalar:
      break;
  }
  return node.text.empty() ? "nothing" : "text";
}

std::optional<YamlNode> OwnFile::parse(std::string_view bytes) {
  if (size_t const tab = bytes.find('\t'); tab != std::string_view::npos) {
    auto const before = bytes.substr(0, tab);
    size_t const line_start = before.rfind('\n') + 1;  // npos + 1 == 0
    auto const line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    error({name_, line, static_cast<int>(tab - line_start) + 1},
          "a tab is not allowed: expected spaces");
    return std::nullopt;
  }
  std::optional<YamlNode> root = parse_yaml(bytes, name_, 1, diagnostics_);
  if (root && root->kind != YamlKind::kMapping) {
    error(*root, "expected a mapping, found " + std::string(name_of_kind(*root)));
    return std::nullopt;
  }
  return root;
}

std::optional<YamlNode> OwnFile::parse(std::string_view bytes, std::string_view format) {
  std::optional<YamlNode> root = parse(bytes);
  if (!root) {
    return root;
  }
  YamlNode const* const found = root->find("format");
  if (found == nullptr || found->text != format) {
    error(found == nullptr ? *root : *found,
          "expected `format: " + std::string(format) + "`" +
              (found == nullptr ? "" : ", found " + in_quotes(found->text)));
    return std::nullopt;
  }
  return root;
}

void OwnFile::check_sources(std::map<std::string, Source> const& sources) {
  check_keys(sources_used_, sources, {"source", "sources"}, *this);
}

void OwnFile::check_readings(std::map<std::string, Reading> const& readings) {
  check_keys(readings_used_, readings, {"reading", "readings"}, *this);
}

}  // namespace cyberlex
