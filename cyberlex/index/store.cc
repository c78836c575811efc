#include "cyberlex/index/store.h"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <exception>
#include <sstream>

#include "cyberlex/index/schema.h"

namespace cyberlex {
namespace {

// Of the exception in flight. `where`: the folder of the database, which Xapian does not always
// name.
Error failure(ErrorCode code, std::string const& doing, std::string const& where) {
  try {
    throw;
  } catch (Xapian::Error const& e) {
    return {code, doing + ": " + e.get_description(), where};
  } catch (std::exception const& e) {
    return {code, doing + ": " + e.what(), where};
  }
}

Xapian::Document make_document(std::string const& data, DocumentTerms const& terms) {
  Xapian::Document document;
  document.set_data(data);
  for (DocumentTerm const& term : terms.terms) {
    if (term.positions.empty()) {
      document.add_term(term.term, term.frequency);
      continue;
    }
    uint32_t frequency = term.frequency;
    for (uint32_t const position : term.positions) {
      document.add_posting(term.term, position, frequency);
      frequency = 0;
    }
  }
  return document;
}

}  // namespace

std::string stored_piece_key(std::string const& key, size_t number) {
  return number == 0 ? key : key + "#" + std::to_string(number);
}

std::string texts_key(DocNum doc) {
  std::string key(1, schema::kTextsKey);
  for (int shift = 24; shift >= 0; shift -= 8) {
    key += static_cast<char>((doc >> shift) & 0xFF);
  }
  return key;
}

struct ShardWriter::State {
  Xapian::WritableDatabase database;
  std::string folder;
};

ShardWriter::ShardWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
ShardWriter::ShardWriter(ShardWriter&&) noexcept = default;
ShardWriter& ShardWriter::operator=(ShardWriter&&) noexcept = default;
ShardWriter::~ShardWriter() = default;

Result<ShardWriter> ShardWriter::create(std::string const& folder, bool served) {
  // We ask for the terms of no document, so the table that lists them is not written.
  int const flags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                    (served ? 0 : Xapian::DB_NO_TERMLIST);
  try {
    auto state = std::make_unique<State>();
    state->database = Xapian::WritableDatabase(folder, flags);
    state->folder = folder;
    return ShardWriter(std::move(state));
  } catch (...) {
    return failure(ErrorCode::kUnavailable, "cannot create a shard", folder);
  }
}

Status ShardWriter::add(std::string const& data, DocumentTerms const& terms,
                        std::span<SlotValue const> values) {
  try {
    Xapian::Document document = make_document(data, terms);
    for (SlotValue const& each : values) {
      auto const* const number = std::get_if<int64_t>(&each.value);
      document.add_value(each.slot, number == nullptr
                                        ? std::get<std::string>(each.value)
                                        : Xapian::sortable_serialise(static_cast<double>(*number)));
    }
    state_->database.add_document(document);
    return Ok{};
  } catch (...) {
    return failure(ErrorCode::kUnavailable, "cannot add a document", state_->folder);
  }
}

Status ShardWriter::put(std::string const& key, std::string const& value) {
  try {
    size_t number = 0;
    for (size_t at = 0; at < value.size(); at += kStoredPiece) {
      state_->database.set_metadata(stored_piece_key(key, number++),
                                    value.substr(at, kStoredPiece));
    }
    return Ok{};
  } catch (...) {
    return failure(ErrorCode::kUnavailable, "cannot store " + key, state_->folder);
  }
}

Status ShardWriter::finish() {
  try {
    state_->database.commit();
    state_->database.close();
    return Ok{};
  } catch (...) {
    return failure(ErrorCode::kUnavailable, "cannot write a shard", state_->folder);
  }
}

Status merge_shards(std::vector<std::string> const& shards, std::string const& folder) {
  try {
    Xapian::Database all;
    for (std::string const& shard : shards) {
      all.add_database(Xapian::Database(shard));
    }
    all.compact(folder);
    return Ok{};
  } catch (...) {
    return failure(ErrorCode::kUnavailable, "cannot merge the shards", folder);
  }
}

struct StoreReader::State {
  std::string folder;
  Xapian::Database database;
  uint64_t documents = 0;
};

StoreReader::StoreReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
StoreReader::StoreReader(StoreReader&&) noexcept = default;
StoreReader& StoreReader::operator=(StoreReader&&) noexcept = default;
StoreReader::~StoreReader() = default;

Result<StoreReader> StoreReader::open(std::string const& folder) {
  try {
    auto state = std::make_unique<State>();
    state->folder = folder;
    state->database = Xapian::Database(folder, Xapian::DB_BACKEND_GLASS);
    state->documents = state->database.get_doccount();
    return StoreReader(std::move(state));
  } catch (...) {
    return failure(ErrorCode::kDamaged, "cannot open the database", folder);
  }
}

uint64_t StoreReader::documents() const {
  return state_->documents;
}

Result<std::string> StoreReader::get(std::string const& key) const {
  try {
    std::string value = state_->database.get_metadata(key);
    for (size_t number = 1; value.size() == number * kStoredPiece; ++number) {
      value += state_->database.get_metadata(stored_piece_key(key, number));
    }
    if (value.empty()) {
      return Error{ErrorCode::kDamaged, "nothing is stored under \"" + key + "\"", state_->folder};
    }
    return value;
  } catch (...) {
    return failure(ErrorCode::kDamaged, "cannot read \"" + key + "\"", state_->folder);
  }
}

Result<std::string> StoreReader::data(DocNum doc) const {
  try {
    return state_->database.get_document(doc + 1, Xapian::DOC_ASSUME_VALID).get_data();
  } catch (...) {
    return failure(ErrorCode::kDamaged, "cannot read document " + std::to_string(doc),
                   state_->folder);
  }
}

bool can_check_store(std::string const& folder) {
  return ::access((folder + "/postlist.glass").c_str(), R_OK | W_OK) == 0;
}

Status check_store(std::string const& folder) {
  try {
    std::ostringstream said;
    size_t const errors = Xapian::Database::check(folder, 0, &said);
    if (errors > 0) {
      return Error{ErrorCode::kDamaged, "Xapian found errors: " + said.str(), folder};
    }
    return Ok{};
  } catch (...) {
    return failure(ErrorCode::kDamaged, "cannot check the database", folder);
  }
}

}  // namespace cyberlex
