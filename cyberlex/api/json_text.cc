#include "cyberlex/api/json_text.h"

namespace cyberlex::api {
namespace {

void append_quoted(std::string_view value, std::string& out) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  out += '"';
  for (char const c : value) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

Json Json::text(std::string_view value) {
  std::string out;
  append_quoted(value, out);
  return Json(std::move(out));
}

Json Json::number(uint64_t value) {
  return Json(std::to_string(value));
}

Json Json::boolean(bool value) {
  return Json(value ? "true" : "false");
}

Json Json::array(std::vector<Json> const& items) {
  std::string out = "[";
  for (Json const& item : items) {
    out += out.size() == 1 ? "" : ",";
    out += item.text_;
  }
  return Json(out + "]");
}

Json Json::object(std::vector<std::pair<std::string, Json>> const& members) {
  std::string out = "{";
  for (auto const& [name, value] : members) {
    out += out.size() == 1 ? "" : ",";
    append_quoted(name, out);
    out += ':';
    out += value.text_;
  }
  return Json(out + "}");
}

Json Json::with(Json const& more) const {
  return Json(text_.substr(0, text_.size() - 1) + ',' + more.text_.substr(1));
}

}  // namespace cyberlex::api
