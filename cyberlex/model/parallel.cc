#include "cyberlex/model/parallel.h"

#include <charconv>
#include <cstdint>
#include <string>

namespace cyberlex {
namespace {

constexpr std::string_view kArticle = "art_";

// Above every article; with any offset added it is still a number.
constexpr int64_t kMostNumber = int64_t{1} << 40;

// N of "art_N" or "art_N__…".
std::optional<int64_t> article_number(EId const& eid) {
  std::string const unit = eid.unit().text();
  if (!unit.starts_with(kArticle)) {
    return std::nullopt;
  }
  int64_t number = 0;
  char const* const end = unit.data() + unit.size();
  auto const [stop, fault] = std::from_chars(unit.data() + kArticle.size(), end, number);
  bool const plain = fault == std::errc() && stop == end && number > 0 && number <= kMostNumber;
  return plain ? std::optional(number) : std::nullopt;
}

// The same place under another article number; articles count from 1.
std::optional<EId> renumbered(EId const& eid, int64_t number) {
  if (number < 1) {
    return std::nullopt;
  }
  std::string const below = eid.text().substr(eid.unit().text().size());
  Result<EId> out = EId::parse(std::string(kArticle) + std::to_string(number) + below);
  return out ? std::optional(std::move(out).value()) : std::nullopt;
}

bool is_numbered(ParallelNumbering const& parallel, int64_t own) {
  std::optional<int64_t> const first = article_number(parallel.first);
  std::optional<int64_t> const last = article_number(parallel.last);
  return first && last && own >= *first && own <= *last;
}

}  // namespace

std::optional<EId> from_parallel(ParallelNumbering const& parallel, EId const& other) {
  std::optional<int64_t> const number = article_number(other);
  if (!number || !is_numbered(parallel, *number - parallel.offset)) {
    return std::nullopt;
  }
  return renumbered(other, *number - parallel.offset);
}

std::optional<EId> to_parallel(ParallelNumbering const& parallel, EId const& own) {
  std::optional<int64_t> const number = article_number(own);
  if (!number || !is_numbered(parallel, *number)) {
    return std::nullopt;
  }
  return renumbered(own, *number + parallel.offset);
}

}  // namespace cyberlex
