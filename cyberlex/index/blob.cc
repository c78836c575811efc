#include "cyberlex/index/blob.h"

#include <zstd.h>

#include <new>

namespace cyberlex {
namespace {

constexpr char kRaw = 'r';
constexpr char kZstd = 'z';
// Shorter texts gain nothing.
constexpr size_t kWorthwhile = 96;
constexpr int kLevel = 3;

Error damaged() {
  return {ErrorCode::kDamaged, "stored text cannot be unpacked"};
}

}  // namespace

struct BlobCodec::State {
  ZSTD_CCtx* compress = ZSTD_createCCtx();
  ZSTD_DCtx* decompress = ZSTD_createDCtx();
  State() = default;
  State(State const&) = delete;
  State& operator=(State const&) = delete;
  ~State() {
    ZSTD_freeCCtx(compress);
    ZSTD_freeDCtx(decompress);
  }
};

BlobCodec::BlobCodec() : state_(std::make_unique<State>()) {
  if (state_->compress == nullptr || state_->decompress == nullptr) {
    throw std::bad_alloc();
  }
}
BlobCodec::~BlobCodec() = default;
BlobCodec::BlobCodec(BlobCodec&&) noexcept = default;
BlobCodec& BlobCodec::operator=(BlobCodec&&) noexcept = default;

Result<std::string> BlobCodec::pack(std::string_view bytes) {
  if (bytes.size() > kLargestBlob) {
    return Error{ErrorCode::kBadInput,
                 "text of more than " + std::to_string(kLargestBlob) + " bytes in one provision"};
  }
  if (bytes.size() >= kWorthwhile) {
    std::string out(1 + ZSTD_compressBound(bytes.size()), kZstd);
    size_t const size = ZSTD_compressCCtx(state_->compress, out.data() + 1, out.size() - 1,
                                          bytes.data(), bytes.size(), kLevel);
    if (ZSTD_isError(size) == 0 && size < bytes.size()) {
      out.resize(1 + size);
      return out;
    }
  }
  return std::string(1, kRaw).append(bytes);
}

Result<std::string> BlobCodec::unpack(std::string_view packed) {
  if (packed.empty()) {
    return damaged();
  }
  std::string_view const bytes = packed.substr(1);
  if (packed.front() == kRaw) {
    return std::string(bytes);
  }
  unsigned long long const size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (packed.front() != kZstd || size > kLargestBlob) {  // zstd's two error values are larger, too
    return damaged();
  }
  std::string out(static_cast<size_t>(size), '\0');
  size_t const got =
      ZSTD_decompressDCtx(state_->decompress, out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0 || got != out.size()) {
    return damaged();
  }
  return out;
}

}  // namespace cyberlex
