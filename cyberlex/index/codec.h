// The bytes of stored values: one description of a struct's fields serves writing and reading.
//
// A struct is described once, as describe(codec, value) { codec(value.a, value.b, …); }, found in
// namespace cyberlex. Numbers are LEB128 varints (signed ones zigzag), strings and lists begin with
// their length, an optional with 0 or 1. There is one way to write a value, so whatever decodes
// encodes to the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/base/result.h"
#include "cyberlex/index/decoder.h"
#include "cyberlex/index/encoder.h"

namespace cyberlex {

template <typename T>
std::string to_bytes(T const& value) {
  Encoder encoder;
  encoder(value);
  return encoder.take();
}

// kDamaged, naming `what`, unless all of the bytes are one T.
template <typename T>
Result<T> from_bytes(std::string_view bytes, char const* what) {
  Decoder decoder(bytes);
  T value;
  decoder(value);
  if (!decoder.finished()) {
    return Error{ErrorCode::kDamaged, std::string("stored ") + what + " cannot be decoded"};
  }
  return value;
}

}  // namespace cyberlex
