#include "cyberlex/index/shard_set.h"

#include <xapian.h>

#include <algorithm>
#include <deque>
#include <utility>

#include "cyberlex/index/store.h"

namespace cyberlex {

ShardQuery ShardQuery::term(std::string word) {
  ShardQuery out;
  out.kind = Kind::kTerm;
  out.words.push_back(std::move(word));
  return out;
}
ShardQuery ShardQuery::phrase(std::vector<std::string> words, uint32_t window) {
  ShardQuery out;
  out.kind = Kind::kPhrase;
  out.words = std::move(words);
  out.window = window;
  return out;
}

namespace {

ShardQuery combine(ShardQuery::Kind kind, std::vector<ShardQuery> operands) {
  if (operands.size() == 1) {
    return std::move(operands.front());
  }
  ShardQuery out;
  out.kind = kind;
  out.operands = std::move(operands);
  return out;
}

ShardQuery bounded(ShardQuery::Kind kind, uint32_t slot, int64_t bound) {
  ShardQuery out;
  out.kind = kind;
  out.slot = slot;
  out.bound = bound;
  return out;
}

}  // namespace

ShardQuery ShardQuery::any_of(std::vector<ShardQuery> operands) {
  Kind const kind = operands.empty() ? Kind::kNothing : Kind::kOr;
  return combine(kind, std::move(operands));
}
ShardQuery ShardQuery::all_of(std::vector<ShardQuery> operands) {
  Kind const kind = operands.empty() ? Kind::kAll : Kind::kAnd;
  return combine(kind, std::move(operands));
}
ShardQuery ShardQuery::but_not(std::vector<ShardQuery> operands) {
  return combine(Kind::kAndNot, std::move(operands));
}
ShardQuery ShardQuery::filtered(std::vector<ShardQuery> operands) {
  return combine(Kind::kFilter, std::move(operands));
}
ShardQuery ShardQuery::at_most(uint32_t slot, int64_t bound) {
  return bounded(Kind::kAtMost, slot, bound);
}
ShardQuery ShardQuery::at_least(uint32_t slot, int64_t bound) {
  return bounded(Kind::kAtLeast, slot, bound);
}

namespace {

std::string sortable(int64_t number) {
  return Xapian::sortable_serialise(static_cast<double>(number));
}

Xapian::Query to_xapian(ShardQuery const& query);

// The first, and whatever of the rest.
Xapian::Query first_and_rest(Xapian::Query::op op, ShardQuery const& query) {
  std::vector<Xapian::Query> rest;
  for (size_t i = 1; i < query.operands.size(); ++i) {
    rest.push_back(to_xapian(query.operands[i]));
  }
  bool const filter = op == Xapian::Query::OP_FILTER;
  Xapian::Query const others(filter ? Xapian::Query::OP_AND : Xapian::Query::OP_OR, rest.begin(),
                             rest.end());
  return {op, to_xapian(query.operands.front()), others};
}

Xapian::Query of_all(Xapian::Query::op op, ShardQuery const& query) {
  std::vector<Xapian::Query> parts;
  for (ShardQuery const& each : query.operands) {
    parts.push_back(to_xapian(each));
  }
  return {op, parts.begin(), parts.end()};
}

Xapian::Query to_xapian(ShardQuery const& query) {
  switch (query.kind) {
    case ShardQuery::Kind::kAll:
      return Xapian::Query(std::string());  // Query::MatchAll is shared and not safe in threads
    case ShardQuery::Kind::kNothing:
      return {};
    case ShardQuery::Kind::kTerm:
      return Xapian::Query(query.words.front());
    case ShardQuery::Kind::kPhrase:
      return {Xapian::Query::OP_PHRASE, query.words.begin(), query.words.end(), query.window};
    case ShardQuery::Kind::kAnd:
      return of_all(Xapian::Query::OP_AND, query);
    case ShardQuery::Kind::kOr:
      return of_all(Xapian::Query::OP_OR, query);
    case ShardQuery::Kind::kAndNot:
      return first_and_rest(Xapian::Query::OP_AND_NOT, query);
    case ShardQuery::Kind::kFilter:
      return first_and_rest(Xapian::Query::OP_FILTER, query);
    case ShardQuery::Kind::kAtMost:
      return {Xapian::Query::OP_VALUE_LE, query.slot, sortable(query.bound)};
    case ShardQuery::Kind::kAtLeast:
      return {Xapian::Query::OP_VALUE_GE, query.slot, sortable(query.bound)};
  }
  return {};
}

}  // namespace

struct ShardSet::State {
  std::string stub;
  std::unique_ptr<Xapian::Database> database;

  Xapian::Database& connected() {
    if (database == nullptr) {
      database = std::make_unique<Xapian::Database>(stub, Xapian::DB_BACKEND_STUB);
    }
    return *database;
  }

  // Runs `work`. A connection that broke, because a server ends idle ones or came back, is made
  // anew once.
  template <typename Work>
  auto run(Work const& work) -> Result<decltype(work(connected()))> {
    for (bool again : {true, false}) {
      try {
        bool const fresh = database == nullptr;
        again = again && !fresh;
        return work(connected());
      } catch (Xapian::NetworkError const& error) {
        database.reset();
        if (!again) {
          return Error{ErrorCode::kUnavailable,
                       "a shard does not answer: " + error.get_msg() + named(error.get_context()),
                       stub};
        }
      } catch (Xapian::Error const& error) {
        database.reset();
        return Error{ErrorCode::kDamaged, "a shard cannot be read: " + error.get_description(),
                     stub};
      }
    }
    return Error{ErrorCode::kUnavailable, "a shard does not answer", stub};
  }

  static std::string named(std::string const& context) {
    return context.empty() ? "" : " (" + context + ')';
  }
};

ShardSet::ShardSet(std::unique_ptr<State> state) : state_(std::move(state)) {}
ShardSet::ShardSet(ShardSet&&) noexcept = default;
ShardSet& ShardSet::operator=(ShardSet&&) noexcept = default;
ShardSet::~ShardSet() = default;

Result<ShardSet> ShardSet::open(std::string stub) {
  auto state = std::make_unique<State>();
  state->stub = std::move(stub);
  auto const counted = state->run([](Xapian::Database& all) { return all.get_doccount(); });
  if (!counted) {
    return counted.error();
  }
  return ShardSet(std::move(state));
}

Result<std::string> ShardSet::get(std::string const& key) {
  Result<std::string> out = state_->run([&](Xapian::Database& all) {
    std::string value = all.get_metadata(key);
    for (size_t number = 1; value.size() == number * kStoredPiece; ++number) {
      value += all.get_metadata(stored_piece_key(key, number));
    }
    return value;
  });
  if (out && out->empty()) {
    return Error{ErrorCode::kDamaged, "nothing is stored under \"" + key + "\"", state_->stub};
  }
  return out;
}

Result<uint64_t> ShardSet::documents_with(std::string const& term) {
  return state_->run(
      [&](Xapian::Database& all) { return static_cast<uint64_t>(all.get_termfreq(term)); });
}

Result<uint64_t> ShardSet::first_with(std::string const& term) {
  Result<uint64_t> const docid = state_->run([&](Xapian::Database& all) {
    auto const first = all.postlist_begin(term);
    return first == all.postlist_end(term) ? uint64_t{0} : uint64_t{*first};
  });
  if (docid && *docid == 0) {
    return Error{ErrorCode::kDamaged, "no document has the term \"" + term + "\"", state_->stub};
  }
  return docid ? Result<uint64_t>(*docid - 1) : docid;
}

namespace {

// The hits behind the first `rank`.
void read_hits(Xapian::MSet const& matches, ShardAsk const& question, ShardFound& out) {
  if (matches.size() <= question.rank || question.limit == 0) {
    return;
  }
  auto const first = matches[static_cast<Xapian::doccount>(question.rank)];
  matches.fetch(first, matches.end());  // one message a shard, not one a document
  for (auto each = first; each != matches.end(); ++each) {
    out.hits.push_back(
        {*each - 1, question.ranked ? each.get_weight() : 0.0, each.get_document().get_data()});
  }
}

std::vector<ShardCount> counts_of(Xapian::ValueCountMatchSpy const& spy) {
  std::vector<ShardCount> out;
  for (auto each = spy.values_begin(); each != spy.values_end(); ++each) {
    out.push_back({*each, each.get_termfreq()});
  }
  return out;
}

ShardFound find(Xapian::Database& all, ShardAsk const& question) {
  Xapian::Enquire enquire(all);
  enquire.set_query(to_xapian(question.query));
  if (question.ranked) {
    enquire.set_weighting_scheme(Xapian::BM25Weight());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  }
  std::deque<Xapian::ValueCountMatchSpy> spies;
  for (uint32_t const slot : question.counted) {
    enquire.add_matchspy(&spies.emplace_back(slot));
  }
  // Every match is looked at, so that total and counts are exact. Hits are asked for from the
  // first: 1.4.22 reads beyond its list when those of a later page are fetched together; and one at
  // least, for without any no spy sees a match.
  Xapian::doccount const documents = std::max<Xapian::doccount>(all.get_doccount(), 1);
  uint64_t const most = std::clamp<uint64_t>(question.rank + question.limit, 1, documents);
  Xapian::MSet const matches = enquire.get_mset(0, static_cast<Xapian::doccount>(most), documents);
  ShardFound out;
  out.total = matches.get_matches_estimated();
  if (matches.get_matches_lower_bound() != matches.get_matches_upper_bound()) {
    throw Xapian::InternalError("matches were estimated where they were to be counted");
  }
  read_hits(matches, question, out);
  for (Xapian::ValueCountMatchSpy const& spy : spies) {
    out.counts.push_back(counts_of(spy));
  }
  return out;
}

}  // namespace

Result<ShardFound> ShardSet::ask(ShardAsk const& question) {
  return state_->run([&](Xapian::Database& all) { return find(all, question); });
}

}  // namespace cyberlex
