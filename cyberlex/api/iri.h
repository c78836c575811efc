// FRBR IRIs as request paths: work, expression, portion.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/api/accept.h"
#include "cyberlex/api/snapshot.h"
#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex::api {

// What an IRI names.
struct IriTarget {
  Handle handle;                 // the act, or a provision of it
  std::string language;          // ISO 639-1; empty: not said
  std::optional<Date> date;      // "@": of a version that is held; ":": any day
  std::optional<TextKind> kind;  // the segment that tells two expressions apart
  std::optional<Form> form;      // of the suffix
};

// What stands behind an IRI for a form: ".akn"; empty for a form that has no suffix.
std::string_view suffix_of(Form form);
// That at the end of a path; empty where none is.
std::string_view suffix_of(std::string_view path);
// The IRI that a target stands for, without day and suffix:
// "/akn/zz/act/2015/computer-act/eng/!main~sec_1".
std::string undated_iri(IriTarget const& target, Work const& work);

// Reads
// "/akn/ng/act/2015/cybercrimes-act[/eng[@2015-05-15|:2020-01-01]][/restatement][/!main[~sec_24]]",
// with or without a suffix at the end. kNotFound: no such act, version, or a form that is not
// served; kBadInput: what follows the work cannot be read.
Result<IriTarget> resolve_iri(std::string_view path, ServedGeneration const& served);

}  // namespace cyberlex::api
