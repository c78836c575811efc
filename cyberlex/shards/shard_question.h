// A search request as a query that stock servers answer exactly, or the reason why none does.
#pragma once

#include <optional>

#include "cyberlex/index/shard_set.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/request.h"
#include "cyberlex/shards/projection.h"

namespace cyberlex::shards {

// Values of filters on limbs, one of each parameter, of which every combination is a phrase.
inline constexpr size_t kMostCombinations = 1000;

// Thread rule: immutable. Lifetime: not longer than what it was made of.
class ShardQuestion {
 public:
  ShardQuestion(Projection const& projection, SearchRequest const& request)
      : projection_(projection), request_(request) {}

  // Whether a filter or a facet, or the order, is beyond shards. kBadQuery with the parameter.
  Status check() const;

  // The words. kBadQuery, `where` "q", for what is beyond shards: prefixes, fuzzy words, NEAR, ADJ,
  // /s, /p, fields (give them as parameters) and citations.
  Result<ShardQuery> words(QueryNode const& node) const;

  // `words` on the day, through all filters but that of `skip`. Provisions that are gone are left
  // out unless a status of theirs is asked for, or `with_gone`.
  Result<ShardQuery> narrowed(ShardQuery words, std::optional<Param> skip, bool with_gone) const;

  // A status is asked for under which a provision is gone.
  bool asks_gone() const;

 private:
  Result<ShardQuery> word(WordNode const& node) const;
  Result<ShardQuery> phrase(PhraseNode const& node) const;
  Result<ShardQuery> conjunction(AndNode const& node) const;
  Result<std::vector<ShardQuery>> all(std::vector<QueryPtr> const& operands) const;
  Result<ShardQuery> on_limbs(std::optional<Param> skip) const;
  std::vector<ShardQuery> excluded(std::optional<Param> skip) const;
  std::vector<ShardQuery> gone_terms() const;

  Projection const& projection_;
  SearchRequest const& request_;
};

}  // namespace cyberlex::shards
