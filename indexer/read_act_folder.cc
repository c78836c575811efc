#include <algorithm>

#include "cyberlex/base/file.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/nearest.h"
#include "indexer/own_file.h"
#include "indexer/read_act.h"
#include "indexer/read_own.h"

namespace cyberlex {
namespace {

constexpr std::string_view kAnnotationsFile = "annotations.yaml";

// Code points that are not white space.
uint64_t count_characters(std::string_view text) {
  uint64_t count = 0;
  for (char const c : text) {
    bool const continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    count += continues || c == ' ' || c == '\n' ? 0 : 1;
  }
  // The white space beyond ASCII that a YAML scalar can hold.
  constexpr std::string_view kWide[] = {"\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
                                        "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
                                        "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};
  for (std::string_view const space : kWide) {
    for (size_t at = text.find(space); at != text.npos; at = text.find(space, at + space.size())) {
      --count;
    }
  }
  return count;
}

uint64_t count_characters(std::vector<Provision> const& nodes) {
  uint64_t count = 0;
  for (Provision const& node : nodes) {
    count += count_characters(node.heading) + count_characters(node.text) +
             count_characters(node.closing) + count_characters(node.items);
  }
  return count;
}

std::optional<std::string> read_whole(std::string const& path, Diagnostics& diagnostics) {
  Result<std::string> bytes = read_file(path, kLargestYaml);
  if (!bytes) {
    diagnostics.error({path, 0, 0}, bytes.error().message);
    return std::nullopt;
  }
  return std::move(bytes).value();
}

// Reads the siblings of an act.yaml and holds them against it.
class FolderReader {
 public:
  FolderReader(Work work, Mentions mentions, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    out_.act.emplace();
    out_.act->work = std::move(work);
    out_.mentions = std::move(mentions);
  }

  void read(std::string const& path) {
    std::string const name = path.substr(path.rfind('/') + 1);
    if (!name.ends_with(".yaml")) {
      diagnostics_.note({path, 0, 0}, "not read: an act is described by .yaml files");
      return;
    }
    std::optional<std::string> const bytes = read_whole(path, diagnostics_);
    if (!bytes) {
      return;
    }
    OwnFile file(path, diagnostics_);
    if (name == kAnnotationsFile) {
      read_annotations_file(*bytes, file);
    } else {
      read_expression_file(*bytes, file);
    }
  }

  ReadAct take() {
    for (Expression const& expression : out_.act->expressions) {
      out_.characters.found += count_characters(expression.body);
    }
    out_.characters.kept = out_.characters.found;
    return std::move(out_);
  }

 private:
  void read_annotations_file(std::string_view bytes, OwnFile& file) {
    std::optional<YamlNode> const root = file.parse(bytes, kAnnotationsFormat);
    if (!root) {
      return;
    }
    out_.annotations = read_annotations(*root, file);
    check(*root, file, out_.annotations->act);
  }

  void read_expression_file(std::string_view bytes, OwnFile& file) {
    std::optional<YamlNode> const root = file.parse(bytes, kExpressionFormat);
    if (!root) {
      return;
    }
    std::string act;
    out_.act->expressions.push_back(read_expression(*root, file, &act));
    check(*root, file, act);
  }

  void check(YamlNode const& root, OwnFile& file, std::string const& act) {
    Work const& work = out_.act->work;
    if (!act.empty() && !work.handle.empty() && act != work.handle) {
      file.error(*root.find("act"),
                 "act: expected " + work.handle + ", as act.yaml says; found " + in_quotes(act));
    }
    file.check_sources(work.sources);
    file.check_readings(work.readings);
    out_.mentions.append(std::move(file.mentions()));
  }

  Diagnostics& diagnostics_;
  ReadAct out_;
};

}  // namespace

ReadAct read_act_folder(std::string const& act_yaml, Diagnostics& diagnostics) {
  std::optional<std::string> const bytes = read_whole(act_yaml, diagnostics);
  OwnFile file(act_yaml, diagnostics);
  std::optional<YamlNode> const root = bytes ? file.parse(*bytes, kActFormat) : std::nullopt;
  if (!root) {
    return {};
  }
  Work work = read_work(*root, file);
  size_t const slash = act_yaml.rfind('/');
  std::string const folder = slash == std::string::npos ? "." : act_yaml.substr(0, slash);
  Result<std::vector<std::string>> const files = list_files(folder);
  if (!files) {
    diagnostics.error({folder, 0, 0}, files.error().message);
    return {};
  }
  FolderReader reader(std::move(work), std::move(file.mentions()), diagnostics);
  for (std::string const& path : *files) {
    bool const sibling = path.substr(0, path.rfind('/')) == folder;
    if (sibling && !path.ends_with("/act.yaml")) {
      reader.read(path);
    }
  }
  return reader.take();
}

}  // namespace cyberlex
