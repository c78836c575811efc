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
  Result<std::string> const bytes = read_file(source.path, kLargestFile);
  if (!bytes) {
    diagnostics.warning({source.path, 0, 0}, bytes.error().message);
    return {};
  }
  return source.format == SourceFormat::kLegalize
             ? read_legalize(*bytes, source.path, diagnostics)
             : read_akoma_ntoso(*bytes, source.path, diagnostics);
}

}  // namespace cyberlex
