#include "cyberlex/search/search_shared.h"

#include <algorithm>
#include <array>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "cyberlex/model/vocabulary.h"
#include "cyberlex/search/derived_columns.h"
#include "cyberlex/search/limb_values.h"

namespace cyberlex {
namespace {

constexpr size_t kParams = static_cast<size_t>(Param::kRelation) + 1;

size_t slot(Param param) {
  return static_cast<size_t>(param);
}

DocSet compacted(std::span<DocNum const> docs) {
  DocSet out = DocSet::of(docs);
  out.compact();
  return out;
}

std::vector<DocSet> sets_of(std::vector<std::vector<DocNum>> const& lists) {
  std::vector<DocSet> out;
  out.reserve(lists.size());
  for (std::vector<DocNum> const& docs : lists) {
    out.push_back(compacted(docs));
  }
  return out;
}

std::vector<DocSet> sets_of(CodeColumn const& column) {
  std::vector<std::vector<DocNum>> lists(column.names.values.size());
  for (DocNum doc = 0; doc < column.codes.size(); ++doc) {
    lists[column.codes[doc]].push_back(doc);
  }
  return sets_of(lists);
}

std::vector<DocSet> sets_of(MultiCodeColumn const& column) {
  std::vector<std::vector<DocNum>> lists(column.names.values.size());
  for (DocNum doc = 0; doc + 1 < column.begin.size(); ++doc) {
    for (Code const code : column.row(doc)) {
      lists[code].push_back(doc);
    }
  }
  return sets_of(lists);
}

// A treaty held, and its code among the mappings.
struct HeldTreaty {
  ActNum act = 0;
  Code code = 0;
};

// Treaties are the acts of "int". One that no row names is a yardstick, not a target: a law cannot
// be outside of it.
std::vector<HeldTreaty> treaties_held(Generation const& generation) {
  CodeNames const& named = generation.columns().mapping.treaty.names;
  std::vector<HeldTreaty> out;
  for (ActNum act = 0; act < generation.acts().size(); ++act) {
    Work const& work = generation.acts()[act].work;
    Code const code = named.find(work.handle);
    if (work.jurisdiction == "int" && code < named.values.size()) {
      out.push_back({act, code});
    }
  }
  return out;
}

}  // namespace

struct SearchShared::State {
  State(std::shared_ptr<Generation const> of, uint64_t posting_bytes, uint64_t position_bytes,
        uint64_t document_bytes)
      : generation(std::move(of)),
        vocabulary(*generation),
        groups(columns().state),
        postings(posting_bytes),
        documents(document_bytes),
        positions(position_bytes) {}

  std::shared_ptr<Generation const> generation;
  GenerationVocabulary vocabulary;
  DocSet all;
  DocSet gone;
  DocSet with_limbs;
  StateGroups groups;
  std::array<std::vector<DocSet>, kParams> sets;
  std::array<Unvalued, kParams> unvalued;
  std::vector<uint8_t> outside_all;
  std::vector<int64_t> severity;
  std::array<std::optional<ValueTree>, kParams> trees;
  MultiCodeColumn concepts;
  std::vector<uint8_t> open_limbs;

  std::once_flag completed;
  std::optional<Completions> completions;
  std::once_flag labelled;
  std::optional<ConceptLabels> labels;
  std::mutex days_lock;
  std::list<std::pair<Date, std::shared_ptr<DayDocs const>>> days;  // the last asked for first
  PostingCache postings;
  DocumentCache documents;
  PositionCache positions;
  std::mutex dictionaries_lock;
  std::map<std::string, std::shared_ptr<Dictionary const>, std::less<>> dictionaries;

  Columns const& columns() const { return generation->columns(); }
  void fill_state_sets();
  void fill_limb_sets();
  void fill_unvalued(Param param, LimbValues const& values);
  void fill_outside_all();
  bool is_outside_all(size_t limb, ActNum own, std::vector<HeldTreaty> const& held) const;
  DayDocs make_day(Date date) const;
};

void SearchShared::State::fill_state_sets() {
  StateColumns const& state = columns().state;
  all = DocSet::range(0, static_cast<DocNum>(columns().documents()));
  sets[slot(Param::kJurisdiction)] = sets_of(state.jurisdiction);
  sets[slot(Param::kAct)] = sets_of(state.act);
  sets[slot(Param::kRank)] = sets_of(state.rank);
  sets[slot(Param::kYear)] = sets_of(state.year);
  sets[slot(Param::kLang)] = sets_of(state.language);
  sets[slot(Param::kStatus)] = sets_of(state.status);
  sets[slot(Param::kText)] = sets_of(state.text_kind);
  sets[slot(Param::kClass)] = sets_of(state.klass);
  sets[slot(Param::kSuggested)] = sets_of(state.suggested);
  sets[slot(Param::kSuggestedPenalty)] = sets_of(state.suggested_penalty);
  sets[slot(Param::kSuggestedPrison)] = sets_of(state.suggested_prison);
  for (size_t code = 0; code < state.status.names.values.size(); ++code) {
    std::optional<LegalStatus> const status =
        parse_name<LegalStatus>(state.status.names.values[code]);
    if (status.has_value() && is_gone(*status)) {
      gone |= sets[slot(Param::kStatus)][code];
    }
  }
}

void SearchShared::State::fill_limb_sets() {
  StateColumns const& state = columns().state;
  std::vector<DocNum> docs;
  severity.assign(columns().documents(), kNoBound);
  for (DocNum doc = 0; doc < columns().documents(); ++doc) {
    if (state.limb_begin[doc] < state.limb_begin[doc + 1]) {
      docs.push_back(doc);
    }
    for (uint32_t limb = state.limb_begin[doc]; limb < state.limb_begin[doc + 1]; ++limb) {
      severity[doc] = std::max(severity[doc], columns().limb.longest[limb]);
    }
  }
  with_limbs = compacted(docs);
  concepts = concept_column(columns(), generation->taxonomy());
  open_limbs = cyberlex::open_limbs(columns());
  for (Param const param :
       {Param::kOffence, Param::kPower, Param::kAuthorisation, Param::kConcern}) {
    trees[slot(param)] = ValueTree::of_concepts(generation->taxonomy(), info_of(param).name);
  }
  LimbValues const values(columns(), concepts);
  for (ParamInfo const& info : parameters()) {
    if (info.level != Level::kState) {
      fill_unvalued(info.param, values);
    }
  }
}

void SearchShared::State::fill_unvalued(Param param, LimbValues const& values) {
  StateColumns const& state = columns().state;
  std::vector<DocNum> valued;
  std::vector<DocNum> mapped;
  for (DocNum doc = 0; doc < columns().documents(); ++doc) {
    bool has = false;
    bool has_row = false;
    for (uint32_t limb = state.limb_begin[doc]; limb < state.limb_begin[doc + 1]; ++limb) {
      has = has || values.has(param, limb);
      has_row = has_row || values.has(Param::kArticle, limb);
    }
    if (has) {
      valued.push_back(doc);
    }
    if (has_row) {
      mapped.push_back(doc);
    }
  }
  // Whether a mapping was looked for shows in the mappings; whether a fact was, in the class.
  DocSet not_assessed;
  if (info_of(param).level == Level::kMapping) {
    not_assessed = all;
    not_assessed -= DocSet::of(mapped);
  } else {
    Code const code = state.klass.names.find(name_of(ProvisionClass::kNotAssessed));
    std::vector<DocSet> const& classes = sets[slot(Param::kClass)];
    not_assessed = code < classes.size() ? classes[code] : DocSet();
  }
  Unvalued& out = unvalued[slot(param)];
  out.none = all;
  out.none -= DocSet::of(valued);
  out.not_assessed = out.none;
  out.not_assessed &= not_assessed;
  out.none -= not_assessed;
  out.none.compact();
  out.not_assessed.compact();
}

bool SearchShared::State::is_outside_all(size_t limb, ActNum own,
                                         std::vector<HeldTreaty> const& held) const {
  MappingColumns const& rows = columns().mapping;
  Code const outside = rows.relation.names.find(name_of(Relation::kOutside));
  std::vector<uint32_t> const& begin = columns().limb.mapping_begin;
  size_t asked = 0;
  for (HeldTreaty const& treaty : held) {
    if (treaty.act == own) {
      continue;
    }
    ++asked;
    bool found = false;
    for (uint32_t m = begin[limb]; m < begin[limb + 1]; ++m) {
      found = found || (rows.relation.codes[m] == outside && rows.treaty.codes[m] == treaty.code);
    }
    if (!found) {
      return false;
    }
  }
  return asked > 0;
}

void SearchShared::State::fill_outside_all() {
  StateColumns const& state = columns().state;
  std::vector<HeldTreaty> const held = treaties_held(*generation);
  outside_all.assign(columns().limb.longest.size(), 0);
  for (DocNum doc = 0; doc < columns().documents(); ++doc) {
    for (uint32_t limb = state.limb_begin[doc]; limb < state.limb_begin[doc + 1]; ++limb) {
      outside_all[limb] = is_outside_all(limb, state.act.codes[doc], held) ? 1 : 0;
    }
  }
  // "none" of an article is a statement about a limb; of a provision it is that one of its limbs
  // has it.
  std::vector<DocNum> docs;
  for (DocNum doc = 0; doc < columns().documents(); ++doc) {
    auto const first = outside_all.begin() + state.limb_begin[doc];
    auto const last = outside_all.begin() + state.limb_begin[doc + 1];
    if (std::find(first, last, uint8_t{1}) != last) {
      docs.push_back(doc);
    }
  }
  unvalued[slot(Param::kArticle)].none = compacted(docs);
}

DayDocs SearchShared::State::make_day(Date date) const {
  StateColumns const& state = columns().state;
  std::vector<DocNum> docs;
  for (DocNum doc = 0; doc < columns().documents(); ++doc) {
    if (state.from[doc] <= date.days() && date.days() < state.to[doc]) {
      docs.push_back(doc);
    }
  }
  DayDocs out;
  out.standing = compacted(docs);
  out.live = out.standing;
  out.live -= gone;
  out.live.compact();
  out.standing_bits = BitArray(out.standing, columns().documents());
  out.live_bits = BitArray(out.live, columns().documents());
  out.standing_counts.resize(groups.size());
  out.live_counts.resize(groups.size());
  for (DocNum const doc : docs) {
    uint32_t const group = groups.of(doc);
    ++out.standing_counts[group];
    out.live_counts[group] += out.live_bits.has(doc) ? 1 : 0;
  }
  return out;
}

SearchShared::SearchShared(std::unique_ptr<State> state) : state_(std::move(state)) {}
SearchShared::~SearchShared() = default;

std::shared_ptr<SearchShared> SearchShared::make(std::shared_ptr<Generation const> generation) {
  uint64_t const grown = generation->columns().documents() * kPostingBytesADocument;
  return make(std::move(generation), std::max(kPostingBytes, grown));
}

std::shared_ptr<SearchShared> SearchShared::make(std::shared_ptr<Generation const> generation,
                                                 uint64_t posting_bytes, uint64_t position_bytes,
                                                 uint64_t document_bytes) {
  auto state =
      std::make_unique<State>(std::move(generation), posting_bytes, position_bytes, document_bytes);
  state->fill_state_sets();
  state->fill_limb_sets();
  state->fill_outside_all();
  return std::shared_ptr<SearchShared>(new SearchShared(std::move(state)));
}

Generation const& SearchShared::generation() const {
  return *state_->generation;
}
Columns const& SearchShared::columns() const {
  return state_->columns();
}
VocabularyView const& SearchShared::vocabulary() const {
  return state_->vocabulary;
}
Completions const& SearchShared::completions() const {
  std::call_once(state_->completed, [this] { state_->completions.emplace(*state_->generation); });
  return *state_->completions;
}
ConceptLabels const& SearchShared::concept_labels() const {
  std::call_once(state_->labelled,
                 [this] { state_->labels.emplace(state_->generation->taxonomy()); });
  return *state_->labels;
}

DocSet const& SearchShared::all() const {
  return state_->all;
}
DocSet const& SearchShared::gone() const {
  return state_->gone;
}
DocSet const& SearchShared::with_limbs() const {
  return state_->with_limbs;
}
StateGroups const& SearchShared::groups() const {
  return state_->groups;
}
std::span<DocSet const> SearchShared::sets(Param param) const {
  return state_->sets[slot(param)];
}
Unvalued const& SearchShared::unvalued(Param param) const {
  return state_->unvalued[slot(param)];
}
ValueTree const* SearchShared::tree(Param param) const {
  if (param == Param::kArticle) {
    return &state_->vocabulary.articles();
  }
  std::optional<ValueTree> const& tree = state_->trees[slot(param)];
  return tree.has_value() ? &*tree : nullptr;
}
MultiCodeColumn const& SearchShared::concepts() const {
  return state_->concepts;
}
std::span<uint8_t const> SearchShared::open_limbs() const {
  return state_->open_limbs;
}
std::span<uint8_t const> SearchShared::outside_all() const {
  return state_->outside_all;
}
std::span<int64_t const> SearchShared::severity() const {
  return state_->severity;
}

CodeNames const& SearchShared::names(Param param) const {
  StateColumns const& state = columns().state;
  switch (param) {
    case Param::kAct:
      return state.act.names;
    case Param::kRank:
      return state.rank.names;
    case Param::kYear:
      return state.year.names;
    case Param::kLang:
      return state.language.names;
    case Param::kStatus:
      return state.status.names;
    case Param::kText:
      return state.text_kind.names;
    case Param::kClass:
      return state.klass.names;
    case Param::kSuggested:
      return state.suggested.names;
    case Param::kSuggestedPenalty:
      return state.suggested_penalty.names;
    case Param::kSuggestedPrison:
      return state.suggested_prison.names;
    default:
      return state.jurisdiction.names;
  }
}

std::shared_ptr<DayDocs const> SearchShared::day(Date date) {
  {
    std::scoped_lock const hold(state_->days_lock);
    auto& days = state_->days;
    auto const found = std::ranges::find(days, date, [](auto const& held) { return held.first; });
    if (found != days.end()) {
      days.splice(days.begin(), days, found);
      return days.front().second;
    }
  }
  // Made outside the lock: two threads may make the same day, which costs time and nothing else.
  auto made = std::make_shared<DayDocs const>(state_->make_day(date));
  std::scoped_lock const hold(state_->days_lock);
  state_->days.emplace_front(date, made);
  if (state_->days.size() > kDaysHeld) {
    state_->days.pop_back();
  }
  return made;
}

PostingCache& SearchShared::postings() {
  return state_->postings;
}
DocumentCache& SearchShared::documents() {
  return state_->documents;
}
PositionCache& SearchShared::positions() {
  return state_->positions;
}

Status SearchShared::load_labels(IndexReader const& reader) {
  try {
    for (std::string const& language : concept_labels().languages()) {
      static_cast<void>(dictionary(reader, language));
    }
    return Ok{};
  } catch (ReaderDamaged const& damaged) {
    return Error{ErrorCode::kDamaged, damaged.message, generation().folder()};
  }
}

std::shared_ptr<Dictionary const> SearchShared::dictionary(IndexReader const& reader,
                                                           std::string_view language) {
  // Under the lock: who asks second waits for the load, which is cheaper than a second one.
  std::scoped_lock const hold(state_->dictionaries_lock);
  auto found = state_->dictionaries.find(language);
  if (found == state_->dictionaries.end()) {
    auto loaded = std::make_shared<Dictionary const>(Dictionary::load(reader, language));
    found = state_->dictionaries.emplace(std::string(language), std::move(loaded)).first;
  }
  return found->second;
}

}  // namespace cyberlex
