#include "cyberlex/index/reader.h"

#include <xapian.h>

#include <algorithm>
#include <exception>
#include <optional>

#include "cyberlex/index/document_store.h"
#include "cyberlex/index/record.h"

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

// Documents of a term that are not dead.
uint32_t living(uint32_t documents, uint32_t dead) {
  if (dead > documents) {
    throw ReaderDamaged{"more dead documents are counted for a term than have it"};
  }
  return documents - dead;
}

Xapian::docid to_docid(DocNum doc) {
  return doc + 1;
}

}  // namespace

// Postings of one segment.
struct SegmentPostings {
  Xapian::PostingIterator at;
  Xapian::PostingIterator end;
  std::vector<DocNum> const* numbers = nullptr;  // null: the segment's own are the generation's

  DocNum doc() const { return at == end ? kNoMoreDocs : *at - 1; }

  // The generation's number of the first living document from here on.
  DocNum living() {
    for (; at != end; ++at) {
      DocNum const doc = (*numbers)[*at - 1];
      if (doc != kDead) {
        return doc;
      }
    }
    return kNoMoreDocs;
  }

  // The first living document >= target. The living ascend in both numbers.
  DocNum seek(DocNum target) {
    if (at == end) {
      return kNoMoreDocs;
    }
    auto const from = numbers->begin() + static_cast<std::ptrdiff_t>(*at - 1);
    auto const found = first_from(from, target);
    if (found == numbers->end()) {
      at = end;
      return kNoMoreDocs;
    }
    at.skip_to(to_docid(static_cast<DocNum>(found - numbers->begin())));
    return living();
  }

 private:
  // A binary search that meets a dead document looks for a living one behind it.
  std::vector<DocNum>::const_iterator first_from(std::vector<DocNum>::const_iterator first,
                                                 DocNum target) const {
    auto last = numbers->end();
    while (first != last) {
      auto const middle = first + (last - first) / 2;
      auto const alive = std::find_if(middle, last, [](DocNum doc) { return doc != kDead; });
      if (alive == last || *alive >= target) {
        last = middle;
      } else {
        first = alive + 1;
      }
    }
    return first;
  }
};

// One segment whose numbers are the generation's, or several that are walked side by side.
struct PostingCursor::State {
  SegmentPostings one;
  struct Part {
    SegmentPostings postings;
    DocNum doc;
  };
  std::vector<Part> parts;  // empty: `one`
  size_t nearest = 0;

  DocNum start() { return parts.empty() ? one.doc() : pick(); }

  DocNum next() {
    if (parts.empty()) {
      ++one.at;
      return one.doc();
    }
    ++parts[nearest].postings.at;
    parts[nearest].doc = parts[nearest].postings.living();
    return pick();
  }

  DocNum seek(DocNum target) {
    if (parts.empty()) {
      one.at.skip_to(to_docid(target));
      return one.doc();
    }
    for (Part& part : parts) {
      part.doc = part.doc < target ? part.postings.seek(target) : part.doc;
    }
    return pick();
  }

  uint32_t frequency() const {
    return parts.empty() ? one.at.get_wdf() : parts[nearest].postings.at.get_wdf();
  }

 private:
  DocNum pick() {
    nearest = 0;
    for (size_t i = 1; i < parts.size(); ++i) {
      nearest = parts[i].doc < parts[nearest].doc ? i : nearest;
    }
    return parts[nearest].doc;
  }
};

PostingCursor::PostingCursor(std::unique_ptr<State> state) : state_(std::move(state)) {
  doc_ = state_->start();
}
PostingCursor::PostingCursor(PostingCursor&&) noexcept = default;
PostingCursor& PostingCursor::operator=(PostingCursor&&) noexcept = default;
PostingCursor::~PostingCursor() = default;

uint32_t PostingCursor::frequency() const {
  return guarded([this] { return state_->frequency(); });
}

void PostingCursor::next() {
  guarded([this] { doc_ = state_->next(); });
}

void PostingCursor::seek(DocNum target) {
  if (doc_ >= target) {
    return;
  }
  guarded([this, target] { doc_ = target == kNoMoreDocs ? target : state_->seek(target); });
}

size_t PostingCursor::read(std::span<DocNum> docs, std::span<uint32_t> frequencies) {
  return guarded([&] {
    size_t count = 0;
    for (; count < docs.size() && doc_ != kNoMoreDocs; ++count) {
      docs[count] = doc_;
      frequencies[count] = state_->frequency();
      doc_ = state_->next();
    }
    return count;
  });
}

struct IndexReader::State {
  std::shared_ptr<Generation const> generation;
  std::vector<Xapian::Database> databases;  // by segment
  mutable std::optional<DocumentStore> store;

  SegmentMap const& map() const { return generation->segment_map(); }

  // Xapian opens the table of positions when it is first needed; by then a later build may have
  // removed the files, which only those that are open survive.
  static void open_positions(Xapian::Database const& database) {
    for (auto term = database.allterms_begin("B"); term != database.allterms_end("B"); ++term) {
      auto const posting = database.postlist_begin(*term);
      if (posting != database.postlist_end(*term)) {
        static_cast<void>(database.positionlist_begin(*posting, *term));
        return;
      }
    }
  }

  void open_databases() {
    for (SegmentRecord const& segment : generation->segments()) {
      databases.emplace_back(segment_folder(generation->folder(), segment.name),
                             Xapian::DB_BACKEND_GLASS);
      open_positions(databases.back());
    }
  }

  SegmentPostings postings(size_t segment, std::string const& term) const {
    return {databases[segment].postlist_begin(term), databases[segment].postlist_end(term),
            map().plain() ? nullptr : &map().numbers(segment)};
  }
};

namespace {

// The terms of several dictionaries as those of one.
class DictionaryWalk {
 public:
  DictionaryWalk(std::vector<Xapian::Database> const& databases, std::string const& prefix) {
    for (Xapian::Database const& database : databases) {
      parts_.push_back({database.allterms_begin(prefix), database.allterms_end(prefix)});
    }
  }

  // The next term and the sum of its documents; false at the end.
  bool next(TermCount& out) {
    Part const* first = nullptr;
    for (Part const& part : parts_) {
      bool const earlier = part.at != part.end && (first == nullptr || *part.at < *first->at);
      first = earlier ? &part : first;
    }
    if (first == nullptr) {
      return false;
    }
    out = {*first->at, 0};
    for (Part& part : parts_) {
      if (part.at != part.end && *part.at == out.term) {
        out.documents += part.at.get_termfreq();
        ++part.at;
      }
    }
    return true;
  }

 private:
  struct Part {
    Xapian::TermIterator at;
    Xapian::TermIterator end;
  };
  std::vector<Part> parts_;
};

}  // namespace

IndexReader::IndexReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

Result<IndexReader> IndexReader::open(std::shared_ptr<Generation const> generation) {
  std::string const folder = generation->folder();
  Result<DocumentStore> store = DocumentStore::open(generation);
  if (!store) {
    return store.error();
  }
  try {
    auto state = std::make_unique<State>();
    state->generation = std::move(generation);
    state->open_databases();
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
  return guarded([&] {
    uint32_t documents = 0;
    for (Xapian::Database const& database : state_->databases) {
      documents += database.get_termfreq(term);
    }
    return living(documents, state_->map().dead(term));
  });
}

PostingCursor IndexReader::postings(std::string const& term) const {
  return guarded([&] {
    auto state = std::make_unique<PostingCursor::State>();
    if (state_->map().plain()) {
      state->one = state_->postings(0, term);
      return PostingCursor(std::move(state));
    }
    for (size_t segment = 0; segment < state_->databases.size(); ++segment) {
      state->parts.push_back({state_->postings(segment, term), kNoMoreDocs});
      state->parts.back().doc = state->parts.back().postings.living();
    }
    return PostingCursor(std::move(state));
  });
}

void IndexReader::positions(std::string const& term, DocNum doc, std::vector<uint32_t>& out) const {
  guarded([&] {
    SegmentPlace const place = state_->map().place(doc);
    Xapian::Database const& database = state_->databases[place.segment];
    Xapian::docid const id = to_docid(place.local);
    Xapian::PositionIterator const end = database.positionlist_end(id, term);
    for (auto at = database.positionlist_begin(id, term); at != end; ++at) {
      out.push_back(*at);
    }
  });
}

void IndexReader::terms(std::string const& prefix,
                        std::function<bool(TermCount const&)> const& visit) const {
  guarded([&] {
    DictionaryWalk walk(state_->databases, prefix);
    for (TermCount term; walk.next(term);) {
      term.documents = living(term.documents, state_->map().dead(term.term));
      if (term.documents > 0 && !visit(term)) {
        return;
      }
    }
  });
}

Result<ProvisionRecord> IndexReader::record(DocNum doc) const {
  Result<std::string> const bytes = state_->store->record(doc);
  if (!bytes) {
    return bytes.error();
  }
  Result<ProvisionRecord> record = decode_provision(*bytes);
  if (record) {
    record->act = generation().columns().state.act.codes[doc];
  }
  return record;
}

Result<std::vector<StateText>> IndexReader::texts(DocNum doc) const {
  Result<std::string> const bytes = state_->store->texts(doc);
  return bytes ? decode_texts(*bytes) : Result<std::vector<StateText>>(bytes.error());
}

}  // namespace cyberlex
