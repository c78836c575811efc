// Read (in parallel, in the order of the files) -> one act a handle -> inheritance and eIds -> join
// with what is known -> states -> a generation. Nothing here depends on the order in which threads
// finish. Plain acts, the many, come out of the reading as packed states, or are those of the
// generation before.

#include "indexer/pipeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "cyberlex/index/check_documents.h"
#include "indexer/annotate.h"
#include "indexer/check_mappings.h"
#include "indexer/make_documents.h"
#include "indexer/read_files.h"
#include "indexer/read_mappings.h"
#include "indexer/source_files.h"
#include "indexer/suggest.h"

namespace cyberlex {
namespace {

// One act with what its own folder says about it; or a plain one.
struct ReadWork {
  Act act;  // empty when plain
  std::optional<Annotations> annotations;
  Mentions mentions;
  std::optional<size_t> plain;  // its file's place among the sources
};

// All that a build reads.
struct Inputs {
  std::vector<SourceFile> sources;
  std::vector<FileReading> readings;  // by source
  Mappings mappings;
  std::shared_ptr<HeldGeneration const> before;
};

bool is_plain(FileReading const& reading) {
  return reading.plain || reading.held;
}

Work const& work_of(FileReading const& reading, Inputs const& inputs) {
  return reading.held ? inputs.before->generation()->acts()[*reading.held].work
                      : reading.plain->record.work;
}

// An act of several files is not plain: its files are read as trees.
void read_shared_acts_again(Inputs& inputs) {
  std::map<std::string, size_t> bearers;
  for (FileReading const& reading : inputs.readings) {
    bearers[reading.handle] += reading.handle.empty() ? 0 : 1;
  }
  for (size_t i = 0; i < inputs.readings.size(); ++i) {
    if (is_plain(inputs.readings[i]) && bearers[inputs.readings[i].handle] > 1) {
      inputs.readings[i] = read_as_tree(inputs.sources[i]);
    }
  }
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

// Takes what is to be said of a file from its reading.
void count_file(FileReading& reading, BuildReport& counts, Diagnostics& diagnostics) {
  diagnostics.append(std::move(reading.diagnostics));
  counts.characters.found += reading.read.characters.found;
  counts.characters.kept += reading.read.characters.kept;
  counts.characters.reported += reading.read.characters.reported;
  counts.unreadable += !reading.read.act && !is_plain(reading) ? 1 : 0;
  counts.kept += reading.held ? 1 : 0;
}

// Acts by handle; own-format sources come first, so that their names lead.
std::map<std::string, ReadWork> gather(Inputs& inputs, BuildReport& counts,
                                       Diagnostics& diagnostics) {
  std::map<std::string, ReadWork> acts;
  for (bool const own : {true, false}) {
    for (size_t i = 0; i < inputs.sources.size(); ++i) {
      if ((inputs.sources[i].format == SourceFormat::kActFolder) != own) {
        continue;
      }
      FileReading& reading = inputs.readings[i];
      count_file(reading, counts, diagnostics);
      if (is_plain(reading)) {
        acts[reading.handle].plain = i;
      } else if (reading.read.act) {
        std::string const handle = reading.read.act->work.handle;
        auto const [at, is_new] = acts.try_emplace(handle);
        if (is_new) {
          at->second = {std::move(*reading.read.act), std::move(reading.read.annotations),
                        std::move(reading.read.mentions), std::nullopt};
        } else {
          merge_act(at->second, std::move(*reading.read.act), inputs.sources[i].path, diagnostics);
        }
        reading = FileReading();
      }
    }
  }
  return acts;
}

// Acts in the order of the index: jurisdiction, then handle.
std::vector<ReadWork*> in_index_order(std::map<std::string, ReadWork>& acts, Inputs const& inputs) {
  auto const jurisdiction = [&](ReadWork const& read) -> std::string const& {
    return read.plain ? work_of(inputs.readings[*read.plain], inputs).jurisdiction
                      : read.act.work.jurisdiction;
  };
  std::vector<ReadWork*> order;
  order.reserve(acts.size());
  for (auto& [handle, read] : acts) {
    order.push_back(&read);
  }
  std::stable_sort(order.begin(), order.end(), [&](ReadWork const* a, ReadWork const* b) {
    return jurisdiction(*a) < jurisdiction(*b);
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

std::vector<EId> eids_of_file(SourceFile const& source) {
  FileReading const reading = read_as_tree(source);
  return reading.read.act ? citable_eids(*reading.read.act) : std::vector<EId>();
}

KnownActs know(std::map<std::string, ReadWork>& acts, Inputs const& inputs,
               Diagnostics& diagnostics) {
  KnownActs known;
  for (auto& [handle, read] : acts) {
    if (read.plain) {
      SourceFile const& source = inputs.sources[*read.plain];
      known.add_later(work_of(inputs.readings[*read.plain], inputs),
                      [&source] { return eids_of_file(source); });
    } else {
      resolve_inheritance(read.act, diagnostics);
      known.add(read.act, annotations_of(read));
    }
  }
  return known;
}

ActInput take_plain(FileReading& reading, Inputs const& inputs) {
  ActInput out;
  out.held = reading.held;
  out.key = std::move(reading.key);
  out.notes = std::move(reading.notes);
  if (reading.held) {
    out.record = inputs.before->generation()->acts()[*reading.held];
  } else {
    out.record = std::move(reading.plain->record);
    out.documents = std::move(reading.plain->documents);
  }
  return out;
}

// What a tree is joined to.
struct Surroundings {
  Mappings const& mappings;
  KnownActs const& known;
};

Result<ActInput> join_one(ReadWork& read, Surroundings const& around, Suggester& suggester,
                          Diagnostics& diagnostics) {
  Mappings const& mappings = around.mappings;
  KnownActs const& known = around.known;
  check_mentions(read.mentions, known, mappings.taxonomy, diagnostics);
  // Looked up before the act is moved: arguments are evaluated in no certain order.
  ActFacts const facts = {annotations_of(read), concordances_of(mappings, read.act.work.handle)};
  AnnotatedAct const annotated =
      annotate(std::move(read.act), facts, mappings.taxonomy, known, diagnostics);
  std::vector<IndexDocument> documents = make_documents(annotated, 0);
  for (IndexDocument& document : documents) {
    document.record.suggested = suggester.suggest(document);
  }
  ActInput out;
  out.record = make_act_record(annotated);
  if (Status const checked = check_documents({out.record}, documents); !checked) {
    return checked.error();
  }
  BlobCodec codec;
  Result<PackedDocuments> packed = pack(documents, codec);
  if (!packed) {
    return packed.error();
  }
  out.documents = std::move(*packed);
  return out;
}

void count_act(ActInput const& act, Inputs const& inputs, BuildReport& counts) {
  bool const held = act.held.has_value();
  counts.expressions += act.record.expressions.size();
  counts.states += held ? inputs.before->documents(*act.held) : act.documents.documents;
  counts.provisions += held ? inputs.before->provisions(*act.held) : act.documents.provisions;
}

Result<IndexInput> join_all(Inputs& inputs, BuildReport& counts, ProgressFn const& progress,
                            Diagnostics& diagnostics) {
  std::map<std::string, ReadWork> acts = gather(inputs, counts, diagnostics);
  KnownActs const known = know(acts, inputs, diagnostics);
  check_orphans(inputs.mappings, known, diagnostics);
  IndexInput out;
  Suggester suggester(inputs.mappings.taxonomy);
  std::vector<ReadWork*> const order = in_index_order(acts, inputs);
  for (ReadWork* read : order) {
    Result<ActInput> act = read->plain
                               ? take_plain(inputs.readings[*read->plain], inputs)
                               : join_one(*read, {inputs.mappings, known}, suggester, diagnostics);
    if (!act) {
      return act.error();
    }
    out.acts.push_back(std::move(*act));
    count_act(out.acts.back(), inputs, counts);
    if (progress && (out.acts.size() % 64 == 0 || out.acts.size() == order.size())) {
      progress({"joining", out.acts.size(), order.size()});
    }
  }
  counts.acts = out.acts.size();
  for (Concordance const& concordance : inputs.mappings.concordances) {
    counts.mappings += concordance.mappings.size();
  }
  return out;
}

void read_all(PipelineOptions const& options, std::string const& environment, Inputs& inputs) {
  ReadOptions reading;
  reading.jobs = options.jobs;
  reading.progress = options.progress;
  for (Concordance const& concordance : inputs.mappings.concordances) {
    reading.mapped.insert(concordance.act);
  }
  if (!options.full && !options.index_dir.empty() && !environment.empty()) {
    inputs.before = HeldGeneration::open(options.index_dir, environment);
  }
  reading.before = inputs.before;
  reading.suggest = options.index_dir.empty() ? nullptr : &inputs.mappings.taxonomy;
  inputs.readings = read_files(inputs.sources, reading);
  read_shared_acts_again(inputs);
}

}  // namespace

Result<BuildReport> run_pipeline(PipelineOptions const& options, Diagnostics& diagnostics) {
  Result<std::vector<SourceFile>> sources = find_source_files(options.corpus, diagnostics);
  if (!sources) {
    return sources.error();
  }
  Inputs inputs;
  inputs.sources = std::move(*sources);
  Diagnostics of_mappings;
  if (!options.mappings.empty()) {
    inputs.mappings = read_mappings(options.mappings, of_mappings);
  }
  std::string const environment = environment_of_build(inputs.mappings.taxonomy);
  read_all(options, environment, inputs);
  BuildReport counts;
  counts.files = inputs.sources.size();
  diagnostics.append(std::move(of_mappings));
  Result<IndexInput> joined = join_all(inputs, counts, options.progress, diagnostics);
  if (!joined) {
    return joined.error();
  }
  if (options.index_dir.empty() || diagnostics.errors() > 0) {
    return counts;
  }
  if (counts.states == 0) {
    return Error{ErrorCode::kBadInput, "there is nothing to index: no file gave a provision", ""};
  }
  joined->taxonomy = inputs.mappings.taxonomy;
  joined->environment = environment;
  joined->before = inputs.before;
  Result<Written> written =
      write_index({options.index_dir, options.jobs, options.progress, options.full}, *joined);
  if (!written) {
    return written.error();
  }
  counts.manifest = std::move(written->manifest);
  counts.how = std::move(written->how);
  return counts;
}

}  // namespace cyberlex
