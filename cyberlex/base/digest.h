// SHA-256 (FIPS 180-4), by OpenSSL's libcrypto.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace cyberlex {

// Feeds bytes, yields 64 lower-case hexadecimal digits.
// Thread rule: one object, one thread.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);
  // Length-prefixed, so that ("a", "bc") and ("ab", "c") differ.
  void add_field(std::string_view bytes);
  // REQUIRES: not finished before.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256(std::string_view bytes);

}  // namespace cyberlex
