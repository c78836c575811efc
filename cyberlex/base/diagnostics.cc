#include "cyberlex/base/diagnostics.h"

#include <iterator>
#include <utility>

#include "cyberlex/base/result.h"

namespace cyberlex {

std::string to_string(Diagnostic const& diagnostic) {
  std::string out = diagnostic.place.file;
  if (diagnostic.place.line > 0) {
    out += ':' + std::to_string(diagnostic.place.line);
  }
  if (diagnostic.place.line > 0 && diagnostic.place.column > 0) {
    out += ':' + std::to_string(diagnostic.place.column);
  }
  switch (diagnostic.severity) {
    case Severity::kNote:
      out += ": note: ";
      break;
    case Severity::kWarning:
      out += ": warning: ";
      break;
    case Severity::kError:
      out += ": error: ";
      break;
  }
  return printable(out + diagnostic.message);
}

void Diagnostics::add(Diagnostic diagnostic) {
  errors_ += diagnostic.severity == Severity::kError ? 1 : 0;
  warnings_ += diagnostic.severity == Severity::kWarning ? 1 : 0;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(SourcePlace place, std::string message) {
  add({Severity::kError, std::move(place), std::move(message)});
}

void Diagnostics::warning(SourcePlace place, std::string message) {
  add({Severity::kWarning, std::move(place), std::move(message)});
}

void Diagnostics::note(SourcePlace place, std::string message) {
  add({Severity::kNote, std::move(place), std::move(message)});
}

void Diagnostics::append(Diagnostics&& other) {
  errors_ += other.errors_;
  warnings_ += other.warnings_;
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
              std::make_move_iterator(other.all_.end()));
  other = Diagnostics();
}

}  // namespace cyberlex
