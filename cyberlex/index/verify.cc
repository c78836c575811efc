// verify_generation(): nothing is believed that can be computed again.

#include "cyberlex/index/verify.h"

#include <algorithm>
#include <map>

#include "cyberlex/index/document_store.h"
#include "cyberlex/index/file_digests.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/index/held.h"
#include "cyberlex/index/logical_digest.h"
#include "cyberlex/index/parallel.h"
#include "cyberlex/index/record.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/terms.h"

namespace cyberlex {
namespace {

using SharedGeneration = std::shared_ptr<Generation const>;

constexpr DocNum kDocumentsAtOnce = 4000;

Error damaged(std::string message, std::string const& folder) {
  return {ErrorCode::kDamaged, std::move(message), folder};
}

// The acts whose documents lie in segments from `first_segment` on, and their digests.
class DigestCheck {
 public:
  DigestCheck(SharedGeneration generation, HeldActs const& held, size_t first_segment)
      : generation_(std::move(generation)), held_(held) {
    DocNum in_part = kDocumentsAtOnce;
    for (ActNum act = 0; act < generation_->acts().size(); ++act) {
      auto const [first, last] = generation_->documents_of(act);
      bool const kept =
          first < last && generation_->segment_map().place(first).segment < first_segment;
      if (kept) {
        continue;
      }
      if (in_part >= kDocumentsAtOnce) {
        parts_.emplace_back();
        in_part = 0;
      }
      parts_.back().push_back(act);
      in_part += last - first;
    }
  }

  Status run(int jobs) const {
    return run_parts(jobs, parts_.size(), [this](size_t part) { return check(parts_[part]); });
  }

 private:
  Status check(std::vector<ActNum> const& acts) const {
    Result<DocumentStore> store = DocumentStore::open(generation_);
    if (!store) {
      return store.error();
    }
    for (ActNum const act : acts) {
      if (Status checked = check_act(act, *store); !checked) {
        return checked;
      }
    }
    return Ok{};
  }

  Status check_act(ActNum act, DocumentStore& store) const {
    auto const [first, last] = generation_->documents_of(act);
    ActDigest digest;
    for (DocNum doc = first; doc < last; ++doc) {
      Result<EncodedDocument> const stored = store.document(doc);
      Result<IndexDocument> const document =
          stored ? decode(*stored) : Result<IndexDocument>(stored.error());
      if (!document) {
        return damaged("document " + std::to_string(doc) + ": " + to_string(document.error()),
                       generation_->folder());
      }
      if (document->record.eid.text() != generation_->eid(doc)) {
        return damaged("document " + std::to_string(doc) + ": is not what the tables say",
                       generation_->folder());
      }
      digest.add(stored->record, stored->texts);
    }
    if (digest.finish() != held_.acts[act].digest) {
      return damaged("the stored records of " + generation_->acts()[act].work.handle +
                         " do not have the digest that is said",
                     generation_->folder());
    }
    return Ok{};
  }

  SharedGeneration generation_;
  HeldActs const& held_;
  std::vector<std::vector<ActNum>> parts_;
};

Status check_logical_digest(Generation const& generation, HeldActs const& held) {
  LogicalDigest digest(generation.taxonomy());
  for (ActNum act = 0; act < held.acts.size(); ++act) {
    digest.add(generation.acts()[act], held.acts[act].digest);
  }
  if (digest.finish() != generation.manifest().digest) {
    return damaged("the stored records do not have the manifest's digest", generation.folder());
  }
  return Ok{};
}

// Makes the columns anew from the stored records.
Status check_columns(SharedGeneration const& generation) {
  Result<DocumentStore> const store = DocumentStore::open(generation);
  if (!store) {
    return store.error();
  }
  ColumnsBuilder columns(generation->acts());
  for (DocNum doc = 0; doc < generation->columns().documents(); ++doc) {
    Result<std::string> const bytes = store->record(doc);
    Result<ProvisionRecord> record =
        bytes ? decode_provision(*bytes) : Result<ProvisionRecord>(bytes.error());
    if (!record) {
      return record.error();
    }
    record->act = generation->columns().state.act.codes[doc];
    columns.add(*record, generation->columns().state.length[doc]);
  }
  if (columns.finish() != generation->columns()) {
    return damaged("the columns do not follow from the stored records", generation->folder());
  }
  return Ok{};
}

// Counts the terms of a segment's dead documents anew.
Status check_dead(SharedGeneration const& generation, uint32_t number) {
  SegmentRecord const& segment = generation->segments()[number];
  Result<DocumentStore> store = DocumentStore::open(generation);
  if (!store) {
    return store.error();
  }
  std::map<std::string, uint32_t> counts;
  TermMaker terms;
  std::vector<DocNum> const& numbers = generation->segment_map().numbers(number);
  for (DocNum local = 0; local < segment.documents; ++local) {
    if (numbers[local] != kDead) {
      continue;
    }
    Result<EncodedDocument> const stored = store->document_at({number, local});
    Result<IndexDocument> const document =
        stored ? decode(*stored) : Result<IndexDocument>(stored.error());
    if (!document) {
      return document.error();
    }
    for (DocumentTerm const& term : terms.make(*document).terms) {
      ++counts[term.term];
    }
  }
  if (!std::equal(counts.begin(), counts.end(), segment.dead.begin(), segment.dead.end(),
                  [](auto const& a, auto const& b) {
                    return a.first == b.first && a.second == b.second;
                  })) {
    return damaged("the terms of dead documents are not those that are said",
                   segment_folder(generation->folder(), segment.name));
  }
  return Ok{};
}

Status check_all_dead(SharedGeneration const& generation) {
  if (generation->segment_map().plain()) {
    return Ok{};
  }
  for (uint32_t number = 0; number < generation->segments().size(); ++number) {
    if (Status checked = check_dead(generation, number); !checked) {
      return checked;
    }
  }
  return Ok{};
}

}  // namespace

Result<size_t> check_files(Generation const& generation) {
  Result<size_t> files = check_seal(generation.folder());
  for (SegmentRecord const& segment : generation.segments()) {
    std::string const folder = segment_folder(generation.folder(), segment.name);
    Result<size_t> const more = check_seal(folder);
    Result<std::string> const seal = digest_of_seal(folder);
    if (!files || !more) {
      return files ? more : files;
    }
    if (!seal || *seal != segment.seal) {
      return damaged("the segment is not the one that belongs here", folder);
    }
    *files += *more;
  }
  return files;
}

namespace {

Status check_stores(Generation const& generation, size_t first_segment, int jobs) {
  std::vector<std::string> folders = {generation.folder()};
  for (size_t i = first_segment; i < generation.segments().size(); ++i) {
    folders.push_back(segment_folder(generation.folder(), generation.segments()[i].name));
  }
  return run_parts(jobs, folders.size(), [&](size_t i) {
    // Where nothing may be written the digests of the files have to do.
    return can_check_store(folders[i]) ? check_store(folders[i]) : Status(Ok{});
  });
}

Result<HeldActs> load_held_of(Generation const& generation) {
  Result<HeldActs> held = load_held(generation.folder());
  if (held && held->acts.size() != generation.acts().size()) {
    return damaged("the list of held acts is not that of the acts", generation.folder());
  }
  return held;
}

// What both checks have in common.
Status check_contents(SharedGeneration const& generation, size_t first_segment, int jobs) {
  if (Status checked = check_stores(*generation, first_segment, jobs); !checked) {
    return checked;
  }
  Result<HeldActs> const held = load_held_of(*generation);
  if (!held) {
    return held.error();
  }
  if (Status checked = DigestCheck(generation, *held, first_segment).run(jobs); !checked) {
    return checked;
  }
  return check_logical_digest(*generation, *held);
}

}  // namespace

Result<std::vector<std::string>> verify_generation(std::string const& folder, int jobs) {
  if (Result<size_t> const head = check_seal(folder); !head) {
    return head.error();
  }
  Result<SharedGeneration> const generation = Generation::open(folder);
  if (!generation) {
    return generation.error();
  }
  Result<size_t> const files = check_files(**generation);
  if (!files) {
    return files.error();
  }
  if (Status const checked = check_contents(*generation, 0, jobs); !checked) {
    return checked.error();
  }
  if (Status const checked = check_columns(*generation); !checked) {
    return checked.error();
  }
  if (Status const checked = check_all_dead(*generation); !checked) {
    return checked.error();
  }
  Manifest const& manifest = (*generation)->manifest();
  size_t const segments = (*generation)->segments().size();
  return std::vector<std::string>{
      std::to_string(*files) + " files have the digests recorded when they were written",
      (can_check_store(folder)
           ? "every table of the database is sound, in "
           : "tables are not checked by Xapian where nothing may be written, in ") +
          std::to_string(segments) + (segments == 1 ? " segment" : " segments"),
      std::to_string(manifest.documents) + " records and their texts decode",
      "the records have the digest " + manifest.digest,
      "the columns follow from the records",
  };
}

Status verify_built(std::string const& folder, BuiltParts const& parts) {
  Result<SharedGeneration> const generation = Generation::open(folder);
  if (!generation) {
    return generation.error();
  }
  if (Status checked = check_contents(*generation, parts.kept, parts.jobs); !checked) {
    return checked;
  }
  if ((*generation)->columns() != parts.columns) {
    return damaged("the columns are not those that were written", folder);
  }
  return Ok{};
}

}  // namespace cyberlex
