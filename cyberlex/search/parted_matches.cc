#include "cyberlex/search/parted_matches.h"

#include "cyberlex/model/vocabulary.h"

namespace cyberlex {
namespace {

PartedMatches part_set(SearchShared const& shared, DocSet const& matches, Code unseen) {
  DocSet plain = matches;
  plain -= shared.with_limbs();
  DocSet annotated = matches;
  annotated &= shared.with_limbs();
  std::span<DocSet const> const classes = shared.sets(Param::kClass);
  PartedMatches out;
  out.with_limbs = annotated.to_vector();
  out.not_assessed = unseen < classes.size() ? plain.size_of_common(classes[unseen]) : 0;
  out.assessed = plain.size() - out.not_assessed;
  return out;
}

}  // namespace

PartedMatches part(SearchShared const& shared, MatchSet const& matches) {
  StateColumns const& state = shared.columns().state;
  Code const unseen = state.klass.names.find(name_of(ProvisionClass::kNotAssessed));
  if (matches.set != nullptr) {
    return part_set(shared, *matches.set, unseen);
  }
  PartedMatches out;
  for (DocNum const doc : matches.docs) {
    if (state.limb_begin[doc] < state.limb_begin[doc + 1]) {
      out.with_limbs.push_back(doc);
    } else {
      ++(state.klass.codes[doc] == unseen ? out.not_assessed : out.assessed);
    }
  }
  return out;
}

}  // namespace cyberlex
