#include "cyberlex/index/terms.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "cyberlex/index/schema.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"

namespace cyberlex {
namespace {

// What keeps state from one text of a language to the next.
struct Tools {
  Analyser analyser;
  Stemmer stemmer;
  explicit Tools(std::string const& language) : analyser(language), stemmer(language) {}
};

// The terms of one kind in one language of one document, by word.
class TermTable {
 public:
  DocumentTerm& at(std::string_view word) {
    auto const [found, added] = index_.try_emplace(std::string(word), terms_.size());
    if (added) {
      terms_.emplace_back();
    }
    return terms_[found->second];
  }

  void move_to(char kind, std::string const& language, std::vector<DocumentTerm>& out) {
    for (auto const& [word, at] : index_) {
      terms_[at].term = schema::term(kind, language, word);
      out.push_back(std::move(terms_[at]));
    }
    index_.clear();
    terms_.clear();
  }

 private:
  std::unordered_map<std::string, size_t> index_;
  std::vector<DocumentTerm> terms_;
};

// Collects one language of one document.
class LanguageTerms {
 public:
  LanguageTerms(std::string const& language, Tools& tools) : language_(language), tools_(tools) {}

  void add(std::string const& heading, StateText const& text) {
    analysis_.next_position = next_;
    add_piece(heading, true);
    for (TextBlock const& block : text.blocks) {
      add_piece(block.text, false);
    }
    next_ = analysis_.next_position + schema::kTextGap;
  }

  uint64_t length() const { return length_; }

  void move_to(std::vector<DocumentTerm>& out) {
    words_.move_to(schema::kWord, language_, out);
    stems_.move_to(schema::kStem, language_, out);
    heading_words_.move_to(schema::kHeadingWord, language_, out);
    heading_stems_.move_to(schema::kHeadingStem, language_, out);
    add_boundary(schema::kSentence, std::move(sentences_), out);
    add_boundary(schema::kParagraph, std::move(paragraphs_), out);
  }

 private:
  void add_piece(std::string const& text, bool heading) {
    if (text.empty()) {
      return;
    }
    analysis_.tokens.clear();
    tools_.analyser.analyse(text, analysis_);
    for (Token const& token : analysis_.tokens) {
      add_token(token, heading);
    }
    append(analysis_.sentence_ends, sentences_);
    append(analysis_.paragraph_ends, paragraphs_);
    analysis_.next_position += analysis_.tokens.empty() ? 0 : schema::kBlockGap;
  }

  void add_token(Token const& token, bool heading) {
    uint32_t const weight = heading ? schema::kHeadingWeight : 1;
    std::string_view const stem = tools_.stemmer.stem(token.word);
    DocumentTerm& word = words_.at(token.word);
    word.frequency += weight;
    word.positions.push_back(token.position);
    stems_.at(stem).frequency += weight;
    if (heading) {
      DocumentTerm& heading_word = heading_words_.at(token.word);
      ++heading_word.frequency;
      heading_word.positions.push_back(token.position);
      ++heading_stems_.at(stem).frequency;
    }
    length_ += token.joined ? 0 : weight;
  }

  static void append(std::vector<uint32_t>& ends, std::vector<uint32_t>& to) {
    to.insert(to.end(), ends.begin(), ends.end());
    ends.clear();
  }

  void add_boundary(char what, std::vector<uint32_t> positions,
                    std::vector<DocumentTerm>& out) const {
    if (!positions.empty()) {
      std::string term = schema::term(schema::kBoundary, language_, std::string_view(&what, 1));
      out.push_back({std::move(term), 0, std::move(positions)});
    }
  }

  std::string const& language_;
  Tools& tools_;
  Analysis analysis_;
  uint32_t next_ = 1;
  uint64_t length_ = 0;
  TermTable words_, stems_, heading_words_, heading_stems_;
  std::vector<uint32_t> sentences_, paragraphs_;
};

}  // namespace

uint16_t DocumentTerms::length() const {
  uint64_t longest = 0;
  for (auto const& [language, words] : lengths) {
    longest = std::max(longest, words);
  }
  return static_cast<uint16_t>(std::min<uint64_t>(longest, UINT16_MAX));
}

struct TermMaker::State {
  std::map<std::string, Tools> tools;

  Tools& of(std::string const& language) {
    return tools.try_emplace(language, language).first->second;
  }
};

TermMaker::TermMaker() : state_(std::make_unique<State>()) {}
TermMaker::~TermMaker() = default;
TermMaker::TermMaker(TermMaker&&) noexcept = default;
TermMaker& TermMaker::operator=(TermMaker&&) noexcept = default;

DocumentTerms TermMaker::make(IndexDocument const& document) {
  std::map<std::string, LanguageTerms> languages;
  for (size_t i = 0; i < document.texts.size(); ++i) {
    std::string const& language = document.texts[i].language;
    auto& terms = languages.try_emplace(language, language, state_->of(language)).first->second;
    terms.add(document.record.texts[i].heading, document.texts[i]);
  }
  DocumentTerms out;
  for (auto& [language, terms] : languages) {
    out.lengths[language] = terms.length();
    terms.move_to(out.terms);
  }
  std::sort(out.terms.begin(), out.terms.end(),
            [](DocumentTerm const& a, DocumentTerm const& b) { return a.term < b.term; });
  return out;
}

}  // namespace cyberlex
