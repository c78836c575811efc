#include "cyberlex/search/dictionary.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "cyberlex/index/schema.h"
#include "cyberlex/text/language.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {

Dictionary Dictionary::load(IndexReader const& reader, std::string_view language) {
  Dictionary out;
  std::string const prefix = schema::term(schema::kWord, language, "");
  reader.terms(prefix, [&out, &prefix](TermCount const& found) {
    out.words_.append(found.term, prefix.size());
    out.word_begin_.push_back(out.words_.size());
    out.documents_.push_back(found.documents);
    return true;
  });
  out.stem_all(language);
  return out;
}

void Dictionary::stem_all(std::string_view language) {
  Stemmer stemmer(language);
  for (size_t i = 0; i < size(); ++i) {
    stems_ += stemmer.stem(word(i));
    stem_begin_.push_back(stems_.size());
  }
  by_stem_.resize(size());
  std::iota(by_stem_.begin(), by_stem_.end(), 0U);
  std::ranges::stable_sort(by_stem_, {}, [this](uint32_t at) { return stem(at); });
}

std::string_view Dictionary::word(size_t at) const {
  return std::string_view(words_).substr(word_begin_[at], word_begin_[at + 1] - word_begin_[at]);
}

std::string_view Dictionary::stem(size_t at) const {
  return std::string_view(stems_).substr(stem_begin_[at], stem_begin_[at + 1] - stem_begin_[at]);
}

std::vector<std::string> Dictionary::with_stem(std::string_view wanted) const {
  std::vector<std::string> out;
  auto at = std::ranges::lower_bound(by_stem_, wanted, {}, [this](uint32_t i) { return stem(i); });
  for (; at != by_stem_.end() && stem(*at) == wanted; ++at) {
    out.emplace_back(word(*at));
  }
  return out;
}

std::vector<NearWord> Dictionary::near(std::string_view wanted, uint32_t distance) const {
  std::u32string const target = code_points(wanted);
  std::vector<NearWord> out;
  for (size_t i = 0; i < size(); ++i) {
    std::string_view const candidate = word(i);
    // A code point has at most four bytes, so most words are out by their length alone.
    if (candidate.size() > (target.size() + distance) * 4 ||
        candidate.size() + distance < target.size()) {
      continue;
    }
    uint32_t const found = edit_distance(target, code_points(candidate), distance);
    if (found <= distance) {
      out.push_back({std::string(candidate), found, documents_[i]});
    }
  }
  std::ranges::sort(out, [](NearWord const& a, NearWord const& b) {
    return std::tuple(a.distance, b.documents, std::string_view(a.word)) <
           std::tuple(b.distance, a.documents, std::string_view(b.word));
  });
  return out;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    Utf8Char const read = decode_utf8(text, at);
    out.push_back(read.value);
    at += read.length;
  }
  return out;
}

namespace {

// One row of the table, within the band |column - row| <= limit; returns the least value in it.
uint32_t fill_row(std::u32string_view left, char32_t letter, uint32_t limit,
                  std::vector<uint32_t>& row, size_t number) {
  size_t const first = number > limit ? number - limit : 1;
  size_t const last = std::min(left.size(), number + limit);
  uint32_t const beyond = limit + 1;
  uint32_t diagonal = row[first - 1];
  row[first - 1] = first == 1 ? static_cast<uint32_t>(std::min<size_t>(number, beyond)) : beyond;
  uint32_t least = row[first - 1];
  for (size_t i = first; i <= last; ++i) {
    uint32_t const above = row[i];
    uint32_t const change = diagonal + (left[i - 1] == letter ? 0 : 1);
    row[i] = std::min({change, above + 1, row[i - 1] + 1, beyond});
    diagonal = above;
    least = std::min(least, row[i]);
  }
  return least;
}

}  // namespace

uint32_t edit_distance(std::u32string_view left, std::u32string_view right, uint32_t limit) {
  size_t const gap =
      left.size() < right.size() ? right.size() - left.size() : left.size() - right.size();
  if (gap > limit) {
    return limit + 1;
  }
  std::vector<uint32_t> row(left.size() + 1);
  for (size_t i = 0; i < row.size(); ++i) {
    row[i] = static_cast<uint32_t>(std::min<size_t>(i, limit + 1));
  }
  for (size_t j = 1; j <= right.size(); ++j) {
    if (fill_row(left, right[j - 1], limit, row, j) > limit) {
      return limit + 1;
    }
  }
  return std::min(row.back(), limit + 1);
}

}  // namespace cyberlex
