#include "cyberlex/index/roll_back.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "cyberlex/index/generation.h"
#include "cyberlex/index/index_folder.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

std::string listed(std::vector<std::string> const& names) {
  std::string out;
  for (std::string const& name : names) {
    out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

// Which of the others is meant.
Result<std::string> choose(std::vector<std::string> const& others, std::string const& to,
                           std::string const& index_dir) {
  if (others.empty()) {
    return Error{ErrorCode::kNotFound, "there is no other generation to go back to", index_dir};
  }
  if (to.empty() && others.size() > 1) {
    return Error{ErrorCode::kBadInput,
                 "several generations are there: name one of " + listed(others), index_dir};
  }
  std::string const& wanted = to.empty() ? others.front() : to;
  if (std::find(others.begin(), others.end(), wanted) == others.end()) {
    return Error{ErrorCode::kNotFound,
                 "no other generation of the name " + wanted + "; there is " + listed(others),
                 index_dir};
  }
  return wanted;
}

}  // namespace

Result<RolledBack> roll_back(std::string const& index_dir, std::string const& to, int jobs) {
  std::error_code fault;
  if (!fs::is_directory(index_dir, fault)) {
    return Error{ErrorCode::kNotFound, "no index there", index_dir};
  }
  Result<IndexFolder> folder = IndexFolder::lock(index_dir);
  if (!folder) {
    return folder.error();
  }
  Result<std::string> const current = current_generation(index_dir);
  RolledBack out;
  out.from = current ? fs::path(*current).filename().string() : "";
  std::vector<std::string> others = folder->generations();
  std::erase(others, out.from);
  Result<std::string> chosen = choose(others, to, index_dir);
  if (!chosen) {
    return chosen.error();
  }
  out.to = std::move(chosen).value();
  std::string const path = (fs::path(index_dir) / out.to).string();
  if (auto const sound = verify_generation(path, jobs); !sound) {
    return sound.error();
  }
  Result<std::shared_ptr<Generation const>> const opened = Generation::open(path);
  if (!opened) {
    return opened.error();
  }
  out.manifest = (*opened)->manifest();
  if (Status const pointed = folder->point_to(path); !pointed) {
    return pointed.error();
  }
  return out;
}

}  // namespace cyberlex
