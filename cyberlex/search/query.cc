#include "cyberlex/search/query.h"

#include <algorithm>

namespace cyberlex {
namespace {

// How tightly a node binds; an operand that binds less needs brackets.
enum Binding { kOrBinds, kAndBinds, kNotBinds, kNearBinds, kPrimary };

struct BindingOf {
  Binding operator()(OrNode const&) const { return kOrBinds; }
  Binding operator()(AndNode const&) const { return kAndBinds; }
  Binding operator()(NotNode const&) const { return kNotBinds; }
  Binding operator()(NearNode const&) const { return kNearBinds; }
  Binding operator()(ScopeNode const&) const { return kNearBinds; }
  template <typename Primary>
  Binding operator()(Primary const&) const {
    return kPrimary;
  }
};

class Printer {
 public:
  void operator()(AllNode const&) {}

  void operator()(WordNode const& node) {
    out_ += node.heading ? "heading:" : "";
    out_ += node.form == WordForm::kExact ? "=" : "";
    out_ += node.word;
    out_ += node.form == WordForm::kPrefix ? "*" : "";
    out_ += node.form == WordForm::kFuzzy ? "~" : "";
  }

  void operator()(PhraseNode const& node) {
    out_ += node.heading ? "heading:\"" : "\"";
    for (std::string const& word : node.words) {
      out_ += (&word == node.words.data() ? "" : " ") + word;
    }
    out_ += '"';
  }

  void operator()(NearNode const& node) {
    join(node.operands, (node.ordered ? " ADJ/" : " NEAR/") + std::to_string(node.distance) + ' ',
         kPrimary);
  }
  void operator()(ScopeNode const& node) {
    join(node.operands, node.scope == Scope::kSentence ? " /s " : " /p ", kPrimary);
  }
  void operator()(AndNode const& node) { join(node.operands, " AND ", kNotBinds); }
  void operator()(OrNode const& node) { join(node.operands, " OR ", kAndBinds); }

  void operator()(NotNode const& node) {
    out_ += "NOT ";
    add(*node.operand, kNotBinds);
  }

  void operator()(FieldNode const& node) {
    out_ += info_of(node.param).name;
    out_ += ':' + node.value.text;
  }

  void operator()(CitationNode const& node) { out_ += node.text; }

  std::string take() { return std::move(out_); }

 private:
  void add(QueryNode const& node, Binding least) {
    bool const brackets = std::visit(BindingOf(), node.value) < least;
    out_ += brackets ? "(" : "";
    std::visit(*this, node.value);
    out_ += brackets ? ")" : "";
  }

  void join(std::vector<QueryPtr> const& operands, std::string const& joint, Binding least) {
    for (QueryPtr const& operand : operands) {
      out_ += &operand == operands.data() ? "" : joint;
      add(*operand, least);
    }
  }

  std::string out_;
};

bool same(std::vector<QueryPtr> const& a, std::vector<QueryPtr> const& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](QueryPtr const& x, QueryPtr const& y) { return *x == *y; });
}

// Compares nodes of one kind.
struct Same {
  bool operator()(AllNode const&, AllNode const&) const { return true; }
  bool operator()(WordNode const& a, WordNode const& b) const {
    return a.word == b.word && a.form == b.form && a.heading == b.heading;
  }
  bool operator()(PhraseNode const& a, PhraseNode const& b) const {
    return a.words == b.words && a.heading == b.heading;
  }
  bool operator()(NearNode const& a, NearNode const& b) const {
    return a.distance == b.distance && a.ordered == b.ordered && same(a.operands, b.operands);
  }
  bool operator()(ScopeNode const& a, ScopeNode const& b) const {
    return a.scope == b.scope && same(a.operands, b.operands);
  }
  bool operator()(AndNode const& a, AndNode const& b) const { return same(a.operands, b.operands); }
  bool operator()(OrNode const& a, OrNode const& b) const { return same(a.operands, b.operands); }
  bool operator()(NotNode const& a, NotNode const& b) const { return *a.operand == *b.operand; }
  bool operator()(FieldNode const& a, FieldNode const& b) const {
    return a.param == b.param && a.value == b.value;
  }
  bool operator()(CitationNode const& a, CitationNode const& b) const {
    return a.text == b.text && a.targets == b.targets;
  }
  template <typename A, typename B>
  bool operator()(A const&, B const&) const {
    return false;
  }
};

}  // namespace

std::string print(QueryNode const& node) {
  Printer printer;
  std::visit(printer, node.value);
  return printer.take();
}

bool operator==(QueryNode const& a, QueryNode const& b) {
  return std::visit(Same(), a.value, b.value);
}

}  // namespace cyberlex
