// Which segments a build hands on, what it writes anew, and where every document then lies. Pure.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/index/segment_writer.h"
#include "cyberlex/index/segments.h"
#include "cyberlex/index/writer.h"

namespace cyberlex {

// A build is full when what it would write and what would be dead is more than this share.
inline constexpr uint64_t kMostChangedPercent = 20;
inline constexpr size_t kMostSegments = 4;

// A segment that is handed on.
struct KeptSegment {
  uint32_t number = 0;             // in the generation before
  SegmentRecord record;            // with its new runs; languages and dead as they were
  std::vector<ActNum> newly_dead;  // acts of the generation before
};

struct SegmentPlan {
  std::vector<DocNum> first;  // by act: its first document; one more at the end
  std::vector<KeptSegment> kept;
  std::vector<bool> is_kept;         // by act: its documents lie in a kept segment
  std::vector<SegmentPiece> pieces;  // of the new segment; views into the input
  std::vector<SegmentRun> runs;      // of the new segment
  std::string why;                   // why a build is full; empty when it is not
};

// REQUIRES: as write_index().
SegmentPlan plan_segments(IndexInput const& input);

}  // namespace cyberlex
