// Time travel by header (RFC 7089, Memento): a provision's address negotiates its day itself, each
// state has an address of its own (as_of), and a TimeMap lists them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cyberlex/answer/answers.h"
#include "cyberlex/api/http_message.h"
#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"

namespace cyberlex::api {

// True for the paths at which Accept-Datetime decides: those of provisions, and IRIs.
bool negotiates_day(std::string_view path);

// The midnight (UTC) at which a day begins, as HTTP writes it (RFC 9110, 5.6.7): "Fri, 15 May 2015
// 00:00:00 GMT".
std::string http_date(Date day);

// The day in Accept-Datetime. kBadQuery, `where` = "Accept-Datetime": no such date.
Result<Date> read_http_date(std::string_view text);

// The day whose law is given to one who asks for `wanted`: that day where a state of the provision
// stood on it; otherwise the first day of the state nearest before it, or of the first (RFC 7089,
// 4.5.3). `wanted` when there is no such provision.
Date nearest_day(Generation const& generation, Handle const& handle, Date wanted);

// Where the states of one provision are found.
struct TimeLine {
  std::string original;      // address without day
  std::string map;           // that of its TimeMap
  ParameterList parameters;  // that decide beside the day: languages
};

// Memento-Datetime (the day on which the state came to stand), Content-Location and Link.
HeaderList memento_headers(ProvisionAnswer const& answer, TimeLine const& line);

// The TimeMap (application/link-format, RFC 6690), ending with a newline.
std::string time_map(std::span<VersionEntry const> versions, TimeLine const& line);

}  // namespace cyberlex::api
