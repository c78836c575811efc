// The generation that is served now, the one before it, and how a new one takes its place.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "cyberlex/api/answer_cache.h"
#include "cyberlex/api/log.h"
#include "cyberlex/base/result.h"
#include "cyberlex/search/search_shared.h"
#include "cyberlex/search/searcher.h"

namespace cyberlex::api {

struct ServeOptions {
  size_t cache_bytes = 0;    // of the answers that are kept ready
  bool check_files = false;  // before serving: every byte, against the digests of a generation
};

// One open generation with a pool of searchers.
// Thread rule: any thread; a leased searcher belongs to the thread that leased it.
class ServedGeneration : public std::enable_shared_from_this<ServedGeneration> {
 public:
  // Opens the generation and one searcher, so that damage is met here and not by a request.
  static Result<std::shared_ptr<ServedGeneration>> open(std::string const& folder,
                                                        ServeOptions const& options);

  Generation const& generation() const { return *generation_; }
  VocabularyView const& vocabulary() const { return shared_->vocabulary(); }
  // The act of a work IRI; acts().size() when there is none.
  ActNum act_of_iri(std::string_view iri) const;

  // A searcher out of the pool until destroyed; keeps the generation open.
  class Lease {
   public:
    Lease(std::shared_ptr<ServedGeneration> home, std::unique_ptr<Searcher> searcher);
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();

    Searcher& operator*() const { return *searcher_; }
    Searcher* operator->() const { return searcher_.get(); }
    // Closes the searcher instead of giving it back: it met damage.
    void discard() { searcher_.reset(); }

   private:
    std::shared_ptr<ServedGeneration> home_;
    std::unique_ptr<Searcher> searcher_;
  };
  Result<Lease> lease();

  AnswerCache& answers() { return answers_; }
  std::chrono::system_clock::time_point opened_at() const { return opened_at_; }

 private:
  explicit ServedGeneration(size_t cache_bytes) : answers_(cache_bytes) {}
  Result<std::unique_ptr<Searcher>> open_searcher() const;

  std::shared_ptr<Generation const> generation_;
  std::shared_ptr<SearchShared> shared_;
  std::unordered_map<std::string_view, ActNum> by_iri_;  // keys are the generation's own strings
  std::mutex mutex_;
  std::vector<std::unique_ptr<Searcher>> idle_;
  AnswerCache answers_;
  std::chrono::system_clock::time_point const opened_at_ = std::chrono::system_clock::now();
};

// The current generation and the one before.
// Thread rule: any thread.
class Snapshots {
 public:
  // Ready answers are those of the current generation; the one before keeps none.
  Snapshots(std::string index_dir, LogFn log, ServeOptions options = {});

  // Opens the generation that the index's pointer names, unless it is the current one, and puts it
  // in place; requests in flight finish on theirs. One that cannot be opened is refused with a log
  // line, returned, and not tried again for kRetryAfter; the current one serves on.
  Status refresh();

  // Null before the first success of refresh().
  std::shared_ptr<ServedGeneration> current() const;
  // The current or the previous generation of that digest, or null.
  std::shared_ptr<ServedGeneration> find(std::string_view digest) const;

  // Whether the index names a generation that was refused, so that an older one serves on.
  bool is_refusing() const { return refusing_.load(); }

  static constexpr std::chrono::seconds kRetryAfter{30};

 private:
  Status take(std::string const& folder);
  Error refuse(std::string const& folder, Error error);

  std::string const index_dir_;
  LogFn const log_;
  ServeOptions const options_;
  std::mutex refreshing_;  // held by refresh() alone: what follows belongs to it
  std::string folder_;
  std::string refused_;
  std::string complaint_;  // the last line logged about it
  std::chrono::steady_clock::time_point retry_at_;
  std::atomic<bool> refusing_{false};

  mutable std::mutex mutex_;  // guards the two below
  std::shared_ptr<ServedGeneration> current_;
  std::shared_ptr<ServedGeneration> previous_;
};

// Calls refresh() every `interval` on a thread of its own until destroyed.
// Lifetime: not longer than the snapshots.
class Watcher {
 public:
  Watcher(Snapshots& snapshots, std::chrono::milliseconds interval);
  ~Watcher();
  Watcher(Watcher const&) = delete;
  Watcher& operator=(Watcher const&) = delete;

 private:
  void run(std::chrono::milliseconds interval);

  Snapshots& snapshots_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace cyberlex::api
