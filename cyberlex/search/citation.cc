#include "cyberlex/search/citation.h"

#include <algorithm>
#include <array>
#include <span>

#include "cyberlex/search/citation_words.h"
#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

constexpr size_t kLongestCitation = 300;
constexpr size_t kMostConnectives = 3;
constexpr size_t kMostNamed = 200;  // acts looked at to complete a name

// "sec_24__subsec_1" as "s. 24(1)".
std::string shown(std::string_view eid) {
  std::string out;
  while (!eid.empty()) {
    size_t const end = std::min(eid.find("__"), eid.size());
    std::string_view const step = eid.substr(0, end);
    size_t const split = std::min(step.find('_'), step.size());
    std::string_view const kind = step.substr(0, split);
    std::string const number(step.substr(std::min(split + 1, step.size())));
    if (!out.empty()) {
      out += '(' + (number.empty() ? std::string(kind) : number) + ')';
    } else {
      out = kind == "sec" ? "s." : kind == "art" ? "art." : std::string(kind);
      out += number.empty() ? "" : ' ' + number;
    }
    eid.remove_prefix(std::min(end + 2, eid.size()));
  }
  return out;
}

void add_target(NamedAct const& act, EId const& unit, std::string const& text, Citation& out) {
  Handle target = named_unit(act, unit);
  if (std::find(out.targets.begin(), out.targets.end(), target) == out.targets.end()) {
    out.label += (out.targets.empty() ? "" : "; ") + act.label + ", " + shown(text);
    out.targets.push_back(std::move(target));
  }
}

bool has_named_unit(NamedAct const& act, EId const& unit, VocabularyView const& vocabulary) {
  Handle const held = named_unit(act, unit);
  return !held.eid.empty() && vocabulary.has_unit(held.act, held.eid.text());
}

// The unit in one act: under the kind that was typed, else under the act's own; empty when it has
// none.
EId unit_of(NamedAct const& act, CitedUnit const& unit, VocabularyView const& vocabulary) {
  bool const treaty = act.handle.find('/') == std::string::npos;
  if (!unit.kind && !treaty) {
    return {};
  }
  for (ProvisionKind const kind : {unit.kind.value_or(act.unit), act.unit}) {
    EId eid = EId::make(nullptr, kind, unit.number);
    if (has_named_unit(act, eid, vocabulary)) {
      return eid;
    }
  }
  return {};
}

// The unit in each of the acts that have it.
std::optional<Citation> find_unit(std::vector<NamedAct const*> const& acts, CitedUnit const& unit,
                                  VocabularyView const& vocabulary) {
  Citation out;
  for (NamedAct const* const act : acts) {
    EId const eid = unit_of(*act, unit, vocabulary);
    std::string text = eid.text();
    for (std::string const& below : unit.below) {
      text += "__x_" + below;
    }
    if (!eid.empty()) {
      add_target(*act, eid, text, out);
    }
  }
  return out.targets.empty() ? std::nullopt : std::optional(std::move(out));
}

std::string key_of(std::span<std::string const> words) {
  std::string text;
  for (std::string const& word : words) {
    text += word + ' ';
  }
  return name_key(text);
}

// What became of a citation: the units, or the acts that were found and lack them.
struct Search {
  std::optional<Citation> found;
  std::vector<NamedAct const*> acts;
};

Search find_named(CitationReading const& reading, VocabularyView const& vocabulary) {
  Search out;
  std::span<std::string const> name = reading.name;
  for (size_t dropped = 0; !name.empty(); ++dropped) {
    std::vector<NamedAct const*> const acts = vocabulary.act_names().find(key_of(name));
    out.found = find_unit(acts, reading.unit, vocabulary);
    out.acts = out.acts.empty() ? acts : out.acts;
    if (out.found || dropped == kMostConnectives || !is_connective(name.front())) {
      break;
    }
    name = name.subspan(1);
  }
  return out;
}

std::optional<Citation> read_words(std::string_view text, VocabularyView const& vocabulary) {
  for (CitationReading const& reading : citation_readings(text)) {
    if (Search search = find_named(reading, vocabulary); search.found) {
      return std::move(search.found);
    }
  }
  return std::nullopt;
}

std::optional<Citation> read_eid(NamedAct const* act, EId const& eid,
                                 VocabularyView const& vocabulary) {
  if (act == nullptr || eid.empty() || !has_named_unit(*act, eid.unit(), vocabulary)) {
    return std::nullopt;
  }
  Citation out;
  add_target(*act, eid.unit(), eid.text(), out);
  return out;
}

std::optional<Citation> read_handle(std::string_view text, VocabularyView const& vocabulary) {
  Result<Handle> const handle = parse_handle(fold(text));
  if (!handle || handle->eid.empty()) {
    return std::nullopt;
  }
  return read_eid(vocabulary.act_names().find_handle(handle->act), handle->eid, vocabulary);
}

// "/akn/…/!main~sec_24", with or without scheme and host before it.
std::optional<Citation> read_iri(std::string_view text, VocabularyView const& vocabulary) {
  constexpr std::string_view kPortion = "/!main~";
  size_t const begin = text.find("/akn/");
  size_t const portion = text.find(kPortion, std::min(begin, text.size()));
  if (portion == std::string_view::npos) {
    return std::nullopt;
  }
  Result<EId> const eid = EId::parse(text.substr(portion + kPortion.size()));
  if (!eid) {
    return std::nullopt;
  }
  std::string_view const work = text.substr(begin, portion - begin);
  return read_eid(vocabulary.act_names().find_iri(work), *eid, vocabulary);
}

// What the query language reads in another way is no citation.
bool is_query_syntax(std::string_view text) {
  constexpr auto kSyntax = std::to_array<std::string_view>(
      {"\"", "=", "*", "~", ":", " -", " /", " AND ", " OR ", " NOT ", "NEAR/", "ADJ/"});
  return text.starts_with('-') || text.starts_with("NOT ") ||
         std::any_of(kSyntax.begin(), kSyntax.end(), [text](std::string_view mark) {
           return text.find(mark) != std::string_view::npos;
         });
}

bool is_one_word(std::string_view text) {
  return text.find_first_of(" \t\r\n") == std::string_view::npos;
}

bool is_iri(std::string_view text) {
  return is_one_word(text) && (text.starts_with("/akn/") || text.starts_with("http"));
}

bool is_handle(std::string_view text) {
  return is_one_word(text) && text.find('/') != std::string_view::npos;
}

std::optional<Citation> read_any(std::string_view text, VocabularyView const& vocabulary) {
  return is_iri(text)      ? read_iri(text, vocabulary)
         : is_handle(text) ? read_handle(text, vocabulary)
                           : read_words(text, vocabulary);
}

Citation cited_acts(std::vector<NamedAct const*> const& acts) {
  Citation out;
  for (NamedAct const* const act : acts) {
    out.label += (out.targets.empty() ? "" : "; ") + act->label;
    out.targets.push_back({act->numbering ? act->stands_for : act->handle, {}});
  }
  return out;
}

// The act with whose name, handle or IRI the text begins; for a name it must be the whole of it.
std::vector<NamedAct const*> acts_begun(std::string_view text, VocabularyView const& vocabulary) {
  ActNames const& names = vocabulary.act_names();
  NamedAct const* act = nullptr;
  if (is_iri(text)) {
    act = names.find_iri(text.substr(std::min(text.find("/akn/"), text.size())));
  } else if (Result<Handle> const handle = parse_handle(fold(text))) {
    act = names.find_handle(handle->act);
  }
  return act == nullptr ? names.find(name_key(text)) : std::vector{act};
}

bool names_portion(std::string_view text) {
  Result<Handle> const handle = parse_handle(fold(text));
  return is_iri(text) ? text.find("/!main~") != std::string_view::npos
                      : handle && !handle->eid.empty();
}

CitationLookup why_not(std::string_view text, VocabularyView const& vocabulary) {
  CitationLookup out;
  std::vector<NamedAct const*> acts;
  if (is_iri(text) || is_handle(text)) {
    acts = acts_begun(text, vocabulary);
    out.fault = CitationFault::kUnknownAct;
  } else {
    for (CitationReading const& reading : citation_readings(text)) {
      Search const search = find_named(reading, vocabulary);
      acts = acts.empty() ? search.acts : acts;
      out.fault = reading.unit.kind ? CitationFault::kUnknownAct : out.fault;
    }
  }
  if (!acts.empty()) {
    out.fault = CitationFault::kNoSuchUnit;
    out.acts = cited_acts(acts);
  }
  return out;
}

}  // namespace

std::optional<Citation> recognise_citation(std::string_view text,
                                           VocabularyView const& vocabulary) {
  if (text.empty() || text.size() > kLongestCitation) {
    return std::nullopt;
  }
  if (!is_iri(text) && (is_query_syntax(text) || text.front() == '/')) {
    return std::nullopt;
  }
  return read_any(text, vocabulary);
}

CitationLookup look_up_citation(std::string_view text, VocabularyView const& vocabulary) {
  if (text.empty() || text.size() > kLongestCitation) {
    return {};
  }
  if (std::optional<Citation> found = read_any(text, vocabulary)) {
    return {CitationFault::kNone, *std::move(found), {}};
  }
  std::vector<NamedAct const*> const acts = acts_begun(text, vocabulary);
  return acts.empty() || names_portion(text)
             ? why_not(text, vocabulary)
             : CitationLookup{CitationFault::kNone, cited_acts(acts), {}};
}

std::vector<Citation> complete_citation(std::string_view text, VocabularyView const& vocabulary,
                                        size_t most) {
  std::vector<Citation> out;
  if (text.size() > kLongestCitation || is_iri(text) || is_handle(text) || is_query_syntax(text)) {
    return out;
  }
  for (CitationReading const& reading : citation_readings(text)) {
    std::span<std::string const> name = reading.name;
    while (reading.unit.kind && name.size() > 1 && is_connective(name.front())) {
      name = name.subspan(1);
    }
    if (!reading.unit.kind) {
      continue;
    }
    for (NamedAct const* const act : vocabulary.act_names().find_prefix(key_of(name), kMostNamed)) {
      std::optional<Citation> found = find_unit({act}, reading.unit, vocabulary);
      if (found && out.size() < most) {
        out.push_back(*std::move(found));
      }
    }
  }
  return out;
}

}  // namespace cyberlex
