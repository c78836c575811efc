// What the readers have to say about the files they read: file, line, column, and what was
// expected.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cyberlex {

enum class Severity { kNote, kWarning, kError };

// A place in a source file. Lines and columns count from 1, columns in bytes; 0 = unknown.
struct SourcePlace {
  std::string file;
  int line = 0;
  int column = 0;
};

struct Diagnostic {
  Severity severity = Severity::kError;
  SourcePlace place;
  std::string message;
};

// "file:line:column: error: message", the parts that are unknown left out.
std::string to_string(Diagnostic const& diagnostic);

// Collects diagnostics in the order they are reported.
// Thread rule: one per thread; join them with append() in the order of the files.
class Diagnostics {
 public:
  void error(SourcePlace place, std::string message);
  void warning(SourcePlace place, std::string message);
  void note(SourcePlace place, std::string message);
  void append(Diagnostics&& other);
  void add(Diagnostic diagnostic);

  std::vector<Diagnostic> const& all() const { return all_; }
  size_t errors() const { return errors_; }
  size_t warnings() const { return warnings_; }

 private:
  std::vector<Diagnostic> all_;
  size_t errors_ = 0;
  size_t warnings_ = 0;
};

}  // namespace cyberlex
