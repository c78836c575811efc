#include <array>
#include <set>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_mappings.h"
#include "indexer/read_own.h"
#include "indexer/timeline.h"
#include "indexer/yaml_fields.h"

namespace cyberlex {
namespace {

constexpr auto kReviewed = std::to_array<std::string_view>({"unreviewed", "reviewed", "disputed"});

// A handle of one segment that is not the act itself.
bool check_treaty(YamlNode const& node, std::string const& treaty, std::string const& act,
                  OwnFile& file) {
  if (treaty.find('/') != std::string::npos || !is_act_handle(treaty)) {
    file.error(node, "expected a treaty such as unc, found " + in_quotes(treaty));
    return false;
  }
  if (treaty == act) {
    file.error(node, "an article of " + act + " is not mapped to " + act + " itself");
    return false;
  }
  return true;
}

// The targets of a row: one article, or the treaties it is outside of.
struct Targets {
  std::vector<Handle> handles;
  bool outside = false;
};

// The article named by a node; nothing after a report.
std::optional<Handle> read_article(YamlNode const& node, OwnFile& file, std::string_view key,
                                   std::string const& act) {
  Result<Handle> handle = parse_handle(node.text);
  if (!handle || handle->eid.empty() || node.text.size() > kLongestEId) {
    file.error(node, std::string(key) +
                         ": expected an article such as unc/7 or unc/art_7__para_1, found " +
                         in_quotes(node.text));
    return std::nullopt;
  }
  return check_treaty(node, handle->act, act, file) ? std::optional(std::move(handle).value())
                                                    : std::nullopt;
}

Targets read_targets(FieldReader& fields, OwnFile& file, std::string const& act) {
  Targets out;
  YamlNode const* const article = fields.find("article");
  out.outside = fields.find("outside") != nullptr;
  if ((article == nullptr) != out.outside) {
    file.error(fields.node(), article == nullptr
                                  ? "expected the key \"article\" or \"outside\""
                                  : "expected either \"article\" or \"outside\", found both");
    return out;
  }
  if (out.outside) {
    for (YamlNode const* const node : fields.one_or_more("outside", Need::kRequired)) {
      if (check_treaty(*node, node->text, act, file)) {
        out.handles.push_back({node->text, {}});
      }
    }
    return out;
  }
  if (expect_text(*article, "an article", file)) {
    if (std::optional<Handle> handle = read_article(*article, file, "article", act)) {
      out.handles.push_back(std::move(*handle));
    }
  }
  return out;
}

Relation read_relation(FieldReader& fields, OwnFile& file, bool outside) {
  // "outside", the last of the names, is written as a key of its own.
  std::span<std::string_view const> const relations = names<Relation>();
  auto const stated = fields.word("relation", outside ? Need::kOptional : Need::kRequired,
                                  relations.first(relations.size() - 1));
  if (outside && fields.find("relation") != nullptr) {
    file.error(*fields.find("relation"),
               "relation: expected beside \"article\", not beside \"outside\"");
  }
  if (outside) {
    return Relation::kOutside;
  }
  return stated ? static_cast<Relation>(*stated) : Relation::kOverlaps;
}

// `covers` and `partly`: what of the article's demands is met, whole or in part.
void read_met_demands(FieldReader& fields, OwnFile& file, Mapping& mapping) {
  mapping.covers = fields.slugs("covers", Need::kOptional);
  mapping.partly = fields.slugs("partly", Need::kOptional);
  if (mapping.relation == Relation::kOutside) {
    for (std::string_view const key : {"covers", "partly"}) {
      if (YamlNode const* const found = fields.find(key)) {
        file.error(*found,
                   std::string(key) + ": expected beside \"article\", not beside \"outside\"");
      }
    }
  }
  bool const whole =
      mapping.relation == Relation::kEquivalent || mapping.relation == Relation::kWider;
  if (whole && fields.find("partly") != nullptr) {
    file.error(*fields.find("partly"), "partly: expected beside narrower, overlaps or ancillary; " +
                                           std::string(name_of(mapping.relation)) +
                                           " meets every demand whole");
  }
  std::set<std::string_view> const covered(mapping.covers.begin(), mapping.covers.end());
  YamlNode const* const partly = fields.find("partly");
  for (size_t i = 0; partly != nullptr && i < partly->items.size(); ++i) {
    if (covered.contains(partly->items[i].text)) {
      file.error(partly->items[i],
                 "partly: " + in_quotes(partly->items[i].text) + " stands under `covers` already");
    }
  }
}

// One row of the file: a mapping for each limb and target.
void read_row(YamlNode const& node, OwnFile& file, Concordance& out) {
  FieldReader fields(node, file);
  Mapping mapping;
  mapping.place = file.place(node);
  Targets const targets = read_targets(fields, file, out.act);
  mapping.relation = read_relation(fields, file, targets.outside);
  mapping.rationale = fields.text("rationale", Need::kRequired);
  read_met_demands(fields, file, mapping);
  mapping.missing = fields.texts("missing", Need::kOptional);
  mapping.added = fields.texts("added", Need::kOptional);
  mapping.valid = fields.interval();
  mapping.provenance = fields.provenance();
  for (YamlNode const* const limb : fields.one_or_more("limb", Need::kRequired)) {
    mapping.limb = read_eid(*limb, file);
    for (Handle const& target : targets.handles) {
      mapping.treaty = target.act;
      mapping.article = target.eid;
      if (!mapping.limb.empty()) {
        out.mappings.push_back(mapping);
      }
    }
  }
  fields.finish();
}

// A row of `assessed`: one assessment for each article.
void read_assessed(YamlNode const& node, OwnFile& file, Concordance& out) {
  FieldReader fields(node, file);
  ArticleAssessment row;
  row.place = file.place(node);
  row.read = fields.slug("read", Need::kOptional);
  row.elsewhere = fields.line("elsewhere", Need::kOptional);
  bool const read = fields.find("read") != nullptr;
  if (read == (fields.find("elsewhere") != nullptr)) {
    file.error(node, read ? "expected either \"read\" or \"elsewhere\", found both"
                          : "expected the key \"read\" or \"elsewhere\"");
  }
  row.rationale = fields.text("rationale", Need::kRequired);
  row.valid = fields.interval();
  row.provenance = fields.provenance();
  for (YamlNode const* const article : fields.one_or_more("articles", Need::kRequired)) {
    if (std::optional<Handle> handle = read_article(*article, file, "articles", out.act)) {
      row.treaty = handle->act;
      row.article = handle->eid;
      out.assessed.push_back(row);
    }
  }
  fields.finish();
}

void check_assessed(Concordance const& concordance, OwnFile& file) {
  std::vector<TimedRow> rows;
  for (size_t i = 0; i < concordance.assessed.size(); ++i) {
    ArticleAssessment const& row = concordance.assessed[i];
    rows.push_back({to_string(Handle{row.treaty, row.article}), row.valid, i});
  }
  for (Overlap const& overlap : overlaps_within(rows)) {
    ArticleAssessment const& second = concordance.assessed[overlap.second];
    file.error(second.place, "assessed: " + rows[overlap.second].key +
                                 " stands here already for the same time, on line " +
                                 std::to_string(concordance.assessed[overlap.first].place.line));
  }
}

// Rows that repeat one another, and `outside` beside an article of the same treaty.
void check_rows(Concordance const& concordance, OwnFile& file) {
  std::vector<TimedRow> rows;
  std::vector<TimedRow> outside;
  std::vector<TimedRow> inside;
  for (size_t i = 0; i < concordance.mappings.size(); ++i) {
    Mapping const& mapping = concordance.mappings[i];
    std::string const key = mapping.limb.text() + ' ' + mapping.treaty;
    rows.push_back({key + ' ' + mapping.article.text(), mapping.valid, i});
    (mapping.relation == Relation::kOutside ? outside : inside).push_back({key, mapping.valid, i});
  }
  auto const report = [&](Overlap const& overlap, std::string const& what) {
    Mapping const& first = concordance.mappings[overlap.first];
    Mapping const& second = concordance.mappings[overlap.second];
    file.error(second.place, second.limb.text() + what + std::to_string(first.place.line));
  };
  for (Overlap const& overlap : overlaps_within(std::move(rows))) {
    Mapping const& second = concordance.mappings[overlap.second];
    std::string const target = to_string(Handle{second.treaty, second.article});
    report(overlap, " and " + target + " stand together already, on line ");
  }
  for (Overlap const& overlap : overlaps_between(outside, inside)) {
    std::string const& treaty = concordance.mappings[overlap.second].treaty;
    report(overlap, " cannot be outside " + treaty +
                        " and have an article of it at the same time, see line ");
  }
}

}  // namespace

Concordance read_concordance(YamlNode const& root, OwnFile& file) {
  FieldReader fields(root, file);
  Concordance out;
  out.file = file.name();
  fields.find("format");
  out.act = fields.line("act", Need::kRequired);
  if (!out.act.empty() && !is_act_handle(out.act)) {
    file.error(*fields.find("act"),
               "act: expected a handle such as ng/cybercrimes-act-2015 or unc, found " +
                   in_quotes(out.act));
  }
  out.author = fields.line("author", Need::kRequired);
  if (auto const at = fields.word("reviewed", Need::kRequired, kReviewed)) {
    out.reviewed = kReviewed.at(*at);
  }
  out.date = fields.date("date", Need::kRequired).value_or(Date());
  out.sources = read_sources(fields, file);
  for (YamlNode const& row : fields.list("mappings", Need::kRequired)) {
    read_row(row, file, out);
  }
  for (YamlNode const& row : fields.list("assessed", Need::kOptional)) {
    read_assessed(row, file, out);
  }
  fields.finish();
  file.check_sources(out.sources);
  check_rows(out, file);
  check_assessed(out, file);
  return out;
}

std::optional<Concordance> read_concordance(std::string_view bytes, std::string const& file,
                                            Diagnostics& diagnostics) {
  OwnFile own(file, diagnostics);
  std::optional<YamlNode> const root = own.parse(bytes, kConcordanceFormat);
  return root ? std::optional(read_concordance(*root, own)) : std::nullopt;
}

}  // namespace cyberlex
