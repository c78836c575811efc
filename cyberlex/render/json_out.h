// Writes JSON as it goes; RapidJSON ends behind it. For the renderers of this folder.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cyberlex {

// Each call writes one thing; those that begin with a name write a member of an object. UTF-8 stays
// as it is, a byte that belongs to none becomes U+FFFD. Thread rule: one object, one thread.
// REQUIRES: members inside objects, values inside arrays, every begun thing ended before finish().
class JsonOut {
 public:
  JsonOut();
  ~JsonOut();
  JsonOut(JsonOut const&) = delete;
  JsonOut& operator=(JsonOut const&) = delete;

  void value(std::string_view text);

  void text(std::string_view name, std::string_view text);
  void text_if(std::string_view name, std::string_view text);       // left out when empty
  void text_or_null(std::string_view name, std::string_view text);  // null when empty
  void number(std::string_view name, int64_t number);
  void number(std::string_view name, uint64_t number);
  void decimal4(std::string_view name, double number);  // four places, never an exponent
  void flag(std::string_view name, bool value);
  void null(std::string_view name);
  void raw(std::string_view name, std::string const& json);  // a whole value, as it stands
  void texts(std::string_view name, std::vector<std::string> const& values);
  void texts_if(std::string_view name, std::vector<std::string> const& values);

  // body() writes what stands between the brackets.
  template <typename Body>
  void object(Body const& body) {
    begin_object();
    body();
    end_object();
  }
  template <typename Body>
  void object(std::string_view name, Body const& body) {
    key(name);
    object(body);
  }
  template <typename Body>
  void array(std::string_view name, Body const& body) {
    key(name);
    begin_array();
    body();
    end_array();
  }
  template <typename Body>
  void array(Body const& body) {
    begin_array();
    body();
    end_array();
  }
  // An array of numbers, inside an array.
  void numbers(std::span<uint64_t const> values);
  // An array of two numbers.
  void pair(uint64_t first, uint64_t second);

  // The document and one newline.
  std::string finish();

 private:
  struct State;
  void key(std::string_view name);
  void begin_object();
  void end_object();
  void begin_array();
  void end_array();

  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
