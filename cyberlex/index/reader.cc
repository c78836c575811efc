#include "cyberlex/index/reader.h"

#include <xapian.h>

#include <exception>

#include "cyberlex/index/blob.h"
#include "cyberlex/index/record.h"
#include "cyberlex/index/store.h"

namespace cyberlex {
namespace {

// Runs what touches Xapian; its exceptions become ours.
template <typename Action>
auto guarded(Action const& action) {
  try {
    return action();
  } catch (Xapian::Error const& e) {
    throw ReaderDamaged{"postings cannot be read: " + e.get_description()};
  }
}

Xapian::docid to_docid(DocNum doc) {
  return doc + 1;
}

}  // namespace

struct PostingCursor::State {
  Xapian::PostingIterator at;
  Xapian::PostingIterator end;

  DocNum doc() const { return at == end ? kNoMoreDocs : *at - 1; }
};

PostingCursor::PostingCursor(std::unique_ptr<State> state) : state_(std::move(state)) {
  doc_ = state_->doc();
}
PostingCursor::PostingCursor(PostingCursor&&) noexcept = default;
PostingCursor& PostingCursor::operator=(PostingCursor&&) noexcept = default;
PostingCursor::~PostingCursor() = default;

uint32_t PostingCursor::frequency() const {
  return guarded([this] { return state_->at.get_wdf(); });
}

void PostingCursor::next() {
  guarded([this] {
    ++state_->at;
    doc_ = state_->doc();
  });
}

void PostingCursor::seek(DocNum target) {
  if (doc_ >= target) {
    return;
  }
  guarded([this, target] {
    if (target == kNoMoreDocs) {
      state_->at = state_->end;
    } else {
      state_->at.skip_to(to_docid(target));
    }
    doc_ = state_->doc();
  });
}

size_t PostingCursor::read(std::span<DocNum> docs, std::span<uint32_t> frequencies) {
  return guarded([&] {
    size_t count = 0;
    for (; count < docs.size() && doc_ != kNoMoreDocs; ++count) {
      docs[count] = doc_;
      frequencies[count] = state_->at.get_wdf();
      ++state_->at;
      doc_ = state_->doc();
    }
    return count;
  });
}

struct IndexReader::State {
  std::shared_ptr<Generation const> generation;
  Xapian::Database database;
  std::optional<StoreReader> store;
  mutable BlobCodec blobs;

  // Xapian opens the table of positions when it is first needed; by then a later build may have
  // removed the files, which only those that are open survive.
  void open_positions() const {
    for (auto term = database.allterms_begin("B"); term != database.allterms_end("B"); ++term) {
      auto const posting = database.postlist_begin(*term);
      if (posting != database.postlist_end(*term)) {
        static_cast<void>(database.positionlist_begin(*posting, *term));
        return;
      }
    }
  }
};

IndexReader::IndexReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

Result<IndexReader> IndexReader::open(std::shared_ptr<Generation const> generation) {
  std::string const folder = generation->folder();
  Result<StoreReader> store = StoreReader::open(folder);
  if (!store) {
    return store.error();
  }
  try {
    auto state = std::make_unique<State>();
    state->generation = std::move(generation);
    state->database = Xapian::Database(folder, Xapian::DB_BACKEND_GLASS);
    state->open_positions();
    state->store = std::move(store).value();
    return IndexReader(std::move(state));
  } catch (Xapian::Error const& e) {
    return Error{ErrorCode::kDamaged, "cannot open: " + e.get_description(), folder};
  }
}

Generation const& IndexReader::generation() const {
  return *state_->generation;
}
std::shared_ptr<Generation const> IndexReader::shared_generation() const {
  return state_->generation;
}

uint32_t IndexReader::document_frequency(std::string const& term) const {
  return guarded([&] { return state_->database.get_termfreq(term); });
}

PostingCursor IndexReader::postings(std::string const& term) const {
  return guarded([&] {
    auto state = std::make_unique<PostingCursor::State>();
    state->at = state_->database.postlist_begin(term);
    state->end = state_->database.postlist_end(term);
    return PostingCursor(std::move(state));
  });
}

void IndexReader::positions(std::string const& term, DocNum doc, std::vector<uint32_t>& out) const {
  guarded([&] {
    Xapian::docid const id = to_docid(doc);
    Xapian::PositionIterator const end = state_->database.positionlist_end(id, term);
    for (auto at = state_->database.positionlist_begin(id, term); at != end; ++at) {
      out.push_back(*at);
    }
  });
}

void IndexReader::terms(std::string const& prefix,
                        std::function<bool(TermCount const&)> const& visit) const {
  guarded([&] {
    Xapian::TermIterator const end = state_->database.allterms_end(prefix);
    for (auto at = state_->database.allterms_begin(prefix); at != end; ++at) {
      if (!visit({*at, at.get_termfreq()})) {
        return;
      }
    }
  });
}

Result<ProvisionRecord> IndexReader::record(DocNum doc) const {
  Result<std::string> const bytes = state_->store->data(doc);
  if (!bytes) {
    return bytes.error();
  }
  return decode_provision(*bytes);
}

Result<std::vector<StateText>> IndexReader::texts(DocNum doc) const {
  Result<std::string> const packed = state_->store->get(texts_key(doc));
  if (!packed) {
    return packed.error();
  }
  Result<std::string> const bytes = state_->blobs.unpack(*packed);
  if (!bytes) {
    return bytes.error();
  }
  return decode_texts(*bytes);
}

}  // namespace cyberlex
