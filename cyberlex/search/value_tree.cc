#include "cyberlex/search/value_tree.h"

#include <memory>
#include <optional>
#include <utility>

#include "cyberlex/index/generation.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex {
namespace {

// Containers above a provision, outermost first.
std::vector<PathStep> path_of(std::optional<IndexReader> const& reader, DocNum doc) {
  if (!reader.has_value()) {
    return {};
  }
  Result<ProvisionRecord> record = reader->record(doc);
  return record ? std::move(record->path) : std::vector<PathStep>();
}

std::string label_of(PathStep const& step) {
  std::string out = step.label;
  out += out.empty() || step.heading.empty() ? "" : ": ";
  return out + step.heading;
}

}  // namespace

uint32_t ValueTree::add(std::string value, uint32_t broader, std::string label) {
  auto const next = static_cast<uint32_t>(nodes_.size());
  auto const [place, fresh] = places_.emplace(value, next);
  if (fresh) {
    uint32_t const depth = broader == kNone ? 0 : nodes_[broader].depth + 1;
    nodes_.push_back({std::move(value), broader, depth, std::move(label)});
  }
  return place->second;
}

ValueTree ValueTree::of_nodes(std::vector<Node> const& nodes) {
  ValueTree out;
  for (Node const& node : nodes) {
    out.add(node.value, node.broader, node.label);
  }
  return out;
}

ValueTree ValueTree::of_articles(Generation const& generation) {
  ValueTree out;
  // The reader lives no longer than this call, so the generation need not be shared with it.
  Result<IndexReader> opened = IndexReader::open({std::shared_ptr<void>(), &generation});
  std::optional<IndexReader> reader;
  if (opened) {
    reader.emplace(std::move(opened).value());
  }
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    Work const& work = generation.acts()[act].work;
    auto const [first, last] = generation.documents_of(act);
    for (DocNum doc = first; doc < last && work.jurisdiction == "int"; ++doc) {
      Result<EId> const unit = EId::parse(generation.eid(doc));
      uint32_t above = out.add(work.handle, kNone);
      for (PathStep const& step : path_of(reader, doc)) {
        above = out.add(work.handle + '/' + step.eid.text(), above, label_of(step));
      }
      out.add(to_string(Handle{work.handle, unit ? *unit : EId()}), above);
    }
  }
  // Articles that a law is mapped to and nobody holds.
  for (std::string const& value : generation.columns().mapping.article.names.values) {
    if (!value.ends_with("/none")) {
      out.add(value, out.add(value.substr(0, value.find('/')), kNone));
    }
  }
  return out;
}

ValueTree ValueTree::of_concepts(Taxonomy const& taxonomy, std::string_view scheme) {
  ValueTree out;
  for (Concept const& entry : taxonomy.concepts) {
    std::vector<Concept const*> chain;
    // A taxonomy that runs in a circle is refused when it is read; a chain ends all the same.
    for (Concept const* at = entry.scheme == scheme ? &entry : nullptr;
         at != nullptr && chain.size() <= taxonomy.concepts.size();
         at = at->broader.empty() ? nullptr : taxonomy.find(scheme, at->broader)) {
      chain.push_back(at);
    }
    uint32_t above = kNone;
    for (auto each = chain.rbegin(); each != chain.rend(); ++each) {
      above = out.add((*each)->id, above);
    }
  }
  return out;
}

uint32_t ValueTree::find(std::string_view value) const {
  auto const found = places_.find(value);
  return found == places_.end() ? kNone : found->second;
}

bool ValueTree::is_within(std::string_view value, std::string_view above) const {
  uint32_t const target = find(above);
  for (uint32_t at = find(value); at != kNone; at = nodes_[at].broader) {
    if (at == target) {
      return true;
    }
  }
  return false;
}

}  // namespace cyberlex
