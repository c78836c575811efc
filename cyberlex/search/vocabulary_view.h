// What reading a question needs to know of a corpus, and no more.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/model/annotation.h"
#include "cyberlex/search/act_names.h"
#include "cyberlex/search/parameters.h"
#include "cyberlex/search/value_tree.h"

namespace cyberlex {

class Generation;

// Thread rule: const calls from any thread.
class VocabularyView {
 public:
  VocabularyView() = default;
  VocabularyView(VocabularyView const&) = delete;
  VocabularyView& operator=(VocabularyView const&) = delete;
  VocabularyView(VocabularyView&&) = delete;
  VocabularyView& operator=(VocabularyView&&) = delete;
  virtual ~VocabularyView() = default;

  // The values that a code parameter has in the corpus, sorted.
  virtual std::vector<std::string> const& held(Param param) const = 0;
  virtual Taxonomy const& taxonomy() const = 0;
  // Some state of the unit is held.
  virtual bool has_unit(std::string_view act, std::string_view eid) const = 0;
  virtual ActNames const& act_names() const = 0;
  // Treaties, their chapters and the articles that a law is mapped to.
  virtual ValueTree const& articles() const = 0;
};

// The vocabulary of a generation. Names of acts are collected when a citation is first met, in
// about 10 µs an act, the tree of articles when one is asked for: keep one beside the generation.
// REQUIRES: the generation outlives it.
class GenerationVocabulary final : public VocabularyView {
 public:
  explicit GenerationVocabulary(Generation const& generation);

  std::vector<std::string> const& held(Param param) const override;
  Taxonomy const& taxonomy() const override;
  bool has_unit(std::string_view act, std::string_view eid) const override;
  ActNames const& act_names() const override;
  ValueTree const& articles() const override;

 private:
  Generation const& generation_;
  std::vector<std::string> acts_;  // sorted: the column has them in citation order
  mutable std::once_flag named_;
  mutable ActNames names_;
  mutable std::once_flag grown_;
  mutable ValueTree articles_;
};

}  // namespace cyberlex
