// Whether a short list holds a name. For the answers of this folder.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace cyberlex {

inline bool is_among(std::vector<std::string> const& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace cyberlex
