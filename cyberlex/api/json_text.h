// A small writer of JSON objects, for what the daemon says about itself (health, openapi.json).
// Answers about law are rendered in cyberlex/render.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cyberlex::api {

// A JSON value as text. Only the functions below make one, so it is always well-formed.
class Json {
 public:
  static Json text(std::string_view value);  // REQUIRES: UTF-8
  static Json number(uint64_t value);
  static Json boolean(bool value);
  static Json array(std::vector<Json> const& items);
  // Members in the order given. REQUIRES: each name once.
  static Json object(std::vector<std::pair<std::string, Json>> const& members);

  // The members of both objects. REQUIRES: two objects, no name in both, neither empty.
  Json with(Json const& more) const;

  std::string const& str() const { return text_; }

 private:
  explicit Json(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace cyberlex::api
