#include "tools/session.h"

#include <algorithm>
#include <ostream>

#include "cyberlex/render/web_text.h"
#include "tools/exit_codes.h"

namespace cyberlex::tools {
namespace {

int exit_code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadInput:
    case ErrorCode::kBadQuery:
      return kExitBadUsage;
    case ErrorCode::kNotFound:
      return kExitNothingFound;
    default:
      return kExitIndexTrouble;
  }
}

// One line: whatever moves the cursor is shown as a blank, so that the caret stands right.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

}  // namespace

Result<Searcher> open_index(std::string const& index_dir) {
  Result<std::string> const folder = current_generation(index_dir);
  if (!folder) {
    return folder.error();
  }
  Result<std::shared_ptr<Generation const>> const generation = Generation::open(*folder);
  if (!generation) {
    return generation.error();
  }
  return Searcher::open(*generation);
}

Result<Date> read_day(std::string const& text) {
  if (text.empty()) {
    return Date::today_utc();
  }
  Result<Date> day = Date::parse(text);
  if (!day) {
    return Error{ErrorCode::kBadQuery, day.error().message, "as_of"};
  }
  return day;
}

int complain(Terminal& terminal, Error const& error, std::string const& query) {
  terminal.err << printable("cyberlex: " + to_string(error), false) << '\n';
  bool const in_query = error.where.empty() || error.where == "q";
  if (error.position && in_query && !query.empty()) {
    std::string const blanks(code_points_before(query, *error.position), ' ');
    terminal.err << "  " << on_one_line(query) << "\n  " << blanks << "^\n";
  }
  return exit_code_of(error.code);
}

int complain_of_index(Terminal& terminal, Error const& error) {
  complain(terminal, error);
  return kExitIndexTrouble;
}

}  // namespace cyberlex::tools
