// Acts and provisions as Akoma Ntoso 3.0 (OASIS LegalDocML), one expression a document.
//
// The metadata say what is held and no more. The author of a restatement is Cyberlex, that of any
// other text is said to be not recorded unless the text is official; a day that is not held is not
// made up: the date of a work whose day of enactment is unknown is that of the earliest version
// held, under that name. Facts for which the standard has no place (the kind of the text, the
// status and interval of each provision, mappings to treaties) stand in <proprietary>, in the
// namespace urn:x-cyberlex:akn.
#pragma once

#include <string>

#include "cyberlex/answer/act_text.h"
#include "cyberlex/answer/answers.h"

namespace cyberlex {

// A <portion> with the provision's leading text, in the containers above it. A limb gives its
// provision. REQUIRES: answer.texts is not empty.
std::string to_akoma_ntoso(ProvisionAnswer const& answer);

// An <act>. Provisions of which this text has nothing are named in <proprietary>.
std::string to_akoma_ntoso(ActTextAnswer const& answer);

}  // namespace cyberlex
