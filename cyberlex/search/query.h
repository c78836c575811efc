// The query tree: what the text of a query means. parse(print(tree)) == tree.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/search/request.h"

namespace cyberlex {

struct QueryNode;
using QueryPtr = std::unique_ptr<QueryNode>;

// How a word is matched.
enum class WordForm : uint8_t {
  kStemmed,  // the word and what shares its stem
  kExact,    // =word
  kPrefix,   // word*
  kFuzzy,    // word~ : edit distance 1 below six characters, 2 from six on
};

// One word, folded. A word that analysis splits (e-mail) becomes a phrase of its parts; one joined
// by ZWNJ the joined word OR the phrase of its parts.
struct WordNode {
  std::string word;
  WordForm form = WordForm::kStemmed;
  bool heading = false;  // heading:word
};

// "exact words in a row", stopwords included, no stemming. Two words or more: one is an =word.
struct PhraseNode {
  std::vector<std::string> words;
  bool heading = false;
};

// left and right within `distance` words (NEAR: either order; ADJ: left first). Operands: words or
// phrases, not of headings.
struct NearNode {
  uint32_t distance = 0;
  bool ordered = false;
  std::vector<QueryPtr> operands;  // two or more, chained: a NEAR/5 b NEAR/5 c
};

// Operands (words or phrases) in one sentence (/s) or one paragraph (/p).
enum class Scope : uint8_t { kSentence, kParagraph };
struct ScopeNode {
  Scope scope = Scope::kSentence;
  std::vector<QueryPtr> operands;
};

// Two operands or more. Fields among them share one limb, an OR of fields included; an AndNode
// inside an AndNode is a bracketed group and has a limb of its own.
struct AndNode {
  std::vector<QueryPtr> operands;
};
// Two operands or more, none of them an OrNode.
struct OrNode {
  std::vector<QueryPtr> operands;
};
struct NotNode {
  QueryPtr operand;  // per provision
};

// offence:…, prison:>=4y, jurisdiction:ng
struct FieldNode {
  Param param = Param::kJurisdiction;
  FilterValue value;
};

// A citation recognised in the text: the documents of these units, on the day asked, whatever their
// status. Only ever the whole query.
struct CitationNode {
  std::string text;             // as typed, without the space around it
  std::vector<Handle> targets;  // units (sections, articles) that exist, at least one
};

// Every provision. An empty query, or one that only says as_of. Only ever the whole query.
struct AllNode {};

struct QueryNode {
  std::variant<AllNode, WordNode, PhraseNode, NearNode, ScopeNode, AndNode, OrNode, NotNode,
               FieldNode, CitationNode>
      value;
};

// Same tree. A field's value is compared by its text and its range.
bool operator==(QueryNode const& a, QueryNode const& b);

// What a text was read as.
struct ParsedQuery {
  QueryPtr root;              // never null
  std::optional<Date> as_of;  // as_of:2020-01-01
  std::string read_as;        // print(*root)
  std::string recognised;     // "citation: Cybercrimes Act 2015, s. 24", or empty
  bool spells_and = false;    // AND was written, not only meant
};

// The canonical spelling: folded words, canonical values, AND written out, no bracket too many.
std::string print(QueryNode const& node);

inline constexpr size_t kLongestQuery = 4096;      // bytes, as typed and as print() spells it
inline constexpr size_t kMostNodes = 256;          // nodes of the tree, and words of phrases
inline constexpr size_t kExpandedWordNodes = 16;   // what a word with * or ~ counts as
inline constexpr size_t kDeepestNesting = 32;      // brackets and NOTs in one another
inline constexpr uint32_t kLargestDistance = 100;  // of NEAR and ADJ

// Reads the query language of docs/query-language.md. kBadQuery with `where` = "q", the byte
// position and what was expected. Nothing is rewritten silently: what was read stands in `read_as`.
Result<ParsedQuery> parse_query(std::string_view text, VocabularyView const& vocabulary);
Result<ParsedQuery> parse_query(std::string_view text, Generation const& generation);

}  // namespace cyberlex
