// A document has to pass two kinds of test. Words are cursors over posting lists, which have to be
// walked; all the rest (filters, fields, citations, the day) is a set known before the walk starts,
// the mask. The walk lets the cheapest cursor lead, looks each candidate up in the mask, and only
// then checks positions and scores. Without words the mask is the answer and nothing is walked.
//
// A facet must not be narrowed by its own filter. For each facet that has one there is a second
// mask without it; the walk goes over the union of the masks and sorts each match into the lists it
// belongs to. So a query with filters on facets is still one walk.

#include "cyberlex/search/match.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cyberlex {
namespace {

bool better(RankedDoc const& a, RankedDoc const& b) {
  return a.score > b.score || (a.score == b.score && a.doc < b.doc);
}

}  // namespace

std::vector<DocNum> MatchSet::slice(uint64_t rank, uint64_t count) const {
  if (set != nullptr) {
    return set->slice(rank, count);
  }
  uint64_t const first = std::min<uint64_t>(rank, docs.size());
  uint64_t const last = first + std::min<uint64_t>(count, docs.size() - first);
  return {docs.begin() + static_cast<std::ptrdiff_t>(first),
          docs.begin() + static_cast<std::ptrdiff_t>(last)};
}

void TopDocs::offer(RankedDoc candidate) {
  if (heap_.size() < capacity_) {
    heap_.push_back(candidate);
    std::ranges::push_heap(heap_, better);
  } else if (capacity_ > 0 && better(candidate, heap_.front())) {
    std::ranges::pop_heap(heap_, better);
    heap_.back() = candidate;
    std::ranges::push_heap(heap_, better);
  }
}

double TopDocs::floor() const {
  return heap_.size() < capacity_ || capacity_ == 0 ? -std::numeric_limits<double>::infinity()
                                                    : heap_.front().score;
}

std::vector<RankedDoc> TopDocs::take(uint64_t rank) {
  std::ranges::sort_heap(heap_, better);
  heap_.erase(heap_.begin(),
              heap_.begin() + static_cast<std::ptrdiff_t>(std::min<uint64_t>(rank, heap_.size())));
  return std::move(heap_);
}

namespace {

// A mask so small that walking it is cheaper than asking it leads the walk.
constexpr uint64_t kLeadingMaskShare = 8;
// Asking a set for one document costs about as much as making the bits of this many.
constexpr uint64_t kCostOfAsking = 8;

// What would match without the filter of one facet.
struct Sideways {
  Param facet;
  DocMask mask;
  std::vector<DocNum> docs;
};

class Walk {
 public:
  Walk(Lexicon const& lexicon, MatchRequest const& request, CompiledQuery query)
      : lexicon_(lexicon),
        shared_(lexicon.shared),
        request_(request),
        query_(std::move(query)),
        day_(shared_.day(request.day)),
        top_(std::min<uint64_t>(request.rank, kNoMoreDocs) + request.limit) {}

  MatchResult run() {
    make_masks();
    out_.scored = request_.sort == Sort::kRelevance && !query_.required.empty();
    if (query_.required.empty() && query_.excluded.empty()) {
      take_masks();
    } else {
      walk();
    }
    if (!out_.scored) {
      order();
    }
    out_.fields = std::move(query_.fields);
    out_.markers = std::move(query_.markers);
    out_.expansions = std::move(query_.expansions);
    out_.concepts = std::move(query_.concepts);
    out_.left_out = std::move(query_.left_out);
    out_.relaxed = std::move(query_.relaxed);
    return std::move(out_);
  }

 private:
  Filter const* filter_of(Param param) const {
    auto const found = std::ranges::find(request_.filters, param, &Filter::param);
    return found == request_.filters.end() ? nullptr : &*found;
  }

  bool gone_asked() const {
    Filter const* const status = filter_of(Param::kStatus);
    return query_.asks_gone || (status != nullptr && asks_for_gone(status->include));
  }

  // Documents of the day, those that are gone left out unless they are asked for or cited.
  DocSet documents_of_day(bool with_gone) const {
    if (with_gone) {
      return day_->standing;
    }
    DocSet out = query_.cited;
    out &= day_->standing;
    out |= day_->live;
    return out;
  }

  // No condition but the day and filters.
  bool only_filtered() const {
    return !query_.base.has_value() && query_.fields.empty() && query_.cited.empty();
  }

  // No condition but the day: its sets are at hand, with their bits.
  bool is_bare(std::optional<Param> skip) const {
    return only_filtered() && std::ranges::all_of(request_.filters, [skip](Filter const& each) {
             return each.param == skip;
           });
  }

  DocMask day_mask(bool with_gone) const {
    DocSet const& docs = with_gone ? day_->standing : day_->live;
    BitArray const& bits = with_gone ? day_->standing_bits : day_->live_bits;
    return {std::shared_ptr<DocSet const>(day_, &docs),
            std::shared_ptr<BitArray const>(day_, &bits)};
  }

  bool is_most_of_day() const {
    return std::ranges::any_of(sideways_, [this](Sideways const& each) {
      return each.mask.set->size() * 2 > day_->standing.size();
    });
  }

  DocMask make_mask(bool with_gone, std::optional<Param> skip) const {
    if (is_bare(skip)) {
      return day_mask(with_gone);
    }
    DocSet out = documents_of_day(with_gone);
    if (query_.base.has_value()) {
      out &= *query_.base;
    }
    if (!request_.filters.empty() || !query_.fields.empty()) {
      out &= group_documents(shared_, {request_.filters, query_.fields, request_.day}, skip);
    }
    return {std::make_shared<DocSet const>(std::move(out)), nullptr};
  }

  void make_masks() {
    bool const with_gone = gone_asked();
    primary_ = make_mask(with_gone, std::nullopt);
    for (Param const facet : request_.facets) {
      bool const status = facet == Param::kStatus;
      bool const filtered = filter_of(facet) != nullptr;
      bool const only_gone = status && !with_gone && !filtered && query_.cited.empty();
      out_.gone_left_out = out_.gone_left_out || only_gone;
      if (filtered || (status && !with_gone)) {
        sideways_.push_back({facet, make_mask(with_gone || status, facet), {}});
      }
    }
  }

  void take_masks() {
    bool const with_gone = gone_asked();
    out_.all = matches_of(primary_, with_gone);
    for (Sideways const& each : sideways_) {
      out_.sideways[each.facet] = matches_of(each.mask, with_gone || each.facet == Param::kStatus);
    }
  }

  MatchSet matches_of(DocMask const& mask, bool with_gone) const {
    bool const whole = mask.set.get() == &day_->live || mask.set.get() == &day_->standing;
    return {{}, mask.set, only_filtered() ? day_ : nullptr, with_gone, whole};
  }

  // What some list wants, or more, when that is at hand with its bits. Each sideways mask holds the
  // primary one, for it lacks a filter of it.
  DocMask joined_mask() const {
    if (sideways_.empty()) {
      return primary_;
    }
    if (sideways_.size() == 1) {
      return sideways_.front().mask;
    }
    if (is_most_of_day()) {
      return day_mask(true);
    }
    auto joined = std::make_shared<DocSet>();
    for (Sideways const& each : sideways_) {
      *joined |= *each.mask.set;
    }
    return {std::move(joined), nullptr};
  }

  void let_mask_lead(DocMask const& mask) {
    uint64_t const cheapest = cost_of_words();
    if (query_.required.empty() || mask.set->size() < cheapest / kLeadingMaskShare) {
      query_.required.push_back(make_set_cursor(mask.set->to_vector()));
    }
    order_by_cost(query_.required);
  }

  uint64_t cost_of_words() const {
    uint64_t cheapest = std::numeric_limits<uint64_t>::max();
    for (CursorPtr const& each : query_.required) {
      cheapest = std::min(cheapest, each->cost());
    }
    return cheapest;
  }

  // Makes bits where that is cheaper than asking the set as often as the walk will.
  void make_bits(DocMask& mask) const {
    if (mask.bits == nullptr &&
        mask.set->size() < query_.required.front()->cost() * kCostOfAsking) {
      mask.bits = std::make_shared<BitArray const>(*mask.set, shared_.columns().documents());
    }
  }

  void walk() {
    DocMask mask = joined_mask();
    let_mask_lead(mask);
    make_bits(mask);
    make_room(std::min(query_.required.front()->cost(), mask.set->size()));
    auto const is_dear = [](CursorPtr const& each) { return each->dear(); };
    if (std::ranges::any_of(query_.required, is_dear)) {
      walk_by_document(mask);
    } else {
      walk_by_block(mask);
    }
    for (Sideways& each : sideways_) {
      out_.sideways[each.facet].docs = std::move(each.docs);
    }
    if (out_.scored) {
      out_.page = top_.take(request_.rank);
    }
  }

  void make_room(uint64_t most) {
    out_.all.docs.reserve(most);
    for (Sideways& each : sideways_) {
      each.docs.reserve(most);
    }
  }

  void walk_by_document(DocMask const& mask) {
    std::vector<CursorPtr> const& required = query_.required;
    DocCursor& leader = *required.front();
    for (DocNum doc = agree(required); doc != kNoMoreDocs; doc = agree(required)) {
      lexicon_.budget.spend();
      if (mask.has(doc) && confirmed(doc)) {
        take(doc, out_.scored ? score() : 0);
      }
      leader.next();
    }
  }

  bool confirmed(DocNum doc) const {
    return std::ranges::all_of(query_.required,
                               [](CursorPtr const& each) { return each->confirm(); }) &&
           !any_matches(query_.excluded, doc);
  }

  double score() const {
    double out = 0;
    for (CursorPtr const& each : query_.required) {
      out += each->score();
    }
    return out;
  }

  // The same without a look at each document by each cursor in turn: the leader gives a block of
  // candidates, and each other cursor keeps what it has of them. What the others can add at most
  // tells which documents can still come among the best; only those are scored to the last digit.
  void walk_by_block(DocMask const& mask) {
    std::vector<CursorPtr> const& required = query_.required;
    DocBlock block;
    while (skip_to_common() != kNoMoreDocs) {
      lexicon_.budget.spend(DocBlock::kRoom);
      required.front()->read(asked_of(0, &mask), block);
      for (size_t i = 1; i < required.size(); ++i) {
        required[i]->keep(asked_of(i, nullptr), block);
      }
      if (!query_.excluded.empty()) {
        keep_if(block, [this](DocNum doc) { return !any_matches(query_.excluded, doc); });
      }
      take(block);
    }
  }

  template <typename Test>
  static void keep_if(DocBlock& block, Test const& test) {
    size_t kept = 0;
    for (size_t i = 0; i < block.size; ++i) {
      block.docs[kept] = block.docs[i];
      block.scores[kept] = block.scores[i];
      kept += test(block.docs[kept]) ? 1 : 0;
    }
    block.size = kept;
  }

  // Moves the leader to where the last of the others stands: nothing before it can match.
  DocNum skip_to_common() {
    DocCursor& leader = *query_.required.front();
    DocNum furthest = leader.doc();
    for (CursorPtr const& each : query_.required) {
      furthest = std::max(furthest, each->doc());
    }
    if (leader.doc() < furthest) {
      leader.seek(furthest);
    }
    return leader.doc();
  }

  BlockRequest asked_of(size_t cursor, DocMask const* mask) const {
    double others = 0;
    for (size_t i = 0; i < query_.required.size(); ++i) {
      others += i == cursor ? 0 : query_.required[i]->most();
    }
    return {mask, out_.scored, top_.floor() - others};
  }

  void take(DocNum doc, double score) {
    DocBlock one;
    one.add(doc, score);
    take(one);
  }

  // Sorts matches into the lists they belong to.
  void take(DocBlock& block) {
    std::span<DocNum const> const docs = std::span(block.docs).first(block.size);
    for (Sideways& each : sideways_) {
      each.mask.append_common(docs, each.docs);
    }
    if (!sideways_.empty()) {
      keep_if(block, [this](DocNum doc) { return primary_.has(doc); });
    }
    out_.all.docs.insert(out_.all.docs.end(), docs.begin(),
                         docs.begin() + static_cast<std::ptrdiff_t>(block.size));
    for (size_t i = 0; out_.scored && i < block.size; ++i) {
      if (block.scores[i] > top_.floor()) {
        top_.offer({block.docs[i], block.scores[i]});
      }
    }
  }

  // Higher comes first.
  double order_key(DocNum doc) const {
    StateColumns const& state = shared_.columns().state;
    switch (request_.sort) {
      case Sort::kNewest:
        return state.from[doc];
      case Sort::kOldest:
        return -static_cast<double>(state.from[doc]);
      default:
        return shared_.severity()[doc] == kNoBound ? -std::numeric_limits<double>::infinity()
                                                   : static_cast<double>(shared_.severity()[doc]);
    }
  }

  // Documents are numbered in citation order.
  void order() {
    bool const by_citation = request_.sort == Sort::kRelevance || request_.sort == Sort::kCitation;
    if (by_citation) {
      for (DocNum const doc : out_.all.slice(request_.rank, request_.limit)) {
        out_.page.push_back({doc, 0});
      }
      return;
    }
    for (DocNum const doc : out_.all.to_vector()) {
      top_.offer({doc, order_key(doc)});
    }
    out_.page = top_.take(request_.rank);
    for (RankedDoc& each : out_.page) {
      each.score = 0;
    }
  }

  Lexicon lexicon_;
  SearchShared& shared_;
  MatchRequest const& request_;
  CompiledQuery query_;
  std::shared_ptr<DayDocs const> day_;
  DocMask primary_;
  std::vector<Sideways> sideways_;
  TopDocs top_;
  MatchResult out_;
};

}  // namespace

namespace {

Result<MatchResult> match_as(QueryReading reading, Lexicon const& lexicon, QueryNode const& root,
                             MatchRequest const& request) {
  Lexicon const dated{lexicon.reader, lexicon.shared, lexicon.budget, request.day};
  Result<CompiledQuery> query = compile_query(dated, root, reading);
  if (!query) {
    return query.error();
  }
  return Walk(lexicon, request, std::move(query).value()).run();
}

}  // namespace

Result<MatchResult> match(Lexicon const& lexicon, QueryNode const& root,
                          MatchRequest const& request) {
  QueryReading const reading = !request.expand   ? QueryReading::kAsTheyStand
                               : request.relaxed ? QueryReading::kAny
                                                 : QueryReading::kExpanded;
  Result<MatchResult> out = match_as(reading, lexicon, root, request);
  bool const words = std::holds_alternative<AndNode>(root.value);
  if (!out || out->all.size() > 0 || !words || !request.relax || !request.expand) {
    return out;
  }
  Result<MatchResult> any = match_as(QueryReading::kAny, lexicon, root, request);
  bool const more = any && any->all.size() > 0 && !any->relaxed.any_of.empty();
  return more ? std::move(any) : std::move(out);
}

}  // namespace cyberlex
