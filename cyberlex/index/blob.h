// Bytes compressed by zstd where that saves something.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cyberlex/base/result.h"

namespace cyberlex {

// Longer blobs are refused on both sides.
inline constexpr size_t kLargestBlob = size_t{1} << 28;

// Packs and unpacks. A packed blob is one letter, 'r' raw or 'z' zstd, and the bytes.
// Thread rule: one object, one thread; it keeps zstd's working memory.
class BlobCodec {
 public:
  BlobCodec();
  ~BlobCodec();
  BlobCodec(BlobCodec&&) noexcept;
  BlobCodec& operator=(BlobCodec&&) noexcept;

  // kBadInput above kLargestBlob.
  Result<std::string> pack(std::string_view bytes);
  // kDamaged when pack() cannot have made it.
  Result<std::string> unpack(std::string_view packed);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
