// Verbs whose answer is a grid or a report.

#include "cyberlex/render/skos.h"
#include "tools/commands.h"
#include "tools/give.h"
#include "tools/grid_text.h"
#include "tools/session.h"

namespace cyberlex::tools {
namespace {

// Opens the index and reads the day, then hands over.
template <typename Answer>
int with_day(Common const& common, std::string const& day, Terminal& terminal,
             Answer const& answer) {
  Result<Date> const as_of = read_day(day);
  if (!as_of) {
    return complain(terminal, as_of.error());
  }
  Result<Searcher> const searcher = open_index(common.index_dir);
  if (!searcher) {
    return complain_of_index(terminal, searcher.error());
  }
  return answer(searcher->reader(), *as_of);
}

}  // namespace

int run_matrix(MatrixCommand const& command, Terminal& terminal) {
  return with_day(
      command.common, command.as_of, terminal, [&](IndexReader const& reader, Date as_of) {
        return give<MatrixAnswer>(
            terminal, command.common,
            answer_matrix(reader, {command.convention, command.jurisdictions, as_of}), matrix_text,
            [](MatrixAnswer const& answer) { return !answer.rows.empty(); });
      });
}

int run_safeguards(SafeguardsCommand const& command, Terminal& terminal) {
  return with_day(
      command.common, command.as_of, terminal, [&](IndexReader const& reader, Date as_of) {
        return give<SafeguardsAnswer>(
            terminal, command.common,
            answer_safeguards(reader, {command.jurisdictions, command.powers, as_of}),
            safeguards_text, [](SafeguardsAnswer const& answer) { return !answer.rows.empty(); });
      });
}

int run_coverage(CoverageCommand const& command, Terminal& terminal) {
  auto const text = [&](CoverageAnswer const& answer) {
    return command.markdown ? coverage_markdown(answer) : coverage_text(answer);
  };
  return with_day(
      command.common, command.as_of, terminal, [&](IndexReader const& reader, Date as_of) {
        return give<CoverageAnswer>(terminal, command.common,
                                    answer_coverage(reader, as_of, command.jurisdictions), text,
                                    [](CoverageAnswer const& answer) {
                                      return !answer.acts.empty() || !answer.unannotated.empty();
                                    });
      });
}

int run_crosstab(CrosstabCommand const& command, Terminal& terminal) {
  Result<Searcher> const searcher = open_index(command.common.index_dir);
  if (!searcher) {
    return complain_of_index(terminal, searcher.error());
  }
  Result<CrosstabRequest> const request =
      parse_crosstab(command.parameters, searcher->shared()->vocabulary(), Date::today_utc());
  if (!request) {
    return complain(terminal, request.error());
  }
  return give<CrosstabAnswer>(terminal, command.common, answer_crosstab(*searcher, *request),
                              crosstab_text,
                              [](CrosstabAnswer const& answer) { return answer.found.total > 0; });
}

int run_concepts(ConceptsCommand const& command, Terminal& terminal) {
  Result<Searcher> const searcher = open_index(command.common.index_dir);
  if (!searcher) {
    return complain_of_index(terminal, searcher.error());
  }
  Result<ThesaurusAnswer> const answer = answer_thesaurus(searcher->reader().shared_generation(),
                                                          {command.schemes, command.concept_id});
  if (answer && command.format == "turtle") {
    terminal.out << to_turtle(*answer);
    return kExitFound;
  }
  if (answer && command.format == "jsonld") {
    terminal.out << to_json_ld(*answer);
    return kExitFound;
  }
  return give<ThesaurusAnswer>(
      terminal, command.common, answer, thesaurus_text,
      [](ThesaurusAnswer const& found) { return !found.concepts.empty(); });
}

}  // namespace cyberlex::tools
