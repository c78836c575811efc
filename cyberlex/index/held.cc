#include "cyberlex/index/held.h"

#include "cyberlex/index/codec.h"
#include "cyberlex/index/document_store.h"
#include "cyberlex/index/engine.h"
#include "cyberlex/index/file_digests.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/store.h"

namespace cyberlex {

template <typename Codec, Is<HeldAct> R>
void describe(Codec& codec, R& act) {
  codec(act.digest, act.key, act.notes);
}

template <typename Codec, Is<HeldActs> R>
void describe(Codec& codec, R& held) {
  codec(held.environment, held.acts);
}

namespace {

bool is_sound(Generation const& generation) {
  bool sound = check_seal(generation.folder()).ok();
  for (SegmentRecord const& segment : generation.segments()) {
    std::string const folder = segment_folder(generation.folder(), segment.name);
    Result<std::string> const seal = digest_of_seal(folder);
    sound = sound && seal && *seal == segment.seal && check_seal(folder).ok();
  }
  return sound;
}

}  // namespace

std::string encode_held(HeldActs const& held) {
  return to_bytes(held);
}

Result<HeldActs> decode_held(std::string_view bytes) {
  return from_bytes<HeldActs>(bytes, "list of held acts");
}

Result<HeldActs> load_held(std::string const& folder) {
  Result<StoreReader> const store = StoreReader::open(folder);
  if (!store) {
    return store.error();
  }
  Result<std::string> const bytes = store->get(schema::kHeldKey);
  return bytes ? decode_held(*bytes) : Result<HeldActs>(bytes.error());
}

std::shared_ptr<HeldGeneration const> HeldGeneration::open(std::string const& index_dir,
                                                           std::string const& environment) {
  Result<std::string> const folder = current_generation(index_dir);
  Result<std::shared_ptr<Generation const>> const generation =
      folder ? Generation::open(*folder) : folder.error();
  if (!generation || (*generation)->manifest().engine != kEngine || !is_sound(**generation)) {
    return nullptr;
  }
  Result<HeldActs> held = load_held(*folder);
  if (!held || held->environment != environment ||
      held->acts.size() != (*generation)->acts().size()) {
    return nullptr;
  }
  auto out = std::make_shared<HeldGeneration>();
  out->generation_ = *generation;
  out->held_ = std::move(*held);
  for (ActNum act = 0; act < out->held_.acts.size(); ++act) {
    if (!out->held_.acts[act].key.empty()) {
      out->by_key_.emplace(out->held_.acts[act].key, act);
    }
  }
  return out;
}

std::optional<ActNum> HeldGeneration::find(std::string const& key) const {
  auto const found = by_key_.find(key);
  return found == by_key_.end() ? std::nullopt : std::optional<ActNum>(found->second);
}

uint32_t HeldGeneration::documents(ActNum act) const {
  auto const [first, last] = generation_->documents_of(act);
  return last - first;
}

uint32_t HeldGeneration::provisions(ActNum act) const {
  auto const [first, last] = generation_->documents_of(act);
  std::vector<uint32_t> const& numbers = generation_->columns().state.provision;
  return first == last ? 0 : numbers[last - 1] - numbers[first] + 1;
}

uint32_t HeldGeneration::segment(ActNum act) const {
  auto const [first, last] = generation_->documents_of(act);
  return first == last ? 0 : generation_->segment_map().place(first).segment;
}

}  // namespace cyberlex
