// What is asked of every engine: the workloads W1 to W9, and the file that all of them read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cyberlex::benchmark {

// Words are folded. Which members a workload uses:
//   1 a word, 2 two words, 3 two words and facets, 4 a word and facets, 5 a filter and facets,
//   6 everything and facets, 7 a phrase, 8 an id, 9 two words, facets and a filter of two values
struct Question {
  int workload = 0;
  std::vector<std::string> words;
  std::string id;
  std::string facet;                // of the filter: one of facet_names()
  std::vector<std::string> values;  // any of them

  bool has_facets() const { return (workload >= 3 && workload <= 6) || workload == 9; }
  bool is_phrase() const { return workload == 7; }
};

// The four facets, in the order of the export's columns.
std::vector<std::string> const& facet_names();

// One question a line: workload, words parted by spaces (or the id), and facet=value,value or
// nothing; parted by tabs.
void write_questions(std::string const& path, std::vector<Question> const& questions);
// Throws std::runtime_error naming the path when it cannot be read or is no such file.
std::vector<Question> read_questions(std::string const& path);

// A provision as the peers are given it: one line a provision, fields parted by tabs.
struct Provision {
  std::string id;
  std::vector<std::string> facets;  // of facet_names()
  std::string heading;              // as printed
  std::string text;                 // heading and text, folded
};
std::string to_line(Provision const& provision);
Provision read_provision(std::string_view line);

std::vector<std::string> split(std::string_view text, char at);

}  // namespace cyberlex::benchmark
