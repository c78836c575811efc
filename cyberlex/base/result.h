// The one error channel: a value, or an Error that says what went wrong and where.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace cyberlex {

// Why something failed, in the few classes a caller can act on.
enum class ErrorCode {
  kBadInput,     // what a person wrote cannot be understood: mend the input
  kBadQuery,     // a query or parameter cannot be understood; Error::position may point into it
  kNotFound,     // well-formed, and there is no such thing
  kDamaged,      // stored data fail their checks: rebuild or restore
  kUnavailable,  // the system said no: missing file, full disk, no permission
};

// An error as a person reads it. `where` is "file:line:column", a path, a parameter name, or empty.
struct Error {
  ErrorCode code = ErrorCode::kBadInput;
  std::string message;
  std::string where = {};
  std::optional<size_t> position = {};  // byte offset in the query, for kBadQuery
};

// "where: message", or the message alone.
std::string to_string(Error const& error);

// Text for a terminal or a log: control characters of ASCII, which names of files may hold, are
// written as \x1b; line feeds too, unless `lines`.
std::string printable(std::string_view text, bool lines = false);

// A T or an Error; never both, never neither. Must not be dropped.
// REQUIRES for value()/operator*: ok(). REQUIRES for error(): !ok().
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(held_); }
  explicit operator bool() const { return ok(); }

  T& value() & { return std::get<T>(held_); }
  T const& value() const& { return std::get<T>(held_); }
  T&& value() && { return std::get<T>(std::move(held_)); }
  T& operator*() & { return value(); }
  T const& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  T const* operator->() const { return &value(); }

  Error const& error() const { return std::get<Error>(held_); }

 private:
  std::variant<T, Error> held_;
};

// A success without a value.
struct Ok {};
using Status = Result<Ok>;

}  // namespace cyberlex
