#include "indexer/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <numeric>
#include <stdexcept>
#include <streambuf>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

// Why the parse ended early. Thrown through yaml-cpp, caught in this file.
struct Refusal {
  YAML::Mark mark;
  std::string message;
};

// The caller's bytes as a stream, without a copy.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view bytes) {
    char* const begin = const_cast<char*>(bytes.data());  // a get area is never written
    setg(begin, begin, begin + bytes.size());
  }
};

bool is_utf8_c1(std::string_view bytes, size_t at) {
  return bytes[at] == '\xC2' && at + 1 < bytes.size() &&
         static_cast<unsigned char>(bytes[at + 1]) < 0xA0;
}

// Control characters of ASCII and Latin-1 except tab and the line breaks LF and CR LF.
bool is_control(std::string_view bytes, size_t at) {
  auto const c = static_cast<unsigned char>(bytes[at]);
  if (c == '\r') {
    return at + 1 == bytes.size() || bytes[at + 1] != '\n';
  }
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || is_utf8_c1(bytes, at);
}

// Looks at the bytes before yaml-cpp does: what it would misread, or could be made to choke on.
class ByteCheck {
 public:
  ByteCheck(std::string_view bytes, std::string const& file, int first_line)
      : bytes_(bytes), file_(file), line_(first_line) {}

  // The first fault, or nothing.
  std::optional<Diagnostic> run() {
    if (bytes_.size() > kLargestYaml) {
      return fault(0, "expected at most 16 MiB, found " + std::to_string(bytes_.size()) + " bytes");
    }
    size_t bad = bytes_.size();
    bool const utf8 = is_utf8(bytes_, &bad);
    size_t const end = utf8 ? bytes_.size() : bad;
    for (size_t at = 0; at < end; ++at) {
      if (char const* const message = look(at)) {
        return fault(at, message);
      }
    }
    return utf8 ? std::nullopt
                : std::optional(fault(bad, "expected UTF-8: this byte belongs to no character"));
  }

 private:
  char const* look(size_t at) {
    char const c = bytes_[at];
    if (at == line_start_ && c == '%') {
      return "a directive is not allowed";
    }
    if (at == 0 && bytes_.starts_with("\xEF\xBB\xBF")) {
      return "a byte order mark is not allowed";
    }
    if (c == '\t' && indenting_) {
      return "a tab in the indentation: expected spaces";
    }
    if (is_control(bytes_, at)) {
      return "a control character is not allowed";
    }
    if (std::string_view("[]{},").find(c) != std::string_view::npos &&
        ++flow_marks_ > kMostYamlFlowMarks) {
      return "expected at most a million brackets, braces and commas";
    }
    indenting_ = c == '\n' || (indenting_ && c == ' ');
    if (c == '\n') {
      ++line_;
      line_start_ = at + 1;
    }
    return nullptr;
  }

  Diagnostic fault(size_t at, std::string message) const {
    return {Severity::kError,
            {file_, line_, static_cast<int>(at - line_start_) + 1},
            std::move(message)};
  }

  std::string_view bytes_;
  std::string const& file_;
  int line_;
  size_t line_start_ = 0;
  size_t flow_marks_ = 0;
  bool indenting_ = true;
};

// yaml-cpp reads these four spellings as null and drops them; to us they are text.
std::string_view null_spelling(std::string_view rest) {
  constexpr auto kSpellings = std::to_array<std::string_view>({"~", "null", "Null", "NULL"});
  for (std::string_view const spelling : kSpellings) {
    if (rest.starts_with(spelling) &&
        (rest.size() == spelling.size() ||
         std::string_view(" \r\n\t,]}:").find(rest[spelling.size()]) != std::string_view::npos)) {
      return spelling;
    }
  }
  return {};
}

// Turns yaml-cpp's events into YamlNodes.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view bytes, std::string const& file, int first_line,
              Diagnostics& diagnostics)
      : bytes_(bytes), file_(file), first_line_(first_line), diagnostics_(diagnostics) {}

  bool has_root() const { return has_root_; }
  YamlNode take_root() { return std::move(root_); }
  SourcePlace place(YAML::Mark const& mark) const {
    return {file_, std::max(mark.line, 0) + first_line_, std::max(mark.column, 0) + 1};
  }

  void OnDocumentStart(YAML::Mark const& mark) override {
    if (has_root_) {
      throw Refusal{mark, "expected the end of the file: a second document begins here"};
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(YAML::Mark const& mark, YAML::anchor_t /*anchor*/) override {
    refuse_properties(mark);
    forget_null(mark);
    YamlNode node = make(mark, YamlKind::kScalar);
    node.text = null_spelling(bytes_from(mark));
    bool const spelt = !node.text.empty();
    if (!spelt && !stack_.empty() && stack_.back().has_key) {
      node.line = stack_.back().key.line;
      node.column = stack_.back().key.column;
    }
    YamlNode* const added = add(std::move(node), mark);
    last_null_ = spelt ? added : nullptr;
    last_null_at_ = mark.pos;
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t /*anchor*/) override {
    throw Refusal{mark, "an alias (*name) is not allowed"};
  }
  void OnAnchor(YAML::Mark const& mark, std::string const& /*name*/) override {
    throw Refusal{mark, "an anchor (&name) is not allowed"};
  }
  void OnScalar(YAML::Mark const& mark, std::string const& /*tag*/, YAML::anchor_t /*anchor*/,
                std::string const& value) override {
    refuse_properties(mark);
    forget_null(mark);
    check_closed(mark);
    check_scalar(mark, value);
    YamlNode node = make(mark, YamlKind::kScalar);
    node.text = value;
    node.literal = bytes_from(mark).starts_with('|');
    add(std::move(node), mark);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& /*tag*/,
                       YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value /*style*/) override {
    open(mark, YamlKind::kSequence);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, YamlKind::kMapping);
  }
  void OnMapEnd() override {
    report_duplicates(stack_.back().node);
    close();
  }

 private:
  // A collection that is still open, with the key whose value comes next.
  struct Frame {
    YamlNode node;
    YAML::Mark mark;
    YamlNode key = {};
    bool has_key = false;
  };

  std::string_view bytes_from(YAML::Mark const& mark) const {
    auto const at = static_cast<size_t>(std::max(mark.pos, 0));
    return at < bytes_.size() ? bytes_.substr(at) : std::string_view();
  }

  // The mark of a node with properties is that of the first of them, and no plain scalar begins so.
  void refuse_properties(YAML::Mark const& mark) const {
    std::string_view const rest = bytes_from(mark);
    if (rest.starts_with('!')) {
      throw Refusal{mark, "a tag (!name) is not allowed"};
    }
    if (rest.starts_with('&')) {
      throw Refusal{mark, "an anchor (&name) is not allowed"};
    }
  }

  // yaml-cpp lets the end of the file close a quoted scalar when white space comes before it.
  void check_closed(YAML::Mark const& mark) const {
    std::string_view const rest = bytes_from(mark);
    bool const escapes = rest.starts_with('"');
    if (!escapes && !rest.starts_with('\'')) {
      return;
    }
    for (size_t at = 1; at < rest.size(); ++at) {
      bool const pair = !escapes && rest.substr(at).starts_with("''");
      if (pair || (escapes && rest[at] == '\\')) {
        ++at;
      } else if (rest[at] == rest[0]) {
        return;
      }
    }
    throw Refusal{mark, "expected a closing quote before the end of the file"};
  }

  // Escapes in quoted scalars can make what the bytes did not hold.
  void check_scalar(YAML::Mark const& mark, std::string const& value) const {
    bool const control = [&value] {
      for (size_t i = 0; i < value.size(); ++i) {
        if (is_control(value, i)) {
          return true;
        }
      }
      return false;
    }();
    if (control || !is_utf8(value)) {
      throw Refusal{mark, "an escape for a control character or for no character is not allowed"};
    }
  }

  YamlNode make(YAML::Mark const& mark, YamlKind kind) {
    if (++nodes_ > kMostYamlNodes) {
      throw Refusal{mark, "expected at most a million values in a file"};
    }
    SourcePlace const at = place(mark);
    YamlNode node;
    node.kind = kind;
    node.line = at.line;
    node.column = at.column;
    return node;
  }

  // A null at the place where a node begins was an empty one: the spelling there belongs to that
  // node.
  void forget_null(YAML::Mark const& mark) {
    if (last_null_ != nullptr && last_null_at_ == mark.pos) {
      last_null_->text.clear();
    }
    last_null_ = nullptr;
  }

  // Puts a complete node where it belongs. Returns it when it is a scalar value, valid until the
  // next.
  YamlNode* add(YamlNode node, YAML::Mark const& mark) {
    if (stack_.empty()) {
      root_ = std::move(node);
      has_root_ = true;
      return &root_;
    }
    Frame& frame = stack_.back();
    if (frame.node.kind == YamlKind::kSequence) {
      return &frame.node.items.emplace_back(std::move(node));
    }
    if (!frame.has_key) {
      if (node.text.empty()) {
        throw Refusal{mark, "expected a key before the colon"};
      }
      frame.key = std::move(node);
      frame.has_key = true;
      return &frame.key;
    }
    frame.has_key = false;
    frame.node.entries.push_back({std::move(frame.key), std::move(node)});
    return &frame.node.entries.back().value;
  }

  void open(YAML::Mark const& mark, YamlKind kind) {
    refuse_properties(mark);
    forget_null(mark);
    if (stack_.size() == kDeepestYaml) {
      throw Refusal{mark,
                    "expected at most " + std::to_string(kDeepestYaml) + " levels of nesting"};
    }
    if (!stack_.empty() && stack_.back().node.kind == YamlKind::kMapping &&
        !stack_.back().has_key) {
      throw Refusal{mark, "expected text as a key, found a list or mapping"};
    }
    stack_.push_back({make(mark, kind), mark});
  }

  void close() {
    last_null_ = nullptr;
    YAML::Mark const mark = stack_.back().mark;
    YamlNode node = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(node), mark);
  }

  void report_duplicates(YamlNode const& mapping) {
    auto const& entries = mapping.entries;
    std::vector<size_t> order(entries.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&entries](size_t a, size_t b) {
      int const compared = entries[a].key.text.compare(entries[b].key.text);
      return compared != 0 ? compared < 0 : a < b;
    });
    size_t first = 0;
    for (size_t i = 1; i < order.size(); ++i) {
      YamlNode const& key = entries[order[i]].key;
      YamlNode const& earlier = entries[order[first]].key;
      if (key.text != earlier.text) {
        first = i;
        continue;
      }
      diagnostics_.error(
          {file_, key.line, key.column},
          "duplicate key \"" + key.text + "\", first on line " + std::to_string(earlier.line));
    }
  }

  std::string_view bytes_;
  std::string const& file_;
  int first_line_;
  Diagnostics& diagnostics_;
  std::vector<Frame> stack_;
  YamlNode root_;
  bool has_root_ = false;
  YamlNode* last_null_ = nullptr;  // a null that was spelt out, until the next event
  int last_null_at_ = 0;
  size_t nodes_ = 0;
};

// yaml-cpp says what it missed, not what to do; the frequent ones in a writer's words.
std::string explain(std::string const& message) {
  constexpr auto kExplained = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"end of map flow not found", "expected `,` or `}`"},
      {"end of sequence flow not found", "expected `,` or `]`"},
      {"the referenced anchor is not defined", "an alias (*name) is not allowed"},
      {"end of map not found",
       "expected a key in line with the keys above, or the end of the mapping"},
      {"end of sequence not found",
       "expected `- ` in line with the items above, or the end of the list"},
      {"illegal map value",
       "a colon with a space inside unquoted text: expected quotes around the text"},
      {"illegal block entry", "expected `- ` at the beginning of a line"},
      {"illegal EOF in scalar", "expected a closing quote before the end of the file"},
      {"illegal document indicator in scalar", "expected a closing quote before a new document"},
      {"illegal flow end", "a closing bracket that none opened"},
      {"unknown token", "expected a value; text that begins with this character needs quotes"},
      {"illegal map key", "a key is not allowed here: expected it at the beginning of a line"},
      {"unexpected character in block scalar", "expected the end of the line after | or >"},
  });
  for (auto const& [theirs, ours] : kExplained) {
    if (message.starts_with(theirs)) {
      return std::string(ours);
    }
  }
  return "not YAML: " + message;
}

void run_parser(std::string_view bytes, TreeBuilder& builder, SourcePlace start,
                Diagnostics& diagnostics) {
  ViewBuffer buffer(bytes);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      diagnostics.error(std::move(start), "expected a mapping, found nothing");
      return;
    }
    parser.HandleNextDocument(builder);
  } catch (Refusal const& refusal) {
    diagnostics.error(builder.place(refusal.mark), refusal.message);
  } catch (YAML::Exception const& exception) {
    diagnostics.error(builder.place(exception.mark), explain(exception.msg));
  } catch (std::runtime_error const& exception) {
    diagnostics.error(std::move(start), explain(exception.what()));
  }
}

}  // namespace

YamlNode const* YamlNode::find(std::string_view key) const {
  for (auto const& [name, value] : entries) {
    if (name.text == key) {
      return &value;
    }
  }
  return nullptr;
}

std::optional<YamlNode> parse_yaml(std::string_view bytes, std::string const& file, int first_line,
                                   Diagnostics& diagnostics) {
  if (std::optional<Diagnostic> fault = ByteCheck(bytes, file, first_line).run()) {
    diagnostics.error(std::move(fault->place), std::move(fault->message));
    return std::nullopt;
  }
  size_t const errors = diagnostics.errors();
  TreeBuilder builder(bytes, file, first_line, diagnostics);
  run_parser(bytes, builder, {file, first_line, 1}, diagnostics);
  if (diagnostics.errors() > errors || !builder.has_root()) {
    return std::nullopt;
  }
  return builder.take_root();
}

}  // namespace cyberlex
