// Verbs that look up what a person typed.

#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/text/nearest.h"
#include "tools/give.h"

namespace cyberlex::tools {
namespace {

std::string thing_line(Generation const& generation, CitedThing const& thing) {
  Work const& work = generation.acts().at(thing.act).work;
  if (!thing.provision) {
    return work.handle + "  " + display_title(work);
  }
  ProvisionRecord const& record = *thing.provision;
  std::string out = to_string(Handle{work.handle, record.eid});
  if (!record.texts.empty() && !record.texts.front().heading.empty()) {
    out += "  " + record.texts.front().heading;
  }
  return out + "  [" + readable(name_of(record.status)) +
         (thing.stands ? "]" : "; not on this day]");
}

std::string why(CitationEntry const& entry) {
  switch (entry.status) {
    case CitationStatus::kNoSuchUnit:
      return "the act is held, and has no such provision";
    case CitationStatus::kUnknownAct:
      return "no act of this name is held";
    case CitationStatus::kNotACitation:
      return "not read as a citation; expected a provision and its act, such as s 24 Cybercrimes "
             "Act";
    default:
      return entry.label;
  }
}

std::string citations_text(CitationsAnswer const& answer) {
  std::string out;
  for (CitationEntry const& entry : answer.citations) {
    out += bold(entry.text) + '\n' + wrapped(why(entry), "  ", "  ");
    for (CitedThing const& thing : entry.things) {
      out += wrapped(thing_line(*answer.generation, thing), "    ", "      ");
    }
  }
  return out;
}

bool any_found(CitationsAnswer const& answer) {
  return std::ranges::any_of(answer.citations, [](CitationEntry const& each) {
    return each.status == CitationStatus::kFound || each.status == CitationStatus::kAmbiguous;
  });
}

std::string suggestions_text(SuggestAnswer const& answer) {
  std::string out;
  for (Suggestion const& each : answer.suggestions) {
    std::string line = each.text;
    if (each.kind == SuggestionKind::kHeading) {
      line += " — " + each.act;
    }
    if (each.entry == nullptr) {
      line += "  " + each.handle;
    } else {
      line += "  " + each.entry->scheme + ':' + each.entry->id;
    }
    out += labelled(name_of(each.kind), line);
  }
  if (answer.did_you_mean) {
    out += "Did you mean: " + answer.did_you_mean->q + "  (" +
           counted(answer.did_you_mean->total, "provision") + ")\n";
  }
  return out;
}

Result<std::vector<SuggestionKind>> read_kinds(std::vector<std::string> const& names) {
  std::vector<SuggestionKind> out;
  for (std::string const& name : names) {
    auto const found = std::ranges::find(kSuggestionKinds, std::string_view(name));
    if (found == kSuggestionKinds.end()) {
      return Error{ErrorCode::kBadQuery,
                   "expected " + listed(kSuggestionKinds) + ", found " + in_quotes(name) +
                       Nearest(name).among(kSuggestionKinds).hint(),
                   "kind"};
    }
    out.push_back(static_cast<SuggestionKind>(found - kSuggestionKinds.begin()));
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace

int run_cite(CiteCommand const& command, Terminal& terminal) {
  Result<Date> const as_of = read_day(command.as_of);
  if (!as_of) {
    return complain(terminal, as_of.error());
  }
  Result<Searcher> const searcher = open_index(command.common.index_dir);
  if (!searcher) {
    return complain_of_index(terminal, searcher.error());
  }
  return give<CitationsAnswer>(terminal, command.common,
                               answer_citations(*searcher, {command.texts, *as_of}), citations_text,
                               any_found);
}

int run_suggest(SuggestCommand const& command, Terminal& terminal) {
  Result<Date> const as_of = read_day(command.as_of);
  if (!as_of) {
    return complain(terminal, as_of.error());
  }
  Result<std::vector<SuggestionKind>> kinds = read_kinds(command.kinds);
  if (!kinds) {
    return complain(terminal, kinds.error());
  }
  Result<Searcher> searcher = open_index(command.common.index_dir);
  if (!searcher) {
    return complain_of_index(terminal, searcher.error());
  }
  SuggestRequest const request{command.q, std::move(kinds).value(),
                               command.limit == 0 ? kUsualSuggestions : command.limit, *as_of};
  return give<SuggestAnswer>(
      terminal, command.common, answer_suggest(*searcher, request), suggestions_text,
      [](SuggestAnswer const& answer) { return !answer.suggestions.empty(); });
}

}  // namespace cyberlex::tools
