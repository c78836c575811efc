#include "cyberlex/search/query_words.h"

#include <algorithm>

#include "cyberlex/search/query_lexer.h"

namespace cyberlex {
namespace {

constexpr size_t kLongestPlain = 64;
constexpr int kMostReadings = 4;

// Letters and digits of ASCII: one word, whatever the language.
bool is_plain(std::string_view text) {
  return !text.empty() && text.size() <= kLongestPlain &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
}

std::vector<std::string> parts_of(Analysis const& analysis) {
  std::vector<std::string> parts;
  for (Token const& token : analysis.tokens) {
    if (!token.joined) {
      parts.push_back(token.word);
    }
  }
  return parts;
}

std::string spaced(std::vector<std::string> const& parts) {
  std::string out;
  for (std::string const& part : parts) {
    out += out.empty() ? "" : " ";
    out += without_syntax(part);
  }
  return out;
}

// The one joined token that covers every other.
std::string joined_of(Analysis const& analysis) {
  auto const joined = [](Token const& token) { return token.joined; };
  auto const first = std::find_if(analysis.tokens.begin(), analysis.tokens.end(), joined);
  if (first == analysis.tokens.end() ||
      std::count_if(analysis.tokens.begin(), analysis.tokens.end(), joined) > 1) {
    return {};
  }
  bool const whole =
      std::all_of(analysis.tokens.begin(), analysis.tokens.end(),
                  [&](Token const& t) { return t.begin >= first->begin && t.end <= first->end; });
  return whole ? first->word : "";
}

}  // namespace

Analysis WordReader::analyse(std::string_view text) {
  if (!analyser_) {
    analyser_.emplace("");
  }
  Analysis out;
  analyser_->analyse(text, out);
  return out;
}

QueryWords WordReader::read(std::string_view text) {
  if (is_plain(text)) {
    return {{fold(text)}, {}};
  }
  Analysis const first = analyse(without_syntax(text));
  QueryWords words{parts_of(first), joined_of(first)};
  // Folding may yield what breaks in other places (ligatures, compatibility forms): read on until
  // nothing changes, so that what print() writes is read as the same words.
  for (int reading = 1; reading < kMostReadings; ++reading) {
    std::vector<std::string> again = parts_of(analyse(spaced(words.parts)));
    if (again == words.parts) {
      break;
    }
    words.parts = std::move(again);
    words.joined.clear();
  }
  if (!words.joined.empty() && parts_of(analyse(words.joined)) != std::vector{words.joined}) {
    words.joined.clear();
  }
  return words;
}

}  // namespace cyberlex
