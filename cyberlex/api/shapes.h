// The shapes of all JSON answers, in a notation that people read. openapi.json is made of it; the
// contract tests hold every answer against it.
//
// A line at the margin begins a shape: its name and, after two blanks or more, what it is. A line
// below is a member: name, type, what it is, parted in the same way. "note?" may be absent. A
// member called "..." stands for all members of the shape that is its type.
//
// Types: string, integer, number, boolean, null, date (2024-02-28), a shape, a list of words
// (choices()), 'word'; A|B one of both; T[] an array; {T} an object with such values under names of
// any kind; T? also null. Brackets group.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace cyberlex::api {

// What acts, provisions and their facts are described with.
std::string_view law_shapes();
// Answers that list, count and look up.
std::string_view list_shapes();
// Answers that set side by side.
std::string_view grid_shapes();
// Answers about states.
std::string_view state_shapes();

// A closed list of words that members take.
struct Choice {
  std::string_view name;
  std::string_view what;
  std::span<std::string_view const> words;
};
std::vector<Choice> choices();

}  // namespace cyberlex::api
