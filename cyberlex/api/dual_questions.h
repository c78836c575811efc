// The question of dual criminality between two states.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

Asked ask_dual_criminality(Inquiry const& inquiry);

}  // namespace cyberlex::api
