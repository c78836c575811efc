#include "cyberlex/render/reference.h"

#include <algorithm>

#include "cyberlex/answer/iri.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

constexpr std::string_view kTreaties = "int";

std::string in_language(LocalizedText const& text, std::string const& language) {
  auto const found = text.find(language);
  return found == text.end() ? std::string() : found->second;
}

// A day that was not verified would look as sure as any other in a citation.
std::optional<Date> verified_day(Work const& work, std::string_view event) {
  auto const found =
      std::find_if(work.events.begin(), work.events.end(), [event](ActEvent const& each) {
        return each.type == event && each.provenance.confidence == Confidence::kVerified;
      });
  return found == work.events.end() ? std::nullopt : std::optional<Date>(found->date);
}

bool is_verified(StatusChange const& change, LegalStatus value) {
  return change.value == value && change.provenance.confidence == Confidence::kVerified;
}

std::optional<Date> first_day_in_force(Work const& work) {
  auto const found = std::find_if(
      work.status.begin(), work.status.end(),
      [](StatusChange const& each) { return is_verified(each, LegalStatus::kInForce); });
  return found == work.status.end() ? std::nullopt : std::optional<Date>(found->from);
}

void add_treaty(Work const& work, Reference& out) {
  out.treaty = true;
  out.short_title = one_line(in_language(work.short_title, "en"));
  if (out.short_title == out.title) {
    out.short_title.clear();
  }
  out.adopted = verified_day(work, "adopted");
  out.commenced = verified_day(work, "commenced");
  if (!out.commenced) {
    out.commenced = first_day_in_force(work);
  }
  out.awaited = !out.commenced && !work.status.empty() &&
                is_verified(work.status.back(), LegalStatus::kAdopted);
}

bool is_separator(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// OSCOLA, 4th edition, 2.4.1 and appendix 4.2.4.
std::string_view abbreviation(ProvisionKind kind) {
  switch (kind) {
    case ProvisionKind::kSection:
      return "s";
    case ProvisionKind::kArticle:
      return "art";
    case ProvisionKind::kSchedule:
      return "sch";
    default:
      return name_of(kind);
  }
}

std::string with_number(std::string_view word, std::string const& number) {
  return number.empty() ? std::string(word) : std::string(word) + ' ' + number;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  bool blank = false;
  for (size_t at = 0; at < text.size();) {
    Utf8Char const next = decode_utf8(text, at);
    if (is_separator(next.value)) {
      blank = !out.empty();
    } else {
      if (blank) {
        out += ' ';
        blank = false;
      }
      out += next.valid ? text.substr(at, next.length) : std::string_view("\uFFFD");
    }
    at += next.length;
  }
  return out;
}

Reference reference_to(Work const& work) {
  Reference out;
  out.key = work.handle;
  out.title_language = work.original_language;
  out.original_title = one_line(in_language(work.title, work.original_language));
  out.title = one_line(in_language(work.title, "en"));
  if (out.original_title.empty() && out.title.empty() && !work.title.empty()) {
    out.title_language = work.title.begin()->first;
    out.original_title = one_line(work.title.begin()->second);
  }
  if (out.title.empty()) {
    out.title = out.original_title;
  }
  out.year = work.year;
  out.iri = work.iri;
  if (work.jurisdiction == kTreaties) {
    add_treaty(work, out);
  } else {
    out.jurisdiction = work.jurisdiction;
  }
  return out;
}

Reference reference_to(ActRecord const& act, ProvisionRecord const& record) {
  Reference out = reference_to(act.work);
  out.key = to_string(Handle{act.work.handle, record.eid});
  out.kind = record.kind;
  out.number = one_line(record.num);
  out.iri = iri_of(act, record);
  if (!record.texts.empty()) {
    TextSummary const& text = record.texts.front();
    out.heading = one_line(text.heading);
    out.language = text.language;
    out.version = text.version_date;
    out.text_kind = text.kind;
  }
  return out;
}

bool names_year(std::string_view title, int year) {
  std::string const digits = std::to_string(year);
  for (size_t at = title.find(digits); at != std::string_view::npos;
       at = title.find(digits, at + 1)) {
    size_t const end = at + digits.size();
    if ((at == 0 || !is_digit(title[at - 1])) && (end == title.size() || !is_digit(title[end]))) {
      return true;
    }
  }
  return false;
}

std::string both_titles(Reference const& reference) {
  if (reference.original_title.empty() || reference.original_title == reference.title) {
    return reference.title;
  }
  return reference.title + " [" + reference.original_title + ']';
}

std::string pinpoint(Reference const& reference) {
  return reference.kind ? with_number(abbreviation(*reference.kind), reference.number)
                        : std::string();
}

std::string unit_name(Reference const& reference) {
  return reference.kind ? with_number(name_of(*reference.kind), reference.number) : std::string();
}

std::string version_note(Reference const& reference) {
  if (!reference.version || !reference.text_kind) {
    return {};
  }
  std::string kind(name_of(*reference.text_kind));
  std::replace(kind.begin(), kind.end(), '-', ' ');
  return "version of " + reference.version->to_string() + ", " + kind;
}

}  // namespace cyberlex
