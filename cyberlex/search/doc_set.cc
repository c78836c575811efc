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
  std::vector<DocNum> out(std::min(count, held - rank));
  if (!out.empty()) {
    state_->bits.rangeUint32Array(out.data(), rank, out.size());
  }
  return out;
}

void DocSet::compact() {
  state_->bits.runOptimize();
  state_->bits.shrinkToFit();
}

BitArray::BitArray(DocSet const& set, size_t documents) : words_((documents + 63) / 64) {
  for (DocNum const doc : set.to_vector()) {
    words_[doc >> 6] |= uint64_t{1} << (doc & 63);
  }
}

}  // namespace cyberlex
