#include "cyberlex/api/feed_questions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/answer/feed.h"
#include "cyberlex/api/problem.h"
#include "cyberlex/api/search_questions.h"
#include "cyberlex/api/target.h"
#include "cyberlex/model/vocabulary.h"
#include "cyberlex/render/atom.h"

namespace cyberlex::api {
namespace {

// What the feed decides itself.
constexpr auto kDecided = std::to_array<std::string_view>({"sort", "facets", "facet_limit"});

bool is_among(std::span<std::string_view const> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Status refuse_decided(ParameterList const& list) {
  for (auto const& [name, value] : list) {
    if (is_among(kDecided, name)) {
      return Error{.code = ErrorCode::kBadQuery,
                   .message = "not taken: a feed is newest first and has no facets",
                   .where = name};
    }
  }
  return Ok{};
}

// True when nothing narrows the corpus: neither words nor filters.
bool asks_for_all(ParameterList const& list) {
  return std::none_of(list.begin(), list.end(), [](auto const& each) {
    return !each.second.empty() && (each.first == "q" || find_parameter(each.first));
  });
}

// So that what was repealed is among the changes.
std::string every_status() {
  std::string out;
  for (std::string_view const status : names<LegalStatus>()) {
    out += (out.empty() ? "" : ",") + std::string(status);
  }
  return out;
}

Result<FeedRequest> read_feed(Inquiry const& inquiry) {
  ParameterList list = inquiry.request.query;
  if (Status const taken = refuse_decided(list); !taken) {
    return taken.error();
  }
  bool const changes = asks_for_all(list);
  list.emplace_back("sort", "newest");
  list.emplace_back("facets", "none");
  if (changes) {
    list.emplace_back("status", every_status());
  }
  auto request = parse_request(list, inquiry.served->vocabulary(), inquiry.today);
  if (!request) {
    return request.error();
  }
  return FeedRequest{.search = std::move(request).value(), .changes = changes};
}

// A feed that names no day stays one: whoever subscribes to it follows the law of each day. The
// cursor holds the day on which a walk through its pages began.
struct FeedAddress {
  bool changes = false;
  bool dated = false;

  ParameterList parameters(SearchRequest const& request) const {
    ParameterList list = to_parameters(request);
    std::erase_if(list, [this](auto const& each) {
      return is_among(kDecided, each.first) || (changes && each.first == "status") ||
             (!dated && each.first == "as_of");
    });
    return list;
  }
  std::string of(SearchRequest const& request) const {
    return make_url(info_of(Endpoint::kFeed).pattern, parameters(request));
  }
  // The query of an address that is the same on every page, of whatever length.
  std::string name_of(SearchRequest const& request) const {
    ParameterList list = parameters(request);
    std::erase_if(list, [](auto const& each) { return each.first == "limit"; });
    std::string const url = make_url("/", list);
    return url.size() > 2 ? url.substr(2) : std::string();
  }
};

FeedLinks links_of(SearchRequest const& request, FeedAddress const& address) {
  SearchRequest first = request;
  first.cursor.reset();
  return {.name = address.name_of(first),
          .self = address.of(request),
          .first = address.of(first),
          .next = {},
          .alternate = make_url(info_of(Endpoint::kSearch).pattern, to_parameters(request))};
}

Result<Answer> answer_as_feed(Searcher& searcher, FeedRequest const& request,
                              FeedAddress const& address) {
  auto const answer = answer_feed(searcher, request, search_limits());
  if (!answer) {
    return answer.error();
  }
  FeedLinks links = links_of(request.search, address);
  if (answer->found.next) {
    SearchRequest next = request.search;
    next.cursor = answer->found.next;
    links.next = address.of(next);
  }
  Answer out{.content_type = content_type_of(Form::kAtom),
             .next_url = links.next,
             .outcome = outcome_of(answer->found)};
  out.headers = {{"Cyberlex-Corpus", answer->found.generation->manifest().digest}};
  out.body = to_atom(*answer, links);
  return out;
}

}  // namespace

Asked ask_feed(Inquiry const& inquiry) {
  auto const asked = on_own_generation(inquiry);
  if (auto const* const refused = std::get_if<Response>(&asked)) {
    return *refused;
  }
  Inquiry const& own = std::get<Inquiry>(asked);
  auto request = read_feed(own);
  if (!request) {
    return problem_of(request.error());
  }
  FeedAddress const address{.changes = request->changes, .dated = own.reader.has("as_of")};
  ParameterList list = to_parameters(request->search);
  list.emplace_back("self", address.of(request->search));  // the body says it
  return own.about(list, [wanted = std::move(request).value(), address](Searcher& searcher) {
    return answer_as_feed(searcher, wanted, address);
  });
}

}  // namespace cyberlex::api
