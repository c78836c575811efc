#include "cyberlex/render/json_out.h"

// Sixteen bytes at a time where nothing is to be escaped.
#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

// A page of ten hits fits.
constexpr size_t kBuffer = size_t{32} << 10;

// Texts of the index were checked when it was built; what a client typed was not.
std::string repaired(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    Utf8Char const c = decode_utf8(text, at);
    append_utf8(out, c.value);
    at += c.length;
  }
  return out;
}

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonOut::State {
  rapidjson::StringBuffer buffer{nullptr, kBuffer};
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

JsonOut::JsonOut() : state_(std::make_unique<State>()) {}
JsonOut::~JsonOut() = default;

void JsonOut::value(std::string_view text) {
  if (is_utf8(text)) {
    // RapidJSON wants a pointer even to nothing.
    state_->writer.String(text.empty() ? "" : text.data(), size_of(text));
    return;
  }
  std::string const mended = repaired(text);
  state_->writer.String(mended.data(), size_of(mended));
}

void JsonOut::text(std::string_view name, std::string_view text) {
  key(name);
  value(text);
}

void JsonOut::text_if(std::string_view name, std::string_view text) {
  if (!text.empty()) {
    this->text(name, text);
  }
}

void JsonOut::text_or_null(std::string_view name, std::string_view text) {
  if (text.empty()) {
    null(name);
  } else {
    this->text(name, text);
  }
}

void JsonOut::number(std::string_view name, int64_t number) {
  key(name);
  state_->writer.Int64(number);
}

void JsonOut::number(std::string_view name, uint64_t number) {
  key(name);
  state_->writer.Uint64(number);
}

void JsonOut::decimal4(std::string_view name, double number) {
  std::array<char, 400> digits{};  // the longest double has 309 digits before the point
  auto const written = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                     std::chars_format::fixed, 4);
  key(name);
  state_->writer.RawValue(digits.data(), static_cast<size_t>(written.ptr - digits.data()),
                          rapidjson::kNumberType);
}

void JsonOut::flag(std::string_view name, bool value) {
  key(name);
  state_->writer.Bool(value);
}

void JsonOut::null(std::string_view name) {
  key(name);
  state_->writer.Null();
}

void JsonOut::raw(std::string_view name, std::string const& json) {
  key(name);
  state_->writer.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}

void JsonOut::texts(std::string_view name, std::vector<std::string> const& values) {
  array(name, [&] {
    for (std::string const& text : values) {
      value(text);
    }
  });
}

void JsonOut::texts_if(std::string_view name, std::vector<std::string> const& values) {
  if (!values.empty()) {
    texts(name, values);
  }
}

void JsonOut::numbers(std::span<uint64_t const> values) {
  begin_array();
  for (uint64_t const each : values) {
    state_->writer.Uint64(each);
  }
  end_array();
}

void JsonOut::pair(uint64_t first, uint64_t second) {
  begin_array();
  state_->writer.Uint64(first);
  state_->writer.Uint64(second);
  end_array();
}

std::string JsonOut::finish() {
  state_->buffer.Put('\n');
  return std::string(state_->buffer.GetString(), state_->buffer.GetSize());
}

void JsonOut::key(std::string_view name) {
  state_->writer.Key(name.data(), size_of(name));
}

void JsonOut::begin_object() {
  state_->writer.StartObject();
}

void JsonOut::end_object() {
  state_->writer.EndObject();
}

void JsonOut::begin_array() {
  state_->writer.StartArray();
}

void JsonOut::end_array() {
  state_->writer.EndArray();
}

}  // namespace cyberlex
