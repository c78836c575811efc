#include "cyberlex/answer/feed.h"

#include <utility>

#include "cyberlex/answer/answers.h"

namespace cyberlex {
namespace {

Date updated_on(ProvisionRecord const& record, Date as_of) {
  if (record.valid.from != kBeginningOfTime) {
    return record.valid.from;
  }
  return record.texts.empty() ? as_of : record.texts.front().version_date;
}

std::optional<Date> published_on(Generation const& generation, Hit const& hit) {
  Date const first =
      versions_of(generation, hit.record->act, hit.record->eid, hit.doc).front().valid.from;
  return first == kBeginningOfTime ? std::nullopt : std::optional<Date>(first);
}

// The newest day of an act, and the first document that came to stand on it.
struct NewestDay {
  DocNum first = 0;
  FeedAct act;
};

NewestDay newest_of(Generation const& generation, ActNum act, Date as_of) {
  StateColumns const& state = generation.columns().state;
  auto const [begin, end] = generation.documents_of(act);
  NewestDay out{.first = end, .act = {.act = act, .day = kBeginningOfTime}};
  for (DocNum doc = begin; doc < end; ++doc) {
    Date const from{state.from[doc]};
    if (from > as_of || Date{state.to[doc]} <= as_of || from < out.act.day) {
      continue;
    }
    if (from > out.act.day || out.act.provisions == 0) {
      out = {.first = doc, .act = {.act = act, .day = from}};
    }
    ++out.act.provisions;
  }
  return out;
}

// Hits of one act and day stand together: an act's first is looked for once.
std::vector<FeedAct> acts_among(SearchResponse const& found) {
  std::vector<FeedAct> out;
  std::optional<NewestDay> newest;
  for (size_t i = 0; i < found.hits.size(); ++i) {
    Hit const& hit = found.hits[i];
    if (!newest || newest->act.act != hit.record->act) {
      newest = newest_of(*found.generation, hit.record->act, found.request.as_of);
    }
    if (newest->first == hit.doc) {
      out.push_back(newest->act);
      out.back().before = i;
    }
  }
  return out;
}

}  // namespace

Result<FeedAnswer> answer_feed(Searcher& searcher, FeedRequest const& request,
                               SearchLimits const& limits) {
  Result<SearchResponse> found = searcher.search(request.search, limits);
  if (!found) {
    return found.error();
  }
  FeedAnswer out{.request = request,
                 .found = std::move(found).value(),
                 .updated = {},
                 .published = {},
                 .acts = {}};
  for (Hit const& hit : out.found.hits) {
    out.updated.push_back(updated_on(*hit.record, request.search.as_of));
    out.published.push_back(published_on(*out.found.generation, hit));
  }
  if (request.changes) {
    out.acts = acts_among(out.found);
  }
  return out;
}

}  // namespace cyberlex
