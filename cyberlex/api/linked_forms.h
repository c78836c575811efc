// One act or provision in the forms that other programs link and file: Akoma Ntoso, schema.org
// Legislation, Web Annotations, a TimeMap; and the headers that lead from one form to the others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cyberlex/answer/answers.h"
#include "cyberlex/api/memento.h"
#include "cyberlex/api/questions.h"

namespace cyberlex::api {

// How a thing was asked for.
struct Named {
  std::string original;                // path without day and form
  std::string iri;                     // IRI without day and form; suffixes go behind it
  std::vector<std::string> languages;  // as parameters say them
};

// The forms in which an act, too, is given beside the usual ones.
bool is_form_of_act(Form form);

// A provision in any form, with the headers of Memento, its languages, and links to other forms.
// kNotFound: Akoma Ntoso of a provision without text.
Result<Answer> give_provision(Result<ProvisionAnswer> const& answer, Named const& named,
                              Wish const& wish);

// What is asked about an act.
struct ActWanted {
  std::string handle;
  Date as_of;
  std::vector<std::string> languages;  // these two choose the text of Akoma Ntoso
  std::optional<TextKind> kind;
};
// REQUIRES: the form is one that represent() gives, or is_form_of_act().
Result<Answer> give_act(IndexReader const& reader, ActWanted const& wanted, Named const& named,
                        Wish const& wish);

}  // namespace cyberlex::api
