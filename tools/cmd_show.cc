#include <istream>
#include <ostream>

#include "cyberlex/render/json.h"
#include "tools/commands.h"
#include "tools/exit_codes.h"
#include "tools/provision_text.h"
#include "tools/session.h"

namespace cyberlex::tools {
namespace {

// A question about one thing, with the index that answers it.
struct Asked {
  Common common;
  Handle handle;
  Date as_of;
  std::vector<std::string> languages;
};

// Text or JSON of an answer, by the flag.
template <typename Answer, typename Text>
void give(Terminal& terminal, Common const& common, Answer const& answer, Text const& text) {
  if (common.json) {
    terminal.out << to_json(answer);
  } else {
    print(terminal, text(answer));
  }
}

// A source that says nothing about status is no reason to doubt it.
int exit_code_for(LegalStatus status) {
  return status == LegalStatus::kInForce || status == LegalStatus::kUnknown ? kExitFound
                                                                            : kExitNotInForce;
}

int show_act(IndexReader const& reader, Asked const& asked, Terminal& terminal) {
  Result<ActAnswer> const answer = answer_act(reader, asked.handle.act, asked.as_of);
  if (!answer) {
    return complain(terminal, answer.error());
  }
  give(terminal, asked.common, *answer, act_text);
  return exit_code_for(answer->status);
}

int show_provision(IndexReader const& reader, Asked const& asked, Terminal& terminal) {
  Result<ProvisionAnswer> const answer =
      answer_provision(reader, asked.handle, asked.as_of, asked.languages);
  if (!answer) {
    int const code = complain(terminal, answer.error());
    bool const another_day = code == kExitNothingFound && asked.languages.empty() &&
                             holds_provision(reader.generation(), asked.handle);
    return another_day ? kExitNotInForce : code;
  }
  give(terminal, asked.common, *answer, provision_text);
  return exit_code_for(answer->record.status);
}

int show_article(IndexReader const& reader, Asked const& asked, Terminal& terminal) {
  Result<ArticleAnswer> const answer =
      answer_article(reader, asked.handle, asked.as_of, asked.languages);
  if (!answer) {
    return complain(terminal, answer.error());
  }
  give(terminal, asked.common, *answer, article_text);
  return kExitFound;
}

// Acts of some jurisdictions, or all.
int show_list(IndexReader const& reader, ActsCommand const& command, Date as_of,
              Terminal& terminal) {
  uint64_t const limit = command.limit == 0 ? kActsPerPage : command.limit;
  Result<ActListAnswer> const answer =
      answer_acts(reader, as_of, command.jurisdictions, command.offset, limit);
  if (!answer) {
    return complain(terminal, answer.error());
  }
  give(terminal, command.common, *answer, act_list_text);
  if (answer->next_offset && !command.common.json) {
    terminal.err << "more: --offset " << *answer->next_offset << '\n';
  }
  return answer->total > 0 ? kExitFound : kExitNothingFound;
}

// Opens the index, reads day and handle, and hands over; what fails before that is told here.
template <typename Show>
int with_handle(Asked asked, std::string const& handle, std::string const& day, Terminal& terminal,
                Show const& show) {
  Result<Handle> read = parse_handle(handle);
  if (!read) {
    return complain(terminal, read.error());
  }
  Result<Date> const as_of = read_day(day);
  if (!as_of) {
    return complain(terminal, as_of.error());
  }
  asked.handle = std::move(read).value();
  asked.as_of = *as_of;
  Result<Searcher> const searcher = open_index(asked.common.index_dir);
  if (!searcher) {
    return complain_of_index(terminal, searcher.error());
  }
  return show(searcher->reader(), asked, terminal);
}

int list_acts(ActsCommand const& command, Terminal& terminal) {
  Result<Date> const as_of = read_day(command.as_of);
  if (!as_of) {
    return complain(terminal, as_of.error());
  }
  Result<Searcher> const searcher = open_index(command.common.index_dir);
  if (!searcher) {
    return complain_of_index(terminal, searcher.error());
  }
  return show_list(searcher->reader(), command, *as_of, terminal);
}

}  // namespace

int run_show(ShowCommand const& command, Terminal& terminal) {
  auto const show = [](IndexReader const& reader, Asked const& asked, Terminal& to) {
    return asked.handle.eid.empty() ? show_act(reader, asked, to)
                                    : show_provision(reader, asked, to);
  };
  return with_handle({command.common, {}, {}, command.languages}, command.handle, command.as_of,
                     terminal, show);
}

int run_acts(ActsCommand const& command, Terminal& terminal) {
  if (command.handle.empty()) {
    return list_acts(command, terminal);
  }
  auto const show = [](IndexReader const& reader, Asked const& asked, Terminal& to) {
    if (!asked.handle.eid.empty()) {
      return complain(to, Error{ErrorCode::kBadInput,
                                to_string(asked.handle) + " names a provision; ask show for it"});
    }
    int const code = show_act(reader, asked, to);
    return code == kExitNotInForce ? kExitFound : code;
  };
  return with_handle({command.common, {}, {}, {}}, command.handle, command.as_of, terminal, show);
}

int run_conventions(ConventionsCommand const& command, Terminal& terminal) {
  if (command.handle.empty()) {
    return list_acts({command.common, {}, command.as_of, {"int"}, 0, 0}, terminal);
  }
  auto const show = [](IndexReader const& reader, Asked const& asked, Terminal& to) {
    ActRecord const* act = reader.generation().find_act(asked.handle.act);
    if (act != nullptr && act->work.jurisdiction != "int") {
      return complain(to, Error{ErrorCode::kNotFound, asked.handle.act + " is no treaty"});
    }
    if (!asked.handle.eid.empty()) {
      return show_article(reader, asked, to);
    }
    int const code = show_act(reader, asked, to);
    return code == kExitNotInForce ? kExitFound : code;
  };
  return with_handle({command.common, {}, {}, command.languages}, command.handle, command.as_of,
                     terminal, show);
}

}  // namespace cyberlex::tools
