#include "cyberlex/render/citation_text.h"

#include <array>

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text_layout.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {
namespace {

constexpr auto kMonths =
    std::to_array<std::string_view>({"January", "February", "March", "April", "May", "June", "July",
                                     "August", "September", "October", "November", "December"});

// "8 November 2001".
std::string long_date(Date day) {
  std::string const iso = day.to_string();
  std::string_view const month = kMonths.at(std::stoul(iso.substr(5, 2)) - 1);
  return std::to_string(std::stoi(iso.substr(8, 2))) + ' ' + std::string(month) + ' ' +
         std::to_string(day.year());
}

// A title written from right to left would draw the digits after it to its other side.
std::string isolated(std::string const& title, std::string_view language) {
  return direction_of(language) == "rtl" ? "\u2068" + title + "\u2069" : title;
}

// Title and year, and the original title in round brackets where that is another.
std::string title_and_year(Reference const& of) {
  bool const translated = !of.original_title.empty() && of.original_title != of.title;
  std::string out =
      translated || of.original_title.empty() ? of.title : isolated(of.title, of.title_language);
  if (of.year != 0 && !names_year(of.title, of.year)) {
    out += ' ' + std::to_string(of.year);
  }
  if (translated) {
    out += " (" + isolated(of.original_title, of.title_language) + ')';
  }
  return out;
}

// " (adopted 8 November 2001, entered into force 1 July 2004)", or the year where no day is known.
std::string treaty_days(Reference const& of) {
  std::string days;
  auto const add = [&days](std::string const& what) { days += (days.empty() ? "" : ", ") + what; };
  if (of.adopted) {
    add("adopted " + long_date(*of.adopted));
  } else if (of.year != 0) {
    add("adopted " + std::to_string(of.year));
  }
  if (of.commenced) {
    add("entered into force " + long_date(*of.commenced));
  } else if (of.awaited) {
    add("not yet in force");
  }
  return days.empty() ? std::string() : " (" + days + ')';
}

std::string treaty(Reference const& of) {
  std::string out = of.title + treaty_days(of);
  if (!of.short_title.empty()) {
    out += " (" + of.short_title + ')';
  }
  return of.kind ? out + ' ' + pinpoint(of) : out;
}

}  // namespace

std::string oscola(Reference const& reference) {
  if (reference.treaty) {
    return treaty(reference);
  }
  std::string out = title_and_year(reference);
  out += " (" + country_name(reference.jurisdiction) + ')';
  return reference.kind ? out + ", " + pinpoint(reference) : out;
}

std::string neutral_citation(Reference const& reference) {
  std::string out;
  auto const add = [&out](std::string const& part) {
    if (!part.empty()) {
      out += (out.empty() ? "" : ", ") + part;
    }
  };
  add(reference.treaty ? std::string() : country_name(reference.jurisdiction));
  add(title_and_year(reference));
  add(unit_name(reference));
  add(version_note(reference));
  add(reference.iri);
  return out;
}

std::string citation_lines(Reference const& reference, size_t indent) {
  return labelled("OSCOLA", oscola(reference), indent) +
         labelled("neutral", neutral_citation(reference), indent);
}

void write_citations(JsonOut& out, Reference const& reference) {
  out.object("citations", [&] {
    out.text("oscola", oscola(reference));
    out.text("neutral", neutral_citation(reference));
  });
}

}  // namespace cyberlex
