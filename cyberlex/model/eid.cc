#include "cyberlex/model/eid.h"

#include <algorithm>
#include <array>

namespace cyberlex {
namespace {

// In the order of ProvisionKind. OASIS naming convention, table of abbreviations; "fragment" is
// ours.
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"book", "part", "title", "chp", "dvs", "sched", "sec", "art", "preamble", "conclusions", "att",
     "fragment", "subsec", "para", "subpara", "point", "item", "note"});

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_number_char(char c) {
  return is_lower(c) || (c >= '0' && c <= '9') || c == '-';
}

// letters ["_" number]
bool is_step(std::string_view step) {
  size_t const split = std::min(step.find('_'), step.size());
  std::string_view const name = step.substr(0, split);
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_lower)) {
    return false;
  }
  if (split == step.size()) {
    return true;
  }
  std::string_view const number = step.substr(split + 1);
  return !number.empty() && std::all_of(number.begin(), number.end(), is_number_char);
}

std::string number_part(std::string_view number) {
  std::string out;
  for (char const c : number) {
    char const lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    bool const joint = c == ' ' || c == '.' || c == '/' || c == '-';
    if (joint && !out.empty() && out.back() != '-') {
      out += '-';
    } else if (!joint && is_number_char(lower)) {
      out += lower;
    }
  }
  while (!out.empty() && out.back() == '-') {
    out.pop_back();
  }
  return out;
}

}  // namespace

std::string_view eid_abbreviation(ProvisionKind kind) {
  return kAbbreviations.at(static_cast<size_t>(kind));
}

bool is_container(ProvisionKind kind) {
  return kind <= ProvisionKind::kSchedule;
}

bool is_unit(ProvisionKind kind) {
  return kind >= ProvisionKind::kSection && kind <= ProvisionKind::kFragment;
}

Result<EId> EId::parse(std::string_view text) {
  std::string_view rest = text;
  while (true) {
    size_t const end = rest.find("__");
    if (!is_step(rest.substr(0, end))) {
      return Error{ErrorCode::kBadInput,
                   "expected an eId such as sec_24__subsec_1, found \"" + std::string(text) + "\""};
    }
    if (end == std::string_view::npos) {
      return EId(std::string(text));
    }
    rest.remove_prefix(end + 2);
  }
}

EId EId::make(EId const* parent, ProvisionKind kind, std::string_view number) {
  std::string text = parent == nullptr || parent->empty() ? "" : parent->text_ + "__";
  text += eid_abbreviation(kind);
  std::string const part = number_part(number);
  if (!part.empty()) {
    text += '_' + part;
  }
  return EId(std::move(text));
}

EId EId::unit() const {
  return EId(text_.substr(0, text_.find("__")));
}

bool EId::contains(EId const& other) const {
  return other.text_ == text_ ||
         (other.text_.starts_with(text_) &&
          std::string_view(other.text_).substr(text_.size()).starts_with("__"));
}

}  // namespace cyberlex
