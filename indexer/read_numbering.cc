// What act.yaml says about how the text is held: second numberings, readings, gaps.
#include <charconv>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"
#include "indexer/read_mentions.h"
#include "indexer/work_parts.h"

namespace cyberlex {
namespace {

constexpr int kFurthestOffset = 100'000;
constexpr int kLastArticle = 100'000;

// N of "art_N"; nothing for any other form.
std::optional<int> article_number(EId const& eid) {
  constexpr std::string_view kStep = "art_";
  std::string_view const text = eid.text();
  if (!text.starts_with(kStep)) {
    return std::nullopt;
  }
  int number = 0;
  char const* const end = text.data() + text.size();
  auto const [stop, fault] = std::from_chars(text.data() + kStep.size(), end, number);
  bool const plain = fault == std::errc() && stop == end && number > 0 && number <= kLastArticle;
  return plain ? std::optional(number) : std::nullopt;
}

// An end of the range that is numbered over again.
EId read_end(FieldReader& fields, OwnFile& file, std::string_view key, std::string const& act) {
  EId eid = read_own_eid(fields, file, key, act);
  if (!eid.empty() && !article_number(eid)) {
    file.error(*fields.find(key),
               std::string(key) + ": expected an article of plain number such as art_1, found " +
                   in_quotes(eid.text()));
    return {};
  }
  return eid;
}

void check_range(FieldReader& fields, OwnFile& file, ParallelNumbering const& numbering) {
  std::optional<int> const first = article_number(numbering.first);
  std::optional<int> const last = article_number(numbering.last);
  if (first && last && *last < *first) {
    file.error(*fields.find("last"), "last: expected " + numbering.first.text() +
                                         " or a later article, found " +
                                         in_quotes(numbering.last.text()));
  }
  if (first && *first + numbering.offset < 1) {
    file.error(*fields.find("offset"), "offset: expected a number above -" +
                                           std::to_string(*first) + ", so that " +
                                           numbering.first.text() + " has a number there");
  }
}

void read_identity(FieldReader& fields, OwnFile& file, ParallelNumbering& out) {
  out.handle = fields.line("handle", Need::kRequired);
  out.iri = fields.line("iri", Need::kRequired);
  if (!out.handle.empty()) {
    YamlNode const& node = *fields.find("handle");
    if (is_act_handle(out.handle)) {
      file.mentions().numberings.push_back({out.handle, out.iri, file.place(node)});
    } else {
      file.error(node, "handle: expected one such as ir/penal-code-book-5, found " +
                           in_quotes(out.handle));
    }
  }
  if (Result<std::string> const iri = parse_work_iri(out.iri); !out.iri.empty() && !iri) {
    file.error(*fields.find("iri"), "iri: " + iri.error().message);
  }
}

ParallelNumbering read_parallel(YamlNode const& node, OwnFile& file, std::string const& act) {
  FieldReader fields(node, file);
  ParallelNumbering out;
  read_identity(fields, file, out);
  out.title = fields.localized("title", Need::kRequired);
  for (auto const& [language, further] : fields.localized_lists("names")) {
    out.names.insert(out.names.end(), further.begin(), further.end());
  }
  out.first = read_end(fields, file, "first", act);
  out.last = read_end(fields, file, "last", act);
  out.offset =
      fields.number("offset", Need::kRequired, -kFurthestOffset, kFurthestOffset).value_or(0);
  check_range(fields, file, out);
  out.provenance = fields.provenance();
  fields.finish();
  return out;
}

Reading read_reading(YamlNode const& node, OwnFile& file) {
  FieldReader fields(node, file);
  Reading out;
  out.what = fields.text("what", Need::kRequired);
  out.by = fields.line("by", Need::kRequired);
  out.date = fields.date("date", Need::kRequired).value_or(Date());
  out.sources = fields.sources();
  fields.finish();
  return out;
}

Gap read_gap(YamlNode const& node, OwnFile& file, std::string const& act) {
  FieldReader fields(node, file);
  Gap out;
  out.what = fields.text("what", Need::kRequired);
  out.provisions = read_own_eids(fields, file, "provisions", Need::kOptional, act);
  fields.finish();
  return out;
}

}  // namespace

void read_parallels(FieldReader& fields, OwnFile& file, Work& work) {
  for (YamlNode const& node : fields.list("parallel", Need::kOptional)) {
    work.parallel.push_back(read_parallel(node, file, work.handle));
  }
}

void read_readings(FieldReader& fields, OwnFile& file, Work& work) {
  for (auto const& [key, value] : fields.mapping("readings", Need::kOptional)) {
    if (expect_slug(key, file)) {
      work.readings[key.text] = read_reading(value, file);
    }
  }
}

void read_gaps(FieldReader& fields, OwnFile& file, Work& work) {
  for (YamlNode const& node : fields.list("gaps", Need::kOptional)) {
    work.gaps.push_back(read_gap(node, file, work.handle));
  }
}

}  // namespace cyberlex
