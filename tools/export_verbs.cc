#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/target.h"
#include "cyberlex/render/saved_answer.h"
#include "tools/exit_codes.h"
#include "tools/flags.h"
#include "tools/value_kinds.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kExportExamples =
    "  cyberlex export cyberstalking --jurisdiction ng --format csv > hits.csv\n"
    "  cyberlex export --article unc/7 --format xlsx --out article-7.xlsx\n"
    "  cyberlex export --offence illegal-access --format datapackage --out access.zip";
constexpr char const* kRerunExamples =
    "  cyberlex matrix unc --json > matrix.json && cyberlex rerun matrix.json\n"
    "  cyberlex rerun access.zip\n"
    "  cyberlex rerun hits.jsonl --server http://127.0.0.1:8080";

// "csv|jsonl|…", the first what is meant when none is said.
std::string export_choices() {
  std::string out;
  for (ExportFormatInfo const& info : export_formats()) {
    out += (out.empty() ? "" : "|") + std::string(info.name);
  }
  return out;
}

// Into a file that bears its name only once it is whole.
int give_into(std::string const& file, Common const& common, Target const& target,
              Terminal& terminal) {
  std::string const part = file + ".part";
  std::ofstream out(part, std::ios::binary);
  if (!out) {
    return complain(terminal, {ErrorCode::kBadInput, "cannot be written", part});
  }
  Terminal into{terminal.in, out, terminal.err};
  int const code = give(common, target, into);
  out.close();
  std::error_code error;
  if (out && (code == kExitFound || code == kExitNothingFound)) {
    std::filesystem::rename(part, file, error);
    return error ? complain(terminal, {ErrorCode::kBadInput, error.message(), file}) : code;
  }
  std::filesystem::remove(part, error);
  return out ? code : complain(terminal, {ErrorCode::kUnavailable, "cannot be written", file});
}

Result<std::string> read_all(std::string const& file, Terminal& terminal) {
  if (file == "-") {
    return std::string(std::istreambuf_iterator<char>(terminal.in), {});
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return Error{ErrorCode::kBadInput, "cannot be read", file};
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// What was posted may be longer than an address can be, and is posted again.
Target again(api::Target const& asked) {
  auto const match = api::match_path(asked.path);
  bool const posted = match && api::info_of(match->endpoint).posted != api::Posted::kNothing;
  if (!posted) {
    return {.path = asked.path, .parameters = asked.query, .accept = "*/*"};
  }
  constexpr std::string_view kBefore = "/?";
  return {.path = asked.path,
          .text = api::make_url("/", asked.query).substr(kBefore.size()),
          .accept = "*/*",
          .type = "application/x-www-form-urlencoded"};
}

// The answer to the question of a saved one; empty when there is none, which has been told. Returns
// the exit code that goes with it.
int ask_again(Verb const& verb, ExportOrigin const& origin, std::string& bytes,
              Terminal& terminal) {
  Result<api::Target> const asked = api::parse_target(origin.request);
  if (!asked) {
    return complain(terminal, asked.error());
  }
  std::ostringstream out;
  Terminal into{terminal.in, out, terminal.err};
  int const code = give(verb.common, again(*asked), into);
  bytes = out.str();
  return code;
}

int rerun(Verb const& verb, Terminal& terminal) {
  Result<std::string> const bytes = read_all(verb.words.front(), terminal);
  if (!bytes) {
    return complain(terminal, bytes.error());
  }
  Result<SavedAnswer> const before = read_saved(*bytes);
  if (!before) {
    return complain(terminal, {ErrorCode::kBadInput, before.error().message, verb.words.front()});
  }
  std::string now;
  int const code = ask_again(verb, before->origin, now, terminal);
  if (now.empty()) {
    return code;
  }
  Result<SavedAnswer> const after = read_saved(now);
  if (!after) {
    return complain(terminal, after.error());
  }
  SavedDifference const difference = compare_saved(*before, *after);
  terminal.out << lay_out(difference.report, terminal.style);
  return difference.same_rows ? kExitFound : kExitNothingFound;
}

}  // namespace

void add_export_verbs(CLI::App& app, Verbs& verbs) {
  auto all =
      std::make_unique<Verb>(app, "export", "All hits of a search as a file", kExportExamples);
  all->app
      .add_option("query", all->words, "Query; several words are joined by blanks, - reads stdin")
      ->type_name(std::string(kAnything));
  all->flags.add_search();
  all->flags.add("sort", "Order of the hits", kOrders);
  all->flags.add("format", "Format of the file (default: csv)", export_choices());
  auto file = std::make_shared<std::string>();
  all->app.add_option("--out", *file, "File to write (default: standard output)")
      ->type_name(std::string(kFile));
  all->run = [verb = all.get(), file](Terminal& terminal) {
    ParameterList parameters = verb->flags.list();
    std::string query = join(verb->words, terminal);
    if (!query.empty()) {
      parameters.emplace(parameters.begin(), "q", std::move(query));
    }
    Target const target{.path = "/api/v1/export", .parameters = parameters, .accept = "*/*"};
    return file->empty() ? give(verb->common, target, terminal)
                         : give_into(*file, verb->common, target, terminal);
  };
  verbs.push_back(std::move(all));

  auto again = std::make_unique<Verb>(
      app, "rerun", "Asks again what a saved answer or export says, and tells what changed",
      kRerunExamples);
  again->app
      .add_option("file", again->words,
                  "An answer in JSON, or a .jsonl or .zip of export; - reads stdin")
      ->type_name(std::string(kFile))
      ->required()
      ->expected(1);
  again->run = [verb = again.get()](Terminal& terminal) { return rerun(*verb, terminal); };
  verbs.push_back(std::move(again));
}

}  // namespace cyberlex::tools
