// The folder of an index: its lock, its generations, and which of them is current.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/result.h"

namespace cyberlex {

// Holds an index folder for one build, until destroyed or the process dies.
class IndexFolder {
 public:
  // Makes the folder when missing, and removes what dead builds left in it. kUnavailable when it
  // cannot make it, or another build holds it.
  static Result<IndexFolder> lock(std::string const& path);
  ~IndexFolder();
  IndexFolder(IndexFolder&& other) noexcept;
  IndexFolder& operator=(IndexFolder&&) = delete;

  // An empty folder for this build.
  Result<std::string> make_building_folder();
  // Moves a finished folder to the generation of this digest and returns its new place. One that
  // exists under that name is never touched: a number is appended.
  Result<std::string> adopt(std::string const& built, std::string const& digest);
  // The folder of a generation of this digest that has not been numbered; it may not exist.
  std::string generation_of(std::string const& digest) const;
  // The names of the generations that are there, sorted.
  std::vector<std::string> generations() const;
  // Makes a generation the current one; atomic, and durable when it returns.
  Status point_to(std::string const& generation) const;
  // The same, keeps the one before, removes the others.
  Status publish(std::string const& generation);

 private:
  IndexFolder(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  void remove_where(std::function<bool(std::string_view name)> const& condition) const;

  std::string path_;
  int lock_ = -1;
};

}  // namespace cyberlex
