// Grids and reports as text for people.
#pragma once

#include <string>

#include "cyberlex/answer/corpus_coverage.h"
#include "cyberlex/answer/crosstab.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/answer/safeguards.h"
#include "cyberlex/answer/thesaurus.h"

namespace cyberlex::tools {

// One line an article, one column a state; below it what is missing where, and what lies outside.
std::string matrix_text(MatrixAnswer const& answer);

// Every power with its checklist, then the counts.
std::string safeguards_text(SafeguardsAnswer const& answer);

// What is held, one paragraph an act; then gaps.
std::string coverage_text(CoverageAnswer const& answer);

// The same as a page of Markdown: docs/corpus-coverage.md. Nothing in it depends on the day it is
// made but the day asked for.
std::string coverage_markdown(CoverageAnswer const& answer);

// Rows by columns of counts, totals first; in blocks as wide as a line where there are many
// columns.
std::string crosstab_text(CrosstabAnswer const& answer);

std::string thesaurus_text(ThesaurusAnswer const& answer);

}  // namespace cyberlex::tools
