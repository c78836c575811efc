// Questions whose answer is a file of all hits.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

// The first piece is made before the answer begins, so that what cannot be made is refused with a
// problem; for a workbook and a data package that is the whole file. What fails later breaks the
// transfer off. Has a deadline of its own, a minute.
Asked ask_export(Inquiry const& inquiry);

}  // namespace cyberlex::api
