#include "cyberlex/text/word_diff.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <span>
#include <unordered_map>
#include <utility>

#include "cyberlex/text/utf8.h"
#include "cyberlex/text/word_breaks.h"

namespace cyberlex {
namespace {

struct DiffToken {
  std::string_view text;
  bool word = false;
};
using Tokens = std::span<DiffToken const>;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// What stands between two words: white space in one piece, anything else by characters.
void add_gap(std::string_view gap, std::vector<DiffToken>& out) {
  while (!gap.empty()) {
    size_t length = decode_utf8(gap, 0).length;
    if (is_space(gap.front())) {
      auto const* const end = std::find_if_not(gap.begin(), gap.end(), is_space);
      length = static_cast<size_t>(end - gap.begin());
    }
    out.push_back({gap.substr(0, length), false});
    gap.remove_prefix(length);
  }
}

std::vector<DiffToken> tokens_of(std::string_view text) {
  std::vector<WordSlice> words;
  WordBreaks().split(text, words);
  std::vector<DiffToken> out;
  size_t at = 0;
  for (WordSlice const& word : words) {
    add_gap(text.substr(at, word.begin - at), out);
    out.push_back({text.substr(word.begin, word.end - word.begin), true});
    at = word.end;
  }
  add_gap(text.substr(at), out);
  return out;
}

// Equal tokens have equal numbers.
class TokenNumbers {
 public:
  std::vector<uint32_t> of(Tokens tokens) {
    std::vector<uint32_t> out;
    out.reserve(tokens.size());
    for (DiffToken const& token : tokens) {
      auto const next = static_cast<uint32_t>(numbers_.size());
      out.push_back(numbers_.try_emplace(token.text, next).first->second);
    }
    return out;
  }

 private:
  std::unordered_map<std::string_view, uint32_t> numbers_;
};

// Tokens of one side in a row, as text.
struct Side {
  std::string text;
  uint64_t words = 0;

  void add(DiffToken const& token) {
    text += token.text;
    words += token.word ? 1 : 0;
  }
  void add(Side const& other) {
    text += other.text;
    words += other.words;
  }
};

// A stretch that is equal on both sides, or else replaced.
struct Stretch {
  bool equal = false;
  Side before;
  Side after;
};

class DiffMaker {
 public:
  void equal(DiffToken const& token) {
    begin(true);
    stretches_.back().before.add(token);
    stretches_.back().after.add(token);
  }
  void deleted(DiffToken const& token) {
    begin(false);
    stretches_.back().before.add(token);
  }
  void inserted(DiffToken const& token) {
    begin(false);
    stretches_.back().after.add(token);
  }

  WordDiff finish() {
    join_replacements();
    WordDiff out;
    for (Stretch& each : stretches_) {
      add_runs(each, out);
    }
    return out;
  }

 private:
  void begin(bool equal) {
    if (stretches_.empty() || stretches_.back().equal != equal) {
      stretches_.push_back({equal, {}, {}});
    }
  }

  static bool replaces_words(Stretch const& one, Stretch const& other) {
    return one.before.words + other.before.words > 0 && one.after.words + other.after.words > 0;
  }

  // "[a-]{b+} [c-]{d+}" reads better as "[a c-]{b d+}".
  void join_replacements() {
    std::vector<Stretch> joined;
    for (Stretch& each : stretches_) {
      size_t const count = joined.size();
      bool const gap = count >= 2 && !each.equal && joined.back().before.words == 0;
      if (gap && replaces_words(joined[count - 2], each)) {
        Stretch const between = std::move(joined.back());
        joined.pop_back();
        add(between, joined.back());
        add(each, joined.back());
      } else {
        joined.push_back(std::move(each));
      }
    }
    stretches_ = std::move(joined);
  }

  static void add(Stretch const& more, Stretch& to) {
    to.before.add(more.before);
    to.after.add(more.after);
  }

  static void add_runs(Stretch& stretch, WordDiff& out) {
    if (stretch.equal) {
      out.runs.push_back({DiffOp::kEqual, std::move(stretch.before.text)});
      return;
    }
    out.deleted += stretch.before.words;
    out.inserted += stretch.after.words;
    if (!stretch.before.text.empty()) {
      out.runs.push_back({DiffOp::kDelete, std::move(stretch.before.text)});
    }
    if (!stretch.after.text.empty()) {
      out.runs.push_back({DiffOp::kInsert, std::move(stretch.after.text)});
    }
  }

  std::vector<Stretch> stretches_;  // equal and replaced ones take turns
};

void replace_whole(Tokens before, Tokens after, DiffMaker& out) {
  std::ranges::for_each(before, [&out](DiffToken const& token) { out.deleted(token); });
  std::ranges::for_each(after, [&out](DiffToken const& token) { out.inserted(token); });
}

void compare(Tokens before, Tokens after, DiffMaker& out) {
  TokenNumbers numbers;
  dtl::Diff<uint32_t, std::vector<uint32_t>> diff(numbers.of(before), numbers.of(after));
  diff.compose();
  size_t old_at = 0;
  size_t new_at = 0;
  for (auto const& step : diff.getSes().getSequence()) {
    if (step.second.type == dtl::SES_DELETE) {
      out.deleted(before[old_at++]);
    } else if (step.second.type == dtl::SES_ADD) {
      out.inserted(after[new_at++]);
    } else {
      out.equal(before[old_at++]);
      ++new_at;
    }
  }
}

size_t common_prefix(Tokens before, Tokens after) {
  size_t const most = std::min(before.size(), after.size());
  size_t out = 0;
  while (out < most && before[out].text == after[out].text) {
    ++out;
  }
  return out;
}

size_t common_suffix(Tokens before, Tokens after) {
  size_t const most = std::min(before.size(), after.size());
  size_t out = 0;
  while (out < most && before[before.size() - out - 1].text == after[after.size() - out - 1].text) {
    ++out;
  }
  return out;
}

}  // namespace

std::string_view name_of(DiffOp op) {
  if (op == DiffOp::kEqual) {
    return "equal";
  }
  return op == DiffOp::kInsert ? "insert" : "delete";
}

WordDiff word_diff(std::string_view before, std::string_view after) {
  std::vector<DiffToken> const old_tokens = tokens_of(before);
  std::vector<DiffToken> const new_tokens = tokens_of(after);
  size_t const front = common_prefix(old_tokens, new_tokens);
  Tokens const old_rest = Tokens(old_tokens).subspan(front);
  Tokens const new_rest = Tokens(new_tokens).subspan(front);
  size_t const back = common_suffix(old_rest, new_rest);
  Tokens const old_middle = old_rest.first(old_rest.size() - back);
  Tokens const new_middle = new_rest.first(new_rest.size() - back);
  bool const too_long = std::max(old_middle.size(), new_middle.size()) > kMostDiffTokens;

  DiffMaker out;
  for (DiffToken const& token : Tokens(old_tokens).first(front)) {
    out.equal(token);
  }
  if (too_long || old_middle.empty() || new_middle.empty()) {
    replace_whole(old_middle, new_middle, out);
  } else {
    compare(old_middle, new_middle, out);
  }
  for (DiffToken const& token : old_rest.last(back)) {
    out.equal(token);
  }
  WordDiff diff = out.finish();
  diff.too_long = too_long;
  return diff;
}

}  // namespace cyberlex
