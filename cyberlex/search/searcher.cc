#include "cyberlex/search/searcher.h"

#include <utility>

#include "cyberlex/search/facet_cut.h"
#include "cyberlex/search/facets.h"
#include "cyberlex/search/match.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/range_stats.h"
#include "cyberlex/search/snippet.h"
#include "cyberlex/search/spelling.h"

namespace cyberlex {

struct Searcher::State {
  IndexReader reader;
  std::shared_ptr<SearchShared> shared;
  LanguageTools tools{};

  Result<SearchResponse> answer(SearchRequest const& request, SearchLimits const& limits);
  Result<std::vector<Hit>> hits(MatchResult const& matches, Budget const& budget);
  std::optional<SpellingOffer> offer(Lexicon const& lexicon, SearchRequest const& request,
                                     QueryNode& tree) const;
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(std::shared_ptr<Generation const> generation,
                                std::shared_ptr<SearchShared> shared) {
  Result<IndexReader> reader = IndexReader::open(generation);
  if (!reader) {
    return reader.error();
  }
  if (shared == nullptr) {
    shared = SearchShared::make(std::move(generation));
  }
  return Searcher(std::make_unique<State>(State{std::move(reader).value(), std::move(shared)}));
}

IndexReader const& Searcher::reader() const {
  return state_->reader;
}
std::shared_ptr<SearchShared> Searcher::shared() const {
  return state_->shared;
}

Result<std::vector<Hit>> Searcher::State::hits(MatchResult const& matches, Budget const& budget) {
  SnippetMaker snippets(matches.markers, tools);
  std::vector<Hit> out;
  out.reserve(matches.page.size());
  for (RankedDoc const& ranked : matches.page) {
    budget.check();
    Result<std::shared_ptr<HeldDocument const>> const held =
        shared->documents().get(reader, ranked.doc, tools);
    if (!held) {
      return held.error();
    }
    std::shared_ptr<ProvisionRecord const> record(*held, &(*held)->record);
    out.push_back({ranked.doc, ranked.score, std::move(record), snippets.make((*held)->texts)});
  }
  return out;
}

// The tree with its unknown words replaced, when that finds something.
std::optional<SpellingOffer> Searcher::State::offer(Lexicon const& lexicon,
                                                    SearchRequest const& request,
                                                    QueryNode& tree) const {
  std::optional<SpellingOffer> out = offer_spelling(lexicon, tree);
  if (!out) {
    return std::nullopt;
  }
  Result<MatchResult> const matches = match(
      lexicon, tree, {request.filters, request.as_of, Sort::kCitation, 0, 0, {}, request.expand});
  out->total = matches ? matches->all.size() : 0;
  return out->total > 0 ? out : std::nullopt;
}

Result<SearchResponse> Searcher::State::answer(SearchRequest const& request,
                                               SearchLimits const& limits) {
  Result<ParsedQuery> parsed = parse_query(request.q, shared->vocabulary());
  if (!parsed) {
    return parsed.error();
  }
  SearchResponse out;
  out.generation = reader.shared_generation();
  out.request = request;
  out.request.as_of = parsed->as_of.value_or(request.as_of);
  if (Status const valid = check_cursor(out.request, reader.generation().manifest().digest);
      !valid) {
    return valid.error();
  }
  uint64_t const rank = request.cursor.has_value() ? request.cursor->rank : 0;
  Budget budget(limits);
  budget.check();
  Lexicon const lexicon{reader, *shared, budget};
  Result<MatchResult> matches =
      match(lexicon, *parsed->root,
            {request.filters, out.request.as_of, request.sort, rank, request.limit, request.facets,
             request.expand, !parsed->spells_and});
  if (!matches) {
    return matches.error();
  }
  Result<std::vector<Hit>> found = hits(*matches, budget);
  if (!found) {
    return found.error();
  }
  out.read_as = std::move(parsed->read_as);
  out.recognised = std::move(parsed->recognised);
  out.total = matches->all.size();
  out.hits = std::move(found).value();
  CountedMatches counted({*shared, {request.filters, matches->fields, out.request.as_of}, budget},
                         *matches);
  out.facets = count_facets(counted, request.facets);
  out.stats = range_stats(counted, request.facets);
  cut_facets(out.facets, request.facet_limit);
  out.expansions = std::move(matches->expansions);
  out.concepts = std::move(matches->concepts);
  out.left_out = std::move(matches->left_out);
  out.relaxed = std::move(matches->relaxed);
  if (out.total == 0 || !out.relaxed.any_of.empty()) {
    out.did_you_mean = offer(lexicon, out.request, *parsed->root);
    if (out.did_you_mean && parsed->as_of) {
      out.did_you_mean->q =
          "as_of:" + parsed->as_of->to_string() + " (" + out.did_you_mean->q + ')';
    }
  }
  if (rank + out.hits.size() < out.total && !out.hits.empty()) {
    out.next = Cursor{reader.generation().manifest().digest, out.request.as_of,
                      rank + out.hits.size(), request_digest(out.request)};
  }
  return out;
}

Result<SearchResponse> Searcher::search(SearchRequest const& request, SearchLimits const& limits) {
  try {
    return state_->answer(request, limits);
  } catch (ReaderDamaged const& damaged) {
    return Error{ErrorCode::kDamaged, damaged.message, state_->reader.generation().folder()};
  } catch (SearchStopped const& stopped) {
    return error_of(stopped, "the search");
  }
}

}  // namespace cyberlex
