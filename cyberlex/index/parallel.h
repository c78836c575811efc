// Runs independent parts of a job on several threads.
#pragma once

#include <cstddef>
#include <functional>

#include "cyberlex/base/result.h"

namespace cyberlex {

// Calls work(0) … work(parts - 1), each once, on at most `jobs` threads (the caller's among them),
// and waits. After a failure no further part begins, and the error of the first part that failed is
// returned; an exception counts as kUnavailable.
Status run_parts(int jobs, size_t parts, std::function<Status(size_t part)> const& work);

}  // namespace cyberlex
