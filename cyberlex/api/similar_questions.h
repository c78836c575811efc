// The question what is near a text.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

Asked ask_similar(Inquiry const& inquiry);

}  // namespace cyberlex::api
