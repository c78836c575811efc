// Text of every answer, for people: the same over HTTP (text/plain) and on the command line.
//
// What they give is laid out by lay_out() of text_layout.h: paragraphs are broken there, bold is
// shown or dropped there. Computes nothing.
#pragma once

#include <string>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/citations.h"
#include "cyberlex/answer/compare.h"
#include "cyberlex/answer/corpus_coverage.h"
#include "cyberlex/answer/crosstab.h"
#include "cyberlex/answer/diff.h"
#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/answer/jurisdiction.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/answer/safeguards.h"
#include "cyberlex/answer/similar.h"
#include "cyberlex/answer/suggestions.h"
#include "cyberlex/answer/thesaurus.h"
#include "cyberlex/render/text_layout.h"
#include "cyberlex/search/response.h"

namespace cyberlex {

// Hits with their penalties, articles and snippets; then facets, at most eight values each.
std::string to_text(SearchResponse const& response);

std::string to_text(ProvisionAnswer const& answer);
std::string to_text(ArticleAnswer const& answer);
std::string to_text(ActAnswer const& answer);
std::string to_text(ActListAnswer const& answer);

// One line an article, one column a state (in blocks where a line has no room for all of them), or
// a paragraph a chapter; below it what is missing where, and what lies outside.
std::string to_text(MatrixAnswer const& answer, size_t width = kLineWidth);

// A paragraph a row, a line a column (a letter, explained above), a mark where they differ.
std::string to_text(CompareAnswer const& answer);

// A state: acts, standings, decisions, then what is held of it.
std::string to_text(JurisdictionAnswer const& answer);
std::string to_text(JurisdictionsAnswer const& answer);

// Every power with its checklist, then the counts.
std::string to_text(SafeguardsAnswer const& answer);

// What is held, one paragraph an act; then gaps.
std::string to_text(CoverageAnswer const& answer);

// The same as a page of Markdown: docs/corpus-coverage.md. Nothing in it depends on the day it is
// made but the day asked for.
std::string to_markdown(CoverageAnswer const& answer);

// Rows by columns of counts, totals first; in blocks as wide as a line where there are many
// columns.
std::string to_text(CrosstabAnswer const& answer, size_t width = kLineWidth);

// The text with what is gone as [-…-] and what is new as {+…+}, then the facts that changed. In a
// text that runs from right to left each such run is isolated (U+2068 … U+2069), so that a mark
// keeps its place beside it.
std::string to_text(DiffAnswer const& answer);
// One paragraph a state: what began with it, and by which event.
std::string to_text(TimelineAnswer const& answer);

// Verdict, then each offence with what it meets; legal basis, caveats, what is held, the steps.
std::string to_text(DualAnswer const& answer);

// How the text was read, then the nearest provisions and treaty articles, each with its reason.
std::string to_text(SimilarAnswer const& answer);

std::string to_text(ThesaurusAnswer const& answer);
std::string to_text(CitationsAnswer const& answer);
std::string to_text(SuggestAnswer const& answer);

}  // namespace cyberlex
