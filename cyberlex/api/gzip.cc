#include "cyberlex/api/gzip.h"

#include <zlib.h>

#include <limits>

namespace cyberlex::api {
namespace {

constexpr int kLevel = 4;       // JSON of statutes: 6 saves another 2 % for twice the time
constexpr int kGzip = 15 + 16;  // largest window, gzip wrapper
constexpr int kMemory = 8;

}  // namespace

std::string gzip(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<uInt>::max() / 2) {
    return {};
  }
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  // zlib's input pointer is const in fact though not in type.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<Bytef const*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  int const done = deflate(&stream, Z_FINISH);
  out.resize(done == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace cyberlex::api
