#include "cyberlex/shards/front_vocabulary.h"

#include <utility>

namespace cyberlex::shards {
namespace {

ValueTree tree_of(std::vector<ArticleNode> const& stored) {
  std::vector<ValueTree::Node> nodes;
  for (ArticleNode const& each : stored) {
    nodes.push_back({each.value, each.broader == 0 ? ValueTree::kNone : each.broader - 1,
                     each.depth, each.label});
  }
  return ValueTree::of_nodes(nodes);
}

}  // namespace

FrontVocabulary::FrontVocabulary(Projection const& projection, std::vector<ActRecord> const& acts,
                                 Taxonomy taxonomy)
    : taxonomy_(std::move(taxonomy)), names_(acts), articles_(tree_of(projection.articles)) {
  for (HeldValues const& each : projection.held) {
    if (std::optional<Param> const param = find_parameter(each.param)) {
      held_[*param] = each.values;
    }
  }
}

std::vector<std::string> const& FrontVocabulary::held(Param param) const {
  auto const found = held_.find(param);
  return found == held_.end() ? none_ : found->second;
}

}  // namespace cyberlex::shards
