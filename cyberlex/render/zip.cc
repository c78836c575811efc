#include "cyberlex/render/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace cyberlex {
namespace {

constexpr int kReadable = 0644;
constexpr int64_t kSecondsADay = 86400;

struct FreeArchive {
  void operator()(archive* each) const { archive_free(each); }
};
struct FreeEntry {
  void operator()(archive_entry* each) const { archive_entry_free(each); }
};
using ArchivePtr = std::unique_ptr<archive, FreeArchive>;
using EntryPtr = std::unique_ptr<archive_entry, FreeEntry>;

std::string message_of(archive* out) {
  char const* const text = archive_error_string(out);
  return text == nullptr ? "the archive library gave no reason" : text;
}

Error bad_archive(std::string message) {
  return Error{ErrorCode::kBadInput, std::move(message), "zip"};
}

Result<std::string> read_data(archive* in, uint64_t most) {
  std::string out;
  std::array<char, 1 << 16> piece{};
  for (;;) {
    la_ssize_t const got = archive_read_data(in, piece.data(), piece.size());
    if (got < 0) {
      return bad_archive(message_of(in));
    }
    if (got == 0) {
      return out;
    }
    out.append(piece.data(), static_cast<size_t>(got));
    if (out.size() > most) {
      return bad_archive("a member is longer than " + std::to_string(most) + " bytes");
    }
  }
}

}  // namespace

struct ZipWriter::State {
  ArchivePtr out;
  int64_t seconds = 0;
  std::string path;

  Error failed() const { return Error{ErrorCode::kUnavailable, message_of(out.get()), path}; }

  Status begin(std::string const& name, uint64_t size) {
    EntryPtr const entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), kReadable);
    archive_entry_set_mtime(entry.get(), seconds, 0);
    if (archive_write_header(out.get(), entry.get()) != ARCHIVE_OK) {
      return failed();
    }
    return Ok{};
  }

  Status write(std::string_view bytes) {
    if (archive_write_data(out.get(), bytes.data(), bytes.size()) !=
        static_cast<la_ssize_t>(bytes.size())) {
      return failed();
    }
    return Ok{};
  }
};

ZipWriter::ZipWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipWriter::ZipWriter(ZipWriter&&) noexcept = default;
ZipWriter& ZipWriter::operator=(ZipWriter&&) noexcept = default;
ZipWriter::~ZipWriter() = default;

Result<ZipWriter> ZipWriter::open(std::string const& path, Date day) {
  auto state = std::make_unique<State>();
  state->out.reset(archive_write_new());
  state->path = path;
  state->seconds = day.days() * kSecondsADay;
  archive* const out = state->out.get();
  bool const good = archive_write_set_format_zip(out) == ARCHIVE_OK &&
                    archive_write_open_filename(out, path.c_str()) == ARCHIVE_OK;
  if (!good) {
    return state->failed();
  }
  return ZipWriter(std::move(state));
}

Status ZipWriter::add(std::string const& name, std::string_view bytes) {
  Status const begun = state_->begin(name, bytes.size());
  return begun ? state_->write(bytes) : begun;
}

Status ZipWriter::add_file(std::string const& name, std::string const& path) {
  std::error_code error;
  uint64_t const size = std::filesystem::file_size(path, error);
  std::ifstream in(path, std::ios::binary);
  if (error || !in) {
    return Error{ErrorCode::kUnavailable, "cannot be read", path};
  }
  Status done = state_->begin(name, size);
  std::array<char, 1 << 16> piece{};
  while (done && in) {
    in.read(piece.data(), piece.size());
    done = state_->write({piece.data(), static_cast<size_t>(in.gcount())});
  }
  return done;
}

Status ZipWriter::finish() {
  if (archive_write_close(state_->out.get()) != ARCHIVE_OK) {
    return state_->failed();
  }
  return Ok{};
}

Result<std::string> read_zip_member(std::string_view bytes, std::string_view name, uint64_t most) {
  ArchivePtr const in(archive_read_new());
  archive_read_support_format_zip(in.get());
  if (archive_read_open_memory(in.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return bad_archive(message_of(in.get()));
  }
  archive_entry* entry = nullptr;
  int got = ARCHIVE_OK;
  while ((got = archive_read_next_header(in.get(), &entry)) == ARCHIVE_OK) {
    char const* const path = archive_entry_pathname(entry);
    if (path != nullptr && name == path) {
      return read_data(in.get(), most);
    }
  }
  if (got != ARCHIVE_EOF) {
    return bad_archive(message_of(in.get()));
  }
  return Error{ErrorCode::kNotFound, "no such member", std::string(name)};
}

}  // namespace cyberlex
