// A question as it was asked: text, filters, day, order, page. One struct for HTTP, command line
// and page.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/search/parameters.h"
#include "cyberlex/search/vocabulary_view.h"

namespace cyberlex {

// One end-inclusive or half-open range of terms on the scale of duration.h, of years, or of fines
// in hundredths. "4y.." has no high: life and death lie in it.
struct ValueRange {
  std::optional<int64_t> low;   // inclusive
  std::optional<int64_t> high;  // inclusive unless high_open
  bool high_open = false;
  std::string unit;  // of a fine
  bool operator==(ValueRange const&) const = default;
};

// One value of a filter: as written, and as understood.
struct FilterValue {
  std::string text;                 // canonical spelling
  std::optional<ValueRange> range;  // for range forms; absent for "unknown", "none", "not-assessed"
  bool operator==(FilterValue const&) const = default;
};

// The values of one parameter: any of `include`, none of `exclude`.
struct Filter {
  Param param = Param::kJurisdiction;
  std::vector<FilterValue> include;
  std::vector<FilterValue> exclude;
  bool operator==(Filter const&) const = default;
};

enum class Sort : uint8_t { kRelevance, kCitation, kNewest, kOldest, kSeverity };
std::string_view name_of(Sort sort);

// Where the next page begins: pinned to a generation and a day.
struct Cursor {
  std::string generation;  // manifest digest
  Date as_of;
  uint64_t rank = 0;  // hits before the page
  std::string query;  // request_digest() of its request: a cursor serves its own query only
  bool operator==(Cursor const&) const = default;
};
// Opaque, URL-safe, with a checksum. REQUIRES: generation and query are lower-case hexadecimal.
std::string encode(Cursor const& cursor);
Result<Cursor> decode_cursor(std::string_view text);  // kBadQuery

struct SearchRequest {
  std::string q;
  std::vector<Filter> filters;  // at most one a parameter, in the order of parameters()
  Date as_of;                   // resolved
  Sort sort = Sort::kRelevance;
  uint32_t limit = 10;
  bool expand = true;  // words that are a label of a concept find what its other labels find
  std::optional<Cursor> cursor;
  std::vector<Param> facets;   // in the order asked; empty = none
  uint32_t facet_limit = 100;  // values listed of a facet, as cut_facets() says; 0 = all
};

inline constexpr uint32_t kLargestLimit = 100;

// The facets of a request that names none.
std::span<Param const> default_facets();

// (name, value) as they stood in the URL or on the command line, decoded, in order.
using ParameterList = std::vector<std::pair<std::string, std::string>>;

// Reads a parameter list. Repeated and comma-separated values are OR, a leading "-" excludes; an
// empty parameter (a form's empty field) counts as absent. Values are put in order and repetitions
// dropped. An unknown name or value is kBadQuery with `where` = the parameter, the nearest known
// name in the message and, for short lists, what is allowed. q is parsed, for its syntax and its
// as_of. `today` resolves an absent as_of; a cursor's day comes before it.
Result<SearchRequest> parse_request(ParameterList const& list, VocabularyView const& vocabulary,
                                    Date today);
Result<SearchRequest> parse_request(ParameterList const& list, Generation const& generation,
                                    Date today);

// The value of one filter, without "-"; used by the query language for its fields too. kBadQuery
// with `where` = the parameter.
Result<FilterValue> parse_filter_value(Param param, std::string_view text,
                                       VocabularyView const& vocabulary);
Result<FilterValue> parse_filter_value(Param param, std::string_view text,
                                       Generation const& generation);

// The request as a parameter list that parse_request reads back to the same request: canonical
// order, defaults left out, as_of always there.
ParameterList to_parameters(SearchRequest const& request);

// Whether the request may go on where its cursor, if it has one, says: kNotFound, "gone", for one
// of another generation than `digest`; kBadQuery for one of another request.
Status check_cursor(SearchRequest const& request, std::string const& digest);

// 32 hexadecimal digits: SHA-256 over the canonical parameters without limit, cursor and facets,
// which change no hit.
std::string request_digest(SearchRequest const& request);

}  // namespace cyberlex
