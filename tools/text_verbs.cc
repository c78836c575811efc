#include <CLI/CLI.hpp>

#include "cyberlex/base/file.h"
#include "tools/exit_codes.h"
#include "tools/flags.h"
#include "tools/value_kinds.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kDiffExamples =
    "  cyberlex diff ng/cybercrimes-act-2015/sec_24 --from 2024-01-01 --to 2024-03-01\n"
    "  cyberlex diff ir/computer-crimes-law/art_1        # every state of it";
constexpr char const* kSimilarExamples =
    "  cyberlex similar bill.txt --jurisdiction -ng\n"
    "  pbpaste | cyberlex similar - --lang es\n"
    "  cyberlex similar --provision ni/ley-1042/art_4 --limit 5";
constexpr size_t kLongestFile = size_t{1} << 20;

int similar(Verb const& verb, Terminal& terminal) {
  Target target{.path = "/api/v1/similar", .parameters = verb.flags.list()};
  if (verb.words == std::vector<std::string>{"-"}) {
    target.text = join(verb.words, terminal);
  } else if (!verb.words.empty()) {
    Result<std::string> text = read_file(verb.words.front(), kLongestFile);
    if (!text) {
      terminal.err << to_string(text.error()) << '\n';
      return kExitBadUsage;
    }
    target.text = std::move(text).value();
  }
  return give(verb.common, target, terminal);
}

}  // namespace

void add_text_verbs(CLI::App& app, Verbs& verbs) {
  auto diff = std::make_unique<Verb>(app, "diff", "A provision on two days, or all its states",
                                     kDiffExamples);
  diff->app.add_option("provision", diff->words, "Handle of a provision; - reads stdin")
      ->type_name(std::string(kHandle));
  diff->flags.add("provision", "The same as a flag", kHandle);
  diff->flags.add("from", "The earlier day; without it every state is listed", kDay);
  diff->flags.add("to", "The later day (default: today)", kDay);
  diff->flags.add("lang", "Texts in these languages (default: all held)");
  diff->run = [verb = diff.get()](Terminal& terminal) {
    ParameterList parameters = verb->flags.list();
    std::string const handle = join(verb->words, terminal);
    if (!handle.empty()) {
      parameters.emplace_back("provision", handle);
    }
    return give(verb->common, {.path = "/api/v1/diff", .parameters = parameters}, terminal);
  };
  verbs.push_back(std::move(diff));

  auto near = std::make_unique<Verb>(app, "similar", "Provisions and treaty articles near a text",
                                     kSimilarExamples);
  near->app.add_option("file", near->words, "File of a text in UTF-8; - reads stdin")
      ->type_name(std::string(kFile))
      ->expected(0, 1);
  near->flags.add("provision", "A provision that is held, in place of a text", kHandle);
  near->flags.add("lang", "Language of the text (default: guessed)");
  near->flags.add("jurisdiction", "States whose provisions are looked at; -ng leaves one out");
  near->flags.add("act", "Acts whose provisions are looked at");
  near->flags.add("limit", "Provisions, and articles, at most: 1 to 100 (default 10)");
  near->flags.add_day();
  near->run = [verb = near.get()](Terminal& terminal) { return similar(*verb, terminal); };
  verbs.push_back(std::move(near));
}

}  // namespace cyberlex::tools
