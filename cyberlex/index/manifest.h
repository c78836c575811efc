// What a generation says about itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cyberlex/base/result.h"

namespace cyberlex {

struct Manifest {
  uint32_t schema = 0;     // schema::kVersion of the writer
  std::string engine;      // version of the program that wrote it
  std::string digest;      // SHA-256 over the sorted logical records: same input, same digest,
                           // whatever the order of files or the number of jobs
  uint64_t documents = 0;  // provision states
  uint64_t provisions = 0;
  uint64_t acts = 0;
  uint64_t expressions = 0;
  uint64_t limbs = 0;
  uint64_t clauses = 0;
  uint64_t mappings = 0;
  uint64_t concepts = 0;

  bool operator==(Manifest const&) const = default;
};

std::string encode(Manifest const& manifest);
Result<Manifest> decode_manifest(std::string_view bytes);

}  // namespace cyberlex
