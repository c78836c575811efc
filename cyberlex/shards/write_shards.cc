#include "cyberlex/shards/write_shards.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <span>

#include "cyberlex/base/file.h"
#include "cyberlex/index/file_digests.h"
#include "cyberlex/index/parallel.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/index/record.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/store.h"
#include "cyberlex/index/tables.h"
#include "cyberlex/index/terms.h"
#include "cyberlex/render/stored_hit.h"
#include "cyberlex/shards/projector.h"

namespace cyberlex::shards {
namespace {

namespace fs = std::filesystem;

constexpr char const* kFolderPrefix = "shards-";
constexpr char const* kBuilding = ".building";
constexpr size_t kNameDigits = 16;

// The terms under which filters find a document; a value of limbs at every place where it holds.
void add_filter_terms(std::vector<StateValues> const& states, Places const& places,
                      DocumentTerms& out) {
  std::map<std::string, std::vector<uint32_t>> terms;
  for (StateValues const& each : states) {
    for (uint32_t const value : each.values) {
      terms[value_term(each.axis, value)];
    }
  }
  uint32_t place = 0;
  places.each([&](std::array<HeldList const*, 4> const& lists) {
    for (HeldList const* const list : lists) {
      for (Held const& held : *list) {
        terms[value_term(held.axis, held.value)].push_back(place * kPlaceWidth + held.axis + 1);
      }
    }
    ++place;
  });
  for (auto& [term, positions] : terms) {
    out.terms.push_back({term, 0, std::move(positions)});
  }
}

std::vector<SlotValue> slots_of(ProvisionRecord const& record,
                                std::vector<StateValues> const& states, Places const& places) {
  std::vector<SlotValue> out{{kFromSlot, int64_t{record.valid.from.days()}},
                             {kToSlot, int64_t{record.valid.to.days()}},
                             {kPlacesSlot, encode(places)}};
  for (StateValues const& each : states) {
    out.push_back({kFirstAxisSlot + each.axis, encode_values(each.values)});
  }
  return out;
}

// One thread's work: the documents of one shard.
class OneShard {
 public:
  OneShard(Generation const& generation, Projector const& projector, Projection const& projection)
      : generation_(generation), projector_(projector), projection_(projection) {}

  Status write(IndexReader const& reader, uint32_t shard, std::string const& folder) {
    Result<ShardWriter> writer = ShardWriter::create(folder, true);
    if (!writer) {
      return writer.error();
    }
    for (uint64_t doc = shard; doc < projection_.documents; doc += projection_.shards) {
      if (Status added = add(reader, static_cast<DocNum>(doc), shard, *writer); !added) {
        return added;
      }
    }
    for (auto const& [key, value] :
         {std::pair<std::string, std::string>{kProjectionKey, encode(projection_)},
          {schema::kActsKey, encode_acts(generation_.acts())},
          {schema::kTaxonomyKey, encode(generation_.taxonomy())}}) {
      if (Status put = writer->put(key, value); !put) {
        return put;
      }
    }
    Status const finished = writer->finish();
    return finished ? seal_folder(folder) : finished;
  }

 private:
  Status add(IndexReader const& reader, DocNum doc, uint32_t shard, ShardWriter& writer) {
    Result<ProvisionRecord> record = reader.record(doc);
    if (!record) {
      return record.error();
    }
    Result<std::vector<StateText>> texts = reader.texts(doc);
    if (!texts) {
      return texts.error();
    }
    DocumentTerms terms = terms_.make({*record, std::move(texts).value()});
    std::vector<StateValues> const states = projector_.states(doc);
    Places const places = projector_.places(doc);
    add_filter_terms(states, places, terms);
    terms.terms.push_back({generation_term(projection_.digest), 0, {}});
    if (doc == shard) {
      terms.terms.push_back({first_term(projection_.digest, shard), 0, {}});
    }
    Hit hit;
    hit.doc = doc;
    hit.record = std::make_shared<ProvisionRecord const>(std::move(record).value());
    return writer.add(stored_hit(generation_, hit), terms, slots_of(*hit.record, states, places));
  }

  Generation const& generation_;
  Projector const& projector_;
  Projection const& projection_;
  TermMaker terms_;
};

std::string folder_of(fs::path const& parent, uint32_t shard) {
  return (parent / std::to_string(shard + 1)).string();
}

Status write_all(std::shared_ptr<Generation const> const& generation, fs::path const& folder,
                 uint32_t count, int jobs) {
  Projector const projector(SearchShared::make(generation));
  Projection projection = projector.projection();
  projection.shards = count;
  Status const written = run_parts(jobs, count, [&](size_t part) -> Status {
    Result<IndexReader> const reader = IndexReader::open(generation);
    if (!reader) {
      return reader.error();
    }
    auto const shard = static_cast<uint32_t>(part);
    return OneShard(*generation, projector, projection)
        .write(*reader, shard, folder_of(folder, shard));
  });
  if (!written) {
    return written;
  }
  std::string stub;
  for (uint32_t shard = 0; shard < count; ++shard) {
    stub += "glass " + std::to_string(shard + 1) + '\n';
  }
  return write_file_atomically((folder / "shards.stub").string(), stub);
}

bool is_whole(fs::path const& folder, uint32_t count) {
  for (uint32_t shard = 0; shard < count; ++shard) {
    if (!check_seal(folder_of(folder, shard))) {
      return false;
    }
  }
  return fs::exists(folder / "shards.stub");
}

// What an interrupted run left, and shards of generations that are gone.
void remove_stale(fs::path const& index_dir, fs::path const& keep) {
  std::error_code fault;
  std::vector<fs::path> stale;
  for (fs::directory_iterator entry(index_dir, fault); !fault && entry != fs::directory_iterator();
       entry.increment(fault)) {
    std::string const name = entry->path().filename().string();
    if (!name.starts_with(kFolderPrefix) || entry->path() == keep) {
      continue;
    }
    std::string const digits = name.substr(std::string_view(kFolderPrefix).size(), kNameDigits);
    bool const held = fs::exists(index_dir / (schema::kGenerationPrefix + digits), fault);
    if (!held || name.ends_with(kBuilding)) {
      stale.push_back(entry->path());
    }
  }
  for (fs::path const& each : stale) {
    fs::remove_all(each, fault);  // what cannot be removed now is left to the next run
  }
}

}  // namespace

Result<ShardsWritten> write_shards(std::shared_ptr<Generation const> generation,
                                   std::string const& index_dir, uint32_t count, int jobs) {
  std::string const digest = generation->manifest().digest;
  fs::path const parent(index_dir);
  fs::path const folder =
      parent / (kFolderPrefix + digest.substr(0, kNameDigits) + '-' + std::to_string(count));
  ShardsWritten const out{folder.string(), (folder / "shards.stub").string(),
                          generation->manifest().documents};
  remove_stale(parent, folder);
  if (is_whole(folder, count)) {
    return out;
  }
  fs::path const building = folder.string() + kBuilding;
  std::error_code fault;
  fs::remove_all(building, fault);
  fs::create_directory(building, fault);
  if (fault) {
    return Error{ErrorCode::kUnavailable, "cannot make the folder: " + fault.message(),
                 building.string()};
  }
  if (Status written = write_all(generation, building, count, jobs); !written) {
    return written.error();
  }
  fs::remove_all(folder, fault);
  fs::rename(building, folder, fault);
  if (fault) {
    return Error{ErrorCode::kUnavailable,
                 "cannot rename to " + folder.string() + ": " + fault.message(), building.string()};
  }
  if (Status synced = sync_folder(parent.string()); !synced) {
    return synced.error();
  }
  return out;
}

}  // namespace cyberlex::shards
