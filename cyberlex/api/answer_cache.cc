#include "cyberlex/api/answer_cache.h"

#include <utility>

namespace cyberlex::api {
namespace {

// A spelling is a key and a canonical request: short beside an answer.
constexpr size_t kSpellingsPart = 8;

size_t size_of(ReadyAnswer const& answer) {
  return sizeof answer + answer.canonical.size() + answer.etag.size() + answer.content_type.size() +
         answer.next_url.size() + answer.body.size() + answer.packed.size();
}

// Each text with its length before it, so that no two requests are written alike.
std::string spelling_of(Request const& request, Date today) {
  std::string out = today.to_string();
  auto const add = [&out](std::string_view text) {
    out.append(std::to_string(text.size())).append(1, ':').append(text);
  };
  add(request.accept);
  add(request.accept_language);
  add(request.accept_datetime);
  add(request.path);
  for (auto const& [name, value] : request.query) {
    add(name);
    add(value);
  }
  return out;
}

}  // namespace

AnswerCache::AnswerCache(size_t bytes)
    : enabled_(bytes > 0),
      answers_(bytes - bytes / kSpellingsPart),
      spellings_(bytes / kSpellingsPart) {}

std::shared_ptr<ReadyAnswer const> AnswerCache::find_spelling(Request const& request, Date today) {
  if (!enabled_) {
    return nullptr;
  }
  auto const canonical = spellings_.find(spelling_of(request, today));
  auto answer = canonical == nullptr ? nullptr : answers_.find(*canonical);
  if (answer != nullptr) {
    hits_.fetch_add(1, std::memory_order_relaxed);
  }
  return answer;
}

std::shared_ptr<ReadyAnswer const> AnswerCache::find(std::string_view canonical) {
  auto answer = enabled_ ? answers_.find(canonical) : nullptr;
  (answer == nullptr ? misses_ : hits_).fetch_add(1, std::memory_order_relaxed);
  return answer;
}

void AnswerCache::note_spelling(Request const& request, Date today, std::string const& canonical) {
  if (enabled_) {
    spellings_.put(spelling_of(request, today), std::make_shared<std::string const>(canonical),
                   sizeof(std::string) + canonical.size());
  }
}

void AnswerCache::put(std::shared_ptr<ReadyAnswer const> answer) {
  if (enabled_) {
    std::string key = answer->canonical;
    size_t const size = size_of(*answer);
    answers_.put(std::move(key), std::move(answer), size);
  }
}

void AnswerCache::close() {
  answers_.close();
  spellings_.close();
}

CacheCounters AnswerCache::counters() const {
  return {.hits = hits_.load(std::memory_order_relaxed),
          .misses = misses_.load(std::memory_order_relaxed),
          .evicted = answers_.evicted(),
          .entries = answers_.entries(),
          .bytes = answers_.bytes() + spellings_.bytes()};
}

}  // namespace cyberlex::api
