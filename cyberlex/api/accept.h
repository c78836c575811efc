// Which representation of an answer a client wants (RFC 9110, 12.5.1).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "cyberlex/base/result.h"
#include "cyberlex/pages/visit.h"
#include "cyberlex/render/text_layout.h"

namespace cyberlex::api {

enum class Form : uint8_t {
  kJson,
  kText,
  kMarkdown,
  kHtml,
  kAkomaNtoso,
  kJsonLd,
  kTurtle,
  kAtom,
  kSuggestions,
  kOpenSearch,
  kAnnotations,  // JSON-LD of a profile
  kTimeMap,
  kCsv,
  kMetrics,  // Prometheus' text form
};

// Without parameters: "application/json"; but for kAnnotations with the profile that makes it what
// it is.
std::string_view media_type_of(Form form);
// As Content-Type says it: "text/plain; charset=utf-8".
std::string content_type_of(Form form);

// What every answer about law can be given as.
std::span<Form const> usual_forms();

struct Wish {
  Form form = Form::kJson;
  TextStyle style = {};                 // of kText
  pages::Pages const* pages = nullptr;  // these two of kHtml
  pages::Visit visit = {};
};

// The offered form with the greatest weight; among equals the first offered, which "*/*" and an
// absent header get too. "text/plain;width=120;style=ansi" asks for lines of that width, and for
// bold as escape sequences; the profile of Web Annotations tells kAnnotations from other JSON-LD.
// kBadQuery, `where` = "Accept", when nothing offered is acceptable or
// the width is none. REQUIRES: offered is not empty.
Result<Wish> read_accept(std::string_view accept, std::span<Form const> offered);

// What sets the answer of a wish apart from that of another to the same question; empty for JSON.
std::string mark_of(Wish const& wish);

}  // namespace cyberlex::api
