// Acts from a few calls, for tests of what joins them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cyberlex/model/act.h"

namespace cyberlex {

inline EId eid(char const* text) {
  return EId::parse(text).value();
}
inline Date day(char const* text) {
  return Date::parse(text).value();
}

inline Provision section(char const* num, char const* text) {
  Provision out;
  out.num = num;
  out.eid = EId::make(nullptr, ProvisionKind::kSection, num);
  out.text = text;
  return out;
}

inline Expression version(char const* language, char const* date, std::vector<Provision> body) {
  Expression out;
  out.language = language;
  out.kind = TextKind::kRestatement;
  out.date = day(date);
  out.body = std::move(body);
  out.file = std::string(language) + '@' + date;
  return out;
}

}  // namespace cyberlex
