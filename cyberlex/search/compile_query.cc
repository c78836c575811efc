#include "cyberlex/search/compile_query.h"

#include <algorithm>
#include <map>
#include <utility>

#include "cyberlex/model/vocabulary.h"
#include "cyberlex/search/concept_part.h"
#include "cyberlex/search/concept_runs.h"
#include "cyberlex/search/positions.h"
#include "cyberlex/search/stop_words.h"

namespace cyberlex {
namespace {

// A part of the query: a set that is known, or a cursor.
struct Part {
  std::optional<DocSet> set;
  CursorPtr cursor;
};

// A field, or an OR of fields; nothing for any other node. Values of one parameter become one
// condition.
std::optional<Choice> as_choice(QueryNode const& node) {
  if (auto const* const field = std::get_if<FieldNode>(&node.value)) {
    return Choice{{field->param, {field->value}}};
  }
  auto const* const any = std::get_if<OrNode>(&node.value);
  if (any == nullptr) {
    return std::nullopt;
  }
  std::map<Param, std::vector<FilterValue>> by_param;
  for (QueryPtr const& each : any->operands) {
    auto const* const field = std::get_if<FieldNode>(&each->value);
    if (field == nullptr) {
      return std::nullopt;
    }
    by_param[field->param].push_back(field->value);
  }
  Choice out;
  for (auto& [param, values] : by_param) {
    out.push_back({param, std::move(values)});
  }
  return out;
}

class Compiler {
 public:
  Compiler(Lexicon const& lexicon, QueryReading reading)
      : lexicon_(lexicon), shared_(lexicon.shared), reading_(reading) {}

  Result<CompiledQuery> root(QueryNode const& node) {
    if (std::holds_alternative<AllNode>(node.value)) {
      return CompiledQuery{};  // no condition: the day's own sets answer, with the counts they keep
    }
    if (auto const* const all = std::get_if<AndNode>(&node.value)) {
      return reading_ == QueryReading::kAny ? any_word(all->operands) : conjunction(all->operands);
    }
    CompiledQuery out;
    if (Status added = add(node, out); !added) {
      return added.error();
    }
    return out;
  }

  void finish(CompiledQuery& out) {
    out.cited = std::move(cited_);
    out.asks_gone = asks_gone_;
    out.markers = std::move(markers_);
    out.expansions = std::move(expansions_);
    out.concepts = std::move(concepts_);
    out.left_out = std::move(left_out_);
    out.relaxed.any_of = std::move(any_of_);
  }

 private:
  Result<CompiledQuery> conjunction(std::span<QueryPtr const> operands) {
    CompiledQuery out;
    for (OperandPiece const& piece : pieces_of(operands, labels())) {
      if (piece.left_out) {
        leave_out(piece);
        continue;
      }
      Status const added =
          piece.words.empty() ? add(*piece.nodes.front(), out) : add_part(words(piece), out);
      if (!added) {
        return added.error();
      }
    }
    return out;
  }

  // The same, but for the plain words: of those, stop words aside, one is enough.
  Result<CompiledQuery> any_word(std::span<QueryPtr const> operands) {
    CompiledQuery out;
    std::vector<CursorPtr> any;
    std::vector<OperandPiece> const pieces = pieces_of(operands, labels());
    std::string_view const language = language_of(pieces);
    for (OperandPiece const& piece : pieces) {
      if (piece.words.empty()) {
        if (Status added = add(*piece.nodes.front(), out); !added) {
          return added.error();
        }
      } else if (piece.left_out || is_stop(piece, language)) {
        leave_out(piece);
      } else {
        Result<Part> part = words(piece);
        if (!part) {
          return part.error();
        }
        any.push_back(std::move(part->cursor));
        any_of_.push_back(spaced(shown_words(piece.words)));
      }
    }
    if (!any.empty()) {
      out.required.push_back(make_or_cursor(std::move(any)));
    }
    return out;
  }

  static std::string_view language_of(std::span<OperandPiece const> pieces) {
    std::vector<std::string> words;
    for (OperandPiece const& piece : pieces) {
      for (QueryWords const& word : piece.words) {
        words.insert(words.end(), word.parts.begin(), word.parts.end());
      }
    }
    return language_of_stop_words(words);
  }

  static bool is_stop(OperandPiece const& piece, std::string_view language) {
    return piece.label == nullptr && piece.words.front().parts.size() == 1 &&
           is_stop_word(language, piece.words.front().parts.front());
  }

  static std::string spaced(std::vector<std::string> const& words) {
    std::string out;
    for (std::string const& word : words) {
      out += (out.empty() ? "" : " ") + word;
    }
    return out;
  }

  void leave_out(OperandPiece const& piece) {
    left_out_.push_back(spaced(shown_words(piece.words)));
  }

  // Under NOT nothing is expanded: that would exclude more than was said.
  ConceptLabels const* labels() const {
    bool const may = reading_ != QueryReading::kAsTheyStand && depth_of_not_ == 0 && !within_words_;
    return may ? &shared_.concept_labels() : nullptr;
  }

  // Plain words: as they stand, or whatever else leads to the concept whose label they are.
  Result<Part> words(OperandPiece const& piece) {
    std::vector<CursorPtr> as_they_stand;
    bool const within_others = std::exchange(within_words_, true);  // a joined word is a pair
    for (QueryNode const* const node : piece.nodes) {
      Result<Part> part = compile_as_it_stands(*node);
      if (!part) {
        return part.error();
      }
      as_they_stand.push_back(std::move(part->cursor));
    }
    within_words_ = within_others;
    CursorPtr out = as_they_stand.size() == 1 ? std::move(as_they_stand.front())
                                              : make_and_cursor(std::move(as_they_stand));
    return Part{std::nullopt,
                piece.label == nullptr ? std::move(out) : with_concept(piece, std::move(out))};
  }

  // The words or a label, whichever is better, and for an annotation something beside.
  CursorPtr with_concept(OperandPiece const& piece, CursorPtr as_it_stands) {
    if (concepts_.size() >= kMostConcepts) {
      refuse_concept(piece);
      return as_it_stands;
    }
    ConceptPart part = make_concept_part(lexicon_, piece.words, *piece.label, piece.share);
    if (part.labels.empty() && part.annotated == nullptr) {
      return as_it_stands;
    }
    mark(std::move(part.marker));
    concepts_.push_back(std::move(part.expansion));
    part.labels.insert(part.labels.begin(), std::move(as_it_stands));
    CursorPtr out = make_best_cursor(std::move(part.labels));
    if (part.annotated == nullptr) {
      return out;
    }
    std::vector<CursorPtr> both;
    both.push_back(std::move(out));
    both.push_back(std::move(part.annotated));
    return make_or_cursor(std::move(both));
  }

  // One too many: its words stay as they stand, and the answer says so.
  void refuse_concept(OperandPiece const& piece) {
    Concept const& entry = shared_.concept_labels().concept_of(*piece.label);
    ConceptExpansion refused;
    refused.concept_id = entry.id;
    refused.scheme = entry.scheme;
    refused.words = shown_words(piece.words);
    refused.truncated = true;
    refused.limit = "first: " + std::to_string(kMostConcepts) + " concepts of a query";
    concepts_.push_back(std::move(refused));
  }

  Status add(QueryNode const& node, CompiledQuery& out) {
    std::optional<Choice> choice = as_choice(node);
    if (!choice.has_value()) {
      return add_operand(node, out);
    }
    note_statuses(*choice);
    out.fields.push_back(std::move(*choice));
    return Ok{};
  }

  // Under NOT a status is excluded, not asked for.
  void note_statuses(Choice const& choice) {
    for (Condition const& condition : choice) {
      bool const asks = condition.param == Param::kStatus && asks_for_gone(condition.values);
      asks_gone_ = asks_gone_ || (asks && depth_of_not_ == 0);
    }
  }

  static void narrow(DocSet set, std::optional<DocSet>& base) {
    if (base.has_value()) {
      *base &= set;
    } else {
      base = std::move(set);
    }
  }

  Status add_operand(QueryNode const& node, CompiledQuery& out) {
    if (auto const* const negation = std::get_if<NotNode>(&node.value)) {
      return add_negation(*negation->operand, out);
    }
    return add_part(compile(node), out);
  }

  static Status add_part(Result<Part> part, CompiledQuery& out) {
    if (!part) {
      return part.error();
    }
    if (part->set.has_value()) {
      narrow(std::move(*part->set), out.base);
    } else {
      out.required.push_back(std::move(part->cursor));
    }
    return Ok{};
  }

  Status add_negation(QueryNode const& node, CompiledQuery& out) {
    ++depth_of_not_;
    Result<Part> part = compile(node);
    --depth_of_not_;
    if (!part) {
      return part.error();
    }
    if (part->set.has_value()) {
      DocSet rest = shared_.all();
      rest -= *part->set;
      narrow(std::move(rest), out.base);
    } else {
      out.excluded.push_back(std::move(part->cursor));
    }
    return Ok{};
  }

  Result<Part> compile(QueryNode const& node) {
    OperandPiece const piece = piece_of(node, labels());
    return piece.words.empty() ? compile_as_it_stands(node) : words(piece);
  }

  Result<Part> compile_as_it_stands(QueryNode const& node) {
    return std::visit([this](auto const& each) { return compile_node(each); }, node.value);
  }

  Result<Part> compile_node(AllNode const& /*node*/) { return Part{shared_.all(), nullptr}; }

  Result<Part> compile_node(WordNode const& node) {
    Result<WordGroup> group = word_group(node);
    if (!group) {
      return group.error();
    }
    return Part{std::nullopt, make_group_cursor(lexicon_, *group)};
  }

  Result<Part> compile_node(PhraseNode const& node) {
    mark(node);
    return Part{std::nullopt, make_phrase_cursor(lexicon_, node)};
  }

  Result<Part> compile_node(NearNode const& node) {
    return proximity(node.operands, {Arrangement::Kind::kNear, node.distance, node.ordered});
  }

  Result<Part> compile_node(ScopeNode const& node) {
    auto const kind = node.scope == Scope::kSentence ? Arrangement::Kind::kSentence
                                                     : Arrangement::Kind::kParagraph;
    return proximity(node.operands, {kind, 0, false});
  }

  // A bracketed group: its fields share a limb of their own.
  Result<Part> compile_node(AndNode const& node) {
    Result<CompiledQuery> all = conjunction(node.operands);
    if (!all) {
      return all.error();
    }
    if (!all->fields.empty()) {
      narrow(group_documents(shared_, {{}, all->fields, lexicon_.day}), all->base);
    }
    if (all->required.empty() && all->excluded.empty()) {
      return Part{std::move(all->base), nullptr};
    }
    if (all->base.has_value() || all->required.empty()) {
      DocSet const& base = all->base.has_value() ? *all->base : shared_.all();
      all->required.push_back(make_set_cursor(base.to_vector()));
    }
    return Part{std::nullopt, make_and_cursor(std::move(all->required), std::move(all->excluded))};
  }

  Result<Part> compile_node(OrNode const& node) {
    DocSet sets;
    std::vector<CursorPtr> cursors;
    for (QueryPtr const& operand : node.operands) {
      Result<Part> part = compile(*operand);
      if (!part) {
        return part.error();
      }
      if (part->set.has_value()) {
        sets |= *part->set;
      } else {
        cursors.push_back(std::move(part->cursor));
      }
    }
    if (cursors.empty()) {
      return Part{std::move(sets), nullptr};
    }
    if (!sets.empty()) {
      cursors.push_back(make_set_cursor(sets.to_vector()));
    }
    return Part{std::nullopt, make_or_cursor(std::move(cursors))};
  }

  // By itself a NOT has to be known as a set; beside other operands add_negation spares that.
  Result<Part> compile_node(NotNode const& node) {
    ++depth_of_not_;
    Result<Part> part = compile(*node.operand);
    --depth_of_not_;
    if (!part) {
      return part.error();
    }
    DocSet out = shared_.all();
    out -= part->set.has_value() ? *part->set : drain(*part->cursor, lexicon_.budget);
    return Part{std::move(out), nullptr};
  }

  // A field that stands alone.
  Result<Part> compile_node(FieldNode const& node) {
    Choice const choice{{node.param, {node.value}}};
    note_statuses(choice);
    return Part{group_documents(shared_, {{}, std::span(&choice, 1), lexicon_.day}), nullptr};
  }

  Result<Part> compile_node(CitationNode const& node) {
    Generation const& generation = shared_.generation();
    DocSet docs;
    for (Handle const& target : node.targets) {
      ActNum const act = generation.act_number(target.act);
      if (act >= generation.acts().size()) {
        continue;
      }
      auto const [first, last] = target.eid.empty() ? generation.documents_of(act)
                                                    : generation.states_of(act, target.eid.text());
      docs |= DocSet::range(first, last);
    }
    cited_ |= docs;
    return Part{std::move(docs), nullptr};
  }

  Result<Part> proximity(std::span<QueryPtr const> operands, Arrangement arrangement) {
    std::vector<Operand> ready;
    for (QueryPtr const& operand : operands) {
      if (auto const* const word = std::get_if<WordNode>(&operand->value)) {
        Result<WordGroup> group = word_group(*word);
        if (!group) {
          return group.error();
        }
        ready.push_back({std::move(group).value(), {}});
      } else if (auto const* const phrase = std::get_if<PhraseNode>(&operand->value)) {
        mark(*phrase);
        ready.push_back({std::nullopt, *phrase});
      } else {
        return Error{ErrorCode::kBadQuery, "NEAR, ADJ, /s and /p stand between words or phrases",
                     "q"};
      }
    }
    return Part{std::nullopt, make_proximity_cursor(lexicon_, ready, arrangement)};
  }

  Result<WordGroup> word_group(WordNode const& node) {
    Result<WordGroup> group = make_word_group(lexicon_, node);
    if (group) {
      expansions_.insert(expansions_.end(), group->expansions.begin(), group->expansions.end());
      mark(*group);
    }
    return group;
  }

  void mark(Marker marker) {
    if (depth_of_not_ == 0) {
      markers_.push_back(std::move(marker));
    }
  }

  Lexicon lexicon_;
  SearchShared& shared_;
  QueryReading reading_;
  bool within_words_ = false;
  uint32_t depth_of_not_ = 0;
  DocSet cited_;
  bool asks_gone_ = false;
  std::vector<Marker> markers_;
  std::vector<Expansion> expansions_;
  std::vector<ConceptExpansion> concepts_;
  std::vector<std::string> left_out_;
  std::vector<std::string> any_of_;
};

}  // namespace

Result<CompiledQuery> compile_query(Lexicon const& lexicon, QueryNode const& root,
                                    QueryReading reading) {
  Compiler compiler(lexicon, reading);
  Result<CompiledQuery> out = compiler.root(root);
  if (out) {
    compiler.finish(*out);
  }
  return out;
}

bool asks_for_gone(std::span<FilterValue const> statuses) {
  return std::ranges::any_of(statuses, [](FilterValue const& each) {
    std::optional<LegalStatus> const status = parse_name<LegalStatus>(each.text);
    return status.has_value() && is_gone(*status);
  });
}

}  // namespace cyberlex
