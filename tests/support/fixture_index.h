// The index of tests/fixtures, built once a process by the real program, named by CYBERLEX_INDEXER.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "cyberlex/index/reader.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex {

class FixtureIndex {
 public:
  // The folder of the index; the test fails when it cannot be built.
  static std::string const& folder() { return instance().folder_; }

  static std::shared_ptr<Generation const> generation() {
    Result<std::string> const current = current_generation(folder());
    return std::move(Generation::open(current.value())).value();
  }
  static IndexReader reader() { return std::move(IndexReader::open(generation())).value(); }

  ~FixtureIndex() { std::filesystem::remove_all(folder_); }
  FixtureIndex(FixtureIndex const&) = delete;
  FixtureIndex& operator=(FixtureIndex const&) = delete;

 private:
  FixtureIndex()
      : folder_((std::filesystem::temp_directory_path() /
                 ("cyberlex-fixture-" + std::to_string(::getpid())))
                    .string()) {
    std::filesystem::create_directories(folder_);
    std::string const fixtures = CYBERLEX_SOURCE_DIR "/tests/fixtures";
    std::string const command = "'" CYBERLEX_INDEXER "' build --corpus '" + fixtures +
                                "/corpus' --mappings '" + fixtures + "/mappings' --index '" +
                                folder_ + "' --progress none >/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
  }

  static FixtureIndex const& instance() {
    static FixtureIndex const index;
    return index;
  }

  std::string folder_;
};

inline Date day(char const* text) {
  return Date::parse(text).value();
}
inline Handle handle(char const* text) {
  return parse_handle(text).value();
}

}  // namespace cyberlex
