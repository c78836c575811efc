// How a word counts in a document: BM25 with the heading's weight already in the frequency.
// The formula, its constants and their sources: docs/ranking.md.
#pragma once

#include <cmath>
#include <cstdint>

namespace cyberlex::ranking {

inline constexpr double kSaturation = 1.2;  // k1: how soon a further occurrence stops counting
inline constexpr double kLengthShare =
    0.75;  // b: how much of a document's length counts against it
inline constexpr double kExactBonus =
    0.5;  // what the very form that was asked for adds to its stem
// What a place of another label of the same concept counts, of what the words asked for count.
inline constexpr double kLabelWeight = 0.8;
// What it adds, as a share of one occurrence in a provision of mean length, that a provision is
// annotated with the concept or a narrower one, or as having it in part; and that the taxonomy
// names the article as meaning the concept, or as wider or narrower than it.
inline constexpr double kAnnotatedWeight = 1.0;
inline constexpr double kPartialWeight = 0.5;
inline constexpr double kCloseArticleWeight = 0.5;
inline constexpr double kNearArticleWeight = 0.25;
// What a word at edit distance d counts: 1, 1/2, 1/3.
inline constexpr double fuzzy_weight(uint32_t distance) {
  return 1.0 / (1.0 + distance);
}

// A word's rarity among the documents of one language; always above zero.
inline double idf(uint64_t documents, uint64_t having) {
  auto const n = static_cast<double>(documents < having ? having : documents);
  auto const df = static_cast<double>(having);
  return std::log(1.0 + (n - df + 0.5) / (df + 0.5));
}

// The score of one term in the documents of one language, its constant parts worked out before.
class Scorer {
 public:
  Scorer(double rarity, double mean_length)
      : most_(rarity * (kSaturation + 1.0)),
        base_(mean_length > 0 ? kSaturation * (1.0 - kLengthShare) : kSaturation),
        slope_(mean_length > 0 ? kSaturation * kLengthShare / mean_length : 0) {}

  // The same as score() but for the last digits. Grows with the frequency. REQUIRES: frequency >=
  // 0.
  double of(double frequency, double length) const {
    return most_ * frequency / (frequency + (base_ + slope_ * length));
  }
  double most() const { return most_; }  // no score is above

 private:
  double most_;
  double base_;
  double slope_;
};

// REQUIRES: frequency >= 0.
inline double score(double rarity, double frequency, double length, double mean_length) {
  double const relative = mean_length > 0 ? length / mean_length : 1.0;
  double const norm = kSaturation * (1.0 - kLengthShare + kLengthShare * relative);
  return rarity * frequency * (kSaturation + 1.0) / (frequency + norm);
}

}  // namespace cyberlex::ranking
