#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_suggestion(JsonOut& out, Suggestion const& suggestion) {
  out.text("kind", name_of(suggestion.kind));
  out.text("text", suggestion.text);
  out.text_or_null("lang", suggestion.language);
  out.text("q", suggestion.q);
  if (suggestion.entry != nullptr) {
    out.text("concept", suggestion.entry->id);
    out.text("scheme", suggestion.entry->scheme);
    return;
  }
  out.text("handle", suggestion.handle);
  out.text_if("act", suggestion.act);
  out.text("jurisdiction", suggestion.jurisdiction);
}

}  // namespace

std::string to_json(SuggestAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    out.text("q", answer.request.q);
    out.text("as_of", answer.request.as_of.to_string());
    out.array("suggestions", [&] {
      for (Suggestion const& each : answer.suggestions) {
        out.object([&] { write_suggestion(out, each); });
      }
    });
    write_spelling(out, answer.did_you_mean);
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

std::string to_suggestions(SuggestAnswer const& answer) {
  JsonOut out;
  out.array([&] {
    out.value(answer.request.q);
    out.array([&] {
      for (Suggestion const& each : answer.suggestions) {
        out.value(each.q);
      }
    });
    out.array([&] {
      for (Suggestion const& each : answer.suggestions) {
        out.value(std::string(name_of(each.kind)) + ": " + each.text);
      }
    });
  });
  return out.finish();
}

}  // namespace cyberlex
