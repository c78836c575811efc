#include "indexer/check_rows.h"

#include <map>

#include "cyberlex/model/identifiers.h"
#include "indexer/timeline.h"

namespace cyberlex {
namespace {

std::string where(SourcePlace const& place) {
  return place.file + ", line " + std::to_string(place.line);
}

// Repetitions among rows of several files. Row: has `place`.
template <typename Row>
void report_repeated(std::vector<Row const*> const& all, std::vector<TimedRow> rows,
                     Diagnostics& diagnostics) {
  std::vector<TimedRow> const keys = rows;
  for (Overlap const& overlap : overlaps_within(std::move(rows))) {
    Row const& first = *all[overlap.first];
    Row const& second = *all[overlap.second];
    if (first.place.file != second.place.file) {
      diagnostics.error(second.place, keys[overlap.second].key +
                                          " stands already for the same time, see " +
                                          where(first.place));
    }
  }
}

std::vector<Mapping const*> all_mappings(std::vector<Concordance const*> const& concordances) {
  std::vector<Mapping const*> out;
  for (Concordance const* const concordance : concordances) {
    for (Mapping const& mapping : concordance->mappings) {
      out.push_back(&mapping);
    }
  }
  return out;
}

void check_repeated(std::vector<Concordance const*> const& concordances,
                    std::vector<Mapping const*> const& mappings, Diagnostics& diagnostics) {
  std::vector<TimedRow> rows;
  for (size_t i = 0; i < mappings.size(); ++i) {
    Mapping const& row = *mappings[i];
    rows.push_back(
        {row.limb.text() + " to " + to_string(Handle{row.treaty, row.article}), row.valid, i});
  }
  report_repeated(mappings, std::move(rows), diagnostics);
  std::vector<ArticleAssessment const*> assessed;
  std::vector<TimedRow> articles;
  for (Concordance const* const concordance : concordances) {
    for (ArticleAssessment const& row : concordance->assessed) {
      articles.push_back(
          {"assessed: " + to_string(Handle{row.treaty, row.article}), row.valid, assessed.size()});
      assessed.push_back(&row);
    }
  }
  report_repeated(assessed, std::move(articles), diagnostics);
}

void report_contradiction(Mapping const& first, Mapping const& second, Diagnostics& diagnostics) {
  diagnostics.error(second.place, second.limb.text() + " cannot be outside " + second.treaty +
                                      " and have an article of it at the same time, see " +
                                      where(first.place));
}

void check_contradictions(std::vector<Mapping const*> const& mappings, Diagnostics& diagnostics) {
  std::map<std::string, std::vector<size_t>> by_treaty;
  for (size_t i = 0; i < mappings.size(); ++i) {
    by_treaty[mappings[i]->treaty].push_back(i);
  }
  for (auto const& [treaty, rows] : by_treaty) {
    std::vector<TimedRow> out;
    std::vector<TimedRow> in;
    for (size_t const i : rows) {
      bool const outside = mappings[i]->relation == Relation::kOutside;
      (outside ? out : in).push_back({mappings[i]->limb.text(), mappings[i]->valid, i});
    }
    for (Overlap const& overlap : overlaps_between(out, in)) {
      if (mappings[overlap.first]->place.file != mappings[overlap.second]->place.file) {
        report_contradiction(*mappings[overlap.first], *mappings[overlap.second], diagnostics);
      }
    }
  }
}

}  // namespace

void check_rows(std::vector<Concordance const*> const& concordances, Diagnostics& diagnostics) {
  std::vector<Mapping const*> const mappings = all_mappings(concordances);
  check_repeated(concordances, mappings, diagnostics);
  check_contradictions(mappings, diagnostics);
}

}  // namespace cyberlex
