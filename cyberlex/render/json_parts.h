// The pieces that several answers share, written the same everywhere. For the renderers of this
// folder.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/corpus_coverage.h"
#include "cyberlex/answer/standing.h"
#include "cyberlex/render/json_out.h"
#include "cyberlex/search/response.h"

namespace cyberlex {

// The act a provision belongs to, and the generation it came from.
struct ActContext {
  Generation const& generation;
  ActRecord const& act;
};
// REQUIRES: the record came from this generation.
ActContext context_of(Generation const& generation, ProvisionRecord const& record);

// Empty for an open end.
std::string date_text(Date date);

void write_corpus(JsonOut& out, Generation const& generation);   // "corpus": {…}
void write_corpus(JsonOut& out, std::string const& digest);      // the same
void write_filters(JsonOut& out, SearchRequest const& request);  // "filters": {…}
// Members of "query": how a request was read; `paged` with its order and the length of its pages.
void write_query(JsonOut& out, SearchResponse const& response, bool paged);
// A value of an array: value, label, count, selected and, in a tree, broader.
void write_facet_value(JsonOut& out, FacetValue const& value, std::string_view label);
// An array of them.
void write_facet_values(JsonOut& out, std::string_view name, Generation const& generation,
                        Facet const& facet);
// "facets_left_out": how many values of a facet are not listed, when there are any.
void write_left_out(JsonOut& out, std::vector<Facet> const& facets);
// Path and query of the page behind this one; empty on the last.
std::string next_page(SearchResponse const& response);
// "stats": {…}; left out when there is none.
void write_stats(JsonOut& out, std::span<RangeStats const> stats);
// "did_you_mean": what to ask instead; left out when there is nothing.
void write_spelling(JsonOut& out, std::optional<SpellingOffer> const& offer);
void write_interval(JsonOut& out, Interval const& interval);  // "from", "to"
void write_act_members(JsonOut& out, Work const& work);       // "handle", "iri", "title", …
void write_versions(JsonOut& out, std::span<VersionEntry const> versions);
void write_decision(JsonOut& out, Work const& work, Decision const& decision);  // members
void write_decisions(JsonOut& out, Work const& work, std::span<Decision const> decisions);
void write_path(JsonOut& out, std::span<PathStep const> path);
void write_texts_by_language(JsonOut& out, std::string_view name, LocalizedText const& texts);

// An array of handles of provisions of one work.
void write_handles(JsonOut& out, std::string_view name, Work const& work,
                   std::span<EId const> eids);

// "sources": objects with key, title and what else is known; a key that nobody described keeps its
// key.
void write_sources(JsonOut& out, Work const& work, std::vector<std::string> const& keys);
void write_source_members(JsonOut& out, Source const& source);
void write_provenance(JsonOut& out, Work const& work, Provenance const& provenance);

// "read": what was read, by whom and when; null when nobody described `key`.
void write_reading(JsonOut& out, Work const& work, std::string const& key);
void write_demand(JsonOut& out, Demand const& demand);  // members of an object
void write_assessment(JsonOut& out, ActContext const& context, std::string_view scheme,
                      Assessment const& assessment);  // members of an object
void write_standing_change(JsonOut& out, Work const& treaty,
                           StandingChange const& change);  // members of an object
// "standing": null where no row holds that day; then, where a later one does, "standing_before":
// what it says of the time until then.
void write_standing(JsonOut& out, Work const& treaty, TreatyStanding const& standing);

// "acts", "unannotated", "treaties", "gaps", "elsewhere".
void write_coverage_members(JsonOut& out, CoverageAnswer const& answer);

// A text with how it is known and its blocks: members of an object.
void write_text(JsonOut& out, Work const& work, TextSummary const& summary, StateText const& text);

void write_mapping(JsonOut& out, Generation const& generation,
                   MappingRecord const& mapping);  // members of an object
void write_assessed(JsonOut& out, Generation const& generation,
                    MatrixAssessed const& assessed);  // members of an object

// What names and dates a provision: "iri" to "path".
void write_provision_members(JsonOut& out, ActContext const& context,
                             ProvisionRecord const& record);

// "suggested": what a machine read into it, kept apart from every fact; nothing when there is none.
void write_suggested(JsonOut& out, Generation const& generation, Suggested const& suggested);

// A derived answer under `name`: value and reason; null when there is none.
void write_derived(JsonOut& out, std::string_view name, std::optional<Derived> const& derived);
void write_concern(JsonOut& out, ActContext const& context,
                   Concern const& concern);  // members of an object

// "penalties": one row an arm.
void write_penalties(JsonOut& out, Work const& work, std::span<LimbRecord const> limbs);
// What a hit says of the limbs together: "penalties", "articles", "offences", "powers", "serious".
void write_gathered(JsonOut& out, ActContext const& context, ProvisionRecord const& record);
void write_hit(JsonOut& out, Generation const& generation, Hit const& hit);  // members of a hit
// "limbs" in short: what each holds and how grave it is.
void write_short_limbs(JsonOut& out, ActContext const& context, ProvisionRecord const& record);
// "limbs" in full, with labels, provenance and mappings.
void write_full_limbs(JsonOut& out, ActContext const& context, std::span<LimbRecord const> limbs);

}  // namespace cyberlex
