#include "tools/benchmark/question.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace cyberlex::benchmark {
namespace {

constexpr size_t kQuestionFields = 3;
constexpr size_t kProvisionFields = 7;

std::string joined(std::vector<std::string> const& parts, char with) {
  std::string out;
  for (std::string const& part : parts) {
    out += out.empty() ? "" : std::string(1, with);
    out += part;
  }
  return out;
}

// Tabs and line ends would end a field.
std::string plain(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

Question read_question(std::string const& line) {
  std::vector<std::string> const fields = split(line, '\t');
  if (fields.size() != kQuestionFields || fields[0].size() != 1) {
    throw std::runtime_error("not a question: " + line);
  }
  Question out;
  out.workload = fields[0][0] - '0';
  if (out.workload == 8) {
    out.id = fields[1];
  } else if (!fields[1].empty()) {
    out.words = split(fields[1], ' ');
  }
  if (size_t const equals = fields[2].find('='); equals != std::string::npos) {
    out.facet = fields[2].substr(0, equals);
    out.values = split(std::string_view(fields[2]).substr(equals + 1), ',');
  }
  return out;
}

}  // namespace

std::vector<std::string> const& facet_names() {
  static std::vector<std::string> const names = {"jurisdiction", "year", "rank", "status"};
  return names;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  for (size_t begin = 0; begin <= text.size();) {
    size_t const end = std::min(text.find(at, begin), text.size());
    out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

void write_questions(std::string const& path, std::vector<Question> const& questions) {
  std::ofstream out(path, std::ios::binary);
  for (Question const& each : questions) {
    out << each.workload << '\t' << (each.workload == 8 ? each.id : joined(each.words, ' '))
        << '\t';
    out << (each.facet.empty() ? "" : each.facet + "=" + joined(each.values, ',')) << '\n';
  }
  out.flush();
  if (!out) {
    throw std::runtime_error(path + " cannot be written");
  }
}

std::vector<Question> read_questions(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw std::runtime_error(path + " cannot be read");
  }
  std::vector<Question> out;
  for (std::string line; std::getline(in, line);) {
    out.push_back(read_question(line));
  }
  return out;
}

std::string to_line(Provision const& provision) {
  std::vector<std::string> fields = {provision.id};
  fields.insert(fields.end(), provision.facets.begin(), provision.facets.end());
  fields.push_back(plain(provision.heading));
  fields.push_back(plain(provision.text));
  return joined(fields, '\t') + '\n';
}

Provision read_provision(std::string_view line) {
  std::vector<std::string> fields = split(line, '\t');
  if (fields.size() != kProvisionFields) {
    throw std::runtime_error("not a provision: " + std::string(line.substr(0, 80)));
  }
  return {fields[0], {fields[1], fields[2], fields[3], fields[4]}, fields[5], fields[6]};
}

}  // namespace cyberlex::benchmark
