#include "tests/support/brute_force.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "cyberlex/index/schema.h"
#include "cyberlex/model/vocabulary.h"
#include "cyberlex/search/parameters.h"
#include "cyberlex/search/stop_words.h"
#include "cyberlex/text/language.h"
#include "tests/support/act_builder.h"
#include "tests/support/brute_labels.h"

namespace cyberlex::testing {
namespace {

// Textbook Levenshtein over bytes: the test vocabulary is ASCII.
size_t distance(std::string const& a, std::string const& b) {
  std::vector<std::vector<size_t>> table(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    }
  }
  return table[a.size()][b.size()];
}

double bm25(double documents, double having, double frequency, double length, double mean) {
  double const idf = std::log(1 + (documents - having + 0.5) / (having + 0.5));
  return idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / mean));
}

double frequency_of(BruteDoc const& doc, std::string const& term) {
  auto const found = doc.terms.find(term);
  return found == doc.terms.end() ? 0 : found->second.frequency;
}

std::set<uint32_t> positions_of(BruteDoc const& doc, std::string const& term) {
  auto const found = doc.terms.find(term);
  return found == doc.terms.end()
             ? std::set<uint32_t>()
             : std::set<uint32_t>(found->second.positions.begin(), found->second.positions.end());
}

// What a word of one document counts towards a query word; 0 = it does not match.
double weight_of(WordNode const& node, std::string const& word) {
  switch (node.form) {
    case WordForm::kPrefix:
      return word.starts_with(node.word) ? 1 : 0;
    case WordForm::kFuzzy: {
      size_t const away = distance(word, node.word);
      return away <= (node.word.size() < 6 ? 1U : 2U) ? 1.0 / (1.0 + static_cast<double>(away)) : 0;
    }
    default:
      return word == node.word ? 1 : 0;
  }
}

double word_frequency(BruteCorpus const& corpus, WordNode const& node, BruteDoc const& doc,
                      std::string const& language) {
  char const words = node.heading ? schema::kHeadingWord : schema::kWord;
  char const stems = node.heading ? schema::kHeadingStem : schema::kStem;
  if (node.form == WordForm::kStemmed) {
    return frequency_of(doc, schema::term(stems, language, corpus.stem(language, node.word))) +
           0.5 * frequency_of(doc, schema::term(words, language, node.word));
  }
  std::string const prefix = schema::term(words, language, "");
  double sum = 0;
  for (auto const& [term, found] : doc.terms) {
    if (term.starts_with(prefix)) {
      sum += weight_of(node, term.substr(prefix.size())) * found.frequency;
    }
  }
  return sum;
}

// First and last position of every place of an operand.
using Spans = std::vector<std::pair<int64_t, int64_t>>;

Spans spans_of(PhraseNode const& phrase, BruteDoc const& doc, std::string const& language) {
  char const kind = phrase.heading ? schema::kHeadingWord : schema::kWord;
  Spans out;
  for (uint32_t const start : positions_of(doc, schema::term(kind, language, phrase.words[0]))) {
    bool all = true;
    for (uint32_t i = 1; i < phrase.words.size(); ++i) {
      all = all &&
            positions_of(doc, schema::term(kind, language, phrase.words[i])).contains(start + i);
    }
    if (all) {
      out.emplace_back(start, start + phrase.words.size() - 1);
    }
  }
  return out;
}

Spans spans_of(BruteCorpus const& corpus, WordNode const& node, BruteDoc const& doc,
               std::string const& language) {
  std::string const stem = corpus.stem(language, node.word);
  std::string const prefix = schema::term(schema::kWord, language, "");
  Spans out;
  for (auto const& [term, found] : doc.terms) {
    if (!term.starts_with(prefix)) {
      continue;
    }
    std::string const word = term.substr(prefix.size());
    bool const matches = node.form == WordForm::kStemmed ? corpus.stem(language, word) == stem
                                                         : weight_of(node, word) > 0;
    for (uint32_t const position : found.positions) {
      if (matches) {
        out.emplace_back(position, position);
      }
    }
  }
  return out;
}

bool beside(std::pair<int64_t, int64_t> a, std::pair<int64_t, int64_t> b, NearNode const& near) {
  int64_t const most = near.distance;
  bool const after = b.first > a.second && b.first - a.second <= most;
  bool const before = a.first > b.second && a.first - b.second <= most;
  return after || (!near.ordered && before);
}

bool some_chain(std::vector<Spans> const& operands, size_t at, std::pair<int64_t, int64_t> last,
                NearNode const& near) {
  if (at == operands.size()) {
    return true;
  }
  return std::ranges::any_of(operands[at], [&](std::pair<int64_t, int64_t> const& next) {
    return (at == 0 || beside(last, next, near)) && some_chain(operands, at + 1, next, near);
  });
}

bool some_unit(std::vector<Spans> const& operands, std::set<uint32_t> const& ends) {
  std::vector<std::pair<int64_t, int64_t>> units;
  int64_t begin = 0;
  for (uint32_t const end : ends) {
    units.emplace_back(begin, end);
    begin = int64_t{end} + 1;
  }
  units.emplace_back(begin, INT64_MAX);
  return std::ranges::any_of(units, [&](std::pair<int64_t, int64_t> const& unit) {
    return std::ranges::all_of(operands, [&unit](Spans const& spans) {
      return std::ranges::any_of(spans, [&unit](std::pair<int64_t, int64_t> const& span) {
        return unit.first <= span.first && span.second <= unit.second;
      });
    });
  });
}

// A field, or an OR of fields.
std::optional<Choice> fields_of(QueryNode const& node) {
  if (auto const* const field = std::get_if<FieldNode>(&node.value)) {
    return Choice{{field->param, {field->value}}};
  }
  auto const* const any = std::get_if<OrNode>(&node.value);
  Choice out;
  for (size_t i = 0; any != nullptr && i < any->operands.size(); ++i) {
    auto const* const field = std::get_if<FieldNode>(&any->operands[i]->value);
    if (field == nullptr) {
      return std::nullopt;
    }
    out.push_back({field->param, {field->value}});
  }
  return any == nullptr ? std::nullopt : std::optional(out);
}

bool gone_value(FilterValue const& value) {
  auto const status = parse_name<LegalStatus>(value.text);
  return status && is_gone(*status);
}

// A field outside NOT that asks for a status that is gone.
bool asks_gone(QueryNode const& node) {
  if (auto const* const field = std::get_if<FieldNode>(&node.value)) {
    return field->param == Param::kStatus && gone_value(field->value);
  }
  auto const some = [](std::vector<QueryPtr> const& operands) {
    return std::ranges::any_of(operands, [](QueryPtr const& each) { return asks_gone(*each); });
  };
  auto const* const all = std::get_if<AndNode>(&node.value);
  auto const* const any = std::get_if<OrNode>(&node.value);
  return (all != nullptr && some(all->operands)) || (any != nullptr && some(any->operands));
}

}  // namespace

BruteCorpus::BruteCorpus(IndexReader const& reader) : generation_(reader.shared_generation()) {
  TermMaker maker;
  for (DocNum doc = 0; doc < generation_->columns().documents(); ++doc) {
    BruteDoc out;
    out.doc = doc;
    out.record = must(reader.record(doc));
    out.texts = must(reader.texts(doc));
    out.act = &generation_->acts()[out.record.act];
    DocumentTerms terms = maker.make({out.record, out.texts});
    out.length = terms.length();
    out.lengths = terms.lengths;
    for (DocumentTerm& term : terms.terms) {
      std::string name = term.term;
      out.terms.emplace(std::move(name), std::move(term));
    }
    for (auto const& [language, length] : out.lengths) {
      documents_[language] += 1;
      means_[language] += static_cast<double>(length);
    }
    docs_.push_back(std::move(out));
  }
  for (auto& [language, sum] : means_) {
    sum /= documents_[language];
    languages_.push_back(language);
  }
}

std::string const& BruteCorpus::stem(std::string const& language, std::string const& word) const {
  std::string const key = language + word;
  auto found = stems_.find(key);
  if (found == stems_.end()) {
    Stemmer stemmer(language);
    found = stems_.emplace(key, std::string(stemmer.stem(word))).first;
  }
  return found->second;
}

BruteSearch::BruteSearch(BruteCorpus const& corpus, QueryNode const& root, bool expand)
    : corpus_(corpus), root_(root) {
  if (expand) {
    runs_ = brute_runs(corpus, root);
  }
}

std::optional<double> BruteSearch::concept_run(BruteRun const& run, BruteDoc const& doc) {
  std::optional<double> sum = 0;
  for (WordNode const* const each : run.words) {
    std::optional<double> const score = word(*each, doc);
    sum = sum && score ? std::optional(*sum + *score) : std::nullopt;
  }
  if (std::optional<double> const label = brute_label(corpus_, run, doc)) {
    sum = std::max(sum.value_or(0), *label);
  }
  if (double const evidence = brute_evidence(corpus_, run, doc); evidence > 0) {
    sum = sum.value_or(0) + evidence;
  }
  return sum;
}

std::optional<double> BruteSearch::word(WordNode const& node, BruteDoc const& doc) {
  std::optional<double> best;
  for (std::string const& language : corpus_.languages()) {
    double const frequency = word_frequency(corpus_, node, doc, language);
    if (frequency == 0) {
      continue;
    }
    std::string const key = language + std::to_string(static_cast<int>(node.form)) +
                            (node.heading ? "h" : "-") + node.word;
    if (!having_.contains(key)) {
      having_[key] =
          static_cast<uint64_t>(std::ranges::count_if(corpus_.docs(), [&](BruteDoc const& each) {
            return word_frequency(corpus_, node, each, language) > 0;
          }));
    }
    double const score = bm25(corpus_.documents_in(language), static_cast<double>(having_[key]),
                              frequency, doc.length, corpus_.mean_length(language));
    best = std::max(best.value_or(0), score);
  }
  return best;
}

std::optional<double> BruteSearch::phrase(PhraseNode const& node, BruteDoc const& doc) {
  std::optional<double> best;
  for (std::string const& language : corpus_.languages()) {
    size_t const places = spans_of(node, doc, language).size();
    if (places == 0) {
      continue;
    }
    uint64_t rarest = UINT64_MAX;
    for (std::string const& word : node.words) {
      std::string const term =
          schema::term(node.heading ? schema::kHeadingWord : schema::kWord, language, word);
      rarest = std::min(rarest, static_cast<uint64_t>(std::ranges::count_if(
                                    corpus_.docs(), [&term](BruteDoc const& each) {
                                      return each.terms.contains(term);
                                    })));
    }
    double const score =
        bm25(corpus_.documents_in(language), static_cast<double>(rarest),
             static_cast<double>(places), doc.length, corpus_.mean_length(language));
    best = std::max(best.value_or(0), score);
  }
  return best;
}

std::optional<double> BruteSearch::near(std::span<QueryPtr const> operands, BruteDoc const& doc,
                                        std::optional<NearNode const*> near,
                                        std::optional<Scope> scope) {
  bool found = false;
  for (std::string const& language : corpus_.languages()) {
    std::vector<Spans> spans;
    for (QueryPtr const& operand : operands) {
      auto const* const word = std::get_if<WordNode>(&operand->value);
      spans.push_back(word != nullptr
                          ? spans_of(corpus_, *word, doc, language)
                          : spans_of(std::get<PhraseNode>(operand->value), doc, language));
    }
    std::string const unit = scope == Scope::kSentence ? "s" : "p";
    found = found ||
            (near ? some_chain(spans, 0, {}, **near)
                  : some_unit(spans,
                              positions_of(doc, schema::term(schema::kBoundary, language, unit))));
  }
  if (!found) {
    return std::nullopt;
  }
  double sum = 0;
  for (QueryPtr const& operand : operands) {
    sum += node(*operand, doc).value_or(0);
  }
  return sum;
}

std::optional<double> BruteSearch::all(std::span<QueryPtr const> operands, BruteDoc const& doc,
                                       std::vector<Choice>* fields) {
  double sum = 0;
  size_t skipped = 0;
  for (QueryPtr const& operand : operands) {
    if (skipped > 0) {
      --skipped;
      continue;
    }
    if (std::optional<Choice> choice = fields_of(*operand)) {
      fields->push_back(*choice);
      continue;
    }
    if (runs_.left_out.contains(operand.get())) {
      continue;
    }
    auto const run = runs_.runs.find(operand.get());
    skipped = run == runs_.runs.end() ? 0 : run->second.words.size() - 1;
    std::optional<double> const score = node(*operand, doc);
    if (!score) {
      return std::nullopt;
    }
    sum += *score;
  }
  return sum;
}

std::optional<double> BruteSearch::any_word(std::span<QueryPtr const> operands, BruteDoc const& doc,
                                            std::vector<Choice>* fields) {
  std::vector<std::string> plain;
  for (QueryPtr const& operand : operands) {
    if (auto const* const each = brute_plain(*operand)) {
      plain.push_back(each->word);
    }
  }
  std::string const language(language_of_stop_words(plain));
  double sum = 0;
  std::optional<double> some;
  for (size_t i = 0; i < operands.size(); ++i) {
    auto const run = runs_.runs.find(operands[i].get());
    auto const* const each = brute_plain(*operands[i]);
    if (each == nullptr) {
      if (std::optional<Choice> choice = fields_of(*operands[i])) {
        fields->push_back(*choice);
      } else if (std::optional<double> const score = node(*operands[i], doc)) {
        sum += *score;
      } else {
        return std::nullopt;
      }
    } else if (run != runs_.runs.end() || (!runs_.left_out.contains(operands[i].get()) &&
                                           !is_stop_word(language, each->word))) {
      if (std::optional<double> const score = node(*operands[i], doc)) {
        some = some.value_or(0) + *score;
      }
      i += run == runs_.runs.end() ? 0 : run->second.words.size() - 1;
    }
  }
  return some ? std::optional(sum + *some) : std::nullopt;
}

std::optional<double> BruteSearch::node(QueryNode const& each, BruteDoc const& doc) {
  auto found = known_.find({&each, doc.doc});
  if (found == known_.end()) {
    found = known_.emplace(std::pair(&each, doc.doc), new_node(each, doc)).first;
  }
  return found->second;
}

std::optional<double> BruteSearch::new_node(QueryNode const& each, BruteDoc const& doc) {
  if (std::optional<Choice> const choice = fields_of(each)) {
    bool const holds = std::ranges::any_of(*choice, [&](Condition const& condition) {
      return brute_filters(corpus_, doc, {}, std::vector<Choice>{{condition}}, day_);
    });
    return holds ? std::optional(0.0) : std::nullopt;
  }
  if (auto const run = runs_.runs.find(&each); run != runs_.runs.end()) {
    return concept_run(run->second, doc);
  }
  if (auto const* const word_node = std::get_if<WordNode>(&each.value)) {
    return word(*word_node, doc);
  }
  if (auto const* const phrase_node = std::get_if<PhraseNode>(&each.value)) {
    return phrase(*phrase_node, doc);
  }
  if (auto const* const near_node = std::get_if<NearNode>(&each.value)) {
    return near(near_node->operands, doc, near_node, std::nullopt);
  }
  if (auto const* const scope = std::get_if<ScopeNode>(&each.value)) {
    return near(scope->operands, doc, std::nullopt, scope->scope);
  }
  if (auto const* const negation = std::get_if<NotNode>(&each.value)) {
    return node(*negation->operand, doc) ? std::nullopt : std::optional(0.0);
  }
  if (auto const* const both = std::get_if<AndNode>(&each.value)) {
    std::vector<Choice> fields;
    std::optional<double> const score = all(both->operands, doc, &fields);
    return score && brute_filters(corpus_, doc, {}, fields, day_) ? score : std::nullopt;
  }
  if (auto const* const any = std::get_if<OrNode>(&each.value)) {
    std::optional<double> sum;
    for (QueryPtr const& operand : any->operands) {
      if (std::optional<double> const score = node(*operand, doc)) {
        sum = sum.value_or(0) + *score;
      }
    }
    return sum;
  }
  return 0.0;  // AllNode
}

std::map<DocNum, double> BruteSearch::run(BruteRequest const& request, bool relax) {
  std::map<DocNum, double> out = run_once(request, false);
  bool const may = relax && out.empty() && std::holds_alternative<AndNode>(root_.value);
  return may ? run_once(request, true) : out;
}

std::map<DocNum, double> BruteSearch::run_once(BruteRequest const& request, bool any) {
  if (day_ != request.day) {
    day_ = request.day;
    known_.clear();
  }
  bool with_gone = asks_gone(root_);
  for (Filter const& filter : request.filters) {
    with_gone = with_gone ||
                (filter.param == Param::kStatus && std::ranges::any_of(filter.include, gone_value));
  }
  std::map<DocNum, double> out;
  for (BruteDoc const& doc : corpus_.docs()) {
    if (!doc.record.valid.contains(request.day) || (is_gone(doc.record.status) && !with_gone)) {
      continue;
    }
    std::vector<Choice> fields;
    auto const* const both = std::get_if<AndNode>(&root_.value);
    std::optional<double> score = 0;
    if (both != nullptr) {
      score = any ? any_word(both->operands, doc, &fields) : all(both->operands, doc, &fields);
    } else if (std::optional<Choice> choice = fields_of(root_)) {
      fields.push_back(*choice);
    } else {
      score = node(root_, doc);
    }
    if (score && brute_filters(corpus_, doc, request.filters, fields, request.day)) {
      out[doc.doc] = *score;
    }
  }
  return out;
}

}  // namespace cyberlex::testing
