// Runs a fuzz target over every file below its arguments; fails when there was none.

#include <cstdint>
#include <cstdio>

#include "cyberlex/base/file.h"

extern "C" int LLVMFuzzerTestOneInput(uint8_t const* data, size_t size);

int main(int argc, char** argv) {
  size_t count = 0;
  for (int i = 1; i < argc; ++i) {
    auto const files = cyberlex::list_files(argv[i]);
    if (!files) {
      std::fprintf(stderr, "%s\n", to_string(files.error()).c_str());
      return 1;
    }
    for (std::string const& file : *files) {
      auto const bytes = cyberlex::read_file(file);
      if (!bytes) {
        std::fprintf(stderr, "%s\n", to_string(bytes.error()).c_str());
        return 1;
      }
      LLVMFuzzerTestOneInput(reinterpret_cast<uint8_t const*>(bytes->data()), bytes->size());
      ++count;
    }
  }
  std::printf("%zu inputs replayed\n", count);
  return count > 0 ? 0 : 1;
}
