// The names under which outsiders hold on to laws: FRBR IRIs of Akoma Ntoso and the short handles.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"
#include "cyberlex/model/eid.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex {

// A work: "/akn/ng/act/2015/cybercrimes-act". Segments [a-z0-9.-]+, at least four after "akn"
// or three for acts without a subtype.
Result<std::string> parse_work_iri(std::string_view text);

// A handle: an act ("ng/cybercrimes-act-2015", "unc") and, below it, a provision
// ("ng/cybercrimes-act-2015/sec_24", "unc/7", "unc/art_7__para_1").
struct Handle {
  std::string act;
  EId eid;  // empty: the act itself

  auto operator<=>(Handle const&) const = default;
};

// An act handle has one segment [a-z0-9-]+ for a treaty, two for a national act.
bool is_act_handle(std::string_view text);

// How a provision of an act is typed: treaties by the bare article number ("unc/7" for art_7).
std::string to_string(Handle const& handle);

// Splits a handle of either form; a bare number after a treaty is its article. kBadInput otherwise.
// Does not know which acts exist.
Result<Handle> parse_handle(std::string_view text);

// True for the 249 codes of ISO 3166-1 alpha-2, in lower case, and for "int" (treaties): a
// jurisdiction may be asked for whether or not anything is held of it.
bool is_jurisdiction(std::string_view code);

// ISO 639-1 <-> ISO 639-2/T for the languages the corpus may hold ("en" <-> "eng"); nothing when
// unknown.
std::optional<std::string_view> language_639_2(std::string_view two_letters);
std::optional<std::string_view> language_639_1(std::string_view three_letters);

// "/akn/…/eng@2015-05-15", with "/restatement" after it where the kind must tell two apart.
std::string expression_iri(std::string_view work, std::string_view language, Date version);
// "…/eng@2015-05-15/!main~sec_24".
std::string portion_iri(std::string_view expression, EId const& eid);

}  // namespace cyberlex
