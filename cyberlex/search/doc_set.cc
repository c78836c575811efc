#include "cyberlex/search/doc_set.h"

#include <algorithm>
#include <roaring/roaring.hh>

namespace cyberlex {

struct DocSet::State {
  Roaring bits;
};

DocSet::DocSet() : state_(std::make_unique<State>()) {}
DocSet::~DocSet() = default;
DocSet::DocSet(DocSet const& other) : state_(std::make_unique<State>(*other.state_)) {}
DocSet& DocSet::operator=(DocSet const& other) {
  if (this != &other) {
    state_ = std::make_unique<State>(*other.state_);
  }
  return *this;
}
// A set that was moved from may only be assigned to or destroyed.
DocSet::DocSet(DocSet&&) noexcept = default;
DocSet& DocSet::operator=(DocSet&&) noexcept = default;

DocSet DocSet::range(DocNum first, DocNum last) {
  DocSet out;
  if (first < last) {
    out.state_->bits.addRange(first, last);
  }
  return out;
}

DocSet DocSet::of(std::span<DocNum const> docs) {
  DocSet out;
  out.state_->bits.addMany(docs.size(), docs.data());
  return out;
}

uint64_t DocSet::size() const {
  return state_->bits.cardinality();
}
bool DocSet::empty() const {
  return state_->bits.isEmpty();
}
bool DocSet::contains(DocNum doc) const {
  return state_->bits.contains(doc);
}
bool DocSet::operator==(DocSet const& other) const {
  return state_->bits == other.state_->bits;
}

DocSet& DocSet::operator&=(DocSet const& other) {
  state_->bits &= other.state_->bits;
  return *this;
}

DocSet& DocSet::operator|=(DocSet const& other) {
  state_->bits |= other.state_->bits;
  return *this;
}

DocSet& DocSet::operator-=(DocSet const& other) {
  state_->bits -= other.state_->bits;
  return *this;
}

uint64_t DocSet::size_of_common(DocSet const& other) const {
  return state_->bits.and_cardinality(other.state_->bits);
}

std::vector<DocNum> DocSet::to_vector() const {
  std::vector<DocNum> out(size());
  if (!out.empty()) {
    state_->bits.toUint32Array(out.data());
  }
  return out;
}

std::vector<DocNum> DocSet::slice(uint64_t rank, uint64_t count) const {
  uint64_t const held = size();
  if (rank >= held) {
    return {};
  }
  // Not rangeUint32Array: it writes out a whole container for ten of its values.
  std::vector<DocNum> out;
  uint32_t first = 0;
  if (count == 0 || !state_->bits.select(static_cast<uint32_t>(rank), &first)) {
    return out;
  }
  out.reserve(std::min(count, held - rank));
  auto at = state_->bits.begin();
  for (at.equalorlarger(first); at != state_->bits.end() && out.size() < count; ++at) {
    out.push_back(*at);
  }
  return out;
}

void DocSet::compact() {
  state_->bits.runOptimize();
  state_->bits.shrinkToFit();
}

void DocMask::append_common(std::span<DocNum const> docs, std::vector<DocNum>& out) const {
  size_t kept = out.size();
  out.resize(kept + docs.size());
  for (DocNum const doc : docs) {
    out[kept] = doc;
    kept += has(doc) ? 1 : 0;
  }
  out.resize(kept);
}

BitArray::BitArray(DocSet const& set, size_t documents) : words_((documents + 63) / 64) {
  for (DocNum const doc : set.to_vector()) {
    words_[doc >> 6] |= uint64_t{1} << (doc & 63);
  }
}

}  // namespace cyberlex
