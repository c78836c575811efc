// What has to be subtracted from a segment's counts because documents of it are no longer there.
#pragma once

#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/held.h"
#include "cyberlex/index/segments.h"

namespace cyberlex {

// Adds the terms of the documents of `acts`, which lie in the segment, to the dead of `segment`,
// and takes them out of its languages. Errors: kDamaged.
Status bury(HeldGeneration const& before, std::vector<ActNum> const& acts, SegmentRecord& segment);

}  // namespace cyberlex
