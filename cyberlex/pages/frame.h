// What every page has around its content.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/pages/pages.h"
#include "cyberlex/pages/wording.h"

namespace cyberlex::pages {

struct Frame {
  std::string title;         // of the document, without the name of the house
  std::string section = {};  // key of the entry of the menu that is current
  std::string q = {};        // what stands in the search box
  std::string json = {};     // the same as data; empty: there is none
  std::string feed = {};
};

// The whole document: `view` fills the template `content`.
std::string framed(PageContext const& context, Frame const& frame, std::string_view content,
                   View view);

// Sets name, name_lang and name_dir: a text in its own language.
void put_worded(View& view, std::string_view name, std::string_view text,
                std::string_view language);
inline void put_worded(View& view, std::string_view name, Worded const& text) {
  put_worded(view, name, text.text, text.language);
}

// Sets what a badge of confidence needs: confidence, confidence_class.
void put_confidence(View& view, Wording const& wording, Confidence confidence);

}  // namespace cyberlex::pages
