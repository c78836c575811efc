// A second numbering of an act's articles: article 1 of one act printed as article 729 of another.
#pragma once

#include <optional>

#include "cyberlex/model/act.h"

namespace cyberlex {

// The article here that bears the number `other` there ("art_729__note_1" -> "art_1__note_1");
// nothing when it lies outside first .. last or is no "art_N".
std::optional<EId> from_parallel(ParallelNumbering const& parallel, EId const& other);

// The number there of an article here; nothing as above.
std::optional<EId> to_parallel(ParallelNumbering const& parallel, EId const& own);

}  // namespace cyberlex
