#include "cyberlex/api/iri.h"

#include <algorithm>
#include <array>
#include <vector>

#include "cyberlex/text/nearest.h"

namespace cyberlex::api {
namespace {

struct Suffix {
  std::string_view text;
  Form form;
};
// A longer one before its own end.
constexpr auto kSuffixes = std::to_array<Suffix>({{".json", Form::kJson},
                                                  {".akn", Form::kAkomaNtoso},
                                                  {".anno.jsonld", Form::kAnnotations},
                                                  {".jsonld", Form::kJsonLd},
                                                  {".timemap", Form::kTimeMap}});

Error bad(std::string message) {
  return Error{.code = ErrorCode::kBadInput, .message = std::move(message)};
}

Error absent(std::string message) {
  return Error{.code = ErrorCode::kNotFound, .message = std::move(message)};
}

// The longest prefix of `path`, cut at a slash, that is a work IRI; `rest` is what follows it.
std::optional<ActNum> find_work(std::string_view path, ServedGeneration const& served,
                                std::string_view& rest) {
  size_t const none = served.generation().acts().size();
  for (size_t end = path.size(); end != std::string_view::npos && end > 0;
       end = path.rfind('/', end - 1)) {
    ActNum const act = served.act_of_iri(path.substr(0, end));
    if (act != none) {
      rest = path.substr(std::min(end + 1, path.size()));
      return act;
    }
  }
  return std::nullopt;
}

Status check_version(ActRecord const& act, IriTarget const& target) {
  std::vector<std::string> held;
  for (ExpressionSummary const& expression : act.expressions) {
    if (expression.language != target.language) {
      continue;
    }
    if (expression.date == *target.date) {
      return Ok{};
    }
    held.push_back(expression.date.to_string());
  }
  std::vector<std::string_view> const names(held.begin(), held.end());
  return absent("no version of that day is held in this language" +
                (held.empty() ? std::string() : "; versions held: " + listed(names)) +
                "; \":\" before the date asks for the text that stood on it");
}

// "eng", "eng@2015-05-15", "eng:2020-01-01".
Status read_expression(std::string_view segment, ActRecord const& act, IriTarget& out) {
  size_t const mark = std::min(segment.find_first_of("@:"), segment.size());
  auto const language = language_639_1(segment.substr(0, mark));
  if (!language) {
    return bad("expected a language of three letters after the work, found " + in_quotes(segment));
  }
  out.language = *language;
  if (mark == segment.size()) {
    return Ok{};
  }
  auto const date = Date::parse(segment.substr(mark + 1));
  if (!date) {
    return bad("expected a date such as 2015-05-15 in " + in_quotes(segment));
  }
  out.date = *date;
  return segment[mark] == '@' ? check_version(act, out) : Status(Ok{});
}

// "!main", "!main~sec_24", "~sec_24".
Status read_portion(std::string_view segment, IriTarget& out) {
  std::string_view portion = segment;
  if (portion.starts_with("!main")) {
    portion.remove_prefix(5);
  }
  if (portion.empty()) {
    return Ok{};
  }
  if (portion.front() != '~') {
    return bad("expected \"!main~\" and an eId, found " + in_quotes(segment));
  }
  auto eid = EId::parse(portion.substr(1));
  if (!eid) {
    return eid.error();
  }
  out.handle.eid = std::move(eid).value();
  return Ok{};
}

// Segments come in one order: expression, kind, portion; each may be missing.
enum class Part { kExpression, kKind, kPortion, kEnd };

Status read_segment(std::string_view segment, ActRecord const& act, Part& next, IriTarget& out) {
  if (next < Part::kEnd && (segment.starts_with('!') || segment.starts_with('~'))) {
    next = Part::kEnd;
    return read_portion(segment, out);
  }
  auto const kind = parse_name<TextKind>(segment);
  if (kind && next == Part::kKind) {
    next = Part::kPortion;
    out.kind = kind;
    return Ok{};
  }
  if (next != Part::kExpression) {
    return bad("nothing can stand here: " + in_quotes(segment));
  }
  next = Part::kKind;
  return read_expression(segment, act, out);
}

}  // namespace

std::string_view suffix_of(Form form) {
  auto const found = std::find_if(kSuffixes.begin(), kSuffixes.end(),
                                  [form](Suffix const& each) { return each.form == form; });
  return found == kSuffixes.end() ? std::string_view() : found->text;
}

std::string_view suffix_of(std::string_view path) {
  auto const found = std::find_if(kSuffixes.begin(), kSuffixes.end(),
                                  [path](Suffix const& each) { return path.ends_with(each.text); });
  return found == kSuffixes.end() ? std::string_view() : found->text;
}

std::string undated_iri(IriTarget const& target, Work const& work) {
  std::string out = work.iri;
  if (!target.language.empty()) {
    out.append("/").append(language_639_2(target.language).value_or("und"));
  }
  if (target.kind) {
    out.append("/").append(name_of(*target.kind));
  }
  return target.handle.eid.empty() ? out : portion_iri(out, target.handle.eid);
}

Result<IriTarget> resolve_iri(std::string_view path, ServedGeneration const& served) {
  std::string_view const suffix = suffix_of(path);
  path.remove_suffix(suffix.size());
  std::string_view rest;
  auto const act = find_work(path, served, rest);
  if (!act) {
    return absent("no work with this IRI is held: " + in_quotes(path));
  }
  ActRecord const& record = served.generation().acts()[*act];
  IriTarget out;
  out.handle.act = record.work.handle;
  for (Suffix const& each : kSuffixes) {
    if (each.text == suffix) {
      out.form = each.form;
    }
  }
  Part next = Part::kExpression;
  while (!rest.empty()) {
    size_t const end = std::min(rest.find('/'), rest.size());
    if (Status read = read_segment(rest.substr(0, end), record, next, out); !read) {
      return read.error();
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

}  // namespace cyberlex::api
