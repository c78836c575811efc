// The verbs of cyberlex-bench. Each throws std::runtime_error with what went wrong.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "cyberlex/search/searcher.h"

namespace cyberlex::benchmark {

struct DrawOptions {
  std::string index;
  std::string out;
  size_t questions = 200;  // a workload
  uint64_t seed = 1;
};
// Draws questions from the words of an index: medium words stand in 0.2 to 2 % of the provisions,
// frequent ones in 10 to 40 %; phrases are three words in a row of a text. When a band holds less
// words than needed, the nearest to it are taken.
void draw_questions(DrawOptions const& options);

// Writes the provisions that stand today and are not gone, one a line.
void export_provisions(std::string const& index, std::string const& out);

enum class Words : uint8_t { kStemmed, kExact };  // word, =word
struct EngineOptions {
  std::string index;
  std::string questions;
  int passes = 3;
  Words words = Words::kStemmed;
  bool forgets = false;  // keeps nothing of provisions and positions that were read before
};
// Prints what time_questions() prints.
void time_engine(EngineOptions const& options);

// Prints, for W1 and W2, the mean share of the engine's best ten that are among the best ten by
// BM25F computed in double precision over the same postings with exact lengths.
void compare_ranking(EngineOptions const& options);

// Prints seconds to open the generation and a searcher, and the memory of this process then.
void time_opening(std::string const& index);

struct LoadOptions {
  int port = 0;       // of 127.0.0.1
  std::string paths;  // file: workload, path; parted by a tab
  int connections = 1;
  int passes = 1;
};
// Asks each path once a pass over keep-alive connections, all paths of a workload together. Prints
// "all", workload, seconds, requests; then for each request "one", workload, µs; parted by tabs.
void load(LoadOptions const& options);
// Writes the questions as paths of the API.
void write_paths(EngineOptions const& options, std::string const& out);
// A bare cpp-httplib server with a body of 2,000 bytes; prints its port and serves until killed.
void serve_ceiling(int threads);

struct SyntheticOptions {
  std::string like;  // index whose statistics are taken
  std::string out;   // folder
  uint64_t provisions = 0;
  uint32_t longest = UINT32_MAX;  // words of a provision
  uint64_t seed = 1;
};
// Writes a Legalize tree of invented words: Zipf's law over 200,000 of them; the lengths of
// provisions and the provisions of an act are drawn from those of the index.
void write_synthetic(SyntheticOptions const& options);

// What several verbs need.
Searcher open_searcher(std::string const& index);
SearchRequest to_request(struct Question const& question, Words words,
                         VocabularyView const& vocabulary);
ParameterList to_parameters(struct Question const& question, Words words);
// Throws the error.
template <typename T>
T must(Result<T> result) {
  if (!result) {
    throw std::runtime_error(to_string(result.error()));
  }
  return std::move(result).value();
}

}  // namespace cyberlex::benchmark
