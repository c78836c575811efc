// Answers of one generation that are ready to send.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "cyberlex/api/bounded_map.h"
#include "cyberlex/api/http_message.h"
#include "cyberlex/api/outcome.h"
#include "cyberlex/base/date.h"

namespace cyberlex::api {

// A complete answer of status 200: a function of the canonical request and the generation.
struct ReadyAnswer {
  std::string canonical;
  std::string etag;  // of `body`, without quotation marks
  std::string content_type;
  std::string next_url;  // of the next page; empty: none
  std::string body;
  // Compressed, from the first time that a client takes it so; empty when that saves nothing.
  std::string packed;
  bool packing_tried = false;
  Outcome outcome = Outcome::kFound;
  HeaderList headers = {};  // further ones
};

struct CacheCounters {
  uint64_t hits = 0;
  uint64_t misses = 0;
  uint64_t evicted = 0;
  uint64_t entries = 0;
  uint64_t bytes = 0;
};

// Holds answers by their canonical request, and beside them the spellings under which requests
// came, so that a request that came before is answered without being read again. Only what is
// certain may be kept: no error, nothing that a deadline or a clock decided.
// Thread rule: any thread. Lifetime: one generation's, which is why no key names it.
class AnswerCache {
 public:
  // Holds at most `bytes`, its own bookkeeping included; 0: holds nothing.
  explicit AnswerCache(size_t bytes);

  // The answer to a request that came in this spelling, or null. `today` stands for an absent day.
  std::shared_ptr<ReadyAnswer const> find_spelling(Request const& request, Date today);
  std::shared_ptr<ReadyAnswer const> find(std::string_view canonical);
  // Notes that the spelling asks for `canonical`.
  void note_spelling(Request const& request, Date today, std::string const& canonical);
  // Keeps an answer, in place of one of the same canonical request.
  void put(std::shared_ptr<ReadyAnswer const> answer);

  // Empties it for good: the generation is no longer the current one.
  void close();

  // What was counted since the beginning, and what is held now. A request that is found under its
  // spelling or its canonical form is one hit.
  CacheCounters counters() const;

 private:
  bool const enabled_;
  BoundedMap<ReadyAnswer> answers_;
  BoundedMap<std::string> spellings_;
  std::atomic<uint64_t> hits_{0};
  std::atomic<uint64_t> misses_{0};
};

}  // namespace cyberlex::api
