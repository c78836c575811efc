// The question how a provision changed.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

// Two days compared; without `from` and `to` all states of the provision.
Asked ask_diff(Inquiry const& inquiry);

}  // namespace cyberlex::api
