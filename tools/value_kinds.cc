#include "tools/value_kinds.h"

#include <algorithm>

#include "cyberlex/search/parameters.h"

namespace cyberlex::tools {
namespace {

std::string in_capitals(std::string_view name) {
  std::string out(name);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

}  // namespace

std::string kind_of_parameter(std::string_view name) {
  auto const param = find_parameter(name);
  return param && info_of(*param).facet ? in_capitals(name) : std::string(kAnything);
}

std::string facet_of_kind(std::string_view kind) {
  if (kind == kHandle) {
    return std::string(info_of(Param::kAct).name);
  }
  std::vector<std::string> const names = facet_names();
  auto const found = std::find_if(names.begin(), names.end(), [kind](std::string const& name) {
    return in_capitals(name) == kind;
  });
  return found == names.end() ? std::string() : *found;
}

std::vector<std::string> choices_of_kind(std::string_view kind) {
  std::vector<std::string> out;
  if (kind.find('|') == std::string_view::npos) {
    return out;
  }
  while (!kind.empty()) {
    size_t const end = std::min(kind.find('|'), kind.size());
    out.emplace_back(kind.substr(0, end));
    kind.remove_prefix(std::min(end + 1, kind.size()));
  }
  return out;
}

std::vector<std::string> facet_names() {
  std::vector<std::string> out;
  for (ParamInfo const& row : parameters()) {
    if (row.facet) {
      out.emplace_back(row.name);
    }
  }
  return out;
}

}  // namespace cyberlex::tools
