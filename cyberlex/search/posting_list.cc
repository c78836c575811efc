#include "cyberlex/search/posting_list.h"

#include <algorithm>
#include <array>

namespace cyberlex {
namespace {

constexpr size_t kFewest = 8;   // postings read from disk after a seek
constexpr size_t kBlock = 256;  // and while every one is used
constexpr size_t kLoad = 4096;  // when all are wanted
constexpr size_t kGrowth = 4;

}  // namespace

void PostingList::add(std::span<DocNum const> docs, std::span<uint32_t const> frequencies) {
  docs_.insert(docs_.end(), docs.begin(), docs.end());
  for (size_t i = 0; i < docs.size(); ++i) {
    frequencies_.push_back(static_cast<uint8_t>(std::min<uint32_t>(frequencies[i], kApart)));
    if (frequencies[i] >= kApart) {
      apart_.emplace_back(docs[i], frequencies[i]);
    }
  }
}

void PostingList::clear() {
  docs_.clear();
  frequencies_.clear();
  apart_.clear();
}

void PostingList::reserve(size_t postings) {
  docs_.reserve(postings);
  frequencies_.reserve(postings);
}

uint64_t PostingList::bytes() const {
  return docs_.capacity() * sizeof(DocNum) + frequencies_.capacity() +
         apart_.capacity() * sizeof(apart_.front());
}

uint32_t PostingList::frequency_apart(DocNum doc) const {
  return std::lower_bound(apart_.begin(), apart_.end(), std::pair(doc, uint32_t{0}))->second;
}

PostingList load_postings(IndexReader const& reader, std::string const& term, Budget& budget) {
  std::vector<DocNum> docs(kLoad);
  std::vector<uint32_t> frequencies(kLoad);
  PostingList out;
  out.reserve(reader.document_frequency(term));
  PostingCursor postings = reader.postings(term);
  while (size_t const count = postings.read(docs, frequencies)) {
    out.add(std::span(docs).first(count), std::span(frequencies).first(count));
    budget.spend(static_cast<uint32_t>(count));
  }
  return out;
}

PostingWalk::PostingWalk(std::shared_ptr<PostingList const> list)
    : list_(std::move(list)), docs_(list_->docs()) {
  stand_at(0);
}

PostingWalk::PostingWalk(PostingCursor postings)
    : stream_(std::make_unique<Stream>(
          Stream{std::move(postings), std::make_shared<PostingList>(), kFewest})) {
  list_ = stream_->block;
  read_on();
}

void PostingWalk::stand_at(size_t at) {
  at_ = at;
  doc_ = at < docs_.size() ? docs_[at] : kNoMoreDocs;
}

void PostingWalk::read_on() {
  if (stream_ == nullptr) {
    stand_at(docs_.size());
    return;
  }
  std::array<DocNum, kBlock> docs;
  std::array<uint32_t, kBlock> frequencies;
  size_t const count = stream_->postings.read(std::span(docs).first(stream_->room),
                                              std::span(frequencies).first(stream_->room));
  stream_->room = std::min(stream_->room * kGrowth, kBlock);
  stream_->block->clear();
  stream_->block->add(std::span(docs).first(count), std::span(frequencies).first(count));
  docs_ = stream_->block->docs();
  stand_at(0);
}

void PostingWalk::seek_further(DocNum target) {
  if (stream_ == nullptr || (!docs_.empty() && docs_.back() >= target)) {
    stand_at(gallop(docs_, at_, target));
    return;
  }
  stream_->postings.seek(target);
  stream_->room = kFewest;
  read_on();
}

size_t gallop(std::span<DocNum const> docs, size_t from, DocNum target) {
  size_t step = 1;
  size_t low = from;
  while (low + step < docs.size() && docs[low + step] < target) {
    low += step;
    step *= 2;
  }
  auto const first = docs.begin() + static_cast<std::ptrdiff_t>(std::min(low, docs.size()));
  auto const last =
      docs.begin() + static_cast<std::ptrdiff_t>(std::min(low + step + 1, docs.size()));
  return static_cast<size_t>(std::lower_bound(first, last, target) - docs.begin());
}

}  // namespace cyberlex
