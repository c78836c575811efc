// Questions that set things side by side: provisions, and states.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

Asked ask_compare(Inquiry const& inquiry);
Asked ask_jurisdictions(Inquiry const& inquiry);
Asked ask_jurisdiction(Inquiry const& inquiry);

}  // namespace cyberlex::api
