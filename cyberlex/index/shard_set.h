// A database in several shards, here or served elsewhere by xapian-tcpsrv: matched, ranked and
// counted by Xapian itself, with what its stock servers know and nothing else.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"

namespace cyberlex {

// A query as stock servers read it.
struct ShardQuery {
  enum class Kind : uint8_t {
    kAll,
    kNothing,
    kTerm,
    kPhrase,  // `words` in this order within `window` positions
    kAnd,     // (here and below) of `operands`
    kOr,
    kAndNot,   // the first and none of the others
    kFilter,   // the first, scored, where all others hold
    kAtMost,   // the number in `slot` is at most `bound`
    kAtLeast,  // … at least
  };
  Kind kind = Kind::kAll;
  std::vector<std::string> words = {};  // of kTerm one
  uint32_t window = 0;
  uint32_t slot = 0;
  int64_t bound = 0;
  std::vector<ShardQuery> operands = {};

  static ShardQuery all() { return {}; }
  static ShardQuery term(std::string word);
  static ShardQuery phrase(std::vector<std::string> words, uint32_t window);
  // Of one operand that operand; of none kNothing, or kAll where all of none are asked.
  static ShardQuery any_of(std::vector<ShardQuery> operands);
  static ShardQuery all_of(std::vector<ShardQuery> operands);
  // REQUIRES (here and below): `operands` is not empty.
  static ShardQuery but_not(std::vector<ShardQuery> operands);
  static ShardQuery filtered(std::vector<ShardQuery> operands);
  static ShardQuery at_most(uint32_t slot, int64_t bound);
  static ShardQuery at_least(uint32_t slot, int64_t bound);
};

struct ShardAsk {
  ShardQuery query;
  uint64_t rank = 0;  // hits before the first that is given
  uint64_t limit = 10;
  bool ranked = true;             // by Xapian's BM25; else by number
  std::vector<uint32_t> counted;  // slots whose values are counted over all matches
};

// A document. Documents of shard i of n, counted from 0, have the numbers i, i + n, i + 2n, …
struct ShardHit {
  uint64_t number = 0;
  double score = 0;  // 0 when not ranked
  std::string data;
};
struct ShardCount {
  std::string value;
  uint64_t documents = 0;
};
struct ShardFound {
  uint64_t total = 0;  // exact
  std::vector<ShardHit> hits;
  std::vector<std::vector<ShardCount>> counts;  // as ShardAsk::counted
};

// The shards that a Xapian stub file lists (https://xapian.org/docs/admin_notes.html, "Stub
// Databases"): "glass FOLDER", "remote HOST:PORT".
// Errors: kUnavailable names the shard that does not answer; the next call connects anew, so one
// that has come back is used again. Thread rule: one object, one thread.
class ShardSet {
 public:
  static Result<ShardSet> open(std::string stub);
  ShardSet(ShardSet&&) noexcept;
  ShardSet& operator=(ShardSet&&) noexcept;
  ~ShardSet();

  // What ShardWriter::put() stored in the first shard; kDamaged when there is nothing.
  Result<std::string> get(std::string const& key);
  // Documents of all shards that have the term.
  Result<uint64_t> documents_with(std::string const& term);
  // The number of the first of them; kDamaged when there is none.
  Result<uint64_t> first_with(std::string const& term);
  Result<ShardFound> ask(ShardAsk const& question);

 private:
  struct State;
  explicit ShardSet(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
