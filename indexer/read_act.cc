#include "indexer/read_act.h"

#include "cyberlex/base/file.h"

namespace cyberlex {
namespace {

// No statute is larger; what claims to be is refused before it is read.
constexpr size_t kLargestFile = size_t{256} << 20;

}  // namespace

ReadAct read_act(SourceFile const& source, Diagnostics& diagnostics) {
  if (source.format == SourceFormat::kActFolder) {
    return read_act_folder(source.path, diagnostics);
  }
  std::optional<std::string> const bytes = read_source(source, diagnostics);
  return bytes ? read_act(source, *bytes, diagnostics) : ReadAct();
}

std::optional<std::string> read_source(SourceFile const& source, Diagnostics& diagnostics) {
  Result<std::string> bytes = read_file(source.path, kLargestFile);
  if (!bytes) {
    diagnostics.warning({source.path, 0, 0}, bytes.error().message);
    return std::nullopt;
  }
  return std::move(*bytes);
}

ReadAct read_act(SourceFile const& source, std::string_view bytes, Diagnostics& diagnostics) {
  return source.format == SourceFormat::kLegalize
             ? read_legalize(bytes, source.path, diagnostics)
             : read_akoma_ntoso(bytes, source.path, diagnostics);
}

}  // namespace cyberlex
