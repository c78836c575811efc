#include <map>
#include <unordered_map>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_act.h"
#include "indexer/read_own.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

// "a section", "an article".
std::string with_article(std::string_view noun) {
  bool const vowel = !noun.empty() && std::string_view("aeiou").find(noun[0]) != noun.npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

// The levels a body is made of; each kind of node stands on one of them.
enum class Level { kContainer, kUnit, kBelow };

Level level_of(ProvisionKind kind) {
  if (is_container(kind)) {
    return Level::kContainer;
  }
  return is_unit(kind) ? Level::kUnit : Level::kBelow;
}

// The kinds of the page: all but the fragment, which other formats need.
std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> out;
  for (std::string_view const name : names<ProvisionKind>()) {
    if (name != name_of(ProvisionKind::kFragment)) {
      out.push_back(name);
    }
  }
  return out;
}

// Reads the nodes of one body.
class BodyReader {
 public:
  BodyReader(OwnFile& file, bool inherits, std::vector<std::string> const& sources)
      : file_(file), inherits_(inherits), sources_(sources), kinds_(kind_names()) {}

  std::vector<Provision> read(std::vector<YamlNode> const& nodes, Provision const* parent) {
    std::vector<Provision> out;
    std::map<ProvisionKind, int> count;
    for (YamlNode const& node : nodes) {
      FieldReader fields(node, file_);
      std::optional<size_t> const named = fields.word("kind", Need::kRequired, kinds_);
      if (!named) {
        continue;  // without a kind nothing else can be judged
      }
      Provision provision;
      provision.kind = *parse_name<ProvisionKind>(kinds_[*named]);
      provision.place = file_.place(node);
      check_place(node, provision.kind, parent);
      read_number(fields, provision, parent, ++count[provision.kind]);
      read_words(fields, provision);
      read_provenance(fields, provision, parent);
      read_change(fields, provision);
      provision.items = read(fields.list("items", Need::kOptional), &provision);
      fields.finish();
      check_content(node, provision);
      out.push_back(std::move(provision));
    }
    return out;
  }

 private:
  void check_place(YamlNode const& node, ProvisionKind kind, Provision const* parent) {
    Level const level = level_of(kind);
    std::string const name = with_article(name_of(kind));
    bool const in_unit = parent != nullptr && level_of(parent->kind) != Level::kContainer;
    if (in_unit && level != Level::kBelow) {
      file_.error(node, name + " cannot stand inside " + with_article(name_of(parent->kind)));
    } else if (!in_unit && level == Level::kBelow) {
      file_.error(node, name + " has to stand inside a unit such as a section or an article");
    } else if (inherits_ && level == Level::kContainer) {
      file_.error(node,
                  "an expression that inherits holds units only: " + name + " is not repeated");
    }
  }

  void read_number(FieldReader& fields, Provision& provision, Provision const* parent,
                   int ordinal) {
    provision.num = fields.line("num", Need::kOptional);
    provision.label = fields.line("label", Need::kOptional);
    provision.wid = fields.eid("wid", Need::kOptional).text();
    provision.eid = fields.eid("eid", Need::kOptional);
    if (fields.find("eid") == nullptr) {
      provision.eid = make_eid(fields.node(), provision, parent, ordinal);
    }
    if (provision.eid.empty()) {
      return;
    }
    auto const [first, fresh] = eids_.try_emplace(provision.eid.text(), provision.place.line);
    if (!fresh) {
      file_.error(fields.node(), "the eId " + provision.eid.text() +
                                     " stands twice, first on line " +
                                     std::to_string(first->second));
    }
  }

  // From kind and number; a number without a letter or digit of ASCII counts as an ordinal.
  EId make_eid(YamlNode const& node, Provision const& provision, Provision const* parent,
               int ordinal) {
    bool const unit = level_of(provision.kind) == Level::kUnit;
    EId const* const above = unit || parent == nullptr ? nullptr : &parent->eid;
    EId const bare = EId::make(above, provision.kind, "");
    EId made = EId::make(above, provision.kind, provision.num);
    if (made == bare && !unit) {
      made = EId::make(above, provision.kind, std::to_string(ordinal));
    }
    bool const numbered =
        provision.kind == ProvisionKind::kSection || provision.kind == ProvisionKind::kArticle;
    if (made == bare && unit && (numbered || !provision.num.empty())) {
      file_.error(node,
                  with_article(name_of(provision.kind)) +
                      " needs a `num` in the digits 0-9, beside a `label` as printed, or an `eid`");
      return {};
    }
    if (made.text().size() > kLongestEId) {
      file_.error(node, "expected a shorter number: the eId would exceed " +
                            std::to_string(kLongestEId) + " bytes");
      return {};
    }
    return made;
  }

  void read_words(FieldReader& fields, Provision& provision) {
    provision.heading = fields.line("heading", Need::kOptional);
    provision.text = fields.text("text", Need::kOptional);
    provision.closing = fields.text("closing", Need::kOptional);
  }

  // A unit states its confidence; what stands below it inherits. Sources come from the nearest
  // above.
  void read_provenance(FieldReader& fields, Provision& provision, Provision const* parent) {
    Level const level = level_of(provision.kind);
    bool const below = level == Level::kBelow && parent != nullptr;
    Confidence const inherited = below ? parent->provenance.confidence : Confidence::kRecalled;
    auto const stated = fields.name<Confidence>(
        "confidence", level == Level::kUnit ? Need::kRequired : Need::kOptional);
    Provenance& provenance = provision.provenance;
    provenance.confidence = stated.value_or(inherited);
    provenance.sources = fields.sources();
    if (fields.find("sources") == nullptr) {
      provenance.sources = below ? parent->provenance.sources : sources_;
    }
    if (stated) {
      fields.check_verified(provenance.confidence, provenance.sources);
    }
    auto const heading = fields.name<Confidence>("heading_confidence", Need::kOptional);
    provision.heading_confidence = heading.value_or(provenance.confidence);
    if (heading && provision.heading.empty()) {
      file_.error(*fields.find("heading_confidence"),
                  "heading_confidence: expected a heading beside it");
    } else if (heading) {
      fields.check_verified(*heading, provenance.sources);
    }
  }

  void read_change(FieldReader& fields, Provision& provision) {
    Level const level = level_of(provision.kind);
    std::span<std::string_view const> const statuses = names<LegalStatus>();
    auto const status = fields.word("status", Need::kOptional, statuses.first(statuses.size() - 1));
    provision.status = status ? static_cast<LegalStatus>(*status) : LegalStatus::kUnknown;
    if (status && level == Level::kContainer) {
      file_.error(*fields.find("status"),
                  "status: expected on a unit or below, not on a container");
    }
    provision.insert_after = fields.eid("insert_after", Need::kOptional).text();
    if (!provision.insert_after.empty() && (!inherits_ || level != Level::kUnit)) {
      file_.error(*fields.find("insert_after"),
                  "insert_after: expected on a unit of an expression with `inherits`");
    }
  }

  void check_content(YamlNode const& node, Provision const& provision) {
    if (is_container(provision.kind)) {
      if (!provision.text.empty() || !provision.closing.empty()) {
        file_.error(
            node, with_article(name_of(provision.kind)) +
                      " holds no text of its own: expected it in a unit, for instance a preamble");
      }
      if (node.find("items") == nullptr) {
        file_.error(node, "expected the key \"items\"");
      }
      return;
    }
    bool const silent = node.find("text") == nullptr && node.find("items") == nullptr &&
                        node.find("closing") == nullptr;
    if (silent && !is_gone(provision.status)) {
      file_.error(node, "expected the key \"text\" or \"items\"");
    }
  }

  OwnFile& file_;
  bool inherits_;
  std::vector<std::string> const& sources_;
  std::vector<std::string_view> kinds_;
  std::unordered_map<std::string, int> eids_;  // -> line
};

void check_file_name(YamlNode const& root, Expression const& expression, OwnFile& file) {
  std::string const expected = std::string(language_639_2(expression.language).value_or("")) + '@' +
                               expression.date.to_string() + '.' +
                               std::string(name_of(expression.kind)) + ".yaml";
  std::string const& name = file.name();
  std::string const found = name.substr(name.rfind('/') + 1);  // npos + 1 == 0
  if (found != expected) {
    file.error(root, "expected the file name " + in_quotes(expected) +
                         ", as language, date and kind say; found " + in_quotes(found));
  }
}

}  // namespace

Expression read_expression(YamlNode const& root, OwnFile& file, std::string* act_handle) {
  size_t const errors = file.errors();
  FieldReader fields(root, file);
  Expression out;
  out.file = file.name();
  fields.find("format");
  std::string act = fields.line("act", Need::kRequired);
  out.language = fields.language("language", Need::kRequired);
  out.date = fields.date("date", Need::kRequired).value_or(Date());
  out.kind = fields.name<TextKind>("kind", Need::kRequired).value_or(TextKind::kRestatement);
  if (file.errors() == errors) {
    check_file_name(root, out, file);
  }
  out.sources = fields.sources();
  out.inherits = fields.date("inherits", Need::kOptional);
  if (out.inherits && *out.inherits >= out.date) {
    file.error(*fields.find("inherits"),
               "inherits: expected a day before the date, " + out.date.to_string());
  }
  BodyReader body(file, out.inherits.has_value(), out.sources);
  out.body = body.read(fields.list("body", Need::kRequired), nullptr);
  fields.finish();
  if (act_handle != nullptr) {
    *act_handle = std::move(act);
  }
  return out;
}

std::optional<Expression> read_expression(std::string_view bytes, std::string const& file,
                                          std::string* act_handle, Diagnostics& diagnostics) {
  OwnFile own(file, diagnostics);
  std::optional<YamlNode> const root = own.parse(bytes, kExpressionFormat);
  return root ? std::optional(read_expression(*root, own, act_handle)) : std::nullopt;
}

}  // namespace cyberlex
