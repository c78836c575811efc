// What reading a question needs to know of a corpus, out of what its shards say of themselves.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cyberlex/search/vocabulary_view.h"
#include "cyberlex/shards/projection.h"

namespace cyberlex::shards {

// Thread rule: immutable.
class FrontVocabulary final : public VocabularyView {
 public:
  FrontVocabulary(Projection const& projection, std::vector<ActRecord> const& acts,
                  Taxonomy taxonomy);

  std::vector<std::string> const& held(Param param) const override;
  Taxonomy const& taxonomy() const override { return taxonomy_; }
  // Always: which units there are only the shards know, and a citation is refused in any case.
  bool has_unit(std::string_view /*act*/, std::string_view /*eid*/) const override { return true; }
  ActNames const& act_names() const override { return names_; }
  ValueTree const& articles() const override { return articles_; }

 private:
  std::map<Param, std::vector<std::string>> held_;
  std::vector<std::string> none_;
  Taxonomy taxonomy_;
  ActNames names_;
  ValueTree articles_;
};

}  // namespace cyberlex::shards
