// The stupid twin of the search: reads every record and text, evaluates everything naively, and has
// to agree.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cyberlex/index/reader.h"
#include "cyberlex/index/terms.h"
#include "cyberlex/search/condition.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/response.h"

namespace cyberlex::testing {

struct BruteDoc {
  DocNum doc = 0;
  ActRecord const* act = nullptr;
  ProvisionRecord record;
  std::vector<StateText> texts;
  std::map<std::string, DocumentTerm> terms;
  std::map<std::string, uint64_t> lengths;  // by language
  double length = 0;
};

// Decodes all of an index once.
class BruteCorpus {
 public:
  explicit BruteCorpus(IndexReader const& reader);

  std::vector<BruteDoc> const& docs() const { return docs_; }
  Generation const& generation() const { return *generation_; }
  std::vector<std::string> const& languages() const { return languages_; }
  double documents_in(std::string const& language) const { return documents_.at(language); }
  double mean_length(std::string const& language) const { return means_.at(language); }
  // As the language's stemmer does it.
  std::string const& stem(std::string const& language, std::string const& word) const;

 private:
  std::shared_ptr<Generation const> generation_;
  std::vector<BruteDoc> docs_;
  std::vector<std::string> languages_;
  std::map<std::string, double> documents_;
  std::map<std::string, double> means_;
  mutable std::map<std::string, std::string> stems_;  // by language and word
};

// Filters and fields of one group: see "How filters combine" in docs/ranking.md. `day` decides
// standings; what is no standing needs none.
bool brute_filters(BruteCorpus const& corpus, BruteDoc const& doc, std::span<Filter const> filters,
                   std::span<Choice const> fields, Date day = {});

// The clauses of a document that stand at a place where the group holds; one may come again.
std::vector<PenaltyClause const*> brute_clauses(BruteCorpus const& corpus, BruteDoc const& doc,
                                                std::vector<Choice> const& group, Date day);

// The statistics of a range over documents that a group of filters and fields, written as choices,
// has let through: what range_stats() gives.
RangeStats brute_stats(BruteCorpus const& corpus, std::span<DocNum const> docs, Param param,
                       std::vector<Choice> const& group, Date day);

// Words of one AND, side by side, that are a label or nearly one; and what else leads to its
// concept. One too many has neither labels nor evidence.
struct BruteRun {
  struct Label {
    std::string language;
    std::vector<std::string> stems;
  };
  std::vector<WordNode const*> words;
  std::vector<Label> labels;
  std::vector<std::pair<Condition, double>> annotations;  // and what one counts
  std::vector<std::pair<std::string, double>> articles;   // handles, and what one counts
  double rarity = 0;
};
struct BruteRuns {
  std::map<QueryNode const*, BruteRun> runs;  // by the first word
  std::set<QueryNode const*> left_out;        // stop words beside them
};

struct BruteRequest {
  std::vector<Filter> filters;
  Date day;
};

// What the brute knows of one query: who matches, with which score.
class BruteSearch {
 public:
  BruteSearch(BruteCorpus const& corpus, QueryNode const& root, bool expand = true);

  // Score by document, ascending. With `relax`, when there is none, any of the plain words of the
  // outermost AND is enough.
  std::map<DocNum, double> run(BruteRequest const& request, bool relax = false);
  BruteCorpus const& corpus() const { return corpus_; }

 private:
  std::optional<double> node(QueryNode const& node, BruteDoc const& doc);
  std::optional<double> new_node(QueryNode const& node, BruteDoc const& doc);
  std::optional<double> all(std::span<QueryPtr const> operands, BruteDoc const& doc,
                            std::vector<Choice>* fields);
  std::optional<double> any_word(std::span<QueryPtr const> operands, BruteDoc const& doc,
                                 std::vector<Choice>* fields);
  std::map<DocNum, double> run_once(BruteRequest const& request, bool any);
  std::optional<double> concept_run(BruteRun const& run, BruteDoc const& doc);
  std::optional<double> word(WordNode const& node, BruteDoc const& doc);
  std::optional<double> phrase(PhraseNode const& node, BruteDoc const& doc);
  std::optional<double> near(std::span<QueryPtr const> operands, BruteDoc const& doc,
                             std::optional<NearNode const*> near, std::optional<Scope> scope);

  BruteCorpus const& corpus_;
  QueryNode const& root_;
  Date day_;  // of the run
  BruteRuns runs_;
  // Documents of one language that have a word, by (language, kind of word): filled when first
  // needed.
  std::map<std::string, uint64_t> having_;
  std::map<std::pair<QueryNode const*, DocNum>, std::optional<double>> known_;
};

}  // namespace cyberlex::testing
