#include "cyberlex/search/result_walk.h"

#include <optional>
#include <utility>

#include "cyberlex/search/document_cache.h"
#include "cyberlex/search/match.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/snippet.h"

namespace cyberlex {
namespace {

// The question as it stands without a page.
SearchRequest whole(SearchRequest request) {
  request.limit = 0;
  request.cursor.reset();
  request.facets.clear();
  return request;
}

Result<MatchResult> match_all(Searcher& searcher, SearchRequest const& request,
                              std::shared_ptr<SearchShared> const& shared, Budget& budget) {
  Result<ParsedQuery> const parsed = parse_query(request.q, shared->vocabulary());
  if (!parsed) {
    return parsed.error();
  }
  return match(Lexicon{searcher.reader(), *shared, budget}, *parsed->root,
               {request.filters,
                request.as_of,
                request.sort,
                0,
                kNoMoreDocs,
                {},
                request.expand,
                !parsed->spells_and});
}

}  // namespace

struct ResultWalk::State {
  State(Searcher& asked, SearchResponse read, SearchLimits const& limits)
      : searcher(asked), shared(asked.shared()), head(std::move(read)), budget(limits) {}

  Searcher& searcher;
  std::shared_ptr<SearchShared> shared;
  SearchResponse head;
  Budget budget;
  MatchResult matches{};
  LanguageTools tools{};
  // Of its own, and holding nothing: what others look at stays in the shared one.
  DocumentCache documents{0};
  std::optional<SnippetMaker> snippets{};
  uint64_t rank = 0;

  Result<bool> read(WalkedHit& out) {
    budget.check();
    if (rank == matches.page.size()) {
      return false;
    }
    RankedDoc const& ranked = matches.page[rank];
    IndexReader const& reader = searcher.reader();
    auto const held = documents.get(reader, ranked.doc, tools);
    if (!held) {
      return held.error();
    }
    Result<std::vector<StateText>> texts = reader.texts(ranked.doc);
    if (!texts) {
      return texts.error();
    }
    std::shared_ptr<ProvisionRecord const> record(*held, &(*held)->record);
    out.rank = ++rank;
    out.hit = {ranked.doc, ranked.score, std::move(record), snippets->make((*held)->texts)};
    out.texts = std::move(texts).value();
    return true;
  }

  // Turns what is thrown inside into the error that it is.
  template <typename Work>
  auto guarded(Work const& work) -> decltype(work()) {
    try {
      return work();
    } catch (ReaderDamaged const& damaged) {
      return Error{ErrorCode::kDamaged, damaged.message, searcher.reader().generation().folder()};
    } catch (SearchStopped const& stopped) {
      return error_of(stopped, "the export");
    }
  }
};

ResultWalk::ResultWalk(std::unique_ptr<State> state) : state_(std::move(state)) {}
ResultWalk::ResultWalk(ResultWalk&&) noexcept = default;
ResultWalk& ResultWalk::operator=(ResultWalk&&) noexcept = default;
ResultWalk::~ResultWalk() = default;

Result<ResultWalk> ResultWalk::open(Searcher& searcher, SearchRequest request,
                                    SearchLimits const& limits) {
  Result<SearchResponse> head = searcher.search(whole(std::move(request)), limits);
  if (!head) {
    return head.error();
  }
  auto state = std::make_unique<State>(searcher, std::move(head).value(), limits);
  State& held = *state;
  Result<MatchResult> matches = held.guarded(
      [&held] { return match_all(held.searcher, held.head.request, held.shared, held.budget); });
  if (!matches) {
    return matches.error();
  }
  held.matches = std::move(matches).value();
  held.snippets.emplace(held.matches.markers, held.tools);
  return ResultWalk(std::move(state));
}

SearchResponse const& ResultWalk::head() const {
  return state_->head;
}

Result<bool> ResultWalk::next(WalkedHit& out) {
  return state_->guarded([this, &out] { return state_->read(out); });
}

}  // namespace cyberlex
