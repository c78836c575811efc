#include "tools/completion.h"

#include <CLI/CLI.hpp>

#include <map>
#include <vector>

#include "tools/value_kinds.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kBegin =
    R"bash(# Completion of cyberlex for bash, printed by `cyberlex completion bash`.

# _cyberlex_held FACET: its values in the index or at the server that the line names.
_cyberlex_held() {
  local where=() command=${COMP_WORDS[0]/#\~/$HOME}
  if [[ $COMP_LINE =~ (--index|--server)[=\ ]+([^\ ]+) ]]; then
    where=("${BASH_REMATCH[1]}" "${BASH_REMATCH[2]/#\~/$HOME}")
  fi
  "$command" search --facets "$1" --facet-limit 0 --limit 1 --json "${where[@]}" 2>/dev/null |
    grep -o '"facets":{.*' | grep -o '{"value":"[^"\\]*"' | cut -d '"' -f 4
}

# _cyberlex_offer BEFORE BEGINNING SHOWN: of the lines read, with BEFORE before them, those that begin so; less SHOWN.
# (compgen -W would expand what stands in them.)
_cyberlex_offer() {
  local line
  while IFS= read -r line; do
    if [[ $1$line == "$2"* ]]; then
      line=$1$line
      COMPREPLY+=("${line#"$3"}")
    fi
  done
}

)bash";

// Bash parts words at "=" and ":" too. `shown` is what it has parted off the word that is
// completed.
constexpr char const* kEnd = R"bash(
_cyberlex() {
  local cur=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) shown= before kind
  COMPREPLY=()
  if [[ $cur == : ]]; then
    shown=${COMP_WORDS[at]}: cur= at=$((at - 1))
  elif ((at > 0)) && [[ ${COMP_WORDS[at]} == : ]]; then
    shown=${COMP_WORDS[at - 1]}: at=$((at - 2))
  fi
  if [[ $cur == = ]]; then
    cur=
  elif [[ ${COMP_WORDS[at]} == = ]]; then
    at=$((at - 1))
  fi
  if ((at == 0)); then
    _cyberlex_offer '' "$cur" '' < <(_cyberlex_verbs)
    return
  fi
  kind=$(_cyberlex_flag_kind "${COMP_WORDS[1]}" "${COMP_WORDS[at]}")
  if [[ -z $kind && $cur == -* ]]; then
    _cyberlex_offer '' "$cur" '' < <(_cyberlex_flags "${COMP_WORDS[1]}")
    return
  fi
  kind=${kind:-$(_cyberlex_word_kind "${COMP_WORDS[1]}")}
  cur=$shown$cur
  before=${cur%"${cur##*,}"}                          # of a list what stands before its last value
  [[ ${cur##*,} != -* ]] || before+=-                 # which may exclude
  case $kind in
    words\ *) _cyberlex_offer "$before" "$cur" "$shown" < <(printf '%s\n' ${kind#words }) ;;
    held\ *) _cyberlex_offer "$before" "$cur" "$shown" < <(_cyberlex_held "${kind#held }") ;;
    files) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
    folders) mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
  esac
  if [[ $kind == files || $kind == folders ]]; then
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _cyberlex cyberlex
)bash";

// The word of the script for what an option takes: "words a b", "held offence", "files", …
std::string script_kind(std::string const& kind) {
  std::vector<std::string> const choices = kind == kFacet ? facet_names() : choices_of_kind(kind);
  if (!choices.empty()) {
    std::string out = "words";
    for (std::string const& choice : choices) {
      out += ' ' + choice;
    }
    return out;
  }
  if (kind == kFile || kind == kFolder) {
    return kind == kFile ? "files" : "folders";
  }
  std::string const facet = facet_of_kind(kind);
  return facet.empty() ? "any" : "held " + facet;
}

// What each kind is the kind of: patterns of "verb --flag" and of "verb".
struct Kinds {
  std::map<std::string, std::string> flags;
  std::map<std::string, std::string> words;
};

void add_pattern(std::map<std::string, std::string>& kinds, std::string const& kind,
                 std::string const& pattern) {
  std::string& patterns = kinds[kind];
  patterns += (patterns.empty() ? "" : "|") + ('"' + pattern + '"');
}

void add_option(CLI::Option const& option, std::string const& verb, Kinds& kinds) {
  if (option.get_items_expected_max() == 0) {
    return;
  }
  std::string const kind = script_kind(option.get_type_name());
  for (std::string const& name : option.get_lnames()) {
    add_pattern(kinds.flags, kind, verb + " --" + name);
  }
  if (option.get_positional()) {
    add_pattern(kinds.words, kind, verb);
  }
}

// A function that prints the kind of what it is given.
std::string kind_function(char const* head, char const* subject,
                          std::map<std::string, std::string> const& kinds) {
  std::string out = std::string(head) + "() {\n  case " + subject + " in\n";
  for (auto const& [kind, patterns] : kinds) {
    out += "    " + patterns + ") echo '" + kind + "' ;;\n";
  }
  return out + "  esac\n}\n";
}

std::string flags_of(CLI::App const& verb) {
  std::string out;
  for (CLI::Option const* option : verb.get_options()) {
    if (!option->get_lnames().empty()) {
      out += " --" + option->get_lnames().front();
    }
  }
  return out;
}

}  // namespace

std::string bash_completion(CLI::App const& app) {
  std::string verbs = "_cyberlex_verbs() {\n  printf '%s\\n'";
  std::string flags = "_cyberlex_flags() {\n  case $1 in\n";
  Kinds kinds;
  for (CLI::App const* verb : app.get_subcommands([](CLI::App const*) { return true; })) {
    std::string const name = verb->get_name();
    verbs += ' ' + name;
    flags += "    " + name + ") printf '%s\\n'" + flags_of(*verb) + " ;;\n";
    for (CLI::Option const* option : verb->get_options()) {
      add_option(*option, name, kinds);
    }
  }
  return kBegin + verbs + flags_of(app) + "\n}\n" + flags + "  esac\n}\n" +
         kind_function("_cyberlex_flag_kind", "\"$1 $2\"", kinds.flags) +
         kind_function("_cyberlex_word_kind", "$1", kinds.words) + kEnd;
}

}  // namespace cyberlex::tools
