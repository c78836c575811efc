// Questions whose answer is a grid or a list of its own.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

Asked ask_matrix(Inquiry const& inquiry);
Asked ask_safeguards(Inquiry const& inquiry);
Asked ask_coverage(Inquiry const& inquiry);
Asked ask_thesaurus(Inquiry const& inquiry);

}  // namespace cyberlex::api
