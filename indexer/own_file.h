// One file of the project's own format while it is read: its name, its complaints, the sources it
// uses.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/act.h"
#include "indexer/mentions.h"
#include "indexer/yaml_tree.h"

namespace cyberlex {

// A key of the `sources` or `readings` of an act as it was used, to be checked against the map.
struct KeyUse {
  std::string key;
  SourcePlace place;
};

// One file of the own format while it is read.
// Thread rule: one file, one thread.
class OwnFile {
 public:
  OwnFile(std::string name, Diagnostics& diagnostics)
      : name_(std::move(name)), diagnostics_(diagnostics) {}

  std::string const& name() const { return name_; }
  // Errors reported so far, of this and of earlier files.
  size_t errors() const { return diagnostics_.errors(); }
  SourcePlace place(YamlNode const& node) const { return {name_, node.line, node.column}; }
  void error(YamlNode const& node, std::string message) {
    diagnostics_.error(place(node), std::move(message));
  }
  void error(SourcePlace place, std::string message) {
    diagnostics_.error(std::move(place), std::move(message));
  }

  // The document in `bytes`: a mapping whose `format` is `format`. A tab anywhere is an error.
  std::optional<YamlNode> parse(std::string_view bytes, std::string_view format);
  // The same without looking at `format`.
  std::optional<YamlNode> parse(std::string_view bytes);

  void use_source(YamlNode const& key) { sources_used_.push_back({key.text, place(key)}); }
  // Reports every use of a source that `sources` does not describe.
  void check_sources(std::map<std::string, Source> const& sources);
  void use_reading(YamlNode const& key) { readings_used_.push_back({key.text, place(key)}); }
  // Reports every use of a reading that is not in `readings`.
  void check_readings(std::map<std::string, Reading> const& readings);
  // What the file names outside itself, for check_mentions().
  Mentions& mentions() { return mentions_; }

 private:
  std::string name_;
  Diagnostics& diagnostics_;
  std::vector<KeyUse> sources_used_;
  std::vector<KeyUse> readings_used_;
  Mentions mentions_;
};

// "a list", "a mapping", "text" or "nothing", for messages.
std::string_view name_of_kind(YamlNode const& node);

}  // namespace cyberlex
