#include "indexer/read_mentions.h"

#include <set>

#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

void note_concept(YamlNode const& node, std::string_view scheme, OwnFile& file) {
  file.mentions().concepts.push_back({scheme, node.text, file.place(node)});
}

// An act without a handle has been reported; nothing can be looked up in it.
void note_provision(YamlNode const& node, ProvisionMention mention, OwnFile& file) {
  if (!mention.handle.act.empty() && !mention.handle.eid.empty()) {
    mention.place = file.place(node);
    file.mentions().provisions.push_back(std::move(mention));
  }
}

// The handle in a scalar; no eId after a report.
Handle read_handle(YamlNode const& node, OwnFile& file, HandleField const& field) {
  bool const whole = node.text.find('/') != std::string::npos;
  if (!whole && !field.act.empty()) {
    return {field.act, read_eid(node, file)};
  }
  Result<Handle> handle = parse_handle(node.text);
  if (!whole || !handle || handle->eid.empty() || node.text.size() > kLongestEId) {
    file.error(node, std::string(field.key) +
                         ": expected a provision such as ng/cybercrimes-act-2015/sec_24" +
                         (field.act.empty() ? "" : " or sec_24") + ", found " +
                         in_quotes(node.text));
    return {};
  }
  return std::move(handle).value();
}

}  // namespace

std::vector<std::string> read_concept_ids(FieldReader& fields, OwnFile& file, std::string_view key,
                                          std::string_view scheme, Need need) {
  std::vector<std::string> ids = fields.slugs(key, need);
  std::set<std::string_view> wanted(ids.begin(), ids.end());
  YamlNode const* const list = fields.find(key);
  for (size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    if (wanted.erase(list->items[i].text) > 0) {
      note_concept(list->items[i], scheme, file);
    }
  }
  return ids;
}

std::string read_concept_id(FieldReader& fields, OwnFile& file, std::string_view key,
                            std::string_view scheme) {
  std::string id = fields.slug(key, Need::kRequired);
  if (!id.empty()) {
    note_concept(*fields.find(key), scheme, file);
  }
  return id;
}

std::vector<EId> read_own_eids(FieldReader& fields, OwnFile& file, std::string_view key, Need need,
                               std::string const& act) {
  std::vector<EId> out;
  for (YamlNode const& node : fields.list(key, need)) {
    EId eid = read_eid(node, file);
    note_provision(node, {key, {act, eid}, Held::kAlways, {}}, file);
    if (!eid.empty()) {
      out.push_back(std::move(eid));
    }
  }
  return out;
}

EId read_own_eid(FieldReader& fields, OwnFile& file, std::string_view key, std::string const& act) {
  EId eid = fields.eid(key, Need::kRequired);
  if (!eid.empty()) {
    note_provision(*fields.find(key), {key, {act, eid}, Held::kAlways, {}}, file);
  }
  return eid;
}

std::vector<std::string> read_handles(FieldReader& fields, OwnFile& file,
                                      HandleField const& field) {
  std::vector<std::string> out;
  std::set<Handle> seen;
  std::vector<YamlNode> const& nodes = fields.list(field.key, Need::kOptional);
  if (nodes.size() > kMostNames) {
    file.error(*fields.find(field.key), std::string(field.key) + ": expected at most " +
                                            std::to_string(kMostNames) + " names, found a list");
    return out;
  }
  for (YamlNode const& node : nodes) {
    if (!expect_text(node, "a provision", file)) {
      continue;
    }
    Handle const handle = read_handle(node, file, field);
    if (handle.eid.empty()) {
      continue;
    }
    if (!seen.insert(handle).second) {
      file.error(node, in_quotes(node.text) + " stands twice in this list");
      continue;
    }
    note_provision(node, {field.key, handle, field.held, {}}, file);
    out.push_back(to_string(handle));
  }
  return out;
}

}  // namespace cyberlex
