#include "indexer/source_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <utility>

#include "cyberlex/base/file.h"
#include "indexer/legalize_front_matter.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

// Enough to see whether front matter or an Akoma Ntoso element opens the file.
constexpr size_t kOpening = 4096;

std::string read_opening(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(kOpening, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<size_t>(in.gcount()));
  // clean_text() would do the same to the whole file.
  bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

class FileSorter {
 public:
  explicit FileSorter(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(std::string const& path) {
    std::string const name = fs::path(path).filename().string();
    std::string const extension = fs::path(path).extension().string();
    if (name == "act.yaml") {
      out_.push_back({path, SourceFormat::kActFolder});
    } else if (extension == ".md") {
      add_markdown(path);
    } else if (extension == ".xml" || extension == ".akn") {
      add_xml(path);
    } else if (!belongs_to_act(path)) {
      leave_out(path, "of no format that is read here");
    }
  }
  std::vector<SourceFile> take() { return std::move(out_); }

 private:
  void leave_out(std::string const& path, std::string const& why) {
    diagnostics_.note({path, 0, 0}, why + ", left out");
  }
  static bool belongs_to_act(std::string const& path) {
    fs::path const file(path);
    std::error_code failed;
    return file.extension() == ".yaml" && fs::exists(file.parent_path() / "act.yaml", failed);
  }
  void add_markdown(std::string const& path) {
    if (opens_with_front_matter(read_opening(path))) {
      out_.push_back({path, SourceFormat::kLegalize});
    } else {
      leave_out(path, "Markdown without front matter");
    }
  }
  // A byte order mark of UTF-16 hides the element's name; the reader will see.
  void add_xml(std::string const& path) {
    std::string const opening = read_opening(path);
    bool const wide = opening.starts_with("\xFF\xFE") || opening.starts_with("\xFE\xFF");
    if (wide || opening.find("akomaNtoso") != std::string::npos) {
      out_.push_back({path, SourceFormat::kAkomaNtoso});
    } else {
      leave_out(path, "XML, and not Akoma Ntoso");
    }
  }

  Diagnostics& diagnostics_;
  std::vector<SourceFile> out_;
};

std::string normal(std::string const& path) {
  return fs::path(path).lexically_normal().string();
}

}  // namespace

Result<std::vector<SourceFile>> find_source_files(std::vector<std::string> const& roots,
                                                  Diagnostics& diagnostics) {
  std::set<std::string> paths;
  for (std::string const& root : roots) {
    Result<std::vector<std::string>> const files = list_files(root);
    if (!files) {
      return files.error();
    }
    for (std::string const& file : *files) {
      paths.insert(normal(file));
    }
  }
  FileSorter sorter(diagnostics);
  for (std::string const& path : paths) {
    sorter.add(path);
  }
  return sorter.take();
}

}  // namespace cyberlex
