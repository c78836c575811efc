// What a citation of an act or of a provision may say: facts of the stored records and no others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/index/document.h"

namespace cyberlex {

// What is not known is empty.
struct Reference {
  std::string key;             // the handle
  std::string title;           // of the act: in English where held, else as original_title
  std::string original_title;  // in the language of the law
  std::string title_language;  // of original_title, ISO 639-1
  std::string short_title;     // in English; of treaties only, and only where it is not the title
  std::string jurisdiction;    // ISO 3166-1 alpha-2 lower case; empty for a treaty
  bool treaty = false;
  int year = 0;                   // of enactment or adoption; 0 = unknown
  std::optional<Date> adopted;    // these two of treaties only, and only where verified
  std::optional<Date> commenced;  // the day on which a treaty entered into force
  bool awaited = false;           // a treaty of which the corpus knows that it is not in force

  std::optional<ProvisionKind> kind;  // nothing: the act itself
  std::string number;                 // "24"
  std::string heading;                // of the leading text
  std::string language;               // of the leading text, ISO 639-1
  std::optional<Date> version;        // of the leading text
  std::optional<TextKind> text_kind;  // of the leading text
  std::string iri;                    // of the leading text's portion, or of the work
};

Reference reference_to(Work const& work);
Reference reference_to(ActRecord const& act, ProvisionRecord const& record);

// True when the title says the year itself.
bool names_year(std::string_view title, int year);

// The title, and the original one in square brackets where that is another.
std::string both_titles(Reference const& reference);

// "s 24", "art 7", "sch 2", "annex"; a kind without abbreviation by its name. Empty for an act.
std::string pinpoint(Reference const& reference);

// "section 24".
std::string unit_name(Reference const& reference);

// "version of 2024-02-28, restatement": the leading text. Empty where there is none.
std::string version_note(Reference const& reference);

// One line: each run of white space, line ends of any kind and control characters becomes one
// blank, none at either end.
std::string one_line(std::string_view text);

}  // namespace cyberlex
