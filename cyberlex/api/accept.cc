#include "cyberlex/api/accept.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "cyberlex/api/header_pieces.h"
#include "cyberlex/api/target.h"

namespace cyberlex::api {
namespace {

constexpr auto kTypes = std::to_array<std::string_view>(
    {"application/json", "text/plain", "text/markdown", "text/html", "application/akn+xml",
     "application/ld+json", "text/turtle", "application/atom+xml", "application/x-suggestions+json",
     "application/opensearchdescription+xml",
     "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"", "application/link-format",
     "text/csv", "text/plain;version=0.0.4"});
constexpr std::string_view kAnnotations = "http://www.w3.org/ns/anno.jsonld";
constexpr auto kUsual = std::to_array<Form>({Form::kJson, Form::kText});

// One piece of an Accept header.
struct Range {
  std::string_view type;     // "text/*"
  int weight = 1000;         // in thousandths
  std::string_view profile;  // of JSON-LD
  TextStyle style = {};
  bool good = true;
};

// "0.8" in thousandths.
int read_weight(std::string_view text) {
  double value = 1;
  auto const read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && value >= 0 && value <= 1 ? static_cast<int>(value * 1000) : 1000;
}

bool read_width(std::string_view text, size_t& width) {
  auto const read = std::from_chars(text.data(), text.data() + text.size(), width);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && width >= kNarrowest &&
         width <= kWidest;
}

std::string_view unquoted(std::string_view value) {
  bool const quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return quoted ? value.substr(1, value.size() - 2) : value;
}

Range read_range(std::string_view piece) {
  Range out;
  out.type = next_piece(piece, ';');
  while (!piece.empty()) {
    std::string_view value = next_piece(piece, ';');
    std::string_view const name = next_piece(value, '=');
    if (same_word(name, "q")) {
      out.weight = read_weight(value);
    } else if (same_word(name, "width")) {
      out.good = read_width(value, out.style.width) && out.good;
    } else if (same_word(name, "profile")) {
      out.profile = unquoted(value);
    } else if (same_word(name, "style")) {
      out.style.ansi = same_word(value, "ansi");
    }
  }
  return out;
}

// How closely a range names a type: 0 not at all, 1 "*/*", 2 "text/*", 3 the type.
int closeness(std::string_view range, std::string_view type) {
  if (range == "*/*") {
    return 1;
  }
  if (range.ends_with("/*")) {
    std::string_view const major = range.substr(0, range.size() - 1);
    return same_word(major, type.substr(0, type.find('/') + 1)) ? 2 : 0;
  }
  return same_word(range, type) ? 3 : 0;
}

int closeness(Range const& range, Form form) {
  std::string_view const type = media_type_of(form);
  bool const annotations = range.profile == kAnnotations;
  if (annotations && form == Form::kJsonLd) {
    return 0;
  }
  int const close = closeness(range.type, type.substr(0, type.find(';')));
  // JSON-LD without a word of annotations is not those.
  return form == Form::kAnnotations && close == 3 && !annotations ? 0 : close;
}

// The closest range for a form, or nothing.
std::optional<Range> range_for(std::string_view accept, Form form) {
  std::optional<Range> best;
  int best_closeness = 0;
  while (!accept.empty()) {
    Range const range = read_range(next_piece(accept, ','));
    int const close = closeness(range, form);
    if (close > best_closeness) {
      best = range;
      best_closeness = close;
    }
  }
  return best;
}

Error not_acceptable(std::span<Form const> offered) {
  std::string names;
  for (Form const form : offered) {
    names += (names.empty() ? "" : ", ") + std::string(media_type_of(form));
  }
  return Error{.code = ErrorCode::kBadQuery, .message = "offered are " + names, .where = "Accept"};
}

}  // namespace

std::string_view media_type_of(Form form) {
  return kTypes.at(static_cast<size_t>(form));
}

std::string content_type_of(Form form) {
  std::string out(media_type_of(form));
  return out.starts_with("text/") ? out + "; charset=utf-8" : out;
}

std::span<Form const> usual_forms() {
  return kUsual;
}

Result<Wish> read_accept(std::string_view accept, std::span<Form const> offered) {
  if (accept.empty()) {
    return Wish{.form = offered.front()};
  }
  std::optional<Range> best;
  Form form = offered.front();
  for (Form const each : offered) {
    std::optional<Range> const range = range_for(accept, each);
    if (range && range->weight > (best ? best->weight : 0)) {
      best = range;
      form = each;
    }
  }
  if (!best) {
    return not_acceptable(offered);
  }
  if (!best->good) {
    return Error{.code = ErrorCode::kBadQuery,
                 .message = "expected a width from " + std::to_string(kNarrowest) + " to " +
                            std::to_string(kWidest),
                 .where = "Accept"};
  }
  return Wish{.form = form, .style = form == Form::kText ? best->style : TextStyle{}};
}

std::string mark_of(Wish const& wish) {
  if (wish.form == Form::kJson) {
    return {};
  }
  std::string out = " as " + std::string(media_type_of(wish.form));
  if (wish.form == Form::kHtml) {
    pages::Visit const& visit = wish.visit;
    out += ' ' + std::string(code_of(visit.language)) + (visit.chosen ? " chosen " : " ") +
           visit.today.to_string() + ' ' + make_url(visit.path, visit.parameters);
  }
  if (wish.form == Form::kText) {
    out += ' ' + std::to_string(wish.style.width) + (wish.style.ansi ? " ansi" : "");
  }
  return out;
}

}  // namespace cyberlex::api
