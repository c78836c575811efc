// Read (in parallel, in the order of the files) -> one act a handle -> inheritance and eIds -> join
// with what is known -> states -> a generation. Nothing here depends on the order in which threads
// finish.

#include "indexer/pipeline.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <tuple>

#include "indexer/annotate.h"
#include "indexer/check_mappings.h"
#include "indexer/complete_eids.h"
#include "indexer/make_documents.h"
#include "indexer/read_mappings.h"
#include "indexer/source_files.h"
#include "indexer/suggest.h"

namespace cyberlex {
namespace {

// One act with what its own folder says about it.
struct ReadWork {
  Act act;
  std::optional<Annotations> annotations;
  Mentions mentions;
  bool own_format = false;
};

// What one source file gave, before acts are put together.
struct FileReading {
  ReadAct read;
  Diagnostics diagnostics;
};

// Reports at most every few milliseconds' worth of items, and the last one.
void report(ProgressFn const& progress, std::string const& step, uint64_t done, uint64_t of) {
  if (progress && (done == of || done % 64 == 0)) {
    progress({step, done, of});
  }
}

// Runs work(i) for all i < count on `jobs` threads; work must touch only what belongs to i.
template <typename Work>
void in_parallel(size_t count, int jobs, std::string const& step, ProgressFn const& progress,
                 Work const& work) {
  std::atomic<size_t> next{0};
  std::mutex reporting;
  uint64_t done = 0;
  auto const run = [&] {
    for (size_t i = next++; i < count; i = next++) {
      work(i);
      std::lock_guard const lock(reporting);
      report(progress, step, ++done, count);
    }
  };
  std::vector<std::jthread> threads;
  for (int t = 1; t < jobs; ++t) {
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

std::vector<FileReading> read_all(std::vector<SourceFile> const& sources,
                                  PipelineOptions const& options) {
  std::vector<FileReading> readings(sources.size());
  in_parallel(sources.size(), options.jobs, "reading", options.progress, [&](size_t i) {
    FileReading& reading = readings[i];
    bool const own = sources[i].format == SourceFormat::kActFolder;
    reading.read = read_act(sources[i], reading.diagnostics);
    if (!reading.read.act) {
      return;
    }
    if (!own) {
      mark_as_read(*reading.read.act);
    }
    for (Expression& expression : reading.read.act->expressions) {
      complete_eids(expression, own, reading.diagnostics);
    }
  });
  return readings;
}

bool same_expression(Expression const& a, Expression const& b) {
  return std::tie(a.language, a.date, a.kind) == std::tie(b.language, b.date, b.kind);
}

// Adds the expressions of a second source of one work. The first source keeps the work's own
// values.
void merge_act(ReadWork& into, Act act, std::string const& file, Diagnostics& diagnostics) {
  for (Expression& expression : act.expressions) {
    auto const twin =
        std::find_if(into.act.expressions.begin(), into.act.expressions.end(),
                     [&](Expression const& e) { return same_expression(e, expression); });
    if (twin == into.act.expressions.end()) {
      into.act.expressions.push_back(std::move(expression));
    } else {
      diagnostics.warning({file, 1, 1}, act.work.handle + ": the " + expression.language + " " +
                                            std::string(name_of(expression.kind)) + " of " +
                                            expression.date.to_string() +
                                            " is held already, from " + twin->file +
                                            "; this one is left out");
    }
  }
}

// Acts by handle; own-format sources come first, so that their names lead.
std::map<std::string, ReadWork> gather(std::vector<SourceFile> const& sources,
                                       std::vector<FileReading>& readings, BuildReport& counts,
                                       Diagnostics& diagnostics) {
  std::map<std::string, ReadWork> acts;
  for (bool const own : {true, false}) {
    for (size_t i = 0; i < sources.size(); ++i) {
      if ((sources[i].format == SourceFormat::kActFolder) != own) {
        continue;
      }
      FileReading& reading = readings[i];
      diagnostics.append(std::move(reading.diagnostics));
      counts.characters.found += reading.read.characters.found;
      counts.characters.kept += reading.read.characters.kept;
      counts.characters.reported += reading.read.characters.reported;
      if (!reading.read.act) {
        ++counts.unreadable;
        continue;
      }
      std::string const handle = reading.read.act->work.handle;
      auto const [at, is_new] = acts.try_emplace(handle);
      if (is_new) {
        at->second = {std::move(*reading.read.act), std::move(reading.read.annotations),
                      std::move(reading.read.mentions), own};
      } else {
        merge_act(at->second, std::move(*reading.read.act), sources[i].path, diagnostics);
      }
      reading = FileReading();
    }
  }
  return acts;
}

// Acts in the order of the index: jurisdiction, then handle.
std::vector<ReadWork*> in_index_order(std::map<std::string, ReadWork>& acts) {
  std::vector<ReadWork*> order;
  order.reserve(acts.size());
  for (auto& [handle, reading] : acts) {
    order.push_back(&reading);
  }
  std::stable_sort(order.begin(), order.end(), [](ReadWork const* a, ReadWork const* b) {
    return std::tie(a->act.work.jurisdiction, a->act.work.handle) <
           std::tie(b->act.work.jurisdiction, b->act.work.handle);
  });
  return order;
}

Annotations const* annotations_of(ReadWork const& reading) {
  return reading.annotations ? &*reading.annotations : nullptr;
}

std::vector<Concordance const*> concordances_of(Mappings const& mappings,
                                                std::string const& handle) {
  std::vector<Concordance const*> found;
  for (Concordance const& concordance : mappings.concordances) {
    if (concordance.act == handle) {
      found.push_back(&concordance);
    }
  }
  return found;
}

// Concordances of acts that nobody holds would otherwise never be looked at.
void check_orphans(Mappings const& mappings, KnownActs const& known, Diagnostics& diagnostics) {
  for (Concordance const& concordance : mappings.concordances) {
    if (!known.has_act(concordance.act)) {
      check_concordance(concordance, known, diagnostics);
    }
  }
  check_taxonomy(mappings.taxonomy, known, diagnostics);
}

struct Joined {
  std::vector<ActRecord> acts;
  std::vector<IndexDocument> documents;
};

Joined join_all(std::map<std::string, ReadWork>& acts, Mappings const& mappings,
                BuildReport& counts, PipelineOptions const& options, Diagnostics& diagnostics) {
  KnownActs known;
  for (auto& [handle, reading] : acts) {
    resolve_inheritance(reading.act, diagnostics);
    known.add(reading.act, annotations_of(reading));
  }
  check_orphans(mappings, known, diagnostics);
  Joined joined;
  std::vector<ReadWork*> const order = in_index_order(acts);
  for (ReadWork* reading : order) {
    counts.expressions += reading->act.expressions.size();
    check_mentions(reading->mentions, known, mappings.taxonomy, diagnostics);
    // Looked up before the act is moved: arguments are evaluated in no certain order.
    ActFacts const facts = {annotations_of(*reading),
                            concordances_of(mappings, reading->act.work.handle)};
    AnnotatedAct const annotated =
        annotate(std::move(reading->act), facts, mappings.taxonomy, known, diagnostics);
    auto const number = static_cast<ActNum>(joined.acts.size());
    std::vector<IndexDocument> documents = make_documents(annotated, number);
    joined.acts.push_back(make_act_record(annotated));
    joined.documents.insert(joined.documents.end(), std::make_move_iterator(documents.begin()),
                            std::make_move_iterator(documents.end()));
    report(options.progress, "joining", joined.acts.size(), order.size());
  }
  return joined;
}

void count_documents(Joined const& joined, Mappings const& mappings, BuildReport& counts) {
  counts.acts = joined.acts.size();
  counts.states = joined.documents.size();
  for (Concordance const& concordance : mappings.concordances) {
    counts.mappings += concordance.mappings.size();
  }
  IndexDocument const* before = nullptr;
  for (IndexDocument const& document : joined.documents) {
    bool const same = before != nullptr && before->record.act == document.record.act &&
                      before->record.eid == document.record.eid;
    counts.provisions += same ? 0 : 1;
    before = &document;
  }
}

}  // namespace

Result<BuildReport> run_pipeline(PipelineOptions const& options, Diagnostics& diagnostics) {
  BuildReport counts;
  Result<std::vector<SourceFile>> const sources = find_source_files(options.corpus, diagnostics);
  if (!sources) {
    return sources.error();
  }
  counts.files = sources->size();
  std::vector<FileReading> readings = read_all(*sources, options);
  std::map<std::string, ReadWork> acts = gather(*sources, readings, counts, diagnostics);
  Mappings mappings;
  if (!options.mappings.empty()) {
    mappings = read_mappings(options.mappings, diagnostics);
  }
  Joined joined = join_all(acts, mappings, counts, options, diagnostics);
  count_documents(joined, mappings, counts);
  if (options.index_dir.empty() || diagnostics.errors() > 0) {
    return counts;
  }
  if (joined.documents.empty()) {
    return Error{ErrorCode::kBadInput, "there is nothing to index: no file gave a provision", ""};
  }
  suggest_all(joined.documents, mappings.taxonomy, options.jobs, options.progress);
  Result<Manifest> manifest = write_generation({options.index_dir, options.jobs, options.progress},
                                               joined.acts, mappings.taxonomy, joined.documents);
  if (!manifest) {
    return manifest.error();
  }
  counts.manifest = std::move(manifest).value();
  return counts;
}

}  // namespace cyberlex
