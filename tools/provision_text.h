// Provisions, acts and articles as pages of text.
#pragma once

#include <string>

#include "cyberlex/answer/answers.h"
#include "tools/terminal.h"

namespace cyberlex::tools {

std::string provision_text(ProvisionAnswer const& answer);
std::string article_text(ArticleAnswer const& answer);
std::string act_text(ActAnswer const& answer);
std::string act_list_text(ActListAnswer const& answer);

}  // namespace cyberlex::tools
