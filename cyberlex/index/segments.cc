#include "cyberlex/index/segments.h"

#include <algorithm>
#include <map>

#include "cyberlex/index/codec.h"

namespace cyberlex {

template <typename Codec, Is<SegmentRun> R>
void describe(Codec& codec, R& run) {
  codec(run.local, run.first, run.count);
}

// A pair has no describe() of its own.
struct DeadTerm {
  std::string term;
  uint32_t documents = 0;
};
template <typename Codec, Is<DeadTerm> R>
void describe(Codec& codec, R& dead) {
  codec(dead.term, dead.documents);
}

namespace {

struct StoredSegment {
  SegmentRecord record;
  std::vector<DeadTerm> dead;
};

Error damaged(char const* message) {
  return {ErrorCode::kDamaged, message};
}

bool ascends(SegmentRecord const& segment) {
  uint64_t local = 0;
  uint64_t first = 0;
  for (SegmentRun const& run : segment.runs) {
    bool const fits = run.count > 0 && run.local >= local && run.first >= first;
    local = uint64_t{run.local} + run.count;
    first = uint64_t{run.first} + run.count;
    if (!fits || local > segment.documents) {
      return false;
    }
  }
  return std::is_sorted(segment.dead.begin(), segment.dead.end());
}

// Every document lives, under its own number.
bool is_whole(SegmentRecord const& segment, uint64_t documents) {
  bool const one =
      segment.runs.size() == 1 && segment.runs[0] == SegmentRun{0, 0, segment.documents};
  return segment.documents == documents && segment.dead.empty() && (one || documents == 0);
}

}  // namespace

template <typename Codec, Is<StoredSegment> R>
void describe(Codec& codec, R& stored) {
  codec(stored.record.name, stored.record.seal, stored.record.documents, stored.record.runs);
  codec(stored.record.languages, stored.dead);
}

std::string encode_segments(std::vector<SegmentRecord> const& segments) {
  std::vector<StoredSegment> stored;
  for (SegmentRecord const& segment : segments) {
    stored.push_back({segment, {}});
    for (auto const& [term, documents] : segment.dead) {
      stored.back().dead.push_back({term, documents});
    }
  }
  return to_bytes(stored);
}

Result<std::vector<SegmentRecord>> decode_segments(std::string_view bytes) {
  Result<std::vector<StoredSegment>> stored =
      from_bytes<std::vector<StoredSegment>>(bytes, "segments");
  if (!stored) {
    return stored.error();
  }
  std::vector<SegmentRecord> out;
  for (StoredSegment& each : *stored) {
    for (DeadTerm& dead : each.dead) {
      each.record.dead.emplace_back(std::move(dead.term), dead.documents);
    }
    out.push_back(std::move(each.record));
  }
  return out;
}

Result<SegmentMap> SegmentMap::make(std::vector<SegmentRecord> const& segments,
                                    uint64_t documents) {
  SegmentMap map;
  uint64_t held = 0;
  for (SegmentRecord const& segment : segments) {
    if (!ascends(segment)) {
      return damaged("the runs of a segment do not ascend");
    }
    for (SegmentRun const& run : segment.runs) {
      held += run.count;
    }
  }
  if (held != documents) {
    return damaged("segments and manifest differ in the number of documents");
  }
  map.plain_ = segments.size() == 1 && is_whole(segments[0], documents);
  if (map.plain_) {
    return map;
  }
  map.places_.resize(documents, {kDead, 0});
  std::map<std::string, uint32_t> dead;
  for (uint32_t number = 0; number < segments.size(); ++number) {
    SegmentRecord const& segment = segments[number];
    std::vector<DocNum>& numbers = map.numbers_.emplace_back(segment.documents, kDead);
    for (SegmentRun const& run : segment.runs) {
      for (uint32_t i = 0; i < run.count; ++i) {
        if (run.first + i >= documents || map.places_[run.first + i].segment != kDead) {
          return damaged("a document is in two segments");
        }
        map.places_[run.first + i] = {number, run.local + i};
        numbers[run.local + i] = run.first + i;
      }
    }
    for (auto const& [term, count] : segment.dead) {
      dead[term] += count;
    }
  }
  map.dead_.assign(dead.begin(), dead.end());
  return map;
}

uint32_t SegmentMap::dead(std::string_view term) const {
  auto const found =
      std::lower_bound(dead_.begin(), dead_.end(), term,
                       [](auto const& entry, std::string_view t) { return entry.first < t; });
  return found != dead_.end() && found->first == term ? found->second : 0;
}

}  // namespace cyberlex
