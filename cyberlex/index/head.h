// The head of a generation: what is written anew each time, whatever segments are handed on.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/columns.h"
#include "cyberlex/index/manifest.h"
#include "cyberlex/index/segment_plan.h"
#include "cyberlex/index/segment_writer.h"
#include "cyberlex/index/writer.h"

namespace cyberlex {

// What is gathered from all documents.
struct Gathered {
  Columns columns;
  std::vector<std::string> eids;
};

// Reads every record, new or kept, in document order. `counts` is that of the new segment.
Status gather(IndexInput const& input, SegmentPlan const& plan, SegmentCounts const& counts,
              Gathered& out);

// Schema, engine and counts; the digest stays.
void fill_manifest(IndexInput const& input, Columns const& columns, Manifest& manifest);

// Everything a head says. Views.
struct Head {
  Manifest const& manifest;
  Gathered const& gathered;
  IndexInput const& input;
  std::vector<SegmentRecord> const& segments;
  HeldActs const& held;
};
// Writes it as a database into a folder, which may exist. kUnavailable when it cannot.
Status write_head_folder(std::string const& folder, Head const& head);

}  // namespace cyberlex
