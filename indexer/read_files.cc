#include "indexer/read_files.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "cyberlex/base/digest.h"
#include "cyberlex/base/file.h"
#include "cyberlex/index/check_documents.h"
#include "cyberlex/index/codec.h"
#include "cyberlex/index/record.h"
#include "indexer/annotate.h"
#include "indexer/complete_eids.h"
#include "indexer/make_documents.h"
#include "indexer/suggest.h"

namespace cyberlex {

// A diagnostic as it is stored.
struct FileNote {
  uint8_t severity = 0;
  SourcePlace place;
  std::string message;
};

// What is told again of a file that is not read again.
struct FileNotes {
  std::vector<FileNote> diagnostics;
  CharacterCount characters;
};

template <typename Codec, Is<SourcePlace> R>
void describe(Codec& codec, R& place) {
  codec(place.file, place.line, place.column);
}
template <typename Codec, Is<FileNote> R>
void describe(Codec& codec, R& note) {
  codec(note.severity, note.place, note.message);
}
template <typename Codec, Is<CharacterCount> R>
void describe(Codec& codec, R& count) {
  codec(count.found, count.kept, count.reported);
}
template <typename Codec, Is<FileNotes> R>
void describe(Codec& codec, R& notes) {
  codec(notes.diagnostics, notes.characters);
}

namespace {

// Reports at most every few milliseconds' worth of items, and the last one.
void report(ProgressFn const& progress, std::string const& step, uint64_t done, uint64_t of) {
  if (progress && (done == of || done % 64 == 0)) {
    progress({step, done, of});
  }
}

// Runs work(i, suggester) for all i < count on options.jobs threads; work must touch only what
// belongs to i, and the suggester of its thread, null when nothing is to be suggested.
template <typename Work>
void in_parallel(size_t count, ReadOptions const& options, Work const& work) {
  std::atomic<size_t> next{0};
  std::mutex reporting;
  uint64_t done = 0;
  auto const run = [&] {
    std::optional<Suggester> suggester;
    if (options.suggest != nullptr) {
      suggester.emplace(*options.suggest);
    }
    for (size_t i = next++; i < count; i = next++) {
      work(i, suggester ? &*suggester : nullptr);
      std::lock_guard const lock(reporting);
      report(options.progress, "reading", ++done, count);
    }
  };
  std::vector<std::jthread> threads;
  for (int t = 1; t < options.jobs; ++t) {
    threads.emplace_back(run);
  }
  run();
}

// The source of a text that was read as it stands in its file.
constexpr char const* kTextSource = "text";

// A text from outside the project is what its file says: verified by that file, and nothing more.
void mark_as_read(std::vector<Provision>& body) {
  for (Provision& provision : body) {
    provision.provenance = {Confidence::kVerified, {kTextSource}};
    provision.heading_confidence = Confidence::kVerified;
    mark_as_read(provision.items);
  }
}

void mark_as_read(Act& act) {
  Source source;
  source.title = "The text as published, read from a file";
  source.url = act.work.source_url;
  act.work.sources.emplace(kTextSource, std::move(source));
  for (Expression& expression : act.expressions) {
    mark_as_read(expression.body);
  }
}

void complete(FileReading& reading, bool own) {
  if (!reading.read.act) {
    return;
  }
  reading.handle = reading.read.act->work.handle;
  if (!own) {
    mark_as_read(*reading.read.act);
  }
  for (Expression& expression : reading.read.act->expressions) {
    complete_eids(expression, own, reading.diagnostics);
  }
}

// The path is part of the key: it names the law where the file does not, and stands in what is said
// of the file.
std::string key_of(SourceFile const& source, std::string const& bytes) {
  Sha256 key;
  key.add_field(source.path);
  key.add_field(std::to_string(static_cast<int>(source.format)));
  key.add_field(bytes);
  return key.finish();
}

std::string notes_of(FileReading const& reading) {
  FileNotes notes{{}, reading.read.characters};
  for (Diagnostic const& each : reading.diagnostics.all()) {
    notes.diagnostics.push_back({static_cast<uint8_t>(each.severity), each.place, each.message});
  }
  return to_bytes(notes);
}

class FileReader {
 public:
  explicit FileReader(ReadOptions const& options) : options_(options) {}

  FileReading read(SourceFile const& source, Suggester* suggester) const {
    FileReading out;
    if (source.format == SourceFormat::kActFolder) {
      out.read = read_act(source, out.diagnostics);
      complete(out, true);
      return out;
    }
    std::optional<std::string> const bytes = read_source(source, out.diagnostics);
    if (!bytes) {
      return out;
    }
    out.key = key_of(source, *bytes);
    if (options_.before != nullptr && take_held(out)) {
      return out;
    }
    out.read = read_act(source, *bytes, out.diagnostics);
    complete(out, false);
    if (out.read.act && !options_.mapped.contains(out.handle)) {
      make_plain(out, suggester);
    }
    return out;
  }

 private:
  bool take_held(FileReading& out) const {
    std::optional<ActNum> const act = options_.before->find(out.key);
    if (!act || options_.mapped.contains(record(*act).work.handle)) {
      return false;
    }
    Result<FileNotes> notes =
        from_bytes<FileNotes>(options_.before->act(*act).notes, "notes of a file");
    if (!notes) {
      return false;
    }
    for (FileNote& each : notes->diagnostics) {
      out.diagnostics.add(
          {static_cast<Severity>(each.severity), std::move(each.place), std::move(each.message)});
    }
    out.held = act;
    out.handle = record(*act).work.handle;
    out.notes = options_.before->act(*act).notes;
    out.read.characters = notes->characters;
    return true;
  }

  ActRecord const& record(ActNum act) const { return options_.before->generation()->acts()[act]; }

  // When something is wrong with the documents the tree stays, and whoever takes it will meet it.
  static void make_plain(FileReading& out, Suggester* suggester) {
    AnnotatedAct annotated;
    annotated.act = *out.read.act;
    Diagnostics of_inheritance;
    resolve_inheritance(annotated.act, of_inheritance);
    std::vector<IndexDocument> documents = make_documents(annotated, 0);
    for (IndexDocument& document : documents) {
      if (suggester != nullptr) {
        document.record.suggested = suggester->suggest(document);
      }
    }
    ActRecord record = make_act_record(annotated);
    BlobCodec codec;
    Result<PackedDocuments> packed = pack(documents, codec);
    bool const sound = packed && check_documents({record}, documents).ok();
    if (!sound || !of_inheritance.all().empty()) {
      return;
    }
    out.notes = notes_of(out);
    out.plain = PlainAct{std::move(record), std::move(*packed)};
    out.read.act.reset();
  }

  ReadOptions const& options_;
};

}  // namespace

std::vector<FileReading> read_files(std::vector<SourceFile> const& sources,
                                    ReadOptions const& options) {
  std::vector<FileReading> readings(sources.size());
  FileReader const reader(options);
  in_parallel(sources.size(), options, [&](size_t i, Suggester* suggester) {
    readings[i] = reader.read(sources[i], suggester);
  });
  return readings;
}

FileReading read_as_tree(SourceFile const& source) {
  FileReading out;
  out.read = read_act(source, out.diagnostics);
  complete(out, source.format == SourceFormat::kActFolder);
  return out;
}

namespace {

// Path, size and time of each shared library that the program has loaded: another ICU or another
// stemmer makes other words of the same text. Nothing when they cannot be told.
std::optional<std::set<std::string>> libraries() {
  std::ifstream maps("/proc/self/maps");  // has no size to read by
  std::set<std::string> out;
  for (std::string line; std::getline(maps, line);) {
    size_t const path = line.find('/');
    if (path == std::string::npos || line.find(".so", path) == std::string::npos) {
      continue;
    }
    std::string const name = line.substr(path);
    std::error_code fault;
    auto const size = std::filesystem::file_size(name, fault);
    auto const changed = std::filesystem::last_write_time(name, fault);
    if (fault) {
      return std::nullopt;
    }
    out.insert(name + ' ' + std::to_string(size) + ' ' +
               std::to_string(changed.time_since_epoch().count()));
  }
  return out;
}

}  // namespace

std::string environment_of_build(Taxonomy const& taxonomy) {
  Result<std::string> const program = read_file("/proc/self/exe");
  std::optional<std::set<std::string>> const loaded = libraries();
  if (!program || !loaded) {
    return "";
  }
  Sha256 all;
  all.add_field(*program);
  for (std::string const& library : *loaded) {
    all.add_field(library);
  }
  all.add_field(encode(taxonomy));
  return all.finish();
}

}  // namespace cyberlex
