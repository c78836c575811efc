#include "cyberlex/index/generation.h"

#include <algorithm>
#include <filesystem>

#include "cyberlex/base/file.h"
#include "cyberlex/index/file_digests.h"
#include "cyberlex/index/record.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/store.h"
#include "cyberlex/index/tables.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestPointer = 256;

bool is_generation_name(std::string_view name) {
  return name.starts_with(schema::kGenerationPrefix) &&
         name.find_first_not_of("g-0123456789abcdef") == std::string_view::npos;
}

Error damaged(std::string message, std::string const& where) {
  return {ErrorCode::kDamaged, std::move(message), where};
}

// What decode() makes of the bytes under `key`; errors are `where`'s.
template <typename T>
Status load(StoreReader const& store, char const* key, Result<T> (*decode)(std::string_view),
            T& out) {
  Result<std::string> const bytes = store.get(key);
  if (!bytes) {
    return bytes.error();
  }
  Result<T> value = decode(*bytes);
  if (!value) {
    return value.error();
  }
  out = std::move(*value);
  return Ok{};
}

Error at(Error error, std::string const& folder) {
  error.where = folder;
  return error;
}

}  // namespace

Result<std::string> current_generation(std::string const& index_dir) {
  std::string const pointer = (fs::path(index_dir) / schema::kPointerFile).string();
  std::error_code fault;
  if (!fs::exists(pointer, fault)) {
    return Error{ErrorCode::kNotFound, "there is no index here: build one", index_dir};
  }
  Result<std::string> name = read_file(pointer, kLongestPointer);
  if (!name && name.error().code == ErrorCode::kUnavailable) {
    return name.error();
  }
  if (!name || name->empty() || name->back() != '\n') {
    return damaged("does not name a generation", pointer);
  }
  name->pop_back();
  if (!is_generation_name(*name)) {
    return damaged("does not name a generation", pointer);
  }
  std::string const folder = (fs::path(index_dir) / *name).string();
  if (!fs::is_directory(folder, fault)) {
    return damaged("names " + *name + ", which is not there", pointer);
  }
  return folder;
}

// Fills a Generation and checks that its parts agree.
class GenerationLoader {
 public:
  explicit GenerationLoader(std::string folder) { generation_->folder_ = std::move(folder); }

  Result<std::shared_ptr<Generation const>> run() {
    Result<StoreReader> store = StoreReader::open(generation_->folder_);
    if (!store) {
      return at(store.error(), generation_->folder_);
    }
    if (Status const loaded = load_all(*store); !loaded) {
      return at(loaded.error(), generation_->folder_);
    }
    if (Status const whole = find_missing_files(); !whole) {
      return whole.error();
    }
    char const* const fault = find_disagreement();
    if (fault != nullptr) {
      return damaged(fault, generation_->folder_);
    }
    index_acts();
    return std::shared_ptr<Generation const>(std::move(generation_));
  }

 private:
  Status load_all(StoreReader const& store) {
    Generation& g = *generation_;
    if (Status s = load(store, schema::kManifestKey, decode_manifest, g.manifest_); !s) {
      return s;
    }
    if (Status s = load(store, schema::kColumnsKey, decode_columns, g.columns_); !s) {
      return s;
    }
    if (Status s = load(store, schema::kActsKey, decode_acts, g.acts_); !s) {
      return s;
    }
    if (Status s = load(store, schema::kTaxonomyKey, decode_taxonomy, g.taxonomy_); !s) {
      return s;
    }
    if (Status s = load(store, schema::kEidsKey, decode_eids, g.eids_); !s) {
      return s;
    }
    if (Status s = load_segments(store); !s) {
      return s;
    }
    std::vector<LanguageTotals> totals;
    Status s = load(store, schema::kLanguagesKey, decode_languages, totals);
    for (LanguageTotals const& total : totals) {
      double const documents = static_cast<double>(std::max<uint64_t>(total.documents, 1));
      g.languages_.push_back(
          {total.language, total.documents, static_cast<double>(total.words) / documents});
    }
    return s;
  }

  Status load_segments(StoreReader const& store) {
    Generation& g = *generation_;
    if (Status s = load(store, schema::kSegmentsKey, decode_segments, g.segments_); !s) {
      return s;
    }
    Result<SegmentMap> map = SegmentMap::make(g.segments_, g.manifest_.documents);
    if (!map) {
      return map.error();
    }
    g.map_ = std::move(*map);
    return Ok{};
  }

  // Xapian takes a table of positions that is missing for an empty one, so that a generation served
  // while it is copied would find no phrase.
  Status find_missing_files() const {
    if (Status head = check_files_are_there(generation_->folder_); !head) {
      return head;
    }
    for (SegmentRecord const& segment : generation_->segments_) {
      std::string const folder = (fs::path(generation_->folder_) / segment.name).string();
      if (Status all = check_files_are_there(folder); !all) {
        return all;
      }
      Result<std::string> const seal = digest_of_seal(folder);
      if (!seal || *seal != segment.seal) {
        return damaged("is not the segment that the generation was written with", folder);
      }
    }
    return Ok{};
  }

  // Null when manifest, columns, acts and eIds speak of the same things.
  char const* find_disagreement() const {
    Generation const& g = *generation_;
    Columns const& c = g.columns_;
    uint64_t const stored = g.manifest_.documents;
    if (c.documents() != stored || g.eids_.size() != stored) {
      return "manifest, columns and eIds differ in the number of documents";
    }
    if (g.manifest_.limbs != c.limb.longest.size() ||
        g.manifest_.clauses != c.clause.longest.size() ||
        g.manifest_.mappings != c.mapping.article.codes.size() ||
        g.manifest_.concepts != g.taxonomy_.concepts.size() ||
        g.manifest_.provisions != (stored == 0 ? 0 : c.state.provision.back() + 1)) {
      return "manifest and stored tables differ in their numbers";
    }
    bool const same_acts =
        std::equal(g.acts_.begin(), g.acts_.end(), c.state.act.names.values.begin(),
                   c.state.act.names.values.end(),
                   [](ActRecord const& act, std::string const& h) { return act.work.handle == h; });
    if (g.manifest_.acts != g.acts_.size() || !same_acts) {
      return "manifest, acts and columns differ in the acts";
    }
    return nullptr;
  }

  void index_acts() {
    Generation& g = *generation_;
    std::vector<Code> const& acts = g.columns_.state.act.codes;
    for (ActNum act = 0; act <= g.acts_.size(); ++act) {
      auto const first = std::lower_bound(acts.begin(), acts.end(), act);
      g.act_begin_.push_back(static_cast<DocNum>(first - acts.begin()));
      if (act < g.acts_.size()) {
        g.handles_.emplace_back(g.acts_[act].work.handle, act);
      }
    }
    std::sort(g.handles_.begin(), g.handles_.end());
  }

  std::unique_ptr<Generation> generation_ = std::make_unique<Generation>();
};

Result<std::shared_ptr<Generation const>> Generation::open(std::string const& folder) {
  return GenerationLoader(folder).run();
}

ActNum Generation::act_number(std::string_view handle) const {
  auto const found =
      std::lower_bound(handles_.begin(), handles_.end(), handle,
                       [](auto const& entry, std::string_view h) { return entry.first < h; });
  bool const there = found != handles_.end() && found->first == handle;
  return there ? found->second : static_cast<ActNum>(acts_.size());
}

ActRecord const* Generation::find_act(std::string_view handle) const {
  ActNum const act = act_number(handle);
  return act < acts_.size() ? &acts_[act] : nullptr;
}

std::pair<DocNum, DocNum> Generation::documents_of(ActNum act) const {
  return {act_begin_[act], act_begin_[act + 1]};
}

std::string_view Generation::eid(DocNum doc) const {
  return eids_[doc];
}

std::pair<DocNum, DocNum> Generation::states_of(ActNum act, std::string_view eid) const {
  auto const [first, last] = documents_of(act);
  auto const begin = std::find(eids_.begin() + first, eids_.begin() + last, eid);
  auto const end = std::find_if(begin, eids_.begin() + last,
                                [eid](std::string const& other) { return other != eid; });
  return {static_cast<DocNum>(begin - eids_.begin()), static_cast<DocNum>(end - eids_.begin())};
}

}  // namespace cyberlex
