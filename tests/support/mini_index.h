// An index in a temporary folder, for as long as the object lives.
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cyberlex/index/generation.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/index/writer.h"
#include "tests/support/act_builder.h"

namespace cyberlex::testing {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::filesystem::path const pattern_path =
        std::filesystem::temp_directory_path() / ("cyberlex-" + std::string(6, 'X'));
    std::string pattern = pattern_path.string();
    if (mkdtemp(pattern.data()) == nullptr) {
      throw std::runtime_error("no temporary folder");
    }
    path_ = pattern;
  }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string const& path() const { return path_; }

 private:
  std::string path_;
};

// A generation in a folder, of acts in whatever order they are given.
inline void write_index(std::string const& folder, std::vector<ActBuilder> acts,
                        Taxonomy const& taxonomy = {}) {
  std::ranges::sort(acts, {}, [](ActBuilder const& each) {
    return std::pair(each.act().work.jurisdiction, each.act().work.handle);
  });
  std::vector<ActRecord> records;
  std::vector<IndexDocument> documents;
  for (ActBuilder const& act : acts) {
    for (IndexDocument document : act.documents()) {
      document.record.act = static_cast<ActNum>(records.size());
      documents.push_back(std::move(document));
    }
    records.push_back(act.act());
  }
  must(write_generation({folder, 1, {}}, records, taxonomy, documents));
}

// Writes the acts, in whatever order they are given, and opens what was written.
class MiniIndex {
 public:
  explicit MiniIndex(std::vector<ActBuilder> acts, Taxonomy const& taxonomy = {}) {
    write_index(folder_.path(), std::move(acts), taxonomy);
    generation_ = must(Generation::open(must(current_generation(folder_.path()))));
  }

  std::shared_ptr<Generation const> const& generation() const { return generation_; }
  IndexReader reader() const { return must(IndexReader::open(generation_)); }
  std::string const& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
  std::shared_ptr<Generation const> generation_;
};

}  // namespace cyberlex::testing
