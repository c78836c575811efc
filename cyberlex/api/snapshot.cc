#include "cyberlex/api/snapshot.h"

#include <filesystem>
#include <utility>

#include "cyberlex/index/verify.h"

namespace cyberlex::api {
namespace {

std::string name_of_folder(std::string const& folder) {
  return std::filesystem::path(folder).filename().string();
}

}  // namespace

// ---- ServedGeneration

Result<std::shared_ptr<ServedGeneration>> ServedGeneration::open(std::string const& folder,
                                                                 ServeOptions const& options) {
  auto generation = Generation::open(folder);
  if (!generation) {
    return generation.error();
  }
  if (auto const files = options.check_files ? check_files(**generation) : size_t{0}; !files) {
    return files.error();
  }
  std::shared_ptr<ServedGeneration> out(new ServedGeneration(options.cache_bytes));
  out->generation_ = std::move(generation).value();
  out->shared_ = SearchShared::make(out->generation_);
  auto const& acts = out->generation_->acts();
  for (size_t act = 0; act < acts.size(); ++act) {
    out->by_iri_.emplace(acts[act].work.iri, static_cast<ActNum>(act));
  }
  auto first = out->open_searcher();
  if (!first) {
    return first.error();
  }
  if (Status const loaded = out->shared_->load_labels((*first)->reader()); !loaded) {
    return loaded.error();
  }
  out->idle_.push_back(std::move(first).value());
  return out;
}

ActNum ServedGeneration::act_of_iri(std::string_view iri) const {
  auto const found = by_iri_.find(iri);
  return found == by_iri_.end() ? static_cast<ActNum>(generation_->acts().size()) : found->second;
}

Result<std::unique_ptr<Searcher>> ServedGeneration::open_searcher() const {
  auto searcher = Searcher::open(generation_, shared_);
  if (!searcher) {
    return searcher.error();
  }
  return std::make_unique<Searcher>(std::move(searcher).value());
}

Result<ServedGeneration::Lease> ServedGeneration::lease() {
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Searcher> searcher = std::move(idle_.back());
      idle_.pop_back();
      return Lease(shared_from_this(), std::move(searcher));
    }
  }
  auto searcher = open_searcher();
  if (!searcher) {
    return searcher.error();
  }
  return Lease(shared_from_this(), std::move(searcher).value());
}

ServedGeneration::Lease::Lease(std::shared_ptr<ServedGeneration> home,
                               std::unique_ptr<Searcher> searcher)
    : home_(std::move(home)), searcher_(std::move(searcher)) {}

ServedGeneration::Lease::~Lease() {
  if (home_ != nullptr && searcher_ != nullptr) {
    std::lock_guard<std::mutex> const lock(home_->mutex_);
    home_->idle_.push_back(std::move(searcher_));
  }
}

// ---- Snapshots

Snapshots::Snapshots(std::string index_dir, LogFn log, ServeOptions options)
    : index_dir_(std::move(index_dir)), log_(std::move(log)), options_(options) {}

Status Snapshots::refresh() {
  std::lock_guard<std::mutex> const lock(refreshing_);
  auto const folder = current_generation(index_dir_);
  if (!folder) {
    return refuse(index_dir_, folder.error());
  }
  if (*folder == folder_) {
    refusing_.store(false);
    return Ok{};
  }
  if (*folder == refused_ && std::chrono::steady_clock::now() < retry_at_) {
    refusing_.store(true);
    return Error{.code = ErrorCode::kDamaged, .message = complaint_};
  }
  return take(*folder);
}

Status Snapshots::take(std::string const& folder) {
  auto opened = ServedGeneration::open(folder, options_);
  if (!opened) {
    return refuse(folder, opened.error());
  }
  Manifest const& manifest = (*opened)->generation().manifest();
  std::string const name = name_of_folder(folder);
  std::string const documents = std::to_string(manifest.documents);
  log_({.event = "generation-opened",
        .message = "generation " + name + " opened: " + documents + " documents, digest " +
                   manifest.digest,
        .facts = {{"generation", name}, {"documents", documents}, {"digest", manifest.digest}}});
  folder_ = folder;
  refused_.clear();
  refusing_.store(false);
  complaint_.clear();
  std::shared_ptr<ServedGeneration> dropped;  // closed after the lock is gone
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    dropped = std::exchange(previous_, std::exchange(current_, std::move(opened).value()));
    if (previous_ != nullptr) {
      previous_->answers().close();
    }
  }
  return Ok{};
}

Error Snapshots::refuse(std::string const& folder, Error error) {
  refused_ = folder;
  retry_at_ = std::chrono::steady_clock::now() + kRetryAfter;
  std::string line = "generation " + name_of_folder(folder) + " refused: " + to_string(error);
  refusing_.store(true);
  if (line != complaint_) {
    log_({.level = LogLevel::kError,
          .event = "generation-refused",
          .message = line,
          .facts = {{"generation", name_of_folder(folder)}, {"reason", to_string(error)}}});
  }
  complaint_ = std::move(line);
  return error;
}

std::shared_ptr<ServedGeneration> Snapshots::current() const {
  std::lock_guard<std::mutex> const lock(mutex_);
  return current_;
}

std::shared_ptr<ServedGeneration> Snapshots::find(std::string_view digest) const {
  std::lock_guard<std::mutex> const lock(mutex_);
  for (auto const& served : {current_, previous_}) {
    if (served != nullptr && served->generation().manifest().digest == digest) {
      return served;
    }
  }
  return nullptr;
}

// ---- Watcher

Watcher::Watcher(Snapshots& snapshots, std::chrono::milliseconds interval)
    : snapshots_(snapshots), thread_([this, interval] { run(interval); }) {}

Watcher::~Watcher() {
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_one();
  thread_.join();
}

void Watcher::run(std::chrono::milliseconds interval) {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!stop_) {
    auto const next = std::chrono::system_clock::now() + interval;
    if (stopped_.wait_until(lock, next, [this] { return stop_; })) {
      return;
    }
    lock.unlock();
    // A refusal was logged where it was met; there is nothing to add.
    (void)snapshots_.refresh();
    lock.lock();
  }
}

}  // namespace cyberlex::api
