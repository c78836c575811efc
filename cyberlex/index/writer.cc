// A build, step by step: which segments are handed on, one new segment of all other documents, and
// the head that says what lies where.

#include "cyberlex/index/writer.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <tuple>

#include "cyberlex/index/check_documents.h"
#include "cyberlex/index/dead_terms.h"
#include "cyberlex/index/engine.h"
#include "cyberlex/index/file_digests.h"
#include "cyberlex/index/head.h"
#include "cyberlex/index/index_folder.h"
#include "cyberlex/index/logical_digest.h"
#include "cyberlex/index/parallel.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/segment_plan.h"
#include "cyberlex/index/verify.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

class Build {
 public:
  Build(WriterOptions const& options, IndexInput const& input) : options_(options), input_(input) {}

  Result<Written> run() {
    Result<IndexFolder> folder = IndexFolder::lock(options_.index_dir);
    if (!folder) {
      return folder.error();
    }
    if (Status const current = check_before(); !current) {
      return current.error();
    }
    manifest_.digest = digest();
    if (std::optional<Reused> same = reuse(*folder)) {
      return finish(*folder, same->folder, std::move(same->written));
    }
    Result<std::string> const building = folder->make_building_folder();
    if (!building) {
      return building.error();
    }
    Result<std::string> const built = build_in(*building);
    Result<std::string> const adopted =
        built ? folder->adopt(*built, manifest_.digest) : Result<std::string>(built.error());
    std::error_code ignored;
    fs::remove_all(*building, ignored);
    if (!adopted) {
      return adopted.error();
    }
    return finish(*folder, *adopted, {manifest_, how()});
  }

 private:
  void report(std::string const& step, uint64_t done, uint64_t of) {
    if (options_.progress) {
      std::lock_guard const lock(progress_mutex_);
      options_.progress({step, done, of});
    }
  }

  std::string const& digest_of(ActInput const& act) const {
    return act.held ? input_.before->act(*act.held).digest : act.documents.digest;
  }

  std::string digest() const {
    LogicalDigest all(input_.taxonomy);
    for (ActInput const& act : input_.acts) {
      all.add(act.record, digest_of(act));
    }
    return all.finish();
  }

  struct Reused {
    Written written;
    std::string folder;
  };

  // The generation that we build upon was read before the lock was ours: another build may have
  // replaced, and a third removed it.
  Status check_before() const {
    if (input_.before == nullptr) {
      return Ok{};
    }
    Result<std::string> const current = current_generation(options_.index_dir);
    if (!current || *current != input_.before->generation()->folder()) {
      return Error{ErrorCode::kUnavailable,
                   "another build has replaced the generation meanwhile; build again",
                   options_.index_dir};
    }
    return Ok{};
  }

  // A sound generation of the same digest, engine and environment. That on which we build has
  // proved sound.
  std::optional<Reused> reuse(IndexFolder const& folder) {
    if (options_.full) {
      return std::nullopt;
    }
    if (input_.before != nullptr &&
        input_.before->generation()->manifest().digest == manifest_.digest) {
      Generation const& before = *input_.before->generation();
      return Reused{{before.manifest(), "nothing has changed"}, before.folder()};
    }
    std::string const same = folder.generation_of(manifest_.digest);
    std::error_code fault;
    if (!fs::is_directory(same, fault)) {
      return std::nullopt;
    }
    Result<std::shared_ptr<Generation const>> const generation = Generation::open(same);
    if (!generation || (*generation)->manifest().digest != manifest_.digest ||
        (*generation)->manifest().engine != kEngine) {
      return std::nullopt;
    }
    Result<HeldActs> const held = load_held(same);
    if (!held || held->environment != input_.environment) {
      return std::nullopt;
    }
    report("verifying", 0, 1);
    bool const sound = verify_generation(same, options_.jobs).ok();
    report("verifying", 1, 1);
    return sound ? std::optional<Reused>(
                       {{(*generation)->manifest(), "a generation of the same content was there"},
                        same})
                 : std::nullopt;
  }

  Result<Written> finish(IndexFolder& folder, std::string const& generation, Written written) {
    report("publishing", 0, 1);
    if (Status const published = folder.publish(generation); !published) {
      return published.error();
    }
    report("publishing", 1, 1);
    return written;
  }

  std::string how() const {
    size_t const segments = plan_.kept.size() + (plan_.pieces.empty() ? 0 : 1);
    std::string const written = std::to_string(counts_.lengths.size()) + " of " +
                                std::to_string(plan_.first.back()) + " documents written";
    return plan_.why.empty() ? "incremental: " + written + ", " + std::to_string(segments) +
                                   (segments == 1 ? " segment" : " segments")
                             : "full: " + plan_.why;
  }

  // Returns the folder of the new generation, verified, below `building`.
  Result<std::string> build_in(std::string const& building) {
    plan_ = plan_segments(input_);
    std::string const generation = (fs::path(building) / "generation").string();
    std::error_code fault;
    fs::create_directory(generation, fault);
    if (Status const kept = hand_on(generation); !kept) {
      return kept.error();
    }
    Result<std::vector<std::string>> const shards = tokenise(building);
    if (!shards) {
      return shards.error();
    }
    if (Status const made = merge_and_gather(*shards, generation); !made) {
      return made.error();
    }
    if (Status const written = write_head(generation); !written) {
      return written.error();
    }
    report("verifying", 0, 1);
    if (Status const sound =
            verify_built(generation, {plan_.kept.size(), gathered_.columns, options_.jobs});
        !sound) {
      return sound.error();
    }
    report("verifying", 1, 1);
    return generation;
  }

  // Links the kept segments, and counts what has died in them.
  Status hand_on(std::string const& generation) {
    return run_parts(options_.jobs, plan_.kept.size(), [&](size_t i) -> Status {
      KeptSegment& kept = plan_.kept[i];
      std::string const from =
          segment_folder(input_.before->generation()->folder(), kept.record.name);
      if (Status linked = link_folder(from, segment_folder(generation, kept.record.name));
          !linked) {
        return linked;
      }
      return bury(*input_.before, kept.newly_dead, kept.record);
    });
  }

  Result<std::vector<std::string>> tokenise(std::string const& building) {
    SegmentJob job;
    job.building = building;
    job.pieces = plan_.pieces;
    job.before = input_.before == nullptr ? nullptr : input_.before->generation();
    job.jobs = options_.jobs;
    job.progress = [this](uint64_t done, uint64_t of) { report("tokenising", done, of); };
    report("tokenising", 0, 1);
    Result<std::vector<std::string>> shards = write_shards(job, counts_);
    report("tokenising", 1, 1);
    return shards;
  }

  std::string new_name() const {
    size_t number = 1;
    for (SegmentRecord const& kept : segments_) {
      std::string const digits = kept.name.substr(std::string_view(schema::kSegmentPrefix).size());
      number = std::max(number, std::stoul(digits) + 1);
    }
    return schema::kSegmentPrefix + std::to_string(number);
  }

  // Merging and making columns are work for one thread each.
  Status merge_and_gather(std::vector<std::string> const& shards, std::string const& generation) {
    report("merging", 0, 1);
    for (KeptSegment& kept : plan_.kept) {
      segments_.push_back(std::move(kept.record));
    }
    Status done = run_parts(options_.jobs, 2, [&](size_t part) -> Status {
      return part == 0 ? merge(shards, generation) : gather(input_, plan_, counts_, gathered_);
    });
    report("merging", 1, 1);
    return done;
  }

  Status merge(std::vector<std::string> const& shards, std::string const& generation) {
    if (plan_.pieces.empty()) {
      return Ok{};
    }
    SegmentRecord made;
    made.name = new_name();
    made.documents = static_cast<uint32_t>(counts_.lengths.size());
    made.runs = plan_.runs;
    made.languages = counts_.languages;
    std::string const folder = segment_folder(generation, made.name);
    if (Status merged = merge_and_remove(shards, folder); !merged) {
      return merged;
    }
    if (Status sealed = seal_folder(folder); !sealed) {
      return sealed;
    }
    Result<std::string> const seal = digest_of_seal(folder);
    if (!seal) {
      return seal.error();
    }
    made.seal = *seal;
    segments_.push_back(std::move(made));
    return Ok{};
  }

  HeldActs held() const {
    HeldActs held;
    held.environment = input_.environment;
    for (ActInput const& act : input_.acts) {
      held.acts.push_back({digest_of(act), act.key, act.notes});
    }
    return held;
  }

  Status write_head(std::string const& generation) {
    fill_manifest(input_, gathered_.columns, manifest_);
    Status written =
        write_head_folder(generation, {manifest_, gathered_, input_, segments_, held()});
    return written ? seal_folder(generation) : written;
  }

  WriterOptions const& options_;
  IndexInput const& input_;
  Manifest manifest_;
  SegmentPlan plan_;
  SegmentCounts counts_;
  Gathered gathered_;
  std::vector<SegmentRecord> segments_;
  std::mutex progress_mutex_;
};

Status check_order(std::vector<ActInput> const& acts) {
  for (size_t i = 1; i < acts.size(); ++i) {
    Work const& before = acts[i - 1].record.work;
    Work const& work = acts[i].record.work;
    if (std::tie(before.jurisdiction, before.handle) >= std::tie(work.jurisdiction, work.handle)) {
      return Error{ErrorCode::kBadInput, "acts are not in order of jurisdiction and handle",
                   work.handle};
    }
  }
  return Ok{};
}

}  // namespace

Result<Written> write_index(WriterOptions const& options, IndexInput const& input) {
  if (Status const ordered = check_order(input.acts); !ordered) {
    return ordered.error();
  }
  uint64_t documents = 0;
  for (ActInput const& act : input.acts) {
    documents += act.held ? input.before->documents(*act.held) : act.documents.documents;
  }
  if (documents >= UINT32_MAX - 1) {
    return Error{ErrorCode::kBadInput, "more documents than an index can number"};
  }
  return Build(options, input).run();
}

Result<Manifest> write_generation(WriterOptions const& options, std::vector<ActRecord> const& acts,
                                  Taxonomy const& taxonomy,
                                  std::vector<IndexDocument> const& documents) {
  if (Status const checked = check_documents(acts, documents); !checked) {
    return checked.error();
  }
  IndexInput input;
  input.taxonomy = taxonomy;
  BlobCodec codec;
  auto first = documents.begin();
  for (ActNum act = 0; act < acts.size(); ++act) {
    auto const last = std::find_if(first, documents.end(), [act](IndexDocument const& document) {
      return document.record.act != act;
    });
    Result<PackedDocuments> packed = pack(std::vector<IndexDocument>(first, last), codec);
    if (!packed) {
      return packed.error();
    }
    ActInput& made = input.acts.emplace_back();
    made.record = acts[act];
    made.documents = std::move(*packed);
    first = last;
  }
  Result<Written> written = write_index(options, input);
  return written ? Result<Manifest>(std::move(written->manifest)) : written.error();
}

}  // namespace cyberlex
